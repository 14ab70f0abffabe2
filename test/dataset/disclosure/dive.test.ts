import { describe, expect, test } from "vitest";
import { searchLeast } from "../../../src/dataset/disclosure/branch-and-cut.ts";
import { dive, relax } from "../../../src/dataset/disclosure/dive.ts";
import type { MasterProgram, PartialProgram, Selection } from "../../../src/dataset/disclosure/master-program.ts";
import { searchOver } from "./search-over.ts";

const always = () => true;
const tables = [
  [[3, 3], 3],
  [[3, 3], 5],
  [[2, 4], 3],
  [[2, 4], 5],
  [[2, 4], 8],
  [[2, 4], 11],
] as const;

/** Where the first choice is not the least. */
const severalSteps = [
  [[3, 4], 4],
  [[4, 4], 3],
  [[4, 4], 12],
] as const;

/** A search whose programmes are counted: those that were solved, that are open, and what is held in them. */
function watched(search: ReturnType<typeof searchOver>) {
  const seen = { solved: 0, open: 0, turned: 0, held: [] as number[], choices: [] as (Selection | undefined)[] };
  const open: MasterProgram["open"] = (kept) => {
    const own = search.master.open(kept);
    seen.open += 1;
    const held = new Map<number, 0 | 1 | undefined>();
    return Object.assign(Object.create(own) as PartialProgram, {
      solve() {
        seen.solved += 1;
        const choice = own.solve();
        seen.choices.push(choice);
        return choice;
      },
      fix(column: number, value: 0 | 1 | undefined) {
        if (value === 0 && held.get(column) === undefined) seen.turned += 1;
        held.set(column, value);
        if (value === 1) seen.held.push(column);
        own.fix(column, value);
      },
      dispose() {
        seen.open -= 1;
        own.dispose();
      },
    } satisfies Partial<PartialProgram>);
  };
  return { ...search, seen, master: { ...search.master, open } };
}

test("no choice of whole cells costs less than the relaxed one says", () => {
  const { master, cuts, cheaperAmong } = searchOver([2, 3], 1);
  const bound = relax(master, cuts);
  expect(bound).toBeGreaterThan(0);
  expect(cheaperAmong(master.cells, bound)).toEqual([]);
  // In tables so small it is as much as the least, and a whole number as that is.
  expect(cheaperAmong(master.cells, bound + 1).length).toBeGreaterThan(0);
});

test("what the relaxed choice would have to cost less than ends it, and so do its limits", () => {
  const search = watched(searchOver([3, 3], 12));
  const whole = relax(search.master, search.cuts);
  const { solved } = search.seen;
  expect(solved).toBeGreaterThan(3);
  expect(search.seen.open).toBe(0);
  const dear = watched(searchOver([3, 3], 12));
  expect(relax(dear.master, dear.cuts, { below: 2 })).toBeLessThan(whole);
  expect(dear.seen.solved).toBeLessThan(solved);
  const same = searchOver([3, 3], 12);
  expect(relax(same.master, same.cuts, { below: whole })).toBeLessThan(whole);
  const short = watched(searchOver([3, 3], 12));
  let asked = 0;
  relax(short.master, short.cuts, { isLeft: () => ++asked <= 2 });
  expect(short.seen.solved).toBe(2);
  expect(relax(short.master, short.cuts, { isLeft: () => false })).toBeCloseTo(0);
  expect(short.seen.open).toBe(0);
});

/** Cells that cost the same, so many to a group. */
function groupsOf({ master, attack }: ReturnType<typeof searchOver>, size: number): readonly (readonly number[])[] {
  return [1, 2, 3, 4, 5, 6].flatMap((cost) => {
    const cells = master.cells.filter((cell) => attack.costOf(cell) === cost);
    return Array.from({ length: Math.floor(cells.length / size) }, (_, at) => cells.slice(size * at, size * (at + 1)));
  });
}

