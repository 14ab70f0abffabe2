import { expect, test } from "vitest";
import type { Axis } from "../../../src/dataset/disclosure/count-table.ts";
import { createPastCells } from "../../../src/dataset/disclosure/past-cells.ts";
import { createPastFamilies } from "../../../src/dataset/disclosure/past-families.ts";
import type { EditionCell, Release, ReleaseStructure } from "../../../src/dataset/editions/edition.ts";
import { rule } from "./attack-on.ts";
import { hierarchy, type Measure, tableOf, time } from "./made-table.ts";
import { pastEdition, type Runs } from "./past-edition.ts";

interface Setting {
  readonly measures: readonly Measure[];
  readonly shown: Readonly<Record<string, Runs>>;
  readonly structures: readonly ReleaseStructure[];
  readonly releases?: readonly Partial<Release>[];
  readonly sums?: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  readonly isReleased?: (coordinates: Readonly<Record<string, string>>) => boolean;
}

/** Cells of releases by `measure: place`, whose dimensions are area, then sex. */
function familiesIn({ measures, shown, structures, releases, sums, isReleased = () => false }: Setting) {
  const { table, countAt } = tableOf(measures);
  const edition = pastEdition({
    ...(releases && { releases }),
    structures: [...structures],
    cells: Object.entries(shown).map(([name, runs]) => {
      const [measure = "n", place = ""] = name.includes(": ") ? name.split(": ") : ["n", name];
      return { measure, dimensions: ["area", "sex"], shown: { [place]: runs } };
    }),
  });
  const past = createPastCells(table, rule, edition);
  const families = createPastFamilies({ spec: sums ? { sums } : {}, rule, table, past, edition, isReleased });
  const nameOf = ({ measure, at }: EditionCell) =>
    [...(measure === "n" ? [] : [measure]), ...Object.values(at)].join(" ");
  const cellOf = (name: string) => edition.cells.find((cell) => nameOf(cell) === name) as EditionCell;
  const placeOf = new Map<number, string>();
  for (const { name = "n", cells } of measures)
    for (const place of Object.keys(cells))
      for (const count of table.countsOf[table.cellOf[countAt(place, name)] as number] ?? [])
        placeOf.set(count, [...(name === "n" ? [] : [name]), place].join(" "));
  const sayCount = (count: number | undefined) =>
    count === undefined ? "exact" : (placeOf.get(count) ?? `gone ${table.values[count]}`);
  const of = (place: string, measure = "n") =>
    families.of(countAt(place, measure)).map(({ dimension, members, releases: own }) => ({
      ...(dimension !== undefined && { dimension }),
      members: members.map(
        ({ cell, count }) => `${nameOf(cell)}${sayCount(count) === nameOf(cell) ? "" : ` (${sayCount(count)})`}`,
      ),
      releases: [...own],
    }));
  return {
    families,
    table,
    of,
    cellOf,
    gone: () => [...families.gone].map(([count, cell]) => `${nameOf(cell)} (${table.values[count]})`),
    told: (place: string) => past.told.get(countAt(place)),
    ties: (place: string) =>
      families.tiesOf(countAt(place)).map(({ kind, counts, signs }) => [kind, counts.map(sayCount), signs]),
    isReckonedWith: (measure: string, at: Readonly<Record<string, string>>) => families.isReckonedWith({ measure, at }),
  };
}

const flat = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });
const all = { all: 60, a: 3, b: 20, c: 37 };
const structure = (area: Readonly<Record<string, string>>, sums: ReleaseStructure["sums"] = []): ReleaseStructure => ({
  holders: { area: { ...area } },
  sums,
});
const inAll = structure({ a: "all", b: "all", c: "all" });

