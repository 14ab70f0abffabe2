import { expect, test } from "vitest";
import { createPastCells } from "../../../src/dataset/disclosure/past-cells.ts";
import type { Release } from "../../../src/dataset/editions/edition.ts";
import { rule } from "./attack-on.ts";
import { hierarchy, type Measure, tableOf } from "./made-table.ts";
import { pastEdition, type Runs } from "./past-edition.ts";

const areas = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });

/** What is known of the cells of a table of areas, by what releases showed of them. */
function pastOf(
  cells: Measure["cells"],
  shown: Readonly<Record<string, Runs>>,
  { releases, axis = areas }: { readonly releases?: readonly Partial<Release>[]; readonly axis?: typeof areas } = {},
) {
  const { table, countAt } = tableOf([{ axes: [axis], cells }]);
  const edition = pastEdition({ ...(releases && { releases }), cells: [{ dimensions: ["area"], shown }] });
  const past = createPastCells(table, rule, edition);
  const cellAt = (place: string) => table.cellOf[countAt(place)] as number;
  return {
    past,
    table,
    edition,
    cellAt,
    told: (place: string) => past.told.get(countAt(place)),
    valueAt: (place: string) => table.values[countAt(place)],
    toldOf: (place: string) => (table.countsOf[cellAt(place)] ?? []).map((count) => past.told.get(count)),
  };
}

test("what a release showed of a cell is found by its coordinates; of one that it had not, nothing", () => {
  const { past, cellAt } = pastOf(
    { all: 60, a: 3, b: 20, c: 37 },
    { a: [null, "hidden", undefined, 7], b: [20, undefined, null, [20, 21]] },
  );
  expect(past.releases).toBe(4);
  const shown = (place: string) => [0, 1, 2, 3].map((release) => past.shownIn(cellAt(place), release));
  expect(shown("a")).toEqual([null, "hidden", "hidden", 7]);
  expect(shown("b")).toEqual([20, 20, null, [20, 21]]);
  expect(shown("c")).toEqual([null, null, null, null]);
  expect([past.changesOf(cellAt("a")), past.changesOf(cellAt("b")), past.changesOf(cellAt("c"))]).toEqual([
    [1, 3],
    [0, 2, 3],
    [],
  ]);
  expect(past.boundsIn(cellAt("b"), 3)).toEqual([
    { low: 20, high: 20 },
    { low: 21, high: 21 },
  ]);
  expect(past.boundsIn(cellAt("a"), 1)).toEqual([]);
});

test("the same figure says something else where the rule of a release is another, of cells that show one", () => {
  const fives = { roundTo: 5 };
  const { past, cellAt, told } = pastOf(
    { all: 60, a: 3, b: 20, c: 37 },
    { a: ["hidden"], b: [20], c: [35, undefined, undefined, 40, null] },
    { releases: [{}, fives, fives, { roundTo: 10 }, {}] },
  );
  // a is hidden by any rule; nothing changes from the second release to the third.
  expect(past.changesOf(cellAt("a"))).toEqual([0]);
  expect(past.changesOf(cellAt("b"))).toEqual([0, 1, 3, 4]);
  expect(past.boundsIn(cellAt("b"), 2)).toEqual([{ low: 18, high: 22 }]);
  expect(past.boundsIn(cellAt("b"), 3)).toEqual([{ low: 15, high: 24 }]);
  expect(told("b")).toEqual({ from: 20, to: 20 });
  // 35 by fives and 40 by tens both leave 37 possible; 35 exactly does not.
  expect(told("c")).toEqual({ from: 35, to: 37 });
});

test.each([
  [0, undefined],
  [1, { from: 1, to: 1 }],
  [4, { from: 4, to: 4 }],
  [5, undefined],
])(
  "a small count that was shown before it was hidden is told, another had been revised then: %i",
  (value, expected) => {
    expect(pastOf({ a: value }, { a: [value, "hidden"] }).told("a")).toEqual(expected);
  },
);

