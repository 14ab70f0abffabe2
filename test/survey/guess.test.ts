import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { completeGuess, guessDefinition, surveyTable, writeDefinition } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";

async function guess(csv: string, file = "figures.csv") {
  const [sheet] = await readSheets(csv, { file, diagnostics: createDiagnostics() });
  const survey = sheet && surveyTable(sheet);
  if (!survey) throw new Error("There is no table.");
  return completeGuess(guessDefinition(survey, "Figures"), { csv, file });
}

describe("a table is taken for", () => {
  test("areas, years and counts, with the columns that are no part of them left out", async () => {
    const { spec, dataset } = await guess(
      "Area code,Area name,Region,Year,Offences,Rate per 100,000 people,Notes\nE10,Kent,South,2018,120,7.1,\nE11,Essex,East,2018,70,6.2,\nE10,Kent,South,2019,130,7.4,x\nE11,Essex,East,2019,90,7.0,\n".replace(
        "Rate per 100,000 people",
        '"Rate per 100,000 people"',
      ),
    );
    expect(spec.dimensions).toMatchObject({ areaName: { role: "area" }, year: { role: "time" } });
    expect(spec.measures).toMatchObject({
      offences: { statType: "count", unit: { one: "offence", other: "offences" } },
      ratePer100000People: { statType: "rate", per: 100_000, population: "people" },
    });
    expect(spec.layout?.ignore).toEqual(["Area code", "Region", "Notes"]);
    expect(dataset?.observations).toHaveLength(8);
    expect(dataset?.diagnostics).toEqual([]);
  });

  test("years across the top, below a title and above notes", async () => {
    const { spec, dataset } = await guess(
      "Book issues by library\n\nLibrary,2017/18,2018/19\nCentral,1204,1300\nNorth,[x],700\n\nSource: the council\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: 3, wide: { columns: "{period}" } });
    expect(dataset?.observations.map(({ cell }) => cell.state)).toEqual(["value", "value", "missing", "value"]);
  });

  test("measures and years in two rows of headings", async () => {
    const { spec, dataset } = await guess(
      ",2018,,2019,\nArea,Offences,Charges,Offences,Charges\nKent,120,30,130,40\nEssex,70,10,80,20\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: [1, 2], wide: { columns: "{period} | {measure}" } });
    expect(Object.keys(spec.measures)).toEqual(["offences", "charges"]);
    expect(dataset?.observations).toHaveLength(8);
  });

  test("a column that names measures", async () => {
    const { spec, dataset } = await guess(
      "Area,Year,Indicator,Value\nKent,2018,Offences,120\nKent,2018,Charges,30\nEssex,2018,Offences,70\nEssex,2018,Charges,10\n",
    );
    expect(spec.layout?.long).toEqual({ measure: "Indicator", value: "Value" });
    expect(Object.keys(spec.measures)).toEqual(["charges", "offences"]);
    expect(dataset?.observations).toHaveLength(4);
  });

  test("labels that stand once, dates of publication, and markers that hide rather than show", async () => {
    const { spec } = await guess(
      "Area,Year,Offences,Published\nKent,2018,120,2019-07-18\n,2019,c,2020-07-18\nEssex,2018,70,2019-07-18\n,2019,:,2020-07-18\n",
    );
    expect(spec.layout).toMatchObject({ fillDown: ["Area"], vintage: { column: "Published" } });
    expect(spec.markers).toEqual({ c: "suppressed", ":": "unavailable" });
  });

  test("totals and sums that only the figures tell", async () => {
    const rows = ["North", "South", "East"].flatMap((area, at) =>
      ["2018", "2019", "2020"].map((year, on) => {
        const [men, women] = [100 + 7 * at + 3 * on, 50 + 11 * at + 5 * on * on];
        return { area, year, men, women, all: men + women };
      }),
    );
    const wales = ["2018", "2019", "2020"].map((year) => {
      const own = rows.filter((row) => row.year === year);
      const sum = (key: "men" | "women" | "all") => own.reduce((total, row) => total + row[key], 0);
      return { area: "Wales", year, men: sum("men"), women: sum("women"), all: sum("all") };
    });
    const csv = ["area,year,men,women,all", ...[...rows, ...wales].map((row) => Object.values(row).join(","))].join(
      "\n",
    );
    const { spec } = await guess(csv);
    expect(spec.dimensions.area).toMatchObject({ total: "wales" });
    expect(spec.sums).toMatchObject([{ whole: "all", parts: expect.arrayContaining(["men", "women"]) }]);
    expect(spec.disclosure).toBeUndefined();
  });

  test("counts to protect, where any is small", async () => {
    const { spec, remarks } = await guess("Area,Year,Offences\nKent,2018,120\nEssex,2018,3\nDevon,2018,40\n");
    expect(spec.disclosure).toEqual({ profile: { hide: { from: 1, to: 4 } } });
    expect(remarks.get("disclosure")).toMatch(/Counts from 1 to 4 are hidden/u);
  });
});

test("what a table says cannot end the comment that quotes it, nor is a cell with a figure in what is written", async () => {
  const { spec, remarks } = await guess(
    'Area,Unit,Year,Offences\nKent,"people\n});process.exit(1);//",2018,120\nEssex,"people\n});process.exit(1);//",2018,70\nDevon,"people\n});process.exit(1);//",2018,"about 31"\n' +
      ["Avon", "Surrey", "Sussex"].map((area) => `${area},"people\n});process.exit(1);//",2018,80`).join("\n"),
  );
  const written = writeDefinition("figures", spec, remarks);
  expect(written).toContain('// "Unit" is always "people });process.exit(1);//".');
  expect(written).not.toMatch(/^\s*\}\);process/mu);
  expect(written).not.toContain("31");
});

test("a module written of a guess has no figure of the data, and is the same in any order of the rows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom("Kent", "Essex", "Devon", "Dorset", "Surrey", "Avon"), { minLength: 3 }),
      fc.infiniteStream(fc.integer({ min: 10_000, max: 99_999 })),
      fc.boolean(),
      async (areas, numbers, isReversed) => {
        const rows = areas.flatMap((area) =>
          ["2018", "2019"].map((year) => [area, year, ...numbers.take(1)].join(",")),
        );
        const module = async (lines: readonly string[]) => {
          const { spec, remarks } = await guess(["Area,Year,Offences", ...lines].join("\n"));
          return writeDefinition("figures", spec, remarks);
        };
        const written = await module(rows);
        expect(written).not.toMatch(/\d{5}/u);
        expect(await module(isReversed ? rows.toReversed() : [...rows].sort())).toBe(written);
      },
    ),
    { numRuns: 30 },
  );
});
