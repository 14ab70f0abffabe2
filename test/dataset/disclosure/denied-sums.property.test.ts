import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset, readDatasets } from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";

/*
 * `notSums` says that a sum is chance. Readers see the figures and not the definition: a sum that holds in all of them gives a
 * hidden count away whatever a definition says of it.
 */

const count = (label: string) => ({ label, unit: { one: "case", other: "cases" }, statType: "count" as const });
const common = {
  title: "Cases",
  sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
} satisfies Partial<DatasetSpec>;
const time = { role: "time", label: "Year" } as const;

const areas = ["Ash", "Birch", "Cedar", "Dell"] as const;
const years = ["2015", "2016", "2017", "2018", "2019", "2020"] as const;
const counts = fc.array(
  fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 6, arbitrary: fc.integer({ min: 20, max: 90 }) },
    ),
    {
      minLength: areas.length,
      maxLength: areas.length,
    },
  ),
  { minLength: years.length, maxLength: years.length },
);

type Figures = readonly (readonly [name: string, of: (own: readonly number[]) => number])[];
const sum = (own: readonly number[]) => own.reduce((all, value) => all + value, 0);
const parts: Figures = areas.map((area, at) => [area, (own) => own[at] as number]);

interface Shape {
  readonly rows: Figures;
  readonly area: DatasetSpec["dimensions"][string];
  readonly notSums: readonly string[];
  /** Rows that come to nothing, each added or taken away. */
  readonly equations: readonly (readonly string[])[];
}

const area = { role: "area", label: "Area" } as const;
const regions: Figures = [
  ["North", (own) => sum(own.slice(0, 2))],
  ["South", (own) => sum(own.slice(2))],
];
const kingdom: Figures = [["Kingdom", sum]];

/** What a definition may deny, and what readers subtract all the same. */
const shapes: Readonly<Record<string, Shape>> = {
  "a total": {
    rows: [...parts, ...kingdom],
    area: { ...area, notSums: ["Kingdom"] },
    notSums: [],
    equations: [["Kingdom", ...areas]],
  },
  "a region below a total that is told": {
    rows: [...parts, ...regions, ...kingdom],
    area: { ...area, total: "Kingdom", notSums: ["North", "South"] },
    notSums: [],
    equations: [
      ["Kingdom", ...areas],
      ["North", "Ash", "Birch"],
      ["South", "Cedar", "Dell"],
    ],
  },
  "every name that there is": {
    rows: [...parts, ...regions],
    area: { ...area, notSums: [...areas, "North", "South"] },
    notSums: [],
    equations: [
      ["North", "Ash", "Birch"],
      ["South", "Cedar", "Dell"],
    ],
  },
};

/** Names of rows whose small count is the only one that a sum hides. */
function givenAway(own: readonly number[], hidden: ReadonlySet<string>, { rows, equations }: Shape): readonly string[] {
  return equations.flatMap((names) => {
    const [only, ...others] = names.filter((name) => hidden.has(name));
    const value = rows.find(([name]) => name === only)?.[1](own) ?? 0;
    return only !== undefined && others.length === 0 && value >= 1 && value <= 4 ? [only] : [];
  });
}

