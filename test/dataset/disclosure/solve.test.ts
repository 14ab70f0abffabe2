import { afterAll, describe, expect, test } from "vitest";
import type { Attack } from "../../../src/dataset/disclosure/attack.ts";
import { completeHidden } from "../../../src/dataset/disclosure/complete-hidden.ts";
import type { CountTable } from "../../../src/dataset/disclosure/count-table.ts";
import type { Relation, Relations } from "../../../src/dataset/disclosure/relation.ts";
import { type Goal, solveAlternative } from "../../../src/dataset/disclosure/solve-alternative.ts";
import { type LinearProgram, loadSolver, type Solver } from "../../../src/dataset/disclosure/solver.ts";
import { randomFrom } from "./year-of-editions.ts";

const solver = await loadSolver();
afterAll(() => solver.dispose());

const equal = (whole: number, ...parts: readonly number[]): Relation => ({
  kind: "equal",
  counts: [whole, ...parts],
  signs: [-1, ...parts.map(() => 1)],
});
const atMost = (part: number, whole: number): Relation => ({ kind: "at-most", counts: [part, whole], signs: [1, -1] });

function relationsOf(
  all: readonly Relation[],
): Pick<Relations, "of" | "drop"> & { readonly dropped: readonly Relation[] } {
  const dropped: Relation[] = [];
  return {
    dropped,
    of: (count) =>
      all.flatMap((relation) => {
        const index = relation.counts.indexOf(count);
        return index < 0 || dropped.includes(relation) ? [] : [{ relation, sign: relation.signs[index] as number }];
      }),
    drop: (relation) => void dropped.push(relation),
  };
}

test("all that programmes take is counted, whether they are open or not", () => {
  const before = solver.pivots;
  const program = solver.open({
    costs: [-1, -1],
    lower: [0, 0],
    upper: [8, 8],
    whole: [],
    rows: [{ columns: [0, 1], factors: [1, 2], lower: -Infinity, upper: 10 }],
  });
  expect(Array.from(program.solve() ?? [])).toEqual([8, 1]);
  expect(program.pivots).toBeGreaterThan(0);
  expect(solver.pivots).toBe(before + program.pivots);
  const own = program.pivots;
  program.dispose();
  expect(solver.pivots).toBe(before + own);
});

describe("counts that come hidden", () => {
  const complete = (values: number[], ...all: readonly Relation[]) => {
    const relations = relationsOf(all);
    const failed = completeHidden({ table: { values, bounds: new Map() } as unknown as CountTable, relations, solver });
    return { values, failed, dropped: relations.dropped.map((relation) => all.indexOf(relation)) };
  };
  const none = Number.NaN;
  test("are given values that keep what is known", () => {
    expect(complete([10, 4, none], equal(0, 1, 2)).values).toEqual([10, 4, 6]);
    expect(complete([none, 4, 6], equal(0, 1, 2)).values).toEqual([10, 4, 6]);
    const two = complete([10, none, none, 3], equal(0, 1, 2), atMost(1, 3));
    expect(two.values[1] as number).toBeLessThanOrEqual(3);
    expect((two.values[1] as number) + (two.values[2] as number)).toBe(10);
    expect(two).toMatchObject({ failed: [], dropped: [] });
    expect(complete([5, none], atMost(0, 1)).values[1]).toBeGreaterThanOrEqual(5);
  });
  test("are nothing where nothing is known of them", () => {
    expect(complete([none, 3])).toMatchObject({ values: [0, 3], failed: [] });
  });
  test("are whole, where halves would do", () => {
    // Three pairs that each make 5, of three counts: 2.5 each, if persons could be halved.
    const pairs = [equal(3, 0, 1), equal(4, 1, 2), equal(5, 0, 2)];
    const { values, dropped } = complete([none, none, none, 5, 5, 5], ...pairs);
    expect(values.every(Number.isInteger)).toBe(true);
    expect(dropped).toHaveLength(1);
  });
  test("drop a relation that the published figures leave no room for, and no other", () => {
    expect(complete([3, 4, none], equal(0, 1, 2))).toMatchObject({ values: [3, 4, 0], dropped: [0] });
    expect(complete([9, none, 2], equal(0, 1), atMost(1, 2)).dropped).toHaveLength(1);
    expect(complete([9, none, 9], equal(0, 1), atMost(1, 2)).dropped).toEqual([]);
    expect(complete([9, none, 20], equal(0, 1), atMost(1, 2)).dropped).toEqual([]);
  });
  test("fail where a programme has no solution", () => {
    const values = [10, none];
    const relations = relationsOf([equal(0, 1)]);
    const blind = { ...solver, solve: () => undefined };
    expect(
      completeHidden({ table: { values, bounds: new Map() } as unknown as CountTable, relations, solver: blind }),
    ).toEqual([1]);
    expect(values).toEqual([10, 0]);
    expect(relations.dropped).toHaveLength(1);
  });
});

