import { expect, test } from "vitest";
import { createAttacker } from "../../../src/dataset/disclosure/attacker.ts";
import { createCuts } from "../../../src/dataset/disclosure/cuts.ts";
import { createMasterProgram, type Selection } from "../../../src/dataset/disclosure/master-program.ts";
import { attackOn, withMargins } from "./attack-on.ts";
import { hierarchy } from "./made-table.ts";

const areas = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });
const row = { axes: [areas], cells: { all: 30, a: 3, b: 7, c: 20 }, statuses: { a: "primary" } } as const;

/** A programme for one count, and its cells by place. */
function programFor(costs: Readonly<Record<string, number>>, choices = [{ up: 2, down: 2 }]) {
  const { attack, countAt, cellAt, sayCells } = attackOn({ ...row, costs });
  const master = createMasterProgram(attack, [{ count: countAt("a"), choices }]);
  const say = (selection: Selection | undefined) =>
    selection && {
      cost: selection.cost,
      ...Object.fromEntries([...selection.shares].map(([cell, share]) => [sayCells([cell])[0], share])),
    };
  const column = (place: string) => master.columnOf(cellAt(place));
  /** One of some places has to be hidden. */
  const oneOf = (...places: readonly string[]) =>
    master.add({ columns: places.map(column), factors: places.map(() => 1), lower: 1 });
  return { attack, master, cellAt, say, column, oneOf };
}

test("cells are chosen that keep to all rows, and no dearer ones; the small count is none of them", () => {
  const { master, say, oneOf } = programFor({ all: 4, b: 2, c: 3 });
  const program = master.open(new Set());
  expect(say(program.solve())).toEqual({ cost: 0, all: 0, b: 0, c: 0 });
  expect(oneOf("b", "c")).toBe(true);
  expect(oneOf("b", "c")).toBe(false);
  // Rows that came after the programme was opened count in it.
  expect(say(program.solve())).toEqual({ cost: 2, all: 0, b: 1, c: 0 });
  program.dispose();
});

test("cells that stay hidden are in the cost and in the shares, and rows that they meet ask for no others", () => {
  const { master, say, oneOf, cellAt } = programFor({ all: 4, b: 2, c: 3 });
  oneOf("b", "c");
  const program = master.open(new Set([cellAt("c")]));
  expect(say(program.solve())).toEqual({ cost: 3, all: 0, b: 0, c: 1 });
  oneOf("all", "b");
  expect(say(program.solve())).toEqual({ cost: 5, all: 0, b: 1, c: 1 });
  program.dispose();
});

test("a column is held at an end and let go again; nothing is found where a row cannot hold then", () => {
  const { master, say, oneOf, column } = programFor({ all: 4, b: 2, c: 3 });
  oneOf("b", "c");
  const program = master.open(new Set());
  program.fix(column("b"), 0);
  expect(say(program.solve())).toMatchObject({ cost: 3, b: 0, c: 1 });
  program.fix(column("c"), 0);
  expect(program.solve()).toBeUndefined();
  program.fix(column("c"), undefined);
  program.fix(column("all"), 1);
  expect(say(program.solve())).toMatchObject({ cost: 7, all: 1, b: 0, c: 1 });
  program.dispose();
});

test("a row that nothing rests on is forgotten in time, and then is new again", () => {
  const { master, oneOf, say } = programFor({ all: 4, b: 2, c: 3 });
  oneOf("b", "c");
  oneOf("all", "b", "c");
  for (let opened = 0; opened < 40; opened += 1) {
    const program = master.open(new Set());
    expect(say(program.solve())).toMatchObject({ cost: 2, b: 1 });
    program.dispose();
  }
  expect(oneOf("b", "c")).toBe(false);
  expect(oneOf("all", "b", "c")).toBe(true);
});

test.each([
  // The cheapest companion of the count's sum.
  [
    { up: 2, down: 2 },
    { cost: 1, all: 0, b: 1, c: 0 },
  ],
  // b gives 7 of 8 at most, and an eighth of c the rest.
  [
    { up: 8, down: 2 },
    { cost: 1.375, all: 0, b: 1, c: 0.125 },
  ],
  // No choice lets a count fall below nothing.
  [{ up: 2, down: 4 }, undefined],
])("attacks teach the programme until its choice holds: %j", (way, expected) => {
  const { attack, master, say } = programFor({ all: 9, b: 1, c: 3 }, [way]);
  const attacker = createAttacker(attack, [...attack.table.values.keys()]);
  const cuts = createCuts(attack, master, attacker);
  const program = master.open(new Set());
  let selection = program.solve();
  expect(say(selection)).toMatchObject({ cost: 0 });
  while (selection && cuts.add(selection) > 0) selection = program.solve();
  expect(say(selection)).toEqual(
    expected && Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value)])),
  );
  attacker.dispose();
  program.dispose();
});

