import fc from "fast-check";
import { expect, test } from "vitest";
import { createClaimEvaluator, evaluateClaims } from "../../src/claims/index.ts";
import { type CategorySpec, type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

const districts = ["Ashby Vale", "Birch Moor", "Cold Fell", "Dunmarsh"];
const ages = ["Under 12", "12 to 17"];

/** Ways to name a category: a definition may use any of them, wherever it says what stands for what. */
const names = {
  id: (label: string) => label.toLowerCase().replaceAll(" ", "-"),
  label: (label: string) => label,
  shouted: (label: string) => label.toUpperCase(),
} as const;
type Way = keyof typeof names;

/** Counts of two regions, four districts, two age groups, and all of them. */
function rowsOf(counts: readonly number[]): string {
  const cell = (district: number, age: number) => counts[district * 2 + age] ?? 0;
  const areas: readonly (readonly [string, readonly number[]])[] = [
    ...districts.map((name, index) => [name, [index]] as const),
    ["The North", [0, 1]],
    ["The South", [2, 3]],
    ["All areas", [0, 1, 2, 3]],
  ];
  const sum = (of: readonly number[], age?: number) =>
    of.reduce((all, at) => all + (age === undefined ? cell(at, 0) + cell(at, 1) : cell(at, age)), 0);
  return [
    "area,age,year,cases",
    ...areas.flatMap(([name, of]) => [
      ...ages.map((age, index) => `${name},${age},2020,${sum(of, index)}`),
      `${name},Any age,2020,${sum(of)}`,
    ]),
  ].join("\n");
}

interface Naming {
  readonly total: Way;
  readonly whole: Way;
  readonly part: Way;
  /** As `holds`, or as the parents of listed categories, others being open. */
  readonly listed: boolean;
}

function specOf({ total, whole, part, listed }: Naming, hidden: boolean): DatasetSpec {
  const regions = { "The North": districts.slice(0, 2), "The South": districts.slice(2) };
  const categories: readonly CategorySpec[] = Object.entries(regions).flatMap(([region, own]) =>
    own.map((label) => ({ id: names.id(label), label, parent: names[whole](region) })),
  );
  const holds = Object.fromEntries(
    Object.entries(regions).map(([region, own]) => [names[whole](region), own.map((label) => names[part](label))]),
  );
  return {
    title: "Cases",
    dimensions: {
      area: {
        role: "area",
        label: "Area",
        total: names[total]("All areas"),
        ...(listed ? { categories, open: true } : { holds }),
      },
      age: { role: "category", label: "Age", total: names[total]("Any age") },
      year: { role: "time", label: "Year" },
    },
    measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count", absent: "zero" } },
    sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
    ...(hidden && { disclosure: { profile: { hide: { from: 1, to: 4 } } } }),
  };
}

const way = fc.constantFrom<Way>("id", "label", "shouted");
const naming = fc.record({ total: way, whole: way, part: way, listed: fc.boolean() });

async function read(spec: DatasetSpec, csv: string) {
  const dataset = await readDataset(defineDataset(spec), { csv }, { id: "cases" });
  const evaluator = createClaimEvaluator(new Map([["cases", dataset]]));
  const claims = evaluateClaims(
    {
      all: { kind: "count", dataset: "cases", of: { at: {} } },
      rank: { kind: "rank", dataset: "cases", of: { at: { area: "Dunmarsh" } }, among: { dimension: "area" } },
    },
    evaluator,
  );
  return {
    cells: dataset.observations
      .map(({ at, cell }) => [Object.values(at).join(" "), cell.state, "value" in cell ? cell.value : ""].join(" "))
      .sort(),
    leaves: dataset
      .leaves("area")
      .map(({ id }) => id)
      .sort(),
    words: [...claims.values()].map(({ words }) => words.phrase),
  };
}

test("however a definition names its totals and what they hold, it reads and hides the same", async () => {
  const reference: Naming = { total: "id", whole: "id", part: "id", listed: false };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.nat(6), fc.integer({ min: 5, max: 60 })), { minLength: 8, maxLength: 8 }),
      naming,
      fc.boolean(),
      async (counts, names, hidden) => {
        const csv = rowsOf(counts);
        expect(await read(specOf(names, hidden), csv)).toEqual(await read(specOf(reference, hidden), csv));
      },
    ),
    { numRuns: trials(200, 12), seed: 11 },
  );
});

test("a count is not hidden in vain: its total and its neighbours do not give it away", async () => {
  const csv = "age,year,cases\nUnder 12,2020,2\n12 to 17,2020,31\nAll,2020,33\n";
  const { dimensions: _, ...rest } = specOf({ total: "id", whole: "id", part: "id", listed: false }, true);
  const age = { role: "category", label: "Age", total: "All" } as const;
  const spec = { ...rest, dimensions: { age, year: { role: "time", label: "Year" } as const } };
  const dataset = await readDataset(defineDataset(spec), { csv }, { id: "cases" });
  const shown = dataset.observations.filter(({ cell }) => cell.state === "value").map(({ at }) => at.age);
  expect(shown).toEqual(["all"]);
});

test("a total that the data does not have has no figure, and is warned of", async () => {
  const csv = "age,year,cases\nUnder 12,2020,20\n";
  const { dimensions: _, ...rest } = specOf({ total: "id", whole: "id", part: "id", listed: false }, false);
  const age = { role: "category", label: "Age", total: "Everyone" } as const;
  const spec = { ...rest, dimensions: { age, year: { role: "time", label: "Year" } as const } };
  const dataset = await readDataset(defineDataset(spec), { csv }, { id: "cases" });
  expect(dataset.diagnostics).toMatchObject([{ code: "unknown-category", source: { field: "dimensions.age.total" } }]);
  const evaluator = createClaimEvaluator(new Map([["cases", dataset]]));
  const claims = evaluateClaims({ all: { kind: "count", dataset: "cases", of: { at: {} } } }, evaluator);
  expect(claims.get("all")?.absence).toBe("missing");
});

test("where small counts are hidden, a name of what adds up that the data does not have is an error", async () => {
  const csv = "area,year,cases\nThe North,2020,33\nAshby,2020,2\nBirch,2020,31\n";
  const { dimensions: _, ...rest } = specOf({ total: "id", whole: "id", part: "id", listed: false }, true);
  const year = { role: "time", label: "Year" } as const;
  const named = (area: object): DatasetSpec => ({
    ...rest,
    dimensions: { area: { role: "area", label: "Area", ...area }, year },
  });
  const categories = [{ id: "ashby", label: "Ashby", parent: "The Nroth" }];
  for (const area of [{ total: "All" }, { holds: { "The Nroth": ["Ashby", "Birch"] } }, { categories, open: true }]) {
    await expect(readDataset(defineDataset(named(area)), { csv }, { id: "cases" })).rejects.toMatchObject({
      diagnostics: [{ code: "unknown-category", severity: "error" }],
    });
  }
  const known = [{ measure: "Cases", area: "The North" }];
  const spec = { ...named({}), disclosure: { profile: { hide: { from: 1, to: 4 } }, known } };
  expect(() => defineDataset(spec)).toThrow(/There is no measure "Cases"/);
});
