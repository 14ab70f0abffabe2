import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { errorsIn } from "../support/diagnostics-of.ts";
import { inPart } from "../support/trials.ts";

type Row = Readonly<Record<string, string | number>>;

const count = (label: string) => ({ label, unit: { one: "case", other: "cases" }, statType: "count" as const });

const open: DatasetSpec = {
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: { n: count("Cases") },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
};

const secret: DatasetSpec = { ...open, disclosure: { profile: { hide: { from: 1, to: 4 } } } };

const read = (spec: DatasetSpec, rows: readonly Row[]) => readDataset(defineDataset(spec), { rows }, { id: "cases" });

/** What is said of sums, whether reading fails or not. */
async function told(spec: DatasetSpec, rows: readonly Row[]): Promise<readonly Diagnostic[]> {
  try {
    return (await read(spec, rows)).diagnostics.filter(({ code }) => code === "undeclared-sum");
  } catch (error) {
    return errorsIn(error);
  }
}

/** The definition with the line that a hint says to add. */
function followed(spec: DatasetSpec, { hint = "" }: Diagnostic, which: "declare" | "deny"): DatasetSpec {
  const value = (text: string): Record<string, unknown> =>
    new Function(`return { ${text} }`)() as Record<string, unknown>;
  const deny = /(notSums: .*)\.$/.exec(hint)?.[1] ?? "";
  const [, place = "", declare = ""] = /^Add to (\S+|the definition): (.*?)\. If that/.exec(hint) ?? [];
  const added = value(which === "declare" ? declare : deny);
  if (!place.startsWith("dimensions.")) return { ...spec, ...added };
  const dimension = place.slice("dimensions.".length);
  return {
    ...spec,
    dimensions: { ...spec.dimensions, [dimension]: { ...spec.dimensions[dimension], ...added } as never },
  };
}

const years = ["2017", "2018", "2019"];
const wide = (values: Readonly<Record<string, readonly number[]>>): readonly Row[] =>
  Object.entries(values).flatMap(([area, own]) => own.map((n, index) => ({ area, period: years[index] as string, n })));

const added = (...series: readonly (readonly number[])[]) =>
  years.map((_, year) => series.reduce((sum, own) => sum + (own[year] ?? 0), 0));

const sumOf = (own: readonly number[]): number => own.reduce((sum, value) => sum + value, 0);

const [a, b, c, d] = [
  [112, 97, 130],
  [45, 61, 58],
  [230, 218, 2],
  [18, 3, 25],
] as const;

const tables: Readonly<Record<string, readonly Row[]>> = {
  "a total among areas": wide({ Kent: a, Essex: b, Surrey: c, Total: added(a, b, c) }),
  "a total of another name, in the midst": wide({
    Kent: a,
    "The county": added(a, b, c, d),
    Essex: b,
    Surrey: c,
    Devon: d,
  }),
  "regions and what they hold": wide({
    North: added(a, b),
    Kent: a,
    Essex: b,
    South: added(c, d),
    Surrey: c,
    Devon: d,
  }),
  "regions after them, and a total": wide({
    Kent: a,
    Essex: b,
    Surrey: c,
    Devon: d,
    North: added(a, b),
    South: added(c, d),
    All: added(a, b, c, d),
  }),
};

describe.each(Object.entries(tables))("%s", (_, rows) => {
  test("is a warning, whose advice works", async () => {
    const [warning, ...others] = await told(open, rows);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: "warning", code: "undeclared-sum" });
    expect(await told(followed(open, warning as Diagnostic, "declare"), rows)).toEqual([]);
    expect(await told(followed(open, warning as Diagnostic, "deny"), rows)).toEqual([]);
  });

  test("is an error where the data is to be protected, and holds no figure", async () => {
    const [error, ...others] = await told(secret, rows);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ severity: "error", code: "undeclared-sum" });
    const text = `${error?.message} ${error?.hint}`.replace(/\(\d+ columns\)/, "");
    expect(text).not.toMatch(/\d/);
    const spec = followed(secret, error as Diagnostic, "declare");
    expect(await told(spec, rows)).toEqual([]);
    // Declared, it no longer gives the hidden count away: a second cell of its column is hidden too.
    const dataset = await read(spec, rows);
    for (const year of years) {
      const column = dataset.observations.filter(({ at }) => at.period?.startsWith(year));
      const hidden = column.filter(({ cell }) => cell.state === "suppressed").length;
      expect(hidden).not.toBe(1);
    }
  });

  test("is in no chart and no rank: neither warned of nor declared", async () => {
    const [warning] = await told(open, rows);
    for (const spec of [open, followed(open, warning as Diagnostic, "declare")]) {
      const dataset = await read(spec, rows);
      expect(
        dataset
          .leaves("area")
          .map(({ label }) => label)
          .sort(),
      ).toEqual(["Devon", "Essex", "Kent", "Surrey"].filter((label) => rows.some(({ area }) => area === label)));
      const charted = dataset.where({ period: "2018" }).map(({ area }) => area);
      expect(charted).not.toContain("Total");
      expect(charted).not.toContain("North");
    }
  });
});

