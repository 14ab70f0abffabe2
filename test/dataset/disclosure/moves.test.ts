import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsRelations } from "../../../src/dataset/disclosure/alternative.ts";
import type { Axis } from "../../../src/dataset/disclosure/count-table.ts";
import { createLines } from "../../../src/dataset/disclosure/lines.ts";
import { cheapestMove, type Move } from "../../../src/dataset/disclosure/moves.ts";
import { nestingsOf } from "../../../src/dataset/disclosure/nesting.ts";
import { createPublication } from "../../../src/dataset/disclosure/publication.ts";
import { createRelations } from "../../../src/dataset/disclosure/relations.ts";
import { trials } from "../../support/trials.ts";
import { attackOn, rule } from "./attack-on.ts";
import { hierarchy, tableOf } from "./made-table.ts";

/** A category with all that hold it. */
const pathOf = ({ above }: Axis, category: number): readonly number[] => [category, ...(above[category] ?? [])];

/**
 * Each way in which one dimension's categories change when one of them rises and all sums stay as they are: some leaf in
 * it rises with all that hold it, and another leaf falls with all that hold that, or none does.
 */
function shiftsOf(axis: Axis, category: number): readonly ReadonlyMap<number, number>[] {
  const leaves = [...axis.ids.keys()].filter((leaf) => axis.children[leaf]?.length === 0);
  const within = leaves.filter((leaf) => pathOf(axis, leaf).includes(category));
  return within.flatMap((leaf) =>
    [undefined, ...leaves.filter((other) => !within.includes(other))].map((other) => {
      const shift = new Map(pathOf(axis, leaf).map((each) => [each, 1]));
      for (const each of other === undefined ? [] : pathOf(axis, other)) shift.set(each, (shift.get(each) ?? 0) - 1);
      return new Map([...shift].filter(([, sign]) => sign !== 0));
    }),
  );
}

function product(shifts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  let box: readonly (readonly [string, number])[] = [["", 1]];
  for (const shift of shifts)
    box = box.flatMap(([place, sign]) => [...shift].map(([id, own]) => [`${place} ${id}`.trim(), sign * own] as const));
  return new Map(box);
}

/** Every box of a place: which cells rise and fall. */
function boxesOf(axes: readonly Axis[], place: string): readonly ReadonlyMap<string, number>[] {
  let boxes: readonly (readonly ReadonlyMap<string, number>[])[] = [[]];
  for (const [index, axis] of axes.entries()) {
    const shifts = shiftsOf(axis, axis.indexOf.get(place.split(" ")[index] ?? "") ?? 0).map(
      (shift) => new Map([...shift].map(([category, sign]) => [axis.ids[category] as string, sign])),
    );
    boxes = boxes.flatMap((box) => shifts.map((shift) => [...box, shift]));
  }
  return boxes.map(product);
}

function placesOf(axes: readonly Axis[]): readonly string[] {
  return axes.reduce<readonly string[]>(
    (places, { ids }) => places.flatMap((place) => ids.map((id) => `${place} ${id}`.trim())),
    [""],
  );
}

const flat = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all", d: "all" });
const nested = hierarchy("region", { all: undefined, n: "all", s: "all", p: "n", q: "n", r: "s", t: "s" });
const sexes = hierarchy("sex", { all: undefined, f: "all", m: "all" });

/** The number of leaves that a place adds up; those that are in no row are none. */
function leavesIn(axes: readonly Axis[], place: string, without: readonly string[]): number {
  let leaves: readonly string[] = [""];
  for (const [index, axis] of axes.entries()) {
    const category = axis.ids.indexOf(place.split(" ")[index] ?? "");
    const within = [...axis.ids.keys()].filter(
      (leaf) => axis.children[leaf]?.length === 0 && pathOf(axis, leaf).includes(category),
    );
    leaves = leaves.flatMap((outer) => within.map((leaf) => `${outer} ${axis.ids[leaf]}`.trim()));
  }
  return leaves.filter((leaf) => !without.includes(leaf)).length;
}