test("a region that is gone ties the areas that it had, in the releases that had it", () => {
  const regions = structure({ a: "north", b: "north", c: "south", north: "all", south: "all" });
  const { of } = familiesIn({
    measures: [{ axes: [flat], cells: all }],
    structures: [inAll, regions],
    releases: [{}, { structure: 1 }, { structure: 1 }],
    shown: { all: [60], a: ["hidden"], b: ["hidden"], c: [37], north: [null, 23], south: [null, 37] },
  });
  const north = { dimension: "area", members: ["north (exact)", "a", "b"], releases: [1, 2] };
  expect([of("a"), of("b")]).toEqual([[north], [north]]);
  // North and south are gone, so that all had other parts.
  expect(of("c")).toEqual([{ dimension: "area", members: ["south (exact)", "c"], releases: [1, 2] }]);
  expect(of("all")).toEqual([
    { dimension: "area", members: ["all", "north (exact)", "south (exact)"], releases: [1, 2] },
  ]);
});

test("what hangs together as it did is told of by this release alone", () => {
  const shown = { all: [60], a: ["hidden"], b: ["hidden"], c: [37] } as const;
  const { of } = familiesIn({ measures: [{ axes: [flat], cells: all }], structures: [inAll], shown });
  expect(["all", "a", "b", "c"].map((place) => of(place))).toEqual([[], [], [], []]);
});

test("a region that has further areas by now had others then", () => {
  const axis = hierarchy("area", { north: undefined, south: undefined, a: "north", b: "north", c: "south" });
  const { of } = familiesIn({
    measures: [{ axes: [axis], cells: { north: 23, south: 37, a: 3, b: 20, c: 37 } }],
    structures: [structure({ a: "north", b: "south", c: "south" })],
    shown: { north: ["hidden"], south: [57], a: ["hidden"], b: [20], c: [37] },
  });
  expect(of("a")).toEqual([{ dimension: "area", members: ["north", "a"], releases: [0] }]);
  expect(of("b")).toEqual([{ dimension: "area", members: ["south", "b", "c"], releases: [0] }]);
});

const withD = structure({ a: "all", b: "all", c: "all", d: "all" });

test.each<[string, Runs, { d: string; gone: string[] }, Partial<Release>?]>([
  ["was hidden", ["hidden"], { d: "d (gone 0)", gone: ["d (0)"] }],
  ["was shown before it was hidden", [8, "hidden"], { d: "d (gone 0)", gone: ["d (0)"] }],
  ["was hidden, then shown", ["hidden", 8], { d: "d (gone 0)", gone: [] }],
  ["was shown as it is", [8], { d: "d (exact)", gone: [] }],
  ["was shown in fives", [10], { d: "d (gone 10)", gone: [] }, { roundTo: 5 }],
  ["was shown in fives, in two vintages", [[10, 15]], { d: "d (gone 15)", gone: [] }, { roundTo: 5 }],
])("an area that is gone and %s ties the others", (_, runs, expected, release = {}) => {
  const { of, gone } = familiesIn({
    measures: [{ axes: [flat], cells: all }],
    structures: [withD],
    releases: [release],
    shown: { all: [65], a: ["hidden"], b: [20], c: [37], d: runs },
  });
  const releases = runs.map((_run, index) => index);
  expect(of("b")).toEqual([{ dimension: "area", members: ["all", "a", "b", "c", expected.d], releases }]);
  expect(gone()).toEqual(expected.gone);
});

test("an area that is gone and was released is not protected, and is reckoned with", () => {
  const { gone, of, isReckonedWith } = familiesIn({
    measures: [{ axes: [flat], cells: all }],
    structures: [withD],
    shown: { all: [65], a: ["hidden"], b: [20], c: [37], d: ["hidden"] },
    isReleased: ({ area, measure }) => area === "d" && measure === "n",
  });
  expect(gone()).toEqual([]);
  expect(of("b")).toHaveLength(1);
  expect(isReckonedWith("n", { area: "d" })).toBe(true);
});

