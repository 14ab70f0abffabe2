import { describe, expect, test } from "vitest";
import type { CategoryRegistry } from "../../../src/dataset/category-registry.ts";
import type { Cell } from "../../../src/dataset/cell.ts";
import { packObservations } from "../../../src/dataset/columns/build-columns.ts";
import type { DatasetSpec } from "../../../src/dataset/definition.ts";
import { categoryIn, createCountTable, keyWith } from "../../../src/dataset/disclosure/count-table.ts";
import type { DisclosureRule } from "../../../src/dataset/disclosure/disclosure-spec.ts";
import { needOfHidden, needOfUnknown } from "../../../src/dataset/disclosure/need.ts";
import { createPublication } from "../../../src/dataset/disclosure/publication.ts";
import type { Category, Observation } from "../../../src/dataset/observation.ts";
import type { Period } from "../../../src/dataset/period.ts";

const areas: readonly Pick<Category, "id" | "parent">[] = [
  { id: "north", parent: "England" },
  { id: "all" },
  { id: "leeds", parent: "north" },
  { id: "bath" },
  { id: "loop", parent: "round" },
  { id: "round", parent: "loop" },
];
const period = (id: string, start: string, endExclusive: string) => ({ id, start, endExclusive }) as unknown as Period;
const quarters = [period("2018-q1", "2018-01-01", "2018-04-01"), period("2018-q2", "2018-04-01", "2018-07-01")];
const year = period("2018", "2018-01-01", "2019-01-01");

function read({
  observations = [],
  total = "all",
  periods = quarters,
  exclusive,
}: {
  readonly observations?: readonly Observation[];
  readonly total?: string;
  readonly periods?: readonly Period[];
  readonly exclusive?: boolean;
} = {}) {
  const spec = {
    dimensions: { area: { role: "area", total, exclusive }, period: { role: "time" } },
    measures: { n: {}, other: { additive: false, dimensions: ["area"] } },
  } as unknown as DatasetSpec;
  const lists: Readonly<Record<string, readonly { id: string }[]>> = { area: areas, period: periods };
  const categories = {
    list: (dimension: string) => lists[dimension] ?? [],
    find: (_: string, name: string) => areas.find(({ id }) => id === name),
    period: (id: string) => periods.find((each) => each.id === id),
  } as unknown as Pick<CategoryRegistry, "list" | "find" | "period">;
  return createCountTable({
    spec,
    categories,
    columns: packObservations(spec, observations),
    measures: ["other", "n"],
  });
}

const shown = (value: number): Cell => ({ state: "value", value });
const hidden: Cell = { state: "suppressed" };
const seen = (area: string, cell: Cell, vintage = "v1", measure = "n"): Observation =>
  ({ measure, at: { area, period: "2018-q1" }, cell, vintage, source: "s", statuses: [], note: "" }) as Observation;

describe("axes", () => {
  const axisOf = (...input: Parameters<typeof read>) => read(...input).grids[0]?.axes[0];
  test("hold categories in the order of their ids, below those that hold them", () => {
    const axis = axisOf();
    expect(axis?.ids).toEqual(["all", "bath", "leeds", "loop", "north", "round"]);
    // What is in no other is in the total; a holder that nobody knows is none, and two that hold each other are cut apart.
    expect(axis?.parents).toEqual([-1, 0, 4, -1, 0, 3]);
    expect(axis?.children).toEqual([[1, 4], [], [], [5], [2], []]);
    expect(axis?.above).toEqual([[], [0], [4, 0], [], [0], [3]]);
    expect(axis?.nested).toBe(true);
    expect(axis?.overlapping).toBe(false);
    expect(axis?.periods).toBeUndefined();
    expect(axis?.periodsOverlap).toBe(false);
    expect(axis?.indexOf.get("leeds")).toBe(2);
  });
  test("hold what is held by what they hold", () => {
    expect(read({ total: "round" }).grids[0]?.axes[0]?.above[2]).toEqual([4, 5]);
  });
  test("have no total where none is named", () => {
    expect(axisOf({ total: "nobody" })?.parents.filter((parent) => parent >= 0)).toHaveLength(2);
  });
  test("overlap where one case may be in several categories, and periods where they share days", () => {
    expect(axisOf({ exclusive: false })?.overlapping).toBe(true);
    expect(axisOf({ exclusive: true })?.overlapping).toBe(false);
    const time = (periods: readonly Period[]) => read({ periods }).grids[0]?.axes[1];
    expect(time(quarters)).toMatchObject({
      periods: quarters,
      periodsOverlap: false,
      overlapping: false,
      nested: false,
    });
    expect(time([...quarters, year])?.periodsOverlap).toBe(true);
    expect(
      time([year, period("2018-h2", "2018-07-01", "2018-12-01"), period("2018-z", "2018-12-15", "2019-02-01")])
        ?.periodsOverlap,
    ).toBe(true);
    const apart = [period("b", "2019-01-01", "2020-01-01"), period("a", "2018-01-01", "2019-01-01")];
    expect(time(apart)?.periodsOverlap).toBe(false);
    const later = [period("a", "2019-01-01", "2020-01-01"), period("b", "2018-01-01", "2019-01-01")];
    expect(time(later)?.periodsOverlap).toBe(false);
  });
  test("are those of the measure, which adds up unless it says that it does not", () => {
    const [n, other] = read().grids;
    expect(n).toMatchObject({ measure: "n", additive: true });
    expect(other).toMatchObject({ measure: "other", additive: false });
    expect(other?.axes.map(({ dimension }) => dimension)).toEqual(["area"]);
  });
});