interface Asked {
  readonly axes: readonly Axis[];
  readonly place: string;
  readonly prices: Readonly<Record<string, number>>;
  readonly sign?: 1 | -1;
  readonly limit?: number;
  readonly below?: number;
  readonly accept?: (move: Move) => boolean;
  readonly without?: readonly string[];
}

/** The cheapest move of a place whose cells have prices, as its places and signs; 1 for rising, whatever rises else. */
function ask({ axes, place, prices, sign = 1, without = [], ...query }: Asked) {
  const places = placesOf(axes).filter((each) => !without.includes(each));
  const cells = Object.fromEntries(places.map((each) => [each, 5 * leavesIn(axes, each, without)]));
  const { attack, countAt, sayCells } = attackOn({ axes, cells });
  const nameOf = (cell: number) => sayCells([cell])[0] as string;
  const found = cheapestMove(attack, {
    count: countAt(place),
    sign,
    price: (cell, own) => (prices[nameOf(cell)] ?? 0) + (own < 0 ? 0.5 : 0),
    accept: () => true,
    limit: 1e6,
    ...query,
  });
  return {
    price: found?.price,
    signs: found && new Map(found.move.cells.map((cell, index) => [nameOf(cell), found.move.signs[index] as number])),
    corners: attack.work.corners,
  };
}

test.each<[string, readonly Axis[]]>([
  ["rows and columns", [flat, sexes]],
  ["regions", [nested]],
  ["regions and columns", [nested, sexes]],
  ["three ways", [sexes, hierarchy("drug", { all: undefined, x: "all", y: "all", z: "all" }), sexes]],
])("the cheapest box is what trying all of them finds: %s", (_, axes) => {
  const places = placesOf(axes);
  const price = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(0), fc.constant(Number.POSITIVE_INFINITY));
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.array(price, { minLength: places.length, maxLength: places.length }),
      fc.constantFrom<1 | -1>(1, -1),
      (place, list, sign) => {
        const prices = Object.fromEntries(places.map((each, index) => [each, list[index] as number]));
        const { price: found, signs } = ask({ axes, place, prices, sign });
        const costOf = (box: ReadonlyMap<string, number>) =>
          [...box].reduce(
            (sum, [each, own]) => (each === place ? sum : sum + (prices[each] as number) + (own * sign < 0 ? 0.5 : 0)),
            0,
          );
        const boxes = boxesOf(axes, place);
        const best = Math.min(...boxes.map(costOf));
        expect(found ?? Number.POSITIVE_INFINITY).toBe(best);
        if (!signs) return;
        expect(signs.get(place)).toBe(sign);
        // It is one of the boxes, so that all totals stay as they are.
        const asBox = boxes.map((box) => JSON.stringify([...box].map(([each, own]) => [each, own * sign]).sort()));
        expect(asBox).toContain(JSON.stringify([...signs].sort()));
      },
    ),
    { numRuns: trials(60, 60) },
  );
});