test("nothing ties the areas of a region that no release showed or hid, or that had none of them", () => {
  const regions = structure({ a: "north", b: "north", e: "west" });
  const { of } = familiesIn({
    measures: [{ axes: [flat], cells: all }],
    structures: [regions],
    shown: { a: ["hidden"], b: ["hidden"], west: [9] },
  });
  expect([of("a"), of("b")]).toEqual([[], []]);
});

test("cells are tied within their line: of the same measure and the same other categories", () => {
  const sexes = hierarchy("sex", { girls: undefined, boys: undefined });
  const { of } = familiesIn({
    measures: [{ axes: [flat, sexes], cells: { "a girls": 3, "a boys": 9, "b girls": 20, "b boys": 4 } }],
    structures: [structure({ a: "north", b: "north" })],
    shown: { "north girls": [23], "a girls": ["hidden"], "a boys": [9], "b girls": ["hidden"], "b boys": ["hidden"] },
  });
  expect(of("a girls")).toEqual([
    { dimension: "area", members: ["north girls (exact)", "a girls", "b girls"], releases: [0] },
  ]);
  expect(of("a boys")).toEqual([]);
});

test("each of the counts that publications give of a cell has a family, the others with the last of theirs", () => {
  const { table, families } = familiesIn({
    measures: [{ axes: [flat], cells: { a: { first: 3, second: 5 }, b: 20 } }],
    structures: [structure({ a: "north", b: "north" })],
    shown: { north: [23], a: ["hidden"], b: [20] },
  });
  const [one = -1, two = -1] = table.countsOf[0] ?? [];
  const [b = -1] = table.countsOf[1] ?? [];
  const counts = (count: number) => families.of(count).map(({ members }) => members.map((member) => member.count));
  expect(counts(one)).toEqual([[undefined, one, b]]);
  expect(counts(two)).toEqual([[undefined, two, b]]);
  expect(counts(b)).toEqual([
    [undefined, one, b],
    [undefined, two, b],
  ]);
});

const counted = (name: string, cells: Measure["cells"], axes: readonly Axis[] = [flat]): Measure => ({
  name,
  axes,
  cells,
});
const sum = { whole: "n", parts: ["girls", "boys"] };

test("a measure that was the sum of others ties them, where it is none any more", () => {
  const setting = {
    measures: [counted("n", { a: 42 }), counted("girls", { a: 2 }), counted("boys", { a: 40 })],
    structures: [structure({}, [sum])],
    shown: { a: [42], "girls: a": ["hidden"], "boys: a": ["hidden"] },
  } as const;
  const family = { members: ["a", "girls a", "boys a"], releases: [0] };
  expect(familiesIn(setting).of("a", "girls")).toEqual([family]);
  expect(familiesIn({ ...setting, sums: [{ whole: "n", parts: ["girls"] }] }).of("a", "girls")).toEqual([family]);
  expect(familiesIn({ ...setting, sums: [sum] }).of("a", "girls")).toEqual([]);
});

test("a measure is the sum of others still, and one of them is gone in a place", () => {
  const setting = {
    measures: [counted("n", { a: 42 }), counted("girls", { a: 2, b: 3 })],
    structures: [structure({}, [sum])],
    sums: [sum],
    shown: { a: [42], "girls: a": ["hidden"], "boys: a": ["hidden"] },
  } as const;
  expect(familiesIn(setting).of("a", "girls")).toEqual([
    { members: ["a", "girls a", "boys a (gone 0)"], releases: [0] },
  ]);
  // One that was never there makes no sum.
  const { "boys: a": _, ...shown } = setting.shown;
  expect(familiesIn({ ...setting, shown, sums: [] }).of("a", "girls")).toEqual([]);
});

