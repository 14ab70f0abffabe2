import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import { trials } from "../../support/trials.ts";

const regions = { North: ["Ash", "Birch", "Cedar"], South: ["Dell", "Elm", "Fern", "Gorse"] };
const areas = Object.values(regions).flat();
const ages = ["Young", "Middle", "Old"];

/** Populations stand beside every age and are equal there: equations that the data hold, each in several ways. */
const spec: DatasetSpec = {
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", total: "All", holds: regions, notSums: areas },
    age: { role: "category", label: "Age", notSums: ages },
  },
  measures: {
    cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" },
    people: { label: "People", unit: { one: "person", other: "people" }, statType: "count", additive: false },
  },
  notSums: ["cases", "people"],
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } }, measures: { people: "publish" } },
};

type Row = Readonly<Record<string, string | number>>;

function rowsOf(counts: readonly number[]): readonly Row[] {
  const own = new Map(
    areas.flatMap((area, row) => ages.map((age, column) => [`${area} ${age}`, counts[row * 3 + column]])),
  );
  return Object.entries({ All: areas, ...regions, ...Object.fromEntries(areas.map((area) => [area, [area]])) }).flatMap(
    ([area, parts]) =>
      ages.map((age) => ({
        area,
        age,
        cases: parts.reduce((sum, part) => sum + (own.get(`${part} ${age}`) ?? 0), 0),
        people: parts.reduce((sum, part) => sum + 400 + 77 * areas.indexOf(part), 0),
      })),
  );
}

/** What is published of rows, and what is said of them. */
async function publish(rows: readonly Row[]) {
  try {
    const { hash, observations, diagnostics } = await readDataset(
      defineDataset(spec),
      { rows: rows.map((row) => ({ ...row })) },
      { id: "cases" },
    );
    return { hash, observations, said: diagnostics.map(({ message }) => message).sort() };
  } catch (error) {
    if (error instanceof BriefingError) return error.diagnostics.map(({ message }) => message).sort();
    throw error;
  }
}

test("what is hidden, and what is found in the data, is the same in every order of rows", async () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 45 }));
  const scenario = fc
    .array(count, { minLength: areas.length * ages.length, maxLength: areas.length * ages.length })
    .chain((counts) => {
      const rows = rowsOf(counts);
      const bySize = [...rows].sort((a, b) => Number(b.cases) - Number(a.cases));
      return fc.record({
        rows: fc.constant(rows),
        others: fc.oneof(
          fc.constantFrom(bySize, bySize.toReversed()),
          fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
        ),
      });
    });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ rows, others }) => {
      expect(await publish(others)).toEqual(await publish(rows));
    }),
    { numRuns: trials(30, 6), seed: 11 },
  );
});
