import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("tables that programs of maps write", () => {
  test("are of the codes of areas, and not of the numbers of shapes", async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `${at + 1},${27006 + at * 3},${300 + at * 7},${1.5 + at},9${at}.25,3.5${at}`,
    );
    const { spec } = await guessOf(lines("OBJECTID,ZIPCode,Cases,RatePer10K,Shape__Area,Shape__Length", ...rows));
    expect(spec.dimensions).toMatchObject({ zipcode: { role: "area" } });
    expect(Object.values(spec.measures)).toMatchObject([
      { label: "Cases", statType: "count" },
      { statType: "rate", per: 10_000 },
    ]);
    expect(spec.layout?.ignore).toEqual(["OBJECTID", "Shape__Area", "Shape__Length"]);
  });

  test("have areas behind what is measured in their headings, whatever stands between", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 10_001, max: 99_999 }), { minLength: 8, maxLength: 20 }),
        fc.constantFrom("_", " ", ": "),
        fc.boolean(),
        async (codes, gap, hasWhole) => {
          const names = [...codes.map(String), ...(hasWhole ? ["Citywide"] : [])];
          const rows = ["2020-03", "2020-04", "2020-05"].map((month, row) =>
            [month, ...names.map((_, at) => `${10 + at + row}.${at % 9}`)].join(),
          );
          const { spec, dataset } = await guessOf(
            lines(["date", ...names.map((name) => `Admissions${gap}${name}`)].join(), ...rows),
          );
          expect(spec.dimensions).toMatchObject({ area: { role: "area" }, date: { role: "time" } });
          expect(Object.keys(spec.measures)).toEqual(["admissions"]);
          expect(dataset?.observations).toHaveLength(names.length * 3);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("keep measures that begin with one word and are of no areas", async () => {
    const heads = ["rent", "wages", "food", "fuel", "fares", "fees", "fines", "tax"].map((name) => `mean_${name}`);
    const { spec } = await guessOf(
      lines(
        ["area", ...heads].join(),
        ...["Kent", "Essex", "Devon"].map((area, row) => [area, ...heads.map((_, at) => `${at + row}.5`)].join()),
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(heads.length);
  });
});

test("a list that numbers its rows, but for a few, is of no numbers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([20, 41, 87, 133], { minLength: 1 }), fc.boolean(), async (odd, isTwice) => {
      let number = 0;
      const rows = Array.from({ length: 150 }, (_, at) => {
        if (!odd.includes(at)) number += 1;
        else if (!isTwice) number += 3;
        return `${number},${at % 7},${at % 5}`;
      });
      const { spec } = await guessOf(lines("casualty_group,killed,injured", ...rows));
      expect(Object.keys(spec.measures)).toEqual(["killed", "injured"]);
    }),
    { numRuns: 8 },
  );
});

test("years right before what is measured are periods", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(["Population", "ViolentCrime", "Murder", "Robbery"], { minLength: 2 }),
      fc.integer({ min: 2, max: 4 }),
      async (measures, count) => {
        const years = Array.from({ length: count }, (_, at) => 2009 + at);
        const heads = years.flatMap((year) => measures.map((measure) => `${year}${measure}`));
        const rows = ["Texas", "Ohio", "Utah"].map((state, row) =>
          [state, ...heads.map((_, at) => 1000 + at * 11 + row)].join(),
        );
        const { spec, dataset } = await guessOf(lines(["State", ...heads].join(), ...rows));
        expect(spec.dimensions).toMatchObject({ state2: { role: "area" }, period: { role: "time" } });
        expect(Object.keys(spec.measures)).toHaveLength(measures.length);
        expect(dataset?.periods().map(({ label }) => label)).toEqual(years.map(String));
      },
    ),
    { numRuns: 10 },
  );
});

test("a list of gifts is of who received them, also where most did once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("Recipient Org:Name", "Beneficiary", "Nom personne morale", "Supplier name"),
      async (name) => {
        const names = ["Sussex Shelter", "Kent Care", "Devon Aid", "Essex Food", "Surrey Youth", "Norfolk Homes"];
        const rows = Array.from(
          { length: 24 },
          (_, at) =>
            `${at < 16 ? `${names[at % 6]} ${String.fromCharCode(65 + at)}` : names[at % 2]},2014-0${1 + (at % 3)}-10,${500 + at * 25},${at % 5 === 0 ? "loan" : "gift"}`,
        );
        const { spec, dataset } = await guessOf(lines(`${name},date,amount in euros,type`, ...rows));
        const [receiver] = Object.values(spec.dimensions);
        expect(receiver).toMatchObject({ role: "category" });
        expect(dataset?.categories(Object.keys(spec.dimensions)[0] ?? "").length).toBeGreaterThan(16);
        expect(spec.layout?.repeatedRows ?? "sum").toBe("sum");
      },
    ),
    { numRuns: 4 },
  );
});

test("a table without headings begins below its titles", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), async (count) => {
      const titles = Array.from(
        { length: count },
        (_, at) => `Temperature of the month of March in city ${"abcde"[at]}`,
      );
      const rows = Array.from(
        { length: 30 },
        (_, at) => `Station ${at},${5 + (at % 7)}.${at % 9},${4 + (at % 5)}.${at % 7}`,
      );
      const { spec, dataset, remarks } = await guessOf(lines(...titles, ...rows));
      expect(spec.layout).toMatchObject({ headerRow: "none", firstRow: count + 1 });
      expect(dataset?.observations).toHaveLength(60);
      expect(remarks.get("layout.headerRow")).toContain("No row of headings");
    }),
    { numRuns: 5 },
  );
});