describe("another table that would be published just the same", () => {
  interface Setting {
    readonly values: readonly number[];
    readonly hidden: readonly number[];
    readonly relations: readonly Relation[];
    /** What a count that is shown may be, where it is rounded. */
    readonly bounds?: Readonly<Record<number, readonly [number, number]>>;
  }
  const attackOn = ({ values, hidden, relations, bounds = {} }: Setting): Attack =>
    ({
      table: { values },
      relations: relationsOf(relations),
      solver,
      publication: {
        isHidden: (count: number) => hidden.includes(count),
        low: (count: number) => (hidden.includes(count) ? 0 : (bounds[count]?.[0] ?? values[count])),
        high: (count: number) => (hidden.includes(count) ? Infinity : (bounds[count]?.[1] ?? values[count])),
      },
    }) as unknown as Attack;
  const solve = (setting: Setting, count: number, goal: Goal) => {
    const found = solveAlternative(attackOn(setting), count, goal);
    return found && Object.fromEntries([...found].sort(([a], [b]) => a - b));
  };
  const row: Setting = { values: [10, 4, 6, 8], hidden: [1, 2], relations: [equal(0, 1, 2)] };

  test("has the value that is asked for, and what follows from it", () => {
    expect(solve(row, 1, { kind: "reach", value: 7 })).toEqual({ 1: 7, 2: 3 });
    expect(solve(row, 1, { kind: "reach", value: 0 })).toEqual({ 1: 0, 2: 10 });
    expect(solve(row, 1, { kind: "reach", value: 11 })).toBeUndefined();
    expect(solve({ ...row, hidden: [1] }, 1, { kind: "reach", value: 7 })).toBeUndefined();
  });
  test("goes as far as it can, and no further than asked", () => {
    expect(solve(row, 1, { kind: "up", by: 3 })).toEqual({ 1: 7, 2: 3 });
    expect(solve(row, 1, { kind: "up", by: 30 })).toEqual({ 1: 10, 2: 0 });
    expect(solve(row, 1, { kind: "down", by: 3 })).toEqual({ 1: 1, 2: 9 });
    expect(solve(row, 1, { kind: "down", by: 30 })).toEqual({ 1: 0, 2: 10 });
    expect(solve({ ...row, hidden: [1] }, 1, { kind: "up", by: 3 })).toEqual({});
  });
  test("moves what is rounded within what its rounding leaves", () => {
    const rounded: Setting = { ...row, hidden: [1], bounds: { 0: [8, 12] } };
    expect(solve(rounded, 1, { kind: "up", by: 9 })).toEqual({ 0: 12, 1: 6 });
    expect(solve(rounded, 1, { kind: "down", by: 9 })).toEqual({ 0: 8, 1: 2 });
    expect(solve(rounded, 1, { kind: "reach", value: 7 })).toBeUndefined();
  });
  test("keeps to what is at most a whole", () => {
    const held: Setting = { values: [10, 4], hidden: [1], relations: [atMost(1, 0)] };
    expect(solve(held, 1, { kind: "up", by: 30 })).toEqual({ 1: 10 });
    expect(solve(held, 1, { kind: "reach", value: 11 })).toBeUndefined();
  });
  test("is of whole persons", () => {
    // Twice the count makes the other: an odd step of that has no half.
    const twice: Relation = { kind: "equal", counts: [0, 1, 2], signs: [-1, 1, 1] };
    const same: Relation = { kind: "equal", counts: [1, 2], signs: [1, -1] };
    const setting: Setting = { values: [8, 4, 4], hidden: [0, 1, 2], relations: [twice, same] };
    expect(solve(setting, 0, { kind: "reach", value: 10 })).toEqual({ 0: 10, 1: 5, 2: 5 });
    expect(solve(setting, 0, { kind: "reach", value: 9 })).toBeUndefined();
  });
  test("is looked for far along a chain of relations", () => {
    const length = 200;
    const chain: Setting = {
      values: [...Array.from({ length }, () => 5), ...Array.from({ length }, () => 10)],
      hidden: Array.from({ length }, (_, index) => index),
      relations: Array.from({ length: length - 1 }, (_, index) => equal(length + index, index, index + 1)),
    };
    const found = solve(chain, 0, { kind: "reach", value: 6 });
    expect(Object.keys(found ?? {})).toHaveLength(length);
  });
  test("is looked for no further than a thousand counts", () => {
    const length = 1500;
    const chain: Setting = {
      values: [...Array.from({ length }, () => 5), ...Array.from({ length }, () => 10)],
      hidden: Array.from({ length }, (_, index) => index),
      relations: Array.from({ length: length - 1 }, (_, index) => equal(length + index, index, index + 1)),
    };
    expect(solve(chain, 0, { kind: "reach", value: 6 })).toBeUndefined();
  });
});

