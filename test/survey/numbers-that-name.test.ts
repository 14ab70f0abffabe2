import { describe, expect, test } from "vitest";
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
});
