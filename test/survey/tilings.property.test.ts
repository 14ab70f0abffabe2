import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dataset, type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { tilingOf } from "../../src/survey/sums/tilings.ts";
import { trials } from "../support/trials.ts";

/** A place with its counts, one a year. */
interface Row {
  readonly name: string;
  readonly counts: readonly number[];
}

const spec = {
  title: "Injuries",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { injuries: { label: "Injuries", unit: { one: "injury", other: "injuries" }, statType: "count" } },
  sources: { office: { title: "Injuries", publisher: "Office", kind: "official-statistics" } },
} satisfies DatasetSpec;

const read = (table: readonly Row[]): Promise<Dataset> =>
  readDataset(
    defineDataset(spec),
    {
      rows: table.flatMap(({ name, counts }) =>
        counts.map((injuries, at) => ({ area: name, year: 2019 + at, injuries })),
      ),
    },
    { id: "injuries" },
  );

const count = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 99 }) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 2000 }) },
);

const sumOf = (rows: readonly Row[]): readonly number[] =>
  (rows[0]?.counts ?? []).map((_, at) => rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));

const placesOf = (many: number, years: number) =>
  fc.array(fc.array(count, { minLength: years, maxLength: years }), { minLength: many, maxLength: many });

test("places that are in no region are next to never read as one", async () => {
  const table = fc
    .tuple(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 1, max: 4 }))
    .chain(([many, years]) => placesOf(many, years));
  let [tried, wrong] = [0, 0];
  await fc.assert(
    fc.asyncProperty(table, async (places) => {
      const dataset = await read(places.map((counts, at) => ({ name: `Place ${at}`, counts })));
      tried += 1;
      if (tilingOf(dataset, "area", undefined)?.isProven) wrong += 1;
    }),
    { numRuns: trials(1000, 300) },
  );
  // One in a thousand is what the bar promises.
  expect(wrong).toBeLessThanOrEqual(Math.ceil(tried / 1000));
});

const anyTiled = fc.record({
  sizes: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 2, maxLength: 12 }),
  years: fc.integer({ min: 1, max: 3 }),
  places: placesOf(108, 3),
  isBelow: fc.boolean(),
});

test("regions beside their places, one after the other below a total, are read as they are listed, and no place as a sum", async () => {
  await fc.assert(
    fc.asyncProperty(anyTiled, async ({ sizes, years, places, isBelow }) => {
      let from = 0;
      const regions = sizes.map((size, at) => {
        const own = places.slice(from, from + size).map((counts, place) => ({
          name: `Place ${at} ${place}`,
          // Small ones among larger: a region of nothing would be none.
          counts: counts
            .slice(0, years)
            .map((one, year) => one + (place < 2 ? 20 + 7 * at + 3 * year + 11 * place : 0)),
        }));
        from += size;
        return { whole: { name: `Region ${at}`, counts: sumOf(own) }, own };
      });
      const rows = [
        { name: "Total", counts: sumOf(regions.map(({ whole }) => whole)) },
        ...regions.flatMap(({ whole, own }) => [whole, ...own]),
      ];
      const tiling = tilingOf(await read(isBelow ? rows.toReversed() : rows), "area", "total");
      expect(tiling?.total?.whole).toBe("total");
      expect(tiling?.isProven).toBe(true);
      const held = Object.fromEntries(tiling?.sums.map(({ whole, parts }) => [whole, new Set(parts)]) ?? []);
      expect(held).toEqual(
        Object.fromEntries(
          regions.map(({ own }, at) => [`region-${at}`, new Set(own.map((_, place) => `place-${at}-${place}`))]),
        ),
      );
    }),
    { numRuns: trials(300, 100) },
  );
});

test("places behind the last region that are in none are put into no region", async () => {
  await fc.assert(
    fc.asyncProperty(anyTiled, fc.integer({ min: 1, max: 6 }), async ({ sizes, places }, free) => {
      let from = 0;
      const regions = sizes.map((size, at) => {
        const own = places.slice(from, from + size).map((counts, place) => ({
          name: `Place ${at} ${place}`,
          counts: counts.map((one, year) => one + 30 + 7 * at + 3 * year + 11 * place),
        }));
        from += size;
        return { whole: { name: `Region ${at}`, counts: sumOf(own) }, own };
      });
      const others = Array.from({ length: free }, (_, at) => ({
        name: `Free ${at}`,
        counts: [5, 6, 7].map((year) => 900 + year * 31 + at * 53),
      }));
      const tiling = tilingOf(
        await read([...regions.flatMap(({ whole, own }) => [whole, ...own]), ...others]),
        "area",
        undefined,
      );
      const held = new Set(tiling?.sums.flatMap(({ parts }) => parts));
      expect(others.filter((_, at) => held.has(`free-${at}`))).toEqual([]);
    }),
    { numRuns: trials(200, 60) },
  );
});