test("a count is told by the figures that it may be of, as near as all of them together say", () => {
  const fives = { roundTo: 5 };
  const threes = { roundTo: 3 };
  const releases = [fives, threes];
  expect(pastOf({ a: 21 }, { a: [20, 21] }, { releases }).told("a")).toEqual({ from: 20, to: 22 });
  // By another figure it has been revised, and what was shown before is the same by chance.
  expect(pastOf({ a: 21 }, { a: [20, 30] }, { releases }).told("a")).toBeUndefined();
  expect(pastOf({ a: 21 }, { a: [40, 30] }, { releases }).told("a")).toBeUndefined();
  // What is shown after it was hidden counts for one that is not small, and what was before does not.
  expect(pastOf({ a: 21 }, { a: [20, "hidden", 21] }, { releases: [fives, threes, threes] }).told("a")).toEqual({
    from: 20,
    to: 22,
  });
  expect(pastOf({ a: 21 }, { a: ["hidden", 21] }).told("a")).toEqual({ from: 21, to: 21 });
  // Each vintage by itself.
  expect(pastOf({ a: { first: 20, second: 23 } }, { a: [[20, 22]] }).toldOf("a")).toEqual([
    { from: 20, to: 20 },
    undefined,
  ]);
});

test("a small count that was another since it was shown is as secret as any, unless nobody knows which was first", () => {
  const told = (shown: Runs, releases?: readonly Partial<Release>[]) =>
    pastOf({ a: 3 }, { a: shown }, { ...(releases && { releases }) }).told("a");
  expect(told([3, 5])).toBeUndefined();
  expect(told([5, 3, "hidden"])).toEqual({ from: 3, to: 3 });
  expect(told([3, 5, "hidden", 3])).toEqual({ from: 3, to: 3 });
  // Two that know nothing of each other.
  expect(told([3, 5], [{}, { after: [] }])).toEqual({ from: 3, to: 3 });
});

test("readers may have known what a release hid, if it had been shown and is another by now", () => {
  const supposed = (value: number, shown: Runs) => [...pastOf({ a: value }, { a: shown }).past.supposed.values()];
  expect(supposed(3, [2, "hidden"])).toEqual(["known-before"]);
  expect(supposed(9, [2, null, "hidden"])).toEqual(["known-before"]);
  // It is what it was; it had been too large for the rule to hide; or nobody had hidden it.
  expect(supposed(2, [2, "hidden"])).toEqual([]);
  expect(supposed(3, [9, "hidden"])).toEqual([]);
  expect(supposed(3, [2, 5])).toEqual([]);
});

test("the figure that was shown last is as narrow as those before it make it that may be of the same count", () => {
  const { past, edition } = pastOf(
    { a: 21 },
    { a: [20, 21, "hidden"], b: [35, 21, 20] },
    { releases: [{ roundTo: 5 }, { roundTo: 3 }, { roundTo: 10 }] },
  );
  const [a, b] = edition.cells as [(typeof edition.cells)[number], (typeof edition.cells)[number]];
  expect(past.lastBoundsOf(b)).toEqual({ low: 15, high: 24 });
  expect(past.lastBoundsWith(b, 21)).toEqual({ low: 20, high: 22 });
  expect(past.lastBoundsWith(b, 24)).toEqual({ low: 15, high: 24 });
  expect(past.lastBoundsOf(a)).toBeUndefined();
  expect(past.lastBoundsWith(a, 21)).toBeUndefined();
  expect(past.lastBoundsOf(a, 2)).toEqual({ low: 20, high: 22 });
});

test("cells that the last release hid, and those that some release showed, are told apart", () => {
  const { past, cellAt } = pastOf(
    { all: 60, a: 3, b: 20, c: 37 },
    { all: ["hidden", 60], a: [9, "hidden"], b: ["hidden", null], c: ["known"] },
  );
  const places = ["all", "a", "b", "c"] as const;
  expect(places.filter((place) => past.hidden.has(cellAt(place)))).toEqual(["a", "b"]);
  expect(places.filter((place) => past.printed.has(cellAt(place)))).toEqual(["all", "a"]);
});

test("the figure that was shown last is the last vintage's, of cells with one", () => {
  const { past, cellAt } = pastOf(
    { all: 60, a: 3, b: 20, c: 37 },
    { all: [50, [55, 58], "hidden"], a: ["hidden"], b: [0, null] },
  );
  expect(["all", "a", "b", "c"].map((place) => past.lastFigure(cellAt(place)))).toEqual([58, undefined, 0, undefined]);
});