describe("sums of measures", () => {
  const measures = { all: count("All"), men: count("Men"), women: count("Women") };
  const rows = [
    { area: "Kent", period: "2019", men: 40, women: 2, all: 42 },
    { area: "Essex", period: "2019", men: 51, women: 38, all: 89 },
    { area: "Surrey", period: "2019", men: 0, women: 0, all: 0 },
    { area: "Devon", period: "2019", men: 93, women: 61, all: 154 },
  ];
  test.each([
    { ...open, measures },
    { ...secret, measures },
  ])("are told, and the advice works", async (spec) => {
    const [found, ...others] = await told(spec, rows);
    expect(others).toEqual([]);
    expect(found?.hint).toContain('sums: [{ whole: "all", parts: ["women", "men"] }]');
    for (const which of ["declare", "deny"] as const) {
      expect(await told(followed(spec, found as Diagnostic, which), rows)).toEqual([]);
    }
  });
});

describe("a measure that is a margin of another", () => {
  const dimensions: DatasetSpec["dimensions"] = { ...open.dimensions, age: { role: "category", label: "Age" } };
  const specOf = (own: DatasetSpec): DatasetSpec => ({
    ...own,
    dimensions,
    measures: { n: count("By age"), all: { ...count("All"), dimensions: ["area", "period"] } },
  });
  const ages = ["Under 16", "16 to 64", "65 and over"];
  const rows = ["Kent", "Essex", "Surrey", "Devon"].flatMap((area, row) => {
    const own = [30 + 17 * row, row === 2 ? 3 : 81 + 7 * row * row, 44 - 9 * row];
    return own.map((n, age) => ({ area, period: "2019", age: ages[age] as string, n, all: sumOf(own) }));
  });

  test.each([open, secret])("is told, and the advice works", async (own) => {
    const [found, ...others] = await told(specOf(own), rows);
    expect(others).toEqual([]);
    expect(found?.hint).toContain('sums: [{ whole: "all", parts: ["n"] }]');
    for (const which of ["declare", "deny"] as const)
      expect(await told(followed(specOf(own), found as Diagnostic, which), rows)).toEqual([]);
  });

  test("declared, it no longer gives the hidden count away", async () => {
    const [found] = await told(specOf(secret), rows);
    const { observations } = await read(followed(specOf(secret), found as Diagnostic, "declare"), rows);
    const surrey = observations.filter(({ at, cell }) => at.area === "surrey" && cell.state === "suppressed");
    expect(surrey).toHaveLength(2);
  });
});

test("a total that fails where a figure was revised is a total all the same", async () => {
  const rows = [2014, 2015, 2016, 2017, 2018, 2019].flatMap((period, year) => {
    const own = [112 + 31 * year, 97 + 7 * year * year, 230 - year, 1 + year];
    const all = sumOf(own) + (year === 2 ? 1 : 0);
    return [...own, all].map((n, area) => ({
      area: ["Kent", "Essex", "Surrey", "Devon", "Total"][area] as string,
      period,
      n,
    }));
  });
  expect(await told(secret, rows)).toMatchObject([{ code: "undeclared-sum", severity: "error" }]);
});