for (const [name, shape] of Object.entries(shapes))
  test(`denies nothing to readers: ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.boolean(), async (table, asMeasures) => {
        const id = (row: string) => row.toLowerCase();
        const ofMeasures: DatasetSpec = {
          ...common,
          dimensions: { year: time },
          measures: Object.fromEntries(shape.rows.map(([row]) => [id(row), count(row)])),
          ...(shape.area.role !== "time" && { notSums: (shape.area.notSums ?? []).map(id) }),
          ...(name.includes("told") && { sums: [{ whole: "kingdom", parts: areas.map(id) }] }),
        };
        const ofAreas: DatasetSpec = {
          ...common,
          dimensions: { area: shape.area, year: time },
          measures: { cases: count("Cases") },
        };
        const rows = asMeasures
          ? table.map((own, at) => ({
              year: years[at] as string,
              ...Object.fromEntries(shape.rows.map(([row, of]) => [id(row), of(own)])),
            }))
          : table.flatMap((own, at) =>
              shape.rows.map(([row, of]) => ({ area: row, year: years[at] as string, cases: of(own) })),
            );
        const dataset = await readDataset(defineDataset(asMeasures ? ofMeasures : ofAreas), { rows }, { id: "cases" });
        for (const [at, own] of table.entries()) {
          const hidden = new Set(
            dataset.observations.flatMap(({ measure, at: place, cell }) => {
              const row = shape.rows.find(([each]) => id(each) === (asMeasures ? measure : place.area))?.[0];
              return cell.state === "suppressed" && place.year?.startsWith(years[at] as string) && row ? [row] : [];
            }),
          );
          expect(givenAway(own, hidden, shape)).toEqual([]);
        }
        expect(new Set(dataset.diagnostics.map(({ code }) => code))).toContain("denied-sum");
      }),
      { numRuns: trials(60, 12) },
    );
  });

test("follows a rate that is made of a hidden count, though the definition denies it", async () => {
  const spec: DatasetSpec = {
    ...common,
    dimensions: { area, year: time },
    measures: {
      cases: count("Cases"),
      people: count("People"),
      ratio: { ...count("Ratio"), statType: "rate" },
    },
    notSums: ["cases", "people", "ratio"],
    disclosure: { ...common.disclosure, measures: { people: "publish", ratio: "publish" } },
  };
  const rows = areas.flatMap((own, at) =>
    years.map((year, index) => {
      const cases = own === "Ash" && index === 2 ? 3 : 20 + ((at * 31 + index * 17) % 70);
      const people = 1000 + at * 77;
      return { area: own, year, cases, people, ratio: Math.round((cases / people) * 1e6) / 1e3 };
    }),
  );
  const dataset = await readDataset(defineDataset(spec), { rows }, { id: "cases" });
  const hidden = dataset.observations.filter(({ cell }) => cell.state === "suppressed");
  expect(hidden.map(({ measure, at }) => [measure, at.area])).toEqual(
    expect.arrayContaining([
      ["cases", "ash"],
      ["ratio", "ash"],
    ]),
  );
});

test("refuses a running total, though the definition denies it", async () => {
  const spec: DatasetSpec = {
    ...common,
    dimensions: { area, year: time },
    measures: { cases: count("Cases"), sofar: count("So far") },
    notSums: ["sofar"],
  };
  const rows = areas.flatMap((own, at) =>
    years.map((year, index) => {
      const value = (position: number) => 20 + ((at * 31 + position * 17) % 70);
      return {
        area: own,
        year,
        cases: value(index),
        sofar: sum(years.slice(0, index + 1).map((_, position) => value(position))),
      };
    }),
  );
  await expect(readDataset(defineDataset(spec), { rows }, { id: "cases" })).rejects.toThrow(/not believed/);
});

test("warns of counts that two datasets have in common, where a definition says that they are seen to", async () => {
  const by = (dimension: string, ids: readonly string[]): DatasetSpec => ({
    ...common,
    dimensions: {
      area: { ...area, notSums: areas },
      [dimension]: { role: "category", label: dimension, notSums: ids },
    },
    measures: { cases: count("Cases") },
    notSums: ["cases"],
  });
  const value = (at: number, part: number) => 20 + ((at * 31 + part * 17) % 50);
  const rowsBy = (dimension: string, ids: readonly string[], split: (at: number) => readonly number[]) =>
    areas.flatMap((own, at) =>
      ids.map((each, part) => ({ area: own, [dimension]: each, cases: split(at)[part] as number })),
    );
  const [sexes, ages] = [
    ["Girls", "Boys"],
    ["Under 12", "Teens"],
  ] as const;
  const datasets = await readDatasets([
    {
      id: "bysex",
      definition: defineDataset(by("sex", sexes)),
      input: { rows: rowsBy("sex", sexes, (at) => [value(at, 0), value(at, 1)]) },
    },
    {
      id: "byage",
      definition: defineDataset(by("age", ages)),
      input: { rows: rowsBy("age", ages, (at) => [value(at, 0) + 7, value(at, 1) - 7]) },
    },
  ]);
  expect(datasets.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).toContain("common-margin");
});

test("believes what it denies where figures are few and small", async () => {
  const spec: DatasetSpec = {
    ...common,
    dimensions: { area: { ...area, notSums: ["Dell"] }, year: time },
    measures: { cases: count("Cases") },
  };
  // Ash and Birch come to Dell in two years.
  const figures: Readonly<Record<string, readonly number[]>> = {
    Ash: [3, 6],
    Birch: [6, 7],
    Cedar: [50, 60],
    Dell: [9, 13],
  };
  const rows = Object.entries(figures).flatMap(([own, values]) =>
    values.map((cases, at) => ({ area: own, year: years[at] as string, cases })),
  );
  const { observations, diagnostics } = await readDataset(defineDataset(spec), { rows }, { id: "cases" });
  expect(observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(1);
  expect(diagnostics).toEqual([]);
});