test("a key is made of category numbers", () => {
  const [grid] = read().grids;
  if (!grid) throw new Error("no grid");
  expect([0, 1].map((axis) => categoryIn(grid, 8, axis))).toEqual([2, 1]);
  expect(keyWith(grid, 8, 0, 5)).toBe(11);
  expect(keyWith(grid, 8, 1, 0)).toBe(2);
});

describe("counts", () => {
  test("are numbered by their places and editions, whatever the order of the rows", () => {
    const rows = [seen("north", shown(5)), seen("bath", shown(7), "v2"), seen("bath", shown(6), "v1")];
    const table = read({ observations: rows });
    expect(table.values).toEqual([6, 7, 5]);
    expect(table.editions).toEqual([["v1|s"], ["v2|s"], ["v1|s"]]);
    expect(table.countsOf).toEqual([[0, 1], [2]]);
    expect(table.cellOf).toEqual([0, 0, 1]);
    expect(read({ observations: rows.toReversed() }).values).toEqual(table.values);
  });
  test("are one where editions agree, and none where the cell is missing", () => {
    const gap: Cell = { state: "missing", reason: "not-supplied" };
    const table = read({ observations: [seen("bath", shown(6)), seen("bath", shown(6), "v2"), seen("north", gap)] });
    expect(table.values).toEqual([6]);
    expect(table.editions).toEqual([["v1|s", "v2|s"]]);
    expect(table.countOf(seen("north", gap))).toBeUndefined();
    expect(table.countOf(seen("bath", gap))).toBeUndefined();
  });
  test("that one edition hides and another gives are what has to be protected", () => {
    const table = read({ observations: [seen("bath", hidden), seen("bath", shown(6), "v2"), seen("north", hidden)] });
    expect(table.countsOf).toEqual([[1], [2]]);
    expect(table.values).toEqual([Number.NaN, 6, Number.NaN]);
    expect(table.countOf(seen("bath", hidden))).toBe(1);
    expect(table.countOf(seen("bath", shown(6)))).toBe(1);
    expect(table.countOf(seen("north", hidden))).toBe(2);
    expect(table.countOf(seen("leeds", shown(6)))).toBeUndefined();
  });
  test("are found by their place, in their measure alone", () => {
    const table = read({ observations: [seen("bath", shown(6)), seen("leeds", shown(9), "v1", "other")] });
    expect(table.cellAt("n", { area: "bath", period: "2018-q1" })).toBe(0);
    expect(table.cellAt("n", { area: "bath", period: "2018-q2" })).toBeUndefined();
    expect(table.cellAt("n", { area: "leeds", period: "2018-q1" })).toBeUndefined();
    expect(table.cellAt("other", { area: "leeds" })).toBe(1);
    expect(table.cellAt("unknown", { area: "leeds" })).toBeUndefined();
    expect(table.gridFor("unknown")).toBeUndefined();
  });
  test("may be known to nobody", () => {
    const table = read({ observations: [seen("bath", shown(6))] });
    const [grid] = table.grids;
    if (!grid) throw new Error("no grid");
    const placed = table.addLatent(grid, 3, 9);
    const free = table.addWithoutCell(4);
    expect([...table.latent]).toEqual([placed, free]);
    expect(table.cellOf.slice(1)).toEqual([1, -1]);
    expect(grid.cells.get(3)).toBe(1);
    expect(table.values).toEqual([6, 9, 4]);
  });
});