test("of two ways the cheaper one is taken", () => {
  const cells = withMargins({ a: [3, 20, 30], b: [40, 50, 60], c: [70, 80, 90] }, ["x", "y", "z"]);
  const ages = hierarchy("age", { all: undefined, x: "all", y: "all", z: "all" });
  const { attack, countAt } = attackOn({ axes: [areas, ages], cells, statuses: { "a x": "primary" } });
  const costFor = (choices: readonly { readonly up: number; readonly down: number }[]) => {
    const master = createMasterProgram(attack, [{ count: countAt("a x"), choices }]);
    const attacker = createAttacker(attack, [...attack.table.values.keys()]);
    const cuts = createCuts(attack, master, attacker);
    const program = master.open(new Set());
    let selection = program.solve() as Selection;
    while (cuts.add(selection) > 0) selection = program.solve() as Selection;
    attacker.dispose();
    program.dispose();
    return selection.cost;
  };
  // Nothing has to be hidden so that it stays.
  expect(costFor([{ up: 0, down: 0 }])).toBe(0);
  const both = costFor([{ up: 2, down: 2 }]);
  expect(both).toBeGreaterThan(0);
  expect(
    costFor([
      { up: 2, down: 2 },
      { up: 0, down: 0 },
    ]),
  ).toBe(0);
  expect(
    costFor([
      { up: 0, down: 0 },
      { up: 2, down: 2 },
    ]),
  ).toBe(0);
});

test("what a choice loses to attacks is told once, and what only one of two ways asks for is told of that way", () => {
  const rowsFor = (choices: { up: number; down: number }[]) => {
    const { attack, master, say } = programFor({ all: 9, b: 1, c: 3 }, choices);
    const attacker = createAttacker(attack, [...attack.table.values.keys()]);
    const cuts = createCuts(attack, master, attacker);
    const program = master.open(new Set());
    const first = program.solve() as Selection;
    const rows = [cuts.add(first), cuts.add(first)];
    const goal = master.cells.length;
    const costs = ([0, 1] as const).map((way) => {
      program.fix(goal, way);
      let selection = program.solve();
      while (selection && cuts.add(selection) > 0) selection = program.solve();
      return say(selection)?.cost;
    });
    attacker.dispose();
    program.dispose();
    return { rows, costs };
  };
  // Upwards and downwards it is the same row: one of the three.
  expect(rowsFor([{ up: 2, down: 2 }]).rows).toEqual([1, 0]);
  // Where a way asks for more, another row holds for it alone.
  const more = rowsFor([
    { up: 2, down: 2 },
    { up: 8, down: 2 },
  ]);
  expect(more.rows).toEqual([2, 0]);
  expect(more.costs).toEqual([expect.closeTo(1), expect.closeTo(1.375)]);
  const less = rowsFor([
    { up: 8, down: 2 },
    { up: 2, down: 2 },
  ]);
  expect(less.rows).toEqual([2, 0]);
  expect(less.costs).toEqual([expect.closeTo(1.375), expect.closeTo(1)]);
});

test("a cell that is hidden alone gets a companion in each sum that hides nothing else", () => {
  const cells = withMargins({ a: [3, 20, 30], b: [40, 50, 60], c: [70, 80, 90] }, ["x", "y", "z"]);
  const ages = hierarchy("age", { all: undefined, x: "all", y: "all", z: "all" });
  const { attack, countAt, cellAt } = attackOn({ axes: [areas, ages], cells, statuses: { "a x": "primary" } });
  const master = createMasterProgram(attack, [{ count: countAt("a x"), choices: [{ up: 0, down: 0 }] }]);
  const attacker = createAttacker(attack, [...attack.table.values.keys()]);
  const cuts = createCuts(attack, master, attacker);
  const added = (...places: readonly string[]) => {
    const program = master.open(new Set(places.map(cellAt)));
    const rows = cuts.add(program.solve() as Selection);
    program.dispose();
    return rows;
  };
  expect(added()).toBe(0);
  // Its row and its column.
  expect(added("b y")).toBe(2);
  // The row of the small count hides that; the column is another sum.
  expect(added("a z")).toBe(1);
  // Both have a companion in their row, and none in their columns.
  expect(added("c y", "c z")).toBe(2);
  attacker.dispose();
});
