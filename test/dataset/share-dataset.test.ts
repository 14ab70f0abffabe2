import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Dataset,
  type DatasetSpec,
  defineDataset,
  readDataset,
  restoreShared,
  shareDataset,
} from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

const definition = defineDataset({
  title: "Referrals",
  lang: "en-GB",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      aliases: { Deepdale: "Dale" },
      holds: { North: ["Dale", "Moor"] },
    },
    week: { role: "time", label: "Week" },
    kind: { role: "category", label: "Kind", total: "All", categories: [{ id: "all", label: "All" }], open: true },
  },
  measures: {
    referrals: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" },
    rate: {
      label: "Rate",
      unit: { one: "per 1,000", other: "per 1,000" },
      statType: "rate",
      dimensions: ["week", "area"],
      additive: false,
    },
  },
  sources: { returns: { title: "Returns", publisher: "Councils", kind: "official-statistics" } },
  layout: { vintage: { column: "published" } },
  notSums: ["referrals"],
  translations: { cy: { title: "Atgyfeiriadau", dimensions: { area: { label: "Ardal" } } } },
} as DatasetSpec);

const areas = ["North", "Dale", "Moor", "Fell", "Ynys Môn"];
/** All labels together decide which of their numbers is the month. */
const weeks = ["01/02/2021", "08/02/2021", "15/02/2021"];

const base = { area: "Isle", week: "15/02/2021", kind: "All", published: "2021-05", referrals: "20", rate: "2" };

/** A cell is told once an edition. */
const rows = fc.uniqueArray(
  fc.record({
    area: fc.constantFrom(...areas),
    week: fc.constantFrom(...weeks),
    kind: fc.constantFrom("All", "Online", "Other"),
    published: fc.constantFrom("2021-05", "2022-01-31"),
    referrals: fc.constantFrom("1,204", "17", "*", "", "0", "<5"),
    rate: fc.constantFrom("1.5", "..", "20"),
  }),
  { selector: ({ area, week, published }) => [area, week, published].join("|"), maxLength: 40 },
);

const read = (data: readonly object[]): Promise<Dataset> =>
  readDataset(definition, { rows: [base, ...data] } as never, { id: "referrals" });

/** Everything that a dataset can be asked. */
function answersOf(dataset: Dataset) {
  const names = ["Dale", "deepdale", "ynys môn", "ynys-mon", "nowhere", "all", "08/02/2021", "2021-02-08"];
  const measures = ["referrals", "rate"];
  return {
    ...Object.fromEntries(
      (["id", "hash", "sources", "diagnostics", "observations"] as const).map((key) => [key, dataset[key]]),
    ),
    title: dataset.definition.spec.title,
    periods: dataset.periods(),
    read: weeks.map((label) => [dataset.readPeriod(label), dataset.period(dataset.periods()[0]?.id ?? "")]),
    relative: measures.map((measure) => dataset.relativePeriods(measure)),
    dimensions: ["area", "week", "kind"].map((dimension) => [
      dataset.categories(dimension),
      dataset.leaves(dimension),
      names.map((name) => dataset.category(dimension, name)),
    ]),
    found: dataset.observations.map(({ measure, at }) => [
      dataset.lookup(measure, at),
      dataset.lookup(measure, { ...at, area: "nowhere" }),
    ]),
    rows: [...dataset.categories("area")].map(({ id }) => dataset.where({ measure: "rate", area: id } as never)),
  };
}

const naming = { lang: "cy", periodName: ({ label }: { readonly label: string }) => `wythnos ${label}` };

describe("a dataset that is shared with another thread", () => {
  test("answers as the one that was read, in its own language and another", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        const dataset = await read(drawn);
        const restored = restoreShared(definition, structuredClone(shareDataset(dataset)));
        expect(answersOf(restored)).toEqual(answersOf(dataset));
        expect(answersOf(restored.inLanguage(naming as never))).toEqual(answersOf(dataset.inLanguage(naming as never)));
      }),
      { numRuns: trials(60, 60) },
    );
  });

  test("keeps every array of numbers on shared memory, so that passing it on copies none", async () => {
    const shared = shareDataset(await read([]));
    const arrays: ArrayBufferView[] = [];
    const look = (value: unknown): void => {
      if (ArrayBuffer.isView(value)) arrays.push(value);
      else if (typeof value === "object" && value !== null) for (const own of Object.values(value)) look(own);
    };
    look(shared);
    expect(arrays.length).toBeGreaterThan(10);
    expect(arrays.filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer))).toEqual([]);
  });

  const secret = defineDataset({
    ...definition.spec,
    dimensions: {
      area: { role: "area", label: "Area" },
      week: { role: "time", label: "Week" },
    },
    measures: { referrals: definition.spec.measures.referrals },
    layout: {},
    translations: {},
    disclosure: { profile: "under10" },
  } as never);
  const data = areas.flatMap((area, index) =>
    weeks.map((week) => ({ area, week, referrals: index === 1 ? 3 : 40_961 })),
  );

  const all = { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null };
  const told = async (own: typeof secret, rows: readonly object[]) =>
    inspect(shareDataset((await readDataset(own, { rows } as never, { id: "referrals" })) as Dataset), all);

  test("is the same whatever the hidden counts are, and whichever of them are small", async () => {
    const { spec } = secret;
    const area = { ...spec.dimensions.area, open: true, total: "all" };
    const withTotal = defineDataset({
      ...spec,
      dimensions: { area, week: { role: "time", label: "Year" } },
      disclosure: { profile: { hide: { from: 1, to: 4 } } },
    } as never);
    const counts = (...own: readonly number[]) => [
      ...own.map((referrals, index) => ({ area: `a${index}`, week: "2021", referrals })),
      { area: "all", week: "2021", referrals: own.reduce((sum, count) => sum + count, 0) },
    ];
    const asGiven = await told(withTotal, counts(3, 4, 400));
    expect(asGiven).toContain("values: Float64Array(4) [ NaN, NaN, 400, 407 ]");
    expect(await told(withTotal, counts(4, 3, 400))).toBe(asGiven);
    expect(await told(withTotal, counts(1, 6, 400))).toBe(asGiven);
  });

  test("is the same in whatever order the rows of protected data stand, which may be that of hidden counts", async () => {
    const asGiven = await told(secret, data);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(data, { minLength: data.length }), async (shuffled) => {
        expect(await told(secret, shuffled)).toBe(asGiven);
      }),
      { numRuns: 20 },
    );
  });

  test("has nothing of a count that was hidden", async () => {
    const dataset = await readDataset(secret, { rows: data } as never, { id: "referrals" });
    const numbers: number[] = [];
    const look = (value: unknown): void => {
      if (value instanceof Float64Array) numbers.push(...value);
      else if (typeof value === "object" && value !== null) for (const own of Object.values(value)) look(own);
    };
    look(shareDataset(dataset as Dataset));
    expect(numbers).toContain(40_961);
    expect(numbers).not.toContain(3);
  });
});
