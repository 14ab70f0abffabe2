import { expect, test } from "vitest";
import { createCosts } from "../../../src/dataset/disclosure/cost-of-hiding.ts";
import { rule } from "./attack-on.ts";
import { hierarchy, type Measure, tableOf, time } from "./made-table.ts";

const costsOf = (measure: Measure, wholes: readonly string[] = [], to = 4) => {
  const { table, countAt } = tableOf([measure]);
  const costOf = createCosts(table, { ...rule, to }, wholes);
  return Object.fromEntries(
    Object.keys(measure.cells).map((place) => [place, costOf(table.cellOf[countAt(place)] as number)]),
  );
};

test("a cell costs twice as much for each doubling beyond ten times what the rule hides, and a zero ten", () => {
  const flat = hierarchy("area", {
    a: undefined,
    b: undefined,
    c: undefined,
    d: undefined,
    e: undefined,
    f: undefined,
  });
  const cells = { a: 0, b: 5, c: 49, d: 50, e: 99, f: 100 };
  expect(costsOf({ axes: [flat], cells })).toEqual({ a: 10, b: 1, c: 1, d: 2, e: 2, f: 4 });
  expect(costsOf({ axes: [flat], cells }, [], 9)).toEqual({ a: 10, b: 1, c: 1, d: 1, e: 1, f: 2 });
  // The largest of its editions.
  expect(costsOf({ axes: [flat], cells: { a: { e1: 5, e2: 60 }, b: { e1: 0, e2: 0 } } })).toEqual({ a: 2, b: 10 });
});

test("and four times as much for each dimension that it is a total of, and for a measure that others are parts of", () => {
  const areas = hierarchy("area", { all: undefined, n: "all", a: "n" });
  const sexes = hierarchy("sex", { all: undefined, f: "all" });
  const cells = { "all all": 9, "n f": 9, "a all": 9, "a f": 9 };
  expect(costsOf({ axes: [areas, sexes], cells })).toEqual({ "all all": 16, "n f": 4, "a all": 4, "a f": 1 });
  expect(costsOf({ axes: [areas, sexes], cells }, ["n"])).toMatchObject({ "all all": 64, "a f": 4 });
  expect(costsOf({ axes: [areas, sexes], cells }, ["m"])).toMatchObject({ "all all": 16, "a f": 1 });
});

test("a period that others lie in is a total", () => {
  const spans = { y: [0, 12], h1: [0, 6], q1: [0, 3], q4: [9, 12], next: [12, 24], over: [6, 18] } as const;
  const cells = { y: 9, h1: 9, q1: 9, q4: 9, next: 9, over: 9 };
  expect(costsOf({ axes: [time(spans)], cells })).toEqual({ y: 4, h1: 4, q1: 1, q4: 1, next: 1, over: 4 });
  const ends = { y: [0, 12], h2: [6, 12] } as const;
  expect(costsOf({ axes: [time(ends)], cells: { y: 9, h2: 9 } })).toEqual({ y: 4, h2: 1 });
});