/** Of any cells of a group but one, all but one are to be hidden. @returns how many rows are new. */
function learn(master: MasterProgram, groups: readonly (readonly number[])[]): number {
  const rows = groups.flatMap((group) => group.map((cell) => group.filter((other) => other !== cell)));
  return rows.filter((cells) => {
    const columns = cells.map(master.columnOf);
    return master.add({ columns, factors: columns.map(() => 1), lower: columns.length - 1 });
  }).length;
}

test("tells no cells where the relaxed choice is far from one of whole cells", () => {
  const search = searchOver([10, 10]);
  const threes = groupsOf(search, 3);
  const wantedOf = (some: readonly (readonly number[])[]) => {
    const wanted = new Set<number>();
    relax(search.master, { add: () => learn(search.master, some) }, { wanted });
    return [...wanted].sort();
  };
  // Half of each of three cells is the cheapest.
  expect(wantedOf(threes.slice(0, 21))).toEqual(threes.slice(0, 21).flat().sort());
  expect(wantedOf(threes.slice(0, 22))).toEqual([]);
});

test("the relaxed choice is attacked so often at most, however much dearer it gets", () => {
  const { master, seen } = watched(searchOver([3, 3]));
  const columns = [...master.cells.keys()];
  const add = () => Number(master.add({ columns, factors: columns.map(() => 1), lower: seen.solved / 20 }));
  relax(master, { add });
  expect(seen.solved).toBe(40);
});

test("tells the cells of which the last relaxed choices hid any part", () => {
  for (const [leaves, seed] of [...tables, ...severalSteps]) {
    const { master, cuts, seen } = watched(searchOver(leaves, seed));
    const wanted = new Set<number>();
    relax(master, cuts, { wanted, most: 3 });
    const last = seen.choices.slice(-12).flatMap((choice) => [...(choice?.shares ?? [])]);
    const hidden = last.filter(([, share]) => share > 1e-5).map(([cell]) => cell);
    expect([...wanted].sort()).toEqual([...new Set(hidden)].sort());
    expect(wanted.size).toBeLessThan(master.cells.length);
  }
});

test("the relaxed choice is attacked no longer than that makes it dearer", () => {
  for (const [rowsAtOnce, times] of [
    [{}, 4],
    [{ most: 2 }, 16],
  ] as const) {
    const { master, cuts, seen } = watched(searchOver([3, 3], 3));
    const whole = relax(master, cuts, rowsAtOnce);
    seen.solved = 0;
    // Attacks that say what is known already: the first choice is as dear as the last was, and so are the others.
    expect(relax(master, { add: () => 1 }, rowsAtOnce)).toBe(whole);
    expect(seen.solved).toBe(1 + times);
  }
});