describe("a box", () => {
  const axes = [flat, sexes];
  const free = {};
  test("has to cost less than is said, and to be accepted", () => {
    const dear = Object.fromEntries(placesOf(axes).map((place) => [place, 2]));
    // Over the totals nothing falls: three cells.
    expect(ask({ axes, place: "a f", prices: dear }).price).toBe(6);
    expect(ask({ axes, place: "a f", prices: dear, below: 6 }).price).toBeUndefined();
    expect(ask({ axes, place: "a f", prices: dear, below: 6.1 }).price).toBe(6);
    expect(ask({ axes, place: "a f", prices: free, accept: () => false }).price).toBeUndefined();
    const notOverTotals = ({ signs }: Move) => signs.includes(-1);
    expect(ask({ axes, place: "a f", prices: dear, accept: notOverTotals }).price).toBe(7);
  });
  test("is not looked for beyond the limit, and counts what was looked at", () => {
    expect(ask({ axes, place: "a f", prices: free, limit: 3 }).price).toBeUndefined();
    const { price, corners } = ask({ axes, place: "a f", prices: free });
    expect(price).toBe(0);
    expect(corners).toBeGreaterThan(6);
    expect(corners).toBeLessThan(200);
  });
  test("has no corner that is in no row, but may have totals that nobody publishes", () => {
    const dear = { "all all": 9, "a all": 9, "all f": 9, "b all": 9, "c all": 9, "d all": 9, "all m": 9 };
    const { price, signs } = ask({ axes, place: "a f", prices: dear, without: ["b m", "c f"] });
    expect(price).toBe(1);
    expect([...(signs ?? [])].sort()).toEqual([
      ["a f", 1],
      ["a m", -1],
      ["d f", -1],
      ["d m", 1],
    ]);
    const totals = ask({ axes, place: "a f", prices: { ...free, "b f": 9, "c f": 9, "d f": 9 }, without: ["all f"] });
    expect(totals.price).toBeLessThan(1);
  });
  test("may be a count alone where nothing says that its whole is the sum of its parts", () => {
    const cells = { all: 30, a: 3, b: 4 };
    const { attack, countAt, cellAt } = attackOn({ axes: [flat], cells });
    const asked = { count: countAt("a"), sign: 1 as const, price: () => 4, accept: () => true, limit: 1000 };
    expect(cheapestMove(attack, asked)).toEqual({ move: { cells: [cellAt("a")], signs: [1] }, price: 0 });
    const full = attackOn({ axes: [flat], cells: { all: 7, a: 3, b: 4 } });
    const found = cheapestMove(full.attack, { ...asked, count: full.countAt("a") });
    expect(found?.price).toBe(4);
    expect(found?.move.cells).toHaveLength(2);
  });
  test("has no other category of a dimension that nothing adds up in", () => {
    const years = hierarchy("year", { x: undefined, y: undefined });
    const { attack, countAt, sayCells } = attackOn({
      axes: [sexes, years],
      cells: { "all x": 9, "f x": 4, "m x": 5, "all y": 9, "f y": 4, "m y": 5 },
    });
    const asked = { count: countAt("f x"), sign: 1 as const, price: () => 1, accept: () => true, limit: 1000 };
    const found = cheapestMove(attack, asked);
    expect(found?.price).toBe(1);
    expect(sayCells(found?.move.cells ?? []).every((place) => place.endsWith("x"))).toBe(true);
    const drugs = hierarchy("drug", { all: undefined, x: "all", y: "all" }, true);
    const overlap = attackOn({ axes: [drugs], cells: { all: 6, x: 4, y: 4 } });
    const own = cheapestMove(overlap.attack, { ...asked, count: overlap.countAt("x") });
    expect(overlap.sayCells(own?.move.cells ?? [])).toEqual(["x"]);
  });
});

test("no box is looked for of a count that sums of measures tie to others", () => {
  const areas = Object.fromEntries([..."abcdefgh"].map((id, at) => [id, 5 + at]));
  const cells = { ...areas, all: Object.values(areas).reduce((sum, value) => sum + value, 0) };
  const axes = [
    hierarchy("area", { all: undefined, ...Object.fromEntries(Object.keys(areas).map((id) => [id, "all"])) }),
  ];
  const whole = Object.fromEntries(Object.entries(cells).map(([place, value]) => [place, 2 * value]));
  const cornersOf = (sums: readonly { readonly whole: string; readonly parts: readonly string[] }[]) => {
    const { table, countAt } = tableOf([
      { name: "men", axes, cells },
      { name: "women", axes, cells },
      { name: "people", axes, cells: whole },
    ]);
    const relations = createRelations(table, { nestings: nestingsOf(table), sums });
    const publication = createPublication(table, rule);
    const lines = createLines({ table, relations, publication, costOf: () => 1 });
    const work = { corners: 0 };
    const found = cheapestMove(
      { table, relations, lines, work },
      {
        count: countAt("a", "men"),
        sign: 1,
        price: () => 1,
        accept: ({ cells: own, signs }) =>
          keepsRelations(
            { table, relations },
            new Map(
              own.map((cell, at) => {
                const count = table.countsOf[cell]?.[0] as number;
                return [count, (table.values[count] as number) + (signs[at] as number)];
              }),
            ),
          ),
        limit: 1e6,
      },
    );
    return { found: found !== undefined, corners: work.corners };
  };
  expect(cornersOf([]).found).toBe(true);
  expect(cornersOf([{ whole: "people", parts: ["men", "women"] }])).toEqual({ found: false, corners: 0 });
});
