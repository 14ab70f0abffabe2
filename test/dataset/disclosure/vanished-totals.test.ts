import { expect, test } from "vitest";
import { addVanishedTotals } from "../../../src/dataset/disclosure/vanished-totals.ts";
import { hierarchy, type Measure, tableOf, time } from "./made-table.ts";

const areas = hierarchy("area", { all: undefined, north: "all", south: "all", a: "north", b: "north", c: "south" });

/** What a table holds, beside what is published, of totals that an edition had at some coordinates. */
function vanished(measure: Measure, ...coordinates: readonly Readonly<Record<string, string>>[]) {
  const { table, countAt } = tableOf([measure]);
  const before = table.values.length;
  addVanishedTotals(table, { cells: coordinates.map((at) => ({ measure: "n", at, shown: [] })) }, () => false);
  const added = [...table.latent].map((count) => table.values[count]);
  expect(table.values.length).toBe(before + added.length);
  return { added, countAt };
}

test("a total that is gone is what its parts come to, down to those that are published", () => {
  const cells = { a: 3, b: 20, c: 9 };
  const { added, countAt } = vanished({ axes: [areas], cells }, { area: "north" }, { area: "all" });
  expect(added).toEqual([23, 32]);
  expect(countAt("north")).toBeGreaterThan(2);
  // A part that is published counts as it is, and not by what it holds.
  expect(vanished({ axes: [areas], cells: { ...cells, north: 25 } }, { area: "all" }).added).toEqual([34]);
});

test("nothing is added that is published, has no parts, is unknown, or is of counts that do not add up", () => {
  const measure = { axes: [areas], cells: { north: 23, a: 3, b: 20 } };
  expect(vanished(measure, { area: "north" }, { area: "c" }, { area: "south" }, { area: "east" }, {}).added).toEqual(
    [],
  );
  const apart = { ...measure, cells: { a: 3, b: 20 } };
  expect(vanished({ ...apart, additive: false }, { area: "north" }).added).toEqual([]);
  const overlapping = hierarchy("area", { north: undefined, a: "north", b: "north" }, true);
  expect(vanished({ ...apart, axes: [overlapping] }, { area: "north" }).added).toEqual([]);
});

test("a total is summed up along one dimension, the first that has parts of it", () => {
  const ages = hierarchy("age", { any: undefined, young: "any", old: "any" });
  const cells = { "all young": 10, "a any": 4, "a old": 3, "b any": 5, "b old": 2 };
  const { added } = vanished({ axes: [areas, ages], cells }, { area: "all", age: "any" }, { area: "a", age: "any" });
  expect(added).toEqual([9]);
});

test("a longer period that is gone is what the shortest within it come to, none of them twice", () => {
  const spans = {
    year: [0, 12],
    half: [0, 6],
    rest: [6, 12],
    q1: [0, 3],
    q2: [3, 6],
    late: [5, 8],
    q4: [9, 12],
    next: [11, 14],
  } as const;
  const sum = (cells: Readonly<Record<string, number>>, period = "year") =>
    vanished({ axes: [time(spans)], cells }, { period }).added;
  expect(sum({ q1: 3, q2: 20, q4: 7 })).toEqual([30]);
  expect(sum({ half: 24, q1: 3, q2: 20, q4: 7 })).toEqual([30]);
  expect(sum({ half: 24, q4: 7 })).toEqual([31]);
  // What begins before another ends is left out, and so is what reaches beyond the period.
  expect(sum({ q2: 20, late: 5, q4: 7, next: 9 })).toEqual([27]);
  expect(sum({ q1: 3, q2: 20, q4: 7 }, "half")).toEqual([23]);
  expect(sum({ late: 5, q4: 7 }, "rest")).toEqual([7]);
  expect(sum({ half: 24, q4: 7 }, "q1")).toEqual([]);
});