describe("the way from the relaxed choice to whole cells", () => {
  test("ends with cells that hold, hardly dearer than the least", () => {
    let [cost, least] = [0, 0];
    for (const [leaves, seed] of [...tables, [[3, 3], 12] as const]) {
      const search = searchOver(leaves, seed);
      const bound = relax(search.master, search.cuts);
      const found = dive(search, { below: 1000, isLeft: always }) ?? [];
      expect(search.holds(found)).toBe(true);
      expect(search.costOf(found)).toBeGreaterThanOrEqual(bound);
      cost += search.costOf(found);
      least += bound;
    }
    expect(cost / least).toBeLessThanOrEqual(1.05);
  });
  test("is gone again for less until there is none, which is the least or hardly more", () => {
    let [cost, least, steps] = [0, 0, 0];
    for (const [leaves, seed] of severalSteps)
      for (const rowsAtOnce of [{}, { most: 2 }]) {
        const search = watched(searchOver(leaves, seed));
        const { master, cuts, costOf, holds, seen } = search;
        relax(master, cuts, rowsAtOnce);
        seen.turned = 0;
        const costs: number[] = [];
        for (let below = 1000; ; below = costs.at(-1) as number) {
          const found = dive(search, { below, isLeft: always, ...rowsAtOnce });
          if (!found) break;
          expect(holds(found)).toBe(true);
          expect(costOf(found)).toBeLessThan(below);
          costs.push(costOf(found));
        }
        steps += costs.length;
        expect(seen.turned).toBeGreaterThan(0);
        expect(seen.open).toBe(0);
        cost += costs.at(-1) as number;
        // By the search through all choices, which has a test of its own.
        let best = 1000;
        const found = (cells: readonly number[]) => {
          best = costOf(cells);
        };
        expect(searchLeast({ master, cuts }, { below: () => best, found, isLeft: always })).toBe(true);
        least += best;
      }
    expect(cost / least).toBeLessThanOrEqual(1.04);
    expect(steps).toBeGreaterThan(2 * severalSteps.length);
  });
  test("holds cells one by one in a small table, and in a large one all together that are wanted by so much", () => {
    for (const [leaves, count] of [
      [[4, 4], 3],
      [[16, 16], 4],
    ] as const) {
      const search = searchOver(leaves);
      const group = groupsOf(search, 4)[0] ?? [];
      // Two thirds of each of four cells is the cheapest; of whole ones, it is three.
      learn(search.master, [group]);
      const found = dive({ ...search, cuts: { add: () => 0 } }, { below: 1000, isLeft: always }) ?? [];
      expect(found.every((cell) => group.includes(cell))).toBe(true);
      expect(found).toHaveLength(count);
    }
  });
  test("begins with what is nearest to a whole cell", () => {
    const search = watched(searchOver([10, 10]));
    const { master, seen } = search;
    const [three = []] = groupsOf(search, 3);
    const four = groupsOf(search, 4).find((group) => group.every((cell) => !three.includes(cell))) ?? [];
    // Half of each of three cells is wanted, and two thirds of each of four.
    learn(master, [three, four]);
    dive({ ...search, cuts: { add: () => 0 } }, { below: 1000, isLeft: always });
    expect(four.map(master.columnOf)).toContain(seen.held[0]);
    expect(three.map(master.columnOf)).toContain(seen.held.at(-1));
  });
  test("takes the nearer of two ways that a count may go, and the other where that is too dear", () => {
    for (const [part, nearer] of [
      [0.6, 1],
      [0.4, 0],
    ] as const) {
      const search = watched(searchOver([4, 4]));
      const { master, attack, costOf } = search;
      const bySize = [...master.cells].sort((a, b) => attack.costOf(a) - attack.costOf(b));
      const [cheap, dear] = [bySize[0] as number, bySize.at(-1) as number];
      const way = master.cells.length;
      // So much of the way costs nothing; to go none of it costs one cell, to go all of it another.
      const [none, all] = nearer === 0 ? [dear, cheap] : [cheap, dear];
      master.add({ columns: [master.columnOf(none), way], factors: [1, 1 / part], lower: 1 });
      master.add({ columns: [master.columnOf(all), way], factors: [1 - part, -1], lower: -part });
      const cuts = { add: () => 0 };
      expect(dive({ ...search, cuts }, { below: 1000, isLeft: always })).toEqual([dear]);
      expect(dive({ ...search, cuts }, { below: costOf([dear]), isLeft: always })).toEqual([cheap]);
      expect(dive({ ...search, cuts }, { below: costOf([cheap]), isLeft: always })).toBeUndefined();
    }
  });
  test("is given up after ten turns", () => {
    for (const [groups, turned] of [
      [11, 10],
      [12, 10],
    ] as const) {
      const search = watched(searchOver([10, 10]));
      const threes = groupsOf(search, 3).slice(0, groups);
      learn(search.master, threes);
      // Two cells of each group are the least.
      const below = search.costOf(threes.flatMap((group) => group.slice(1)));
      expect(dive({ ...search, cuts: { add: () => 0 } }, { below, isLeft: always })).toBeUndefined();
      expect(search.seen.turned).toBe(turned);
    }
  });
  test("is left where nothing is left of what it may take", () => {
    const search = watched(searchOver([3, 2, 2], 5));
    relax(search.master, search.cuts);
    search.seen.solved = 0;
    const told: number[] = [];
    const isLeft = (programs: number) => told.push(programs) <= 3;
    expect(dive(search, { below: 1000, isLeft })).toBeUndefined();
    expect(search.seen.solved).toBe(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeGreaterThanOrEqual(3);
    expect(search.seen.open).toBe(0);
  });
});