describe("what is published of a count", () => {
  const rule: DisclosureRule = { name: "own", from: 1, to: 4, width: 4, base: 1, together: false };
  const published = (own: Partial<DisclosureRule> = {}, value = 23) => {
    const table = read({ observations: [seen("bath", shown(value)), seen("leeds", shown(40))] });
    return { table, publication: createPublication(table, { ...rule, ...own }) };
  };
  test("is the count where it is shown, and nothing where it is hidden", () => {
    const { publication } = published();
    expect([publication.low(0), publication.high(0), publication.isHidden(0)]).toEqual([23, 23, false]);
    for (const status of ["primary", "secondary"] as const) {
      publication.setStatus(0, status);
      expect([publication.low(0), publication.high(0), publication.isHidden(0)]).toEqual([0, Infinity, true]);
    }
    publication.setStatus(1, "known");
    expect([publication.low(1), publication.high(1), publication.isHidden(1)]).toEqual([40, 40, false]);
    expect(publication.changed).toEqual([0, 0, 1]);
    expect(publication.statusOf(1)).toBe("known");
    publication.setStatus(0, "shown");
    expect(publication.isHidden(0)).toBe(false);
  });
  test("is nothing of what nobody gives", () => {
    const { table, publication } = published();
    const [grid] = table.grids;
    if (!grid) throw new Error("no grid");
    expect(publication.isHidden(table.addWithoutCell(3))).toBe(true);
    expect(publication.isHidden(table.addLatent(grid, 3, 3))).toBe(true);
  });
  test("is a multiple of the base, and as much as that leaves", () => {
    const { publication } = published({ base: 5 });
    expect(publication.rounded(0)).toBe(25);
    expect([publication.low(0), publication.high(0)]).toEqual([23, 27]);
    publication.setRounded(0, 20);
    expect(publication.rounded(0)).toBe(20);
    publication.setStatus(0, "known");
    expect([publication.low(0), publication.high(0)]).toEqual([23, 23]);
    const few = published({ base: 5 }, 6).publication;
    expect([few.low(0), few.high(0)]).toEqual([5, 7]);
    expect(published({ base: 5 }, 0).publication.high(0)).toBe(0);
  });
});

describe("what a reader has to hold possible", () => {
  const rule = { name: "own", from: 1, to: 4, width: 4, base: 1, together: false } as DisclosureRule;
  test("of a count that the rule hides: all that it hides, and one value more", () => {
    expect(needOfHidden(rule).choices).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 0],
    ]);
    expect(needOfHidden({ ...rule, from: 0, width: 6 }).choices).toEqual([[0, 1, 2, 3, 4, 6]]);
    expect(needOfHidden({ ...rule, from: 1, to: 1, width: 1 }).choices).toEqual([
      [1, 2],
      [1, 0],
    ]);
    // Of values that are not hidden, one that figures leave if they were not revised; what is hidden has to be possible all the same.
    expect(needOfHidden(rule, undefined, { from: 2, to: 9 }).choices).toEqual([[1, 2, 3, 4, 5]]);
    expect(needOfHidden(rule, undefined, { from: 0, to: 4 }).choices).toEqual([[1, 2, 3, 4, 0]]);
    expect(needOfHidden({ ...rule, to: 1001, width: 1001 }).choices[0]).toHaveLength(52);
  });
  test("of one that comes hidden: another that is far enough", () => {
    expect(needOfUnknown(rule, 2)).toEqual({ choices: [[6]], width: 4 });
    expect(needOfUnknown(rule, 4)).toEqual({ choices: [[8], [0]], width: 4 });
    // A publisher who says that it is from 5 to 7 leaves no more open.
    expect(needOfUnknown(rule, 7, { from: 5, to: 7 })).toEqual({ choices: [[5]], width: 2 });
    expect(needOfUnknown(rule, 6, { from: 5, to: 7 })).toEqual({ choices: [[5, 7]], width: 2 });
  });
});