test("a part that is broken down further stands in a sum by its total", () => {
  const sexes = hierarchy("sex", { any: undefined, young: "any", old: "any" });
  const setting = (total: string, holders: Readonly<Record<string, string>>) => ({
    measures: [
      counted("n", { a: 42 }),
      counted("girls", { [`a ${total}`]: 2, "b any": 9 }, [flat, sexes]),
      counted("boys", { a: 40 }),
    ],
    structures: [{ holders: { sex: { ...holders } }, sums: [sum] }],
    shown: { a: [42], "girls: b any": [9], [`girls: a ${total}`]: ["hidden"], "boys: a": ["hidden"] } as const,
  });
  const below = { young: "any", old: "any" };
  expect(familiesIn(setting("any", below)).of("a", "boys")).toEqual([
    { members: ["a", "girls a any", "boys a"], releases: [0] },
  ]);
  // Neither a category that others hold, nor one that holds none, is a total.
  expect(familiesIn(setting("young", below)).of("a", "boys")).toEqual([]);
  expect(familiesIn(setting("young", { ...below, baby: "young" })).of("a", "boys")).toEqual([]);
  expect(familiesIn(setting("any", {})).of("a", "boys")).toEqual([]);
});

test.each<[string, Readonly<Record<string, Runs>>, Readonly<Record<string, number>>, Readonly<Record<string, number>>]>(
  [
    ["one that grew by just what another was", { b: [20], c: [37], d: [8] }, { b: 28, c: 37 }, { b: 28 }],
    ["one that grew by all that are gone", { b: [20], c: [37], d: [8], e: [5] }, { b: 33, c: 42 }, { b: 33, c: 42 }],
    ["none that grew by another number", { b: [20], c: [37], d: [8] }, { b: 27, c: 46 }, {}],
    ["none because of a figure of nothing", { b: [20], c: [37], d: [0] }, { b: 20, c: 37 }, {}],
    ["none by what was hidden", { b: [20], c: [37], d: ["hidden"] }, { b: 28, c: 37 }, {}],
    // What d was when it was there last, and what the others were then.
    [
      "one as it was when the other was there last",
      { b: [20, 21, 50], c: [37], d: [6, 8, null] },
      { b: 29, c: 43 },
      { b: 29 },
    ],
    ["none as it was before that", { b: [20, 21], c: [37], d: [8, 6, null] }, { b: 28, c: 37 }, {}],
  ],
)("of areas beside one that is gone, %s is taken for their sum", (_, shown, now, told) => {
  const { told: toldOf } = familiesIn({
    measures: [{ axes: [flat], cells: { all: 90, ...now } }],
    structures: [structure({ b: "all", c: "all", d: "all", e: "all" })],
    // All was hidden, so that the family is not told of by itself.
    shown: { all: ["hidden"], ...shown },
  });
  // What was shown and is unrevised is told anyway.
  const own = Object.entries(now).filter(([place, value]) => !shown[place]?.includes(value));
  expect(Object.fromEntries(own.flatMap(([place]) => (toldOf(place) ? [[place, toldOf(place)?.from]] : [])))).toEqual(
    told,
  );
});

