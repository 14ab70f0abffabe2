import { describe, expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const twelve = Array.from({ length: 12 }, (_, at) => at);
const letter = (at: number) => "ABCDEFGHIJKL"[at] ?? "";

describe("numbers that name something are no figures", () => {
  test("those below the noun of a column of names", async () => {
    const rows = twelve.map((at) => `Parish ${letter(at)},${(at % 5) * 130 + 1},Ayrton ${letter(at)},${310 + at * 17}`);
    const { spec } = await guessOf(lines("Parish,county,countyname,Loans", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["loans"]);
  });

  test("counts beside names of something else stay counts", async () => {
    const rows = twelve.map((at) => `Parish ${letter(at)},${(at % 5) * 130 + 1},Ayrton ${letter(at)},${310 + at * 17}`);
    const { spec } = await guessOf(lines("Parish,thefts,countyname,Loans", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["thefts", "loans"]);
  });

  const visits = (head: string, total: string) =>
    lines(
      `${head},Library,Mon,Tue`,
      ...[7, 3, 22, 9, 15, 41, 28, 30, 12, 19, 33, 26].map(
        (number, at) => `${number},Branch ${letter(at)},${120 + at},${95 + at}`,
      ),
      `${total},Total,1506,1206`,
    );

  test("those before names, in no order, that the row of the total has no figure for", async () => {
    const { spec } = await guessOf(visits("brn", ""));
    expect(Object.keys(spec.measures)).toEqual(["mon", "tue"]);
  });

  test("what the row of the total adds up too stays a count", async () => {
    const { spec } = await guessOf(visits("brn", "265"));
    expect(Object.keys(spec.measures)).toContain("brn");
  });

  test("years of which some have a letter behind them tell rows apart", async () => {
    const years = Array.from({ length: 26 }, (_, at) => `${1960 + at}${at === 14 ? "F" : ""}`);
    const rows = [...years, "1974O"].flatMap((year, at) =>
      ["Reds", "Blues", "Greens"].map((party, by) => `${party},${year},${9100 + at * 310 + by * 77}`),
    );
    const { spec } = await guessOf(lines("Party,Election,Votes", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["votes"]);
    expect(Object.keys(spec.dimensions)).toEqual(["party", "election"]);
  });

  test("the order in which somebody lists the names", async () => {
    const rows = twelve.map((at) => `E060000${10 + at},${(at * 7) % 12}${at},Ayrton ${letter(at)},${310 + at * 17}.4`);
    const { spec } = await guessOf(lines("Code,Print order,District,Waste (tonnes)", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["wasteTonnes"]);
  });

  test("codes before what they stand for, as further columns of codes are", async () => {
    const rows = ["IT,Italy", "FR,France", "ES,Spain"].flatMap((place, of) =>
      ["1,males", "2,females", "9,total"].flatMap((gender, by) =>
        [2019, 2020].map((year) => `${place},EMP,employment,${gender},${year},${310 + of * 17 + by * 40}`),
      ),
    );
    const { spec, remarks } = await guessOf(lines("GEO,Territory,TYP,Data,SEXIST,Gender,Year,Loans", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["loans"]);
    expect(remarks.get("layout.ignore")).not.toContain("small counts");
  });

  describe("in a register of things", () => {
    const names =
      "Ash,Beech,Cedar,Dogwood,Elder,Fir,Gorse,Hazel,Ivy,Juniper,Kapok,Larch,Maple,Nutmeg,Oak,Pine,Quince,Rowan,Sorrel,Thorn,Upas,Vine,Willow,Yew".split(
        ",",
      );
    const row = (name: string, at: number) => ({
      name: `${name} Nursery`,
      place: names.indexOf(name) * 173 + 61 + (at % 3),
      postcode: `AB${10 + (at % 7)} ${1 + (at % 8)}CD`,
      pupils: 40 + ((at * 37) % 91),
    });
    const shuffled = names.map((_, at) => names[(at * 7) % names.length] ?? "").map(row);

    test("places in an index of names, whatever it is called, and a number that is the same in all rows", async () => {
      const rows = shuffled.map(({ name, place, pupils }, at) => `${place},17,${5000 + at * 31},${name},${pupils}`);
      const { spec } = await guessOf(lines("Place,Board,URN,Nursery,Pupils", ...rows));
      expect(Object.keys(spec.measures)).toEqual(["pupils"]);
      expect(spec.layout?.ignore).toEqual(expect.arrayContaining(["Place", "Board"]));
    });

    test("a page begins with what says what it counts, before a code", async () => {
      const rows = shuffled.map(({ name, pupils }, at) => `${name},${(at * 611) % 907},${pupils}`);
      const { spec, dataset } = await guessOf(lines("Nursery,TXQ,Pupils", ...rows));
      expect(Object.keys(spec.measures)).toEqual(["txq", "pupils"]);
      expect(dataset && chooseStart(dataset, spec).measure).toBe("pupils");
    });

    test("counts in no order stay measures", async () => {
      const rows = shuffled.map(({ name, pupils }, at) => `${(at * 611) % 907},${name},${pupils}`);
      const { spec } = await guessOf(lines("Loans,Nursery,Pupils", ...rows));
      expect(Object.keys(spec.measures)).toEqual(["loans", "pupils"]);
    });

    test("rows that nothing tells apart are called by their names before their postcodes", async () => {
      const rows = [
        ...shuffled.map(
          ({ name, pupils }, at) => `${name},KL${at} ${1 + (at % 8)}CD,${pupils / 10},${(at * 13) % 17}.5`,
        ),
        "Ash Nursery,KL0 1CD,3.1,4.5",
      ];
      const { spec } = await guessOf(lines("PLANTNAME,PCODE,Score A,Score B", ...rows));
      expect(Object.keys(spec.dimensions)).toEqual(["plantname"]);
    });
  });
});