describe("the solver", () => {
  const program = {
    costs: [1, 1],
    lower: [0, 0],
    upper: [9, 9],
    rows: [{ columns: [0, 1], factors: [2, 2], lower: 5, upper: 5 }],
  };
  test("has the least that the rows leave, or says that they leave nothing", () => {
    const found = solver.solve({ ...program, whole: [false, false] });
    expect(found?.reduce((sum, each) => sum + each, 0)).toBeCloseTo(2.5);
    expect(solver.solve({ ...program, whole: [true, true] })).toBeUndefined();
    const even = { ...program, rows: [{ columns: [0, 1], factors: [2, 3], lower: 7, upper: 7 }] };
    expect(solver.solve({ ...even, whole: [true, true] })).toEqual([2, 1]);
    expect(solver.solve({ ...program, upper: [1, 1], whole: [false, false] })).toBeUndefined();
  });
  test("keeps a programme open, whose bounds and costs change", () => {
    const opened = solver.open({ ...program, whole: [false, false] });
    opened.setCost(0, 5);
    expect([...(opened.solve() as number[])]).toEqual([0, 2.5]);
    opened.setBounds(1, 0, 1);
    expect([...(opened.solve() as number[])]).toEqual([1.5, 1]);
    opened.setBounds(0, 0, 1);
    expect(opened.solve()).toBeUndefined();
    expect(opened.pivots).toBeGreaterThan(0);
    opened.dispose();
  });
});

test("memory that others have used gives the solutions of fresh memory", async () => {
  const random = randomFrom(5);
  const below = (most: number) => Math.floor(random() * most);
  const list = <T>(length: number, make: () => T) => Array.from({ length }, make);
  const programOf = (size: number): LinearProgram => ({
    costs: list(size, () => 1 + below(9)),
    lower: list(size, () => 0),
    upper: list(size, () => 5 + below(20)),
    whole: list(size, () => random() < 0.5),
    rows: list(size, () => {
      const columns = Array.from({ length: size }, (_, column) => column).filter(() => random() < 0.3);
      return { columns, factors: columns.map(() => 1), lower: below(4), upper: 1000 };
    }).filter(({ columns }) => columns.length > 0),
  });
  const answers = (own: Solver, program: LinearProgram) => {
    const open = own.open(program);
    const relaxed = Array.from(open.solve() ?? []);
    return { whole: own.solve(program), relaxed, duals: Array.from(open.duals()), pivots: open.pivots };
  };
  for (const size of [3, 30, 8, 60, 5, 15]) {
    const program = programOf(size);
    // The first one has what was given back last; there is none for the second.
    const [used, fresh] = [await loadSolver(), await loadSolver()];
    expect(answers(used, program)).toEqual(answers(fresh, program));
    fresh.dispose();
    used.dispose();
  }
});
