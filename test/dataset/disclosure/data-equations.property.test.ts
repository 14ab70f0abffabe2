import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import { trials } from "../../support/trials.ts";

/** Cases of one year, by sex and age: boys under 12, boys from 12, girls under 12, girls from 12. */
type Cases = readonly [number, number, number, number];

/** Rows that publishers print one below the other, and what each counts. */
const rows = {
  All: (c: Cases) => c[0] + c[1] + c[2] + c[3],
  Boys: (c: Cases) => c[0] + c[1],
  Girls: (c: Cases) => c[2] + c[3],
  "Under 12": (c: Cases) => c[0] + c[2],
  Teens: (c: Cases) => c[1] + c[3],
} as const;
type Row = keyof typeof rows;
const idOf = (row: Row) => row.toLowerCase().replaceAll(" ", "-");

interface Shape {
  /** Are the rows categories of one dimension, or measures? */
  readonly as: "categories" | "measures";
  readonly total: boolean;
  readonly exclusive: boolean;
  readonly additive: boolean;
  /** A row of which nobody knows what it holds. */
  readonly memo: boolean;
}

const count = (label: string, additive: boolean) => ({
  label,
  unit: { one: "case", other: "cases" },
  statType: "count" as const,
  ...(!additive && { additive }),
});

function tableOf(years: readonly Cases[], { as, total, exclusive, additive, memo }: Shape) {
  const names = (Object.keys(rows) as Row[]).filter((row) => total || row !== "All");
  const columns = names.map((name) => ({ name, id: idOf(name), values: years.map(rows[name]) }));
  const all = memo ? [...columns, { name: "Of which online", id: "online", values: years.map(([, b]) => b) }] : columns;
  const common = {
    title: "Cases",
    sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
    disclosure: { profile: { hide: { from: 1, to: 4 } } },
  } as const;
  const year = { role: "time", label: "Year" } as const;
  if (as === "measures") {
    const spec: DatasetSpec = {
      ...common,
      dimensions: { year },
      measures: Object.fromEntries(all.map(({ name, id }) => [id, count(name, additive)])),
      layout: { measures: Object.fromEntries(all.map(({ name, id }) => [id, name])) },
      ...(total && { sums: [{ whole: "all", parts: ["boys", "girls"] }] }),
    };
    const lines = years.map((_, at) => [2015 + at, ...all.map(({ values }) => values[at])].join(","));
    return { spec, csv: [["year", ...all.map(({ name }) => name)].join(","), ...lines].join("\n") };
  }
  const who = { role: "category", label: "Who", ...(!exclusive && { exclusive }), ...(total && { total: "All" }) };
  const spec: DatasetSpec = {
    ...common,
    dimensions: { who: who as DatasetSpec["dimensions"][string], year },
    measures: { cases: count("Cases", additive) },
  };
  const lines = all.flatMap(({ name, values }) => values.map((value, at) => `${name},${2015 + at},${value}`));
  return { spec, csv: ["who,year,cases", ...lines].join("\n") };
}

type Published = Readonly<Partial<Record<Row, number | undefined>>>;

/** Reads what is published of each year; undefined where the table is refused. */
async function publish(years: readonly Cases[], shape: Shape): Promise<readonly Published[] | undefined> {
  const { spec, csv } = tableOf(years, shape);
  try {
    const { observations } = await readDataset(defineDataset(spec), { csv }, { id: "cases" });
    return years.map((_, at) => {
      const own = observations.filter(({ at: place }) => place.year?.startsWith(String(2015 + at)));
      const figure = (row: Row) =>
        own.find(({ measure, at: place }) => (shape.as === "measures" ? measure : place.who) === idOf(row))?.cell;
      const names = (Object.keys(rows) as Row[]).filter((row) => shape.total || row !== "All");
      return Object.fromEntries(
        names.map((name) => {
          const cell = figure(name);
          return [name, cell?.state === "value" ? cell.value : undefined];
        }),
      );
    });
  } catch (error) {
    if (error instanceof BriefingError) return undefined;
    throw error;
  }
}

/** Counts above those that tests have. */
const most = 40;

/** What a reader who knows what the rows mean holds possible for a hidden one: by trying all numbers. */
function possible(published: Published): ReadonlyMap<Row, ReadonlySet<number>> {
  const range = (row: Row, upTo: number) => {
    const known = published[row];
    return known === undefined ? Array.from({ length: upTo + 1 }, (_, value) => value) : [known];
  };
  const found = new Map<Row, Set<number>>(Object.keys(published).map((row) => [row as Row, new Set<number>()]));
  const add = (table: Readonly<Record<Row, number>>) => {
    for (const [row, values] of found) values.add(table[row]);
  };
  const fits = (row: Row, value: number) => value >= 0 && (published[row] ?? value) === value;
  for (const boys of range("Boys", most))
    for (const girls of range("Girls", most))
      for (const young of fits("All", boys + girls) ? range("Under 12", most) : [])
        if (fits("Teens", boys + girls - young))
          add({ All: boys + girls, Boys: boys, Girls: girls, "Under 12": young, Teens: boys + girls - young });
  return found;
}

const small = [1, 2, 3, 4];

function expectHidden(years: readonly Cases[], published: readonly Published[]): void {
  for (const [at, own] of published.entries()) {
    const values = possible(own);
    for (const [row, value] of Object.entries(own) as [Row, number | undefined][]) {
      if (value !== undefined) {
        expect(small).not.toContain(value);
        continue;
      }
      if (!small.includes(rows[row](years[at] as Cases))) continue;
      expect([...(values.get(row) ?? [])]).toEqual(expect.arrayContaining(small));
      expect(values.get(row)?.size).toBeGreaterThan(small.length);
    }
  }
}

const cases: fc.Arbitrary<Cases> = fc.tuple(
  fc.nat(3),
  fc.integer({ min: 6, max: 14 }),
  fc.nat(2),
  fc.integer({ min: 5, max: 12 }),
);

test("what rows come to is reckoned with, though the definition has no word for it", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      // Four years of small counts may come to the same by chance, and years that repeat each other tell of a sum once.
      fc.uniqueArray(cases, { minLength: 5, maxLength: 6, selector: rows.All }),
      fc.record({
        as: fc.constantFrom("categories", "measures"),
        total: fc.boolean(),
        exclusive: fc.boolean(),
        additive: fc.boolean(),
        memo: fc.boolean(),
      }),
      async (years, shape) => {
        const published = await publish(years, shape);
        if (!published) return;
        read += 1;
        expectHidden(years, published);
      },
    ),
    { numRuns: trials(200, 3), seed: 12 },
  );
  expect(read).toBeGreaterThan(0);
});

test("of a total that the definition names, one column of figures is enough", async () => {
  const years: readonly Cases[] = [[1, 13, 1, 12]];
  const published = await publish(years, {
    as: "categories",
    total: true,
    exclusive: true,
    additive: true,
    memo: false,
  });
  expectHidden(years, published ?? []);
  expect(published?.[0]).toMatchObject({ All: 27, "Under 12": undefined, Teens: undefined });
});