test("an area that is gone and was hidden may have gone into those beside it that grew", () => {
  const tiesIn = (
    shown: Readonly<Record<string, Runs>>,
    releases?: readonly Partial<Release>[],
    isReleased = () => false,
  ) => {
    const { ties } = familiesIn({
      measures: [{ axes: [flat], cells: { all: 90, a: 19, b: 20, c: 37 } }],
      structures: [withD],
      shown: { all: [90], ...shown },
      isReleased,
      ...(releases && { releases }),
    });
    return ["all", "a", "b", "c"].map((place) => ties(place));
  };
  const tie = (place: string) => [["equal", [place, "gone 0"], [-1, 1]]];
  expect(tiesIn({ a: [19], b: [19], c: [38], d: ["hidden"] })).toEqual([[], [], tie("b"), []]);
  expect(tiesIn({ a: [18], b: ["hidden"], c: [36], d: ["hidden"] })).toEqual([[], tie("a"), [], tie("c")]);
  expect(tiesIn({ a: [18], b: [19], c: [36], d: ["hidden"] }, undefined, () => true)).toEqual([[], [], [], []]);
  expect(tiesIn({ a: [18], b: [19], c: [36], d: ["hidden", 9] })).toEqual([[], [], [], []]);
  // A figure in fives leaves it open whether it grew.
  expect(tiesIn({ a: [20], b: [25], c: [35], d: ["hidden"] }, [{ roundTo: 5 }])).toEqual([[], tie("a"), [], tie("c")]);
  // By what they were when it was there last, or in any release since: it may have gone into them later.
  expect(tiesIn({ a: [18, 19, 18], b: [20, 19, 20], c: [37], d: ["hidden", undefined, null] })).toEqual([
    [],
    tie("a"),
    tie("b"),
    [],
  ]);
  // All less the others was 15 then: who grew by more has taken in something else.
  expect(tiesIn({ all: [74], a: [18], b: [20], c: [21], d: ["hidden"] })).toEqual([[], tie("a"), [], []]);
  expect(tiesIn({ all: [75], a: [18], b: [20], c: [21], d: ["hidden"] })).toEqual([[], tie("a"), [], tie("c")]);
  // What was four at most, and was counted in one that has less by now, was as much at least.
  expect(tiesIn({ all: [83], a: [23], b: [20], c: [37], d: ["hidden"] })).toEqual([[], [], [], []]);
  expect(tiesIn({ all: [84], a: [23], b: [20], c: [37], d: ["hidden"] })).toEqual([[], tie("a"), [], []]);
  expect(tiesIn({ all: [85], a: [23], b: [20], c: [37], d: ["hidden"] })).toEqual([[], [], [], []]);
});

test("a cell is reckoned with where all that tied it is known", () => {
  const regions = structure({ a: "all", b: "all", d: "all", e: "west" }, [{ whole: "gone", parts: ["part"] }]);
  const { isReckonedWith } = familiesIn({
    measures: [{ axes: [flat], cells: { all: 23, a: 3, b: 20 } }],
    structures: [regions],
    shown: {
      all: [28],
      a: ["hidden"],
      b: [20],
      d: ["hidden"],
      e: ["hidden"],
      f: ["hidden"],
      "gone: a": [9],
      "part: a": [9],
      "other: a": [9],
    },
  });
  const here = (area: string, measure = "n") => isReckonedWith(measure, { area });
  // Still there; gone, with a family; gone, and tied to nothing.
  expect([here("a"), here("d"), here("f")]).toEqual([true, true, true]);
  // Of what region it was, nothing is known; and no release had such a cell.
  expect([here("e"), here("z")]).toEqual([false, false]);
  // A measure that is gone, as a whole, as a part, as neither.
  expect([here("a", "gone"), here("a", "part"), here("a", "other")]).toEqual([true, true, false]);
});

test("a total that is gone with all its parts is not reckoned with, nor is one that measures were parts of", () => {
  const { isReckonedWith } = familiesIn({
    measures: [{ axes: [flat], cells: { b: 20 } }],
    structures: [structure({ x: "all" }), { holders: {}, sums: [{ whole: "m", parts: ["n"] }] }],
    shown: { all: ["hidden"], b: [20], f: ["hidden"] },
  });
  expect(isReckonedWith("n", { area: "all" })).toBe(false);
  expect(isReckonedWith("n", { area: "f" })).toBe(false);
  expect(isReckonedWith("n", { area: "b" })).toBe(true);
});

test("what hangs together over time is not kept of cells that are gone", () => {
  const periods = { ...time({ year: [0, 12], q1: [0, 3] }), dimension: "area" };
  const { isReckonedWith } = familiesIn({
    measures: [{ axes: [periods], cells: { year: 20, q1: 3 } }],
    structures: [structure({})],
    shown: { year: [20], q1: ["hidden"], q2: ["hidden"] },
  });
  expect(isReckonedWith("n", { area: "q2" })).toBe(false);
});