test("a sum of measures is one all the same, wherever its parts stand, and though rows were revised", async () => {
  const ids = ["all", "men", "women", "unknown", "cars", "beds"];
  const order = fc.shuffledSubarray(ids, { minLength: ids.length });
  const seeds = fc.tuple(fc.integer({ min: 900, max: 4000 }), fc.integer({ min: 700, max: 3000 }));
  const revised = fc.uniqueArray(fc.nat(35), { minLength: 1, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(order, seeds, revised, async (measures, [most, fewer], wrong) => {
      const spec = { ...secret, measures: Object.fromEntries(measures.map((id) => [id, count(id)])) };
      const rows = Array.from({ length: 36 }, (_, at) => {
        const [men, women, unknown] = [most + ((at * 7919) % 877), fewer + ((at * 6571) % 641), 1 + ((at * 7) % 30)];
        const all = men + women + unknown + (wrong.includes(at) ? 1 : 0);
        const [cars, beds] = [5 + ((at * 37) % 700), 9 + ((at * 2909) % 503)];
        return { area: `Ward ${at}`, period: "2019", all, men, women, unknown, cars, beds };
      });
      const [problem, ...others] = await told(spec, rows);
      expect(problem).toMatchObject({ code: "undeclared-sum", severity: "error", source: { field: "sums" } });
      expect(others).toEqual([]);
      const { observations } = await read(followed(spec, problem as Diagnostic, "declare"), rows);
      expect(observations.some(({ measure, cell }) => measure === "unknown" && cell.state === "suppressed")).toBe(true);
    }),
    { numRuns: inPart(30, 5) },
  );
});

test("a sum of measures is one all the same, where others are known elsewhere only", async () => {
  const ids = ["men", "cars", "all", "beds", "unknown", "women"];
  const spec = { ...secret, measures: Object.fromEntries(ids.map((id) => [id, count(id)])) };
  const rows = Array.from({ length: 36 }, (_, at) => {
    const [men, women, unknown] = [900 + ((at * 7919) % 877), 700 + ((at * 6571) % 641), 1 + ((at * 7) % 30)];
    const other = at % 2 === 0 ? { cars: 5 + ((at * 37) % 700) } : { beds: 9 + ((at * 2909) % 503) };
    return { area: `Ward ${at}`, period: "2019", all: men + women + unknown, men, women, unknown, ...other };
  });
  const filled = rows.map((row) => ({ ...Object.fromEntries(ids.map((id) => [id, "[x]"])), ...row }));
  const [problem, ...others] = await told(spec, filled);
  expect(problem).toMatchObject({ code: "undeclared-sum", severity: "error", source: { field: "sums" } });
  expect(problem?.hint).toContain('whole: "all"');
  expect(others).toEqual([]);
});

test("what readers know anyway may add up: sums of populations are none to declare", async () => {
  const measures = { n: count("Cases"), all: count("All"), men: count("Men"), women: count("Women") };
  const spec = (...known: readonly string[]): DatasetSpec => ({
    ...secret,
    measures,
    disclosure: {
      profile: { hide: { from: 1, to: 4 } },
      measures: Object.fromEntries(known.map((id) => [id, "publish"] as const)),
    },
  });
  const rows = [1, 2, 3, 4, 5].map((index) => {
    const [men, women] = [913 * index + index ** 3, 1077 * index - 3 * index ** 2] as const;
    return { area: `Ward ${index}`, period: "2019", n: (index * 37) % 60, men, women, all: men + women };
  });
  expect(await told(spec("all", "men", "women"), rows)).toEqual([]);
  const [partly] = await told(spec("all"), rows);
  expect(partly?.hint).toMatch(/^Take all off disclosure\.measures/);
  const followedOne = { ...spec(), sums: [{ whole: "all", parts: ["men", "women"] }] };
  expect(await told(followedOne, rows)).toEqual([]);
});

describe("no false alarm", () => {
  test.each([
    ["zeros", wide({ Kent: [0, 0, 0], Essex: [0, 0, 0], Total: [0, 0, 0] })],
    [
      "one small column",
      [
        { area: "Kent", period: "2019", n: 12 },
        { area: "Essex", period: "2019", n: 7 },
        { area: "Devon", period: "2019", n: 5 },
      ],
    ],
    [
      "a sum that fails in one year",
      wide({ Kent: a, Essex: b, North: added(a, b).map((n, year) => n + (year === 1 ? 1 : 0)) }),
    ],
  ])("%s", async (_, rows) => {
    expect(await told(open, rows)).toEqual([]);
  });

  test("of tables of chance", async () => {
    const table = fc.record({
      areas: fc.integer({ min: 3, max: 40 }),
      years: fc.integer({ min: 1, max: 3 }),
      top: fc.constantFrom(6, 30, 500, 100_000),
      seed: fc.integer({ min: 1, max: 2_147_483_646 }),
    });
    let alarms = 0;
    const runs = inPart(400, 150);
    await fc.assert(
      fc.asyncProperty(table, async ({ areas, years: most, top, seed }) => {
        let state = seed;
        const chance = () => {
          state = (state * 48_271) % 2_147_483_647;
          return state / 2_147_483_647;
        };
        const rows = Array.from({ length: areas * most }, (_, index) => ({
          area: `Area ${Math.floor(index / most) + 1}`,
          period: years[index % most] as string,
          // Most places are small: the shape of real counts.
          n: Math.floor(chance() ** 2 * top),
        }));
        alarms += (await told(open, rows)).length;
      }),
      { numRuns: runs, seed: 7 },
    );
    expect(alarms).toBeLessThanOrEqual(runs / 50);
  });
});

test("what holds what is said once: two holders are an error, unknown names a warning", async () => {
  const spec = (holds: Readonly<Record<string, readonly string[]>>): DatasetSpec => ({
    ...open,
    dimensions: { ...open.dimensions, area: { role: "area", label: "Area", holds } },
  });
  const rows = wide({ Kent: a, Essex: b, Surrey: c });
  const twice = told(spec({ Essex: ["Kent"], Surrey: ["Kent"] }), rows);
  await expect(twice).resolves.toMatchObject([{ code: "two-parents" }]);
  const dataset = await read(spec({ Essex: ["Kent", "Kemt"] }), rows);
  expect(dataset.diagnostics).toMatchObject([{ code: "unknown-category", hint: 'Did you mean "kent"?' }]);
  expect(dataset.leaves("area").map(({ id }) => id)).toEqual(["kent", "surrey"]);
});