test("a count that its publisher hides by now is taken for what it was, unless a total says otherwise", () => {
  const unknown = (cells: Measure["cells"], shown: Runs, axis = areas) =>
    pastOf({ a: Number.NaN, ...cells }, { a: shown }, { axis }).valueAt("a");
  expect(unknown({}, [3])).toBe(3);
  expect(unknown({ all: 74, b: 30, c: 41 }, [3])).toBe(3);
  expect(unknown({ all: 74, b: 30, c: 41 }, [30])).toBeNaN();
  // A part that is not there counts for nothing; one that is hidden leaves all possible, and so does a hidden total.
  expect(unknown({ all: 74, b: 30 }, [44])).toBe(44);
  expect(unknown({ all: 74, b: 30 }, [43])).toBeNaN();
  expect(unknown({ all: 74, b: Number.NaN, c: 41 }, [30])).toBe(30);
  expect(unknown({ all: Number.NaN, b: 30, c: 41 }, [30])).toBe(30);
  expect(unknown({ b: 30, c: 41 }, [30])).toBe(30);
  // Where categories overlap, their total says nothing of one.
  const overlapping = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" }, true);
  expect(unknown({ all: 74, b: 30, c: 41 }, [30], overlapping)).toBe(30);
  // The last that was shown, and not one that was hidden after.
  expect(unknown({}, [3, 9])).toBe(9);
  expect(unknown({}, [3, "hidden"])).toBeNaN();
});

test("a rounded figure does not say what a count was that its publisher hides", () => {
  const { valueAt } = pastOf({ a: Number.NaN }, { a: [20] }, { releases: [{ roundTo: 5 }] });
  expect(valueAt("a")).toBeNaN();
});

test("a count that nobody knows is expected to be what was shown since, and told where it turns out so", () => {
  const settled = (value: number) => {
    const { past, table, told } = pastOf({ a: Number.NaN }, { a: [20] }, { releases: [{ roundTo: 5 }] });
    expect([...past.expected.values()]).toEqual([{ from: 18, to: 22 }]);
    expect(told("a")).toBeUndefined();
    table.values[0] = value;
    past.settle();
    return told("a");
  };
  expect(settled(22)).toEqual({ from: 18, to: 22 });
  expect(settled(23)).toBeUndefined();
  // What was shown before it was hidden does not count, and two figures that nothing is within are none.
  expect([...pastOf({ a: Number.NaN }, { a: [20, "hidden"] }).past.expected]).toEqual([]);
  expect([
    ...pastOf({ a: Number.NaN }, { a: [20, 40] }, { releases: [{ roundTo: 5 }, { roundTo: 5 }] }).past.expected,
  ]).toEqual([]);
});

test("a figure that is shown as it is says so, whatever the rule of its release", () => {
  const { past, cellAt, told } = pastOf(
    { a: 21 },
    { a: [{ exact: 21 }, 20] },
    { releases: [{ roundTo: 5 }, { roundTo: 5 }] },
  );
  expect(past.boundsIn(cellAt("a"), 0)).toEqual([{ low: 21, high: 21 }]);
  expect(told("a")).toEqual({ from: 21, to: 21 });
  expect(past.lastFigure(cellAt("a"))).toBe(20);
});

test("what the last release with a cell says of it is one figure's bounds, or nothing", () => {
  const last = (shown: Runs) => {
    const { past, edition } = pastOf({ a: 21 }, { a: shown }, { releases: [{ roundTo: 5 }, {}, { roundTo: 10 }] });
    return past.lastBoundsOf(edition.cells[0] as (typeof edition.cells)[number]);
  };
  expect(last([20, null])).toEqual({ low: 18, high: 22 });
  expect(last([15, 20, null])).toEqual({ low: 20, high: 20 });
  expect(last([15, 20])).toEqual({ low: 15, high: 24 });
  expect(last([20, "hidden"])).toBeUndefined();
  expect(last([20, [20, 30]])).toBeUndefined();
  expect(last([null])).toBeUndefined();
});

test("a count whose cell is gone is told by what was shown of it", () => {
  const { past, table, edition } = pastOf(
    { b: 20 },
    { a: [20, [25, 22]], c: ["hidden"] },
    { releases: [{ roundTo: 5 }, {}] },
  );
  const [a, c] = edition.cells as [(typeof edition.cells)[number], (typeof edition.cells)[number]];
  const [first, second, third] = [table.addGone(22), table.addGone(30), table.addGone(0)];
  for (const count of [first, second]) past.remember(count, a);
  past.remember(third, c);
  expect(past.told.get(first)).toEqual({ from: 22, to: 22 });
  expect(past.told.get(second)).toBeUndefined();
  expect(past.told.get(third)).toBeUndefined();
  const shown = (count: number, release: number) => past.shownIn(table.cellOf[count] as number, release);
  expect([shown(first, 0), shown(first, 1), shown(third, 1)]).toEqual([20, [25, 22], "hidden"]);
});
