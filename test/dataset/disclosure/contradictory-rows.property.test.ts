import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";
import { mayBe, type Rule } from "./brute-force.ts";
import { type Cube, cellsOf, specOf } from "./margins.ts";

const rule: Rule = { from: 1, to: 4, base: 1 };
const small = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.nat(25));
const cubes: fc.Arbitrary<Cube> = fc
  .constantFrom<Cube["sides"]>(
    [{ leaves: 2 }, { leaves: 3 }],
    [{ leaves: 5 }],
    [{ leaves: 3, regions: [0, 0, 1] }, { leaves: 2 }],
  )
  .chain((sides) => {
    const leaves = sides.reduce((product, side) => product * side.leaves, 1);
    return fc.array(small, { minLength: leaves, maxLength: leaves }).map((values) => ({ sides, values }));
  });

/** Per row of a cube: whether another row says something else, and by how much. */
const slips = fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }), { minLength: 40, maxLength: 40 });

const leavingOut = (spec: DatasetSpec): DatasetSpec => ({ ...spec, layout: { repeatedRows: "leave-out" } });

describe("rows that contradict each other, and are left out", () => {
  test("let a reader rule out no value of a small count, nor of the one that they are of", async () => {
    await fc.assert(
      fc.asyncProperty(cubes, slips, fc.boolean(), async (cube, by, isFirst) => {
        const cells = cellsOf(cube);
        const rows = cells.flatMap(({ at, value }, index) => {
          const slip = by[index] ?? 0;
          const other = slip > 0 ? [{ ...at, n: value + slip }] : [];
          return isFirst ? [...other, { ...at, n: value }] : [{ ...at, n: value }, ...other];
        });
        const spec = leavingOut(specOf(cube, { profile: { hide: { from: 1, to: 4 } } }));
        const dataset = await readDataset(defineDataset(spec), { rows }, { id: "cube" });
        const published = cells.map(({ at }) => dataset.lookup("n", at)[0]?.cell as Cell);
        for (const [index, { value }] of cells.entries()) {
          const isLeftOut = (by[index] ?? 0) > 0;
          const isSmall = value >= rule.from && value <= rule.to;
          if (!isLeftOut && !isSmall) continue;
          expect(published[index]).toEqual({ state: "suppressed" });
          const values = Array.from({ length: value + 12 }, (_, other) => other);
          const possible = values.filter((other) => mayBe({ cells, published, rule }, index, other));
          if (isLeftOut) expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThanOrEqual(4);
          else expect(possible).toEqual(expect.arrayContaining([1, 2, 3, 4]));
        }
      }),
      { numRuns: trials(60, 10) },
    );
  });

  const row = fc.record({
    area: fc.constantFrom("All", "Ash", "Birch", "Cedar"),
    cases: fc.constantFrom("", "2", "7", "7", "30", "[c]", "[x]"),
    people: fc.constantFrom("", "1", "8", "20"),
    rate: fc.constantFrom("", "0.5", "2.5"),
    note: fc.constantFrom("", "p", "estimate"),
  });
  const unit = { one: "case", other: "cases" };
  const spec = (isProtected: boolean): DatasetSpec =>
    leavingOut({
      title: "Cases",
      dimensions: { area: { role: "area", label: "Area", total: "All", notSums: ["All", "Ash", "Birch", "Cedar"] } },
      measures: {
        cases: { label: "Cases", unit, statType: "count" },
        people: { label: "People", unit, statType: "count", additive: false },
        rate: {
          label: "Rate",
          unit: { one: "case a day", other: "cases a day" },
          statType: "mean",
          numerator: "cases",
        },
      },
      notSums: ["cases", "people", "rate"],
      sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
      ...(isProtected && { disclosure: { profile: "under5", notes: "published" } }),
    });
  const withNotes = (own: DatasetSpec): DatasetSpec => ({
    ...own,
    layout: {
      ...own.layout,
      note: { column: "note" },
      statuses: [{ noteContains: "estimate", status: "estimated" }],
    },
  });

  test.each([
    ["protected", true],
    ["as it is", false],
  ])("are the same in any order: %s", async (_, isProtected) => {
    const read = async (rows: readonly object[]) => {
      const definition = defineDataset(withNotes(spec(isProtected)));
      const dataset = await readDataset(definition, { rows: rows as Record<string, string>[] }, { id: "cases" });
      return dataset.observations
        .map(({ measure, at, cell, statuses, note }) => JSON.stringify([measure, at, cell, statuses, note]))
        .sort();
    };
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(row, { minLength: 3, maxLength: 9 })
          .map((rows) => [{ area: "All", cases: "", people: "", rate: "", note: "" }, ...rows])
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
          ),
        async ([rows, others]) => {
          expect(await read(others)).toEqual(await read(rows));
        },
      ),
      { numRuns: trials(300, 40) },
    );
  });

  test("hide a count that does not add up either", async () => {
    const rows = [
      { area: "All", cases: 18, people: 9, rate: 1, note: "" },
      { area: "Ash", cases: 9, people: 3, rate: 1, note: "" },
      { area: "Ash", cases: 9, people: 8, rate: 1, note: "" },
      { area: "Birch", cases: 9, people: 8, rate: 1, note: "" },
    ];
    const dataset = await readDataset(defineDataset(spec(true)), { rows }, { id: "cases" });
    expect(dataset.lookup("people", { area: "ash" })[0]?.cell).toEqual({ state: "suppressed" });
  });
});
