import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { errorsIn } from "../../support/diagnostics-of.ts";
import { trials } from "../../support/trials.ts";

/*
 * `possibleSums` says that nobody knows whether something is a sum: small counts are protected as if readers knew it, wherever it is one.
 */

const spec: DatasetSpec = {
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", possibleSums: [{ whole: "North", parts: ["Ash", "Birch", "Cedar"] }] },
    year: { role: "time", label: "Year" },
  },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
};
const count = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 5, arbitrary: fc.integer({ min: 5, max: 90 }) },
);
const years = ["2019", "2020", "2021"] as const;
const parts = ["Ash", "Birch", "Cedar"] as const;

/** In the second year the parts do not come to the whole. */
const wholeOf = (own: readonly number[], year: number) => own.reduce((all, one) => all + one, year === 1 ? 7 : 0);

test("what may be a sum is protected as one where it is one, and stays in ranks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      async (table, asMeasures) => {
        const figures = table.map((own, year) => ({
          north: wholeOf(own, year),
          ash: own[0] ?? 0,
          birch: own[1] ?? 0,
          cedar: own[2] ?? 0,
        }));
        const ids = ["north", "ash", "birch", "cedar"] as const;
        const ofMeasures: DatasetSpec = {
          ...spec,
          dimensions: { year: { role: "time", label: "Year" } },
          measures: Object.fromEntries(
            ids.map((id) => [id, { label: id, unit: { one: "case", other: "cases" }, statType: "count" }]),
          ),
          possibleSums: [{ whole: "north", parts: ["ash", "birch", "cedar"] }],
        };
        const rows = asMeasures
          ? figures.map((own, year) => ({ year: years[year] as string, ...own }))
          : figures.flatMap((own, year) =>
              ids.map((id) => ({ area: id, year: years[year] as string, cases: own[id] })),
            );
        const dataset = await readDataset(defineDataset(asMeasures ? ofMeasures : spec), { rows }, { id: "cases" });
        for (const [year, own] of figures.entries()) {
          if (year === 1) continue;
          const hidden = dataset.observations.flatMap(({ measure, at, cell }) =>
            at.year === years[year] && cell.state === "suppressed" ? [asMeasures ? measure : (at.area ?? "")] : [],
          );
          const small = hidden.filter((id) => own[id as keyof typeof own] >= 1 && own[id as keyof typeof own] <= 4);
          if (small.length > 0) expect(hidden.length, JSON.stringify(figures)).toBeGreaterThan(1);
        }
      },
    ),
    { numRuns: trials(300, 60) },
  );
});

test("a name in it that the data does not have is an error where counts are hidden", async () => {
  const rows = parts.map((area, at) => ({ area, year: "2019", cases: 20 + at }));
  const read = readDataset(defineDataset(spec), { rows }, { id: "cases" });
  const errors = await read.then(() => [], errorsIn);
  expect(errors).toMatchObject([{ code: "unknown-category", source: { field: "dimensions.area.possibleSums" } }]);
});
