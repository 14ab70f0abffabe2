import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountTable } from "../../../src/dataset/disclosure/count-table.ts";
import { nestingsOf } from "../../../src/dataset/disclosure/nesting.ts";
import type { Relation } from "../../../src/dataset/disclosure/relation.ts";
import { createRelations } from "../../../src/dataset/disclosure/relations.ts";
import type { Category } from "../../../src/dataset/observation.ts";
import { hierarchy, type Measure, tableOf, time } from "./made-table.ts";

/** What a relation says, by the values of its counts: `10 = 4 + 6`, `4 <= 10`. */
function say({ values }: CountTable, { kind, counts, signs }: Relation): string {
  const side = (sign: number) =>
    counts.flatMap((count, index) => (signs[index] === sign ? [String(values[count])] : [])).join(" + ");
  return kind === "equal" ? `${side(-1)} = ${side(1)}` : `${side(1)} <= ${side(-1)}`;
}

type Spec = Parameters<typeof createRelations>[1];
type Sums = Spec["sums"];
function relationsAt(
  measures: readonly Measure[],
  place: string,
  { name = "n", sums }: { name?: string; sums?: Sums } = {},
) {
  const { table, countAt } = tableOf(measures);
  const relations = createRelations(table, { ...(sums ? { sums } : {}), nestings: nestingsOf(table) });
  return relations.of(countAt(place, name)).map(({ relation }) => say(table, relation));
}

const areas = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });
const groups = hierarchy("group", { all: undefined, a: "all", b: "all", c: "all" }, true);

describe("a whole and its parts", () => {
  const one = (cells: Measure["cells"], more: Partial<Measure> = {}) =>
    relationsAt([{ axes: [areas], cells, ...more }], Object.keys(cells).includes("a") ? "a" : "all");
  test.each<[string, Measure["cells"], readonly string[]]>([
    ["that add up", { all: 12, a: 3, b: 4, c: 5 }, ["12 = 3 + 4 + 5"]],
    ["that leave a rest", { all: 13, a: 3, b: 4, c: 5 }, ["3 + 4 + 5 <= 13"]],
    ["that are too many", { all: 11, a: 3, b: 4, c: 5 }, ["3 <= 11"]],
    ["one of which alone is more than the whole", { all: 2, a: 3, b: 4, c: 5 }, []],
    ["one of which is missing, and that add up", { all: 7, a: 3, b: 4 }, ["7 = 3 + 4"]],
    ["one of which is missing, with a rest", { all: 9, a: 3, b: 4 }, ["3 + 4 <= 9"]],
    ["one of which is hidden", { all: 12, a: 3, b: 4, c: Number.NaN }, ["12 = 3 + 4 + NaN"]],
    ["of which one is missing and one hidden", { all: 12, a: 3, b: Number.NaN }, ["3 + NaN <= 12"]],
    ["that nobody publishes", { a: 3, b: 4, c: 5 }, []],
    ["that stands alone", { all: 12 }, []],
  ])("%s", (_, cells, expected) => {
    expect(one(cells)).toEqual(expected);
  });

  test("that nobody publishes, below one that somebody does", () => {
    const nested = hierarchy("area", { all: undefined, n: "all", s: "all", a: "n", b: "n", c: "s" });
    const { table, countAt } = tableOf([{ axes: [nested], cells: { all: 12, a: 3, b: 4, c: 5 } }]);
    const relations = createRelations(table, { nestings: nestingsOf(table) });
    const said = (place: string) => relations.of(countAt(place)).map(({ relation }) => say(table, relation));
    expect(said("a")).toEqual(["7 = 3 + 4"]);
    expect(said("all")).toEqual(["12 = 7 + 5"]);
    expect(said("c")).toEqual(["5 = 5"]);
    // Nor where only their other dimension has a total.
    const sides = ["row", "column"].map((name) => hierarchy(name, { all: undefined, x: "all", y: "all" }));
    const cells = { "all all": 10, "x x": 1, "x y": 2, "y x": 3, "y y": 4 };
    expect(relationsAt([{ axes: sides, cells }], "x x")).toEqual(["4 = 1 + 3", "3 = 1 + 2"]);
    expect(relationsAt([{ axes: sides, cells }], "all all")).toEqual(["10 = 3 + 7", "10 = 4 + 6"]);
  });

  test("are looked up as often as there are cells, in a table of many names", () => {
    const lookups = (size: number) => {
      const names = Array.from({ length: size }, (_, index) => `n${index}`);
      const axes = ["firm", "street"].map((dimension) =>
        hierarchy(dimension, { all: undefined, ...Object.fromEntries(names.map((name) => [name, "all"])) }),
      );
      const cells = Object.fromEntries(names.map((name) => [`${name} ${name}`, 3]));
      const { table, countAt } = tableOf([{ axes, cells: { ...cells, "all all": 3 * size } }]);
      const [grid] = table.grids;
      if (!grid) throw new Error("no grid");
      let count = 0;
      const { get, has } = grid.cells;
      grid.cells.get = (key) => {
        count += 1;
        return get.call(grid.cells, key);
      };
      grid.cells.has = (key) => {
        count += 1;
        return has.call(grid.cells, key);
      };
      const relations = createRelations(table, { nestings: nestingsOf(table) });
      const places = Object.keys(cells);
      for (const place of places)
        for (const { relation } of relations.of(countAt(place))) relation.counts.forEach(relations.of);
      expect(relations.of(countAt("all all"))).toHaveLength(2);
      return count;
    };
    const [few, many] = [lookups(100), lookups(400)];
    expect(many).toBeLessThan(5 * few);
  });

  test("that overlap", () => {
    const overlapping = (cells: Measure["cells"], more: Partial<Measure> = {}) =>
      relationsAt([{ axes: [groups], cells, ...more }], "a");
    expect(overlapping({ all: 12, a: 3, b: 4, c: 5 })).toEqual(["12 = 3 + 4 + 5"]);
    expect(overlapping({ all: 13, a: 3, b: 4, c: 5 })).toEqual(["3 <= 13"]);
    expect(overlapping({ all: 10, a: 3, b: 4, c: 5 })).toEqual(["3 <= 10", "10 <= 3 + 4 + 5"]);
    expect(overlapping({ all: 10, a: 3, b: Number.NaN, c: 5 })).toEqual(["3 <= 10"]);
    // Nobody makes a whole of them.
    expect(overlapping({ a: 3, b: 4, c: 5 })).toEqual([]);
    expect(relationsAt([{ axes: [areas], cells: { all: 13, a: 3, b: 4, c: 5 }, additive: false }], "a")).toEqual([
      "3 <= 13",
    ]);
    expect(relationsAt([{ axes: [areas], cells: { a: 3, b: 4, c: 5 }, additive: false }], "a")).toEqual([]);
  });

  test("of which one is hidden, as they are elsewhere in the data", () => {
    const years = hierarchy("year", { x: undefined, y: undefined });
    const hidden = (cells: Measure["cells"], axis = areas) =>
      relationsAt(
        [{ axes: [axis, years], cells: { "all x": 12, "a x": 3, "b x": 4, "c x": Number.NaN, ...cells } }],
        "a x",
      );
    expect(hidden({ "all y": 12, "a y": 3, "b y": 4, "c y": 5 })).toEqual(["12 = 3 + 4 + NaN"]);
    expect(hidden({ "all y": 15, "a y": 3, "b y": 4, "c y": 5 })).toEqual(["3 + 4 + NaN <= 12"]);
    expect(hidden({ "all y": 12, "a y": 3, "b y": 4, "c y": 5 }, groups)).toEqual(["12 = 3 + 4 + NaN"]);
    expect(hidden({ "all y": 11, "a y": 3, "b y": 4, "c y": 5 }, groups)).toEqual(["3 <= 12", "12 <= 3 + 4 + NaN"]);
    expect(hidden({ "all y": 15, "a y": 3, "b y": 4, "c y": 5 }, groups)).toEqual(["3 <= 12"]);
    expect(hidden({}, groups)).toEqual(["3 <= 12"]);
  });

  test("and what nobody publishes says nothing of what is usual", () => {
    const nested = hierarchy("area", { all: undefined, n: "all", s: "all", a: "n", b: "n", c: "s", d: "s" });
    const years = hierarchy("year", { x: undefined, y: undefined });
    const cells = { "all x": 20, "n x": 9, "a x": 4, "b x": 4, "s x": 10, "c x": 4, "d x": Number.NaN };
    const { table, countAt } = tableOf([{ axes: [nested, years], cells }]);
    const relations = createRelations(table, { nestings: nestingsOf(table) });
    const said = (place: string) => relations.of(countAt(place)).map(({ relation }) => say(table, relation));
    expect(said("a x")).toEqual(["4 + 4 <= 9"]);
    expect(said("c x")).toEqual(["10 = 4 + NaN"]);
    expect(said("n x")).toEqual(["9 + 10 <= 20", "4 + 4 <= 9"]);
  });
});

test("the sign of a count is its own in each relation", () => {
  const { table, countAt } = tableOf([{ axes: [areas], cells: { all: 12, a: 3, b: 4, c: 5 } }]);
  const relations = createRelations(table, { nestings: nestingsOf(table) });
  expect(relations.of(countAt("all")).map(({ sign }) => sign)).toEqual([-1]);
  expect(relations.of(countAt("b")).map(({ sign }) => sign)).toEqual([1]);
  const [{ relation } = { relation: undefined }] = relations.of(countAt("a"));
  relations.drop(relation as Relation);
  expect(relations.of(countAt("all"))).toEqual([]);
});

describe("a measure and those that it is the sum of", () => {
  const total = (cells: Measure["cells"]): Measure => ({ name: "total", axes: [areas], cells });
  const part = (name: string, cells: Measure["cells"]): Measure => ({ name, axes: [areas], cells });
  const sums = [{ whole: "total", parts: ["men", "women"] }] as unknown as Sums;
  const at = (place: string, name: string, ...measures: readonly Measure[]) =>
    relationsAt(measures, place, { name, sums });
  test("stand at one place", () => {
    const measures = [total({ a: 9, b: 5 }), part("men", { a: 5, b: 1 }), part("women", { a: 4, b: 3 })];
    expect(at("a", "men", ...measures)).toContain("9 = 5 + 4");
    expect(at("a", "total", ...measures)).toContain("9 = 5 + 4");
    expect(at("b", "women", ...measures)).toContain("1 + 3 <= 5");
    expect(at("a", "total", total({ a: 9 }), part("men", {}), part("women", {}))).not.toContain("9 = ");
  });
  test("one of which is missing, or hidden", () => {
    const missing = [total({ a: 9 }), part("men", { a: 5 }), part("women", { b: 5 })];
    expect(at("a", "men", ...missing)).toContain("5 <= 9");
    const hidden = [total({ a: 9 }), part("men", { a: 5 }), part("women", { a: Number.NaN })];
    expect(at("a", "men", ...hidden)).toContain("9 = 5 + NaN");
  });
  test("say nothing where there is no whole, or no such measure", () => {
    const measures = [total({ a: 9 }), part("men", { a: 5, b: 1 }), part("women", { a: 4, b: 3 })];
    expect(at("b", "men", ...measures)).toEqual([]);
    const unknown = [{ whole: "nobody", parts: ["men", "women"] }] as unknown as Sums;
    expect(relationsAt(measures, "a", { name: "men", sums: unknown })).toEqual([]);
    const other: Measure = { name: "other", axes: [areas], cells: { a: 9 } };
    expect(relationsAt([...measures, other], "a", { name: "other", sums })).toEqual([]);
  });
  test("one of which counts a case more than once", () => {
    const drugs = hierarchy("drug", { x: undefined, y: undefined }, true);
    const men: Measure = { name: "men", axes: [areas, drugs], cells: { "a x": 4, "a y": 3 } };
    // They come to more than the whole, or to less: none of them is a part that can be taken from it.
    expect(at("a", "women", total({ a: 9 }), men, part("women", { a: 4 }))).toEqual(
      expect.arrayContaining(["4 <= 9", "9 <= 4 + 3 + 4"]),
    );
    expect(at("a", "women", total({ a: 20 }), men, part("women", { a: 4 }))).toEqual(["4 <= 20"]);
    expect(
      at(
        "a",
        "women",
        total({ a: 20 }),
        { ...men, axes: [areas, { ...drugs, overlapping: false }] },
        part("women", { a: 4 }),
      ),
    ).toEqual(["4 + 3 + 4 <= 20"]);
    const persons = { ...part("women", { a: 4 }), additive: false };
    expect(at("a", "men", total({ a: 20 }), part("men", { a: 5 }), persons)).toEqual(["5 <= 20"]);
  });
  test("one of which is broken down further", () => {
    const ages = hierarchy("age", { all: undefined, young: "all", old: "all" });
    const broken: Measure = { name: "men", axes: [areas, ages], cells: { "a all": 5, "a young": 2, "a old": 3 } };
    const measures = [total({ a: 9 }), broken, part("women", { a: 4 })];
    expect(at("a", "women", ...measures)).toContain("9 = 5 + 4");
    const open: Measure = { ...broken, cells: { "a young": 2, "a old": 3 } };
    expect(at("a", "women", total({ a: 9 }), open, part("women", { a: 4 }))).toContain("9 = 2 + 3 + 4");
  });
  test("one of which is broken down further, in each place that others hold", () => {
    const ages = hierarchy("age", { all: undefined, young: "all", old: "all" });
    const sides = hierarchy("side", { both: undefined, left: "both", right: "both" });
    const whole: Measure = { axes: [areas, sides], cells: { "all left": 20, "a left": 9 } };
    const broken: Measure = {
      name: "men",
      axes: [areas, ages, sides],
      cells: { "all young left": 11, "a young left": 2, "a old left": 3, "a old right": 7, "b old left": 6 },
    };
    const women: Measure = { name: "women", axes: [areas, sides], cells: { "all left": 9, "a left": 4 } };
    const sums = [{ whole: "n", parts: ["men", "women"] }];
    expect(relationsAt([whole, broken, women], "a left", { sums })).toContain("9 = 2 + 3 + 4");
    expect(relationsAt([whole, broken, women], "all left", { sums })).toContain("20 = 11 + 9");
    // In a place where there is no whole, they say nothing.
    expect(relationsAt([whole, broken, women], "b old left", { name: "men", sums })).toEqual([]);
  });
});

describe("counts of several editions", () => {
  const two = (cells: Measure["cells"], place: string) => relationsAt([{ axes: [areas], cells }], place);
  test("are held against those of the same one", () => {
    const cells = { all: { e1: 12, e2: 14 }, a: { e1: 3, e2: 5 }, b: 4, c: 5 };
    expect(two(cells, "a")).toEqual(["12 = 3 + 4 + 5"]);
    expect(two(cells, "b")).toEqual(["12 = 3 + 4 + 5", "14 = 5 + 4 + 5"]);
  });
  test("or else the last before it, or the first after", () => {
    const between = { all: { e1: 12, e3: 15 }, a: { e2: 3 }, b: { e1: 4, e2: 6, e3: 7 }, c: 5 };
    // b of e2 stands beside the whole of e1.
    expect(two(between, "c")).toEqual(["12 = 3 + 4 + 5", "5 <= 12", "15 = 3 + 7 + 5"]);
    const after = { all: { e2: 13, e3: 20 }, a: { e2: 4 }, b: 4, c: { e1: 5 } };
    expect(two(after, "b")).toEqual(["13 = 4 + 4 + 5", "4 + 4 + 5 <= 20"]);
    // Of those before, the last, in whatever order they stand; of those after, the first.
    const many = { all: { e5: 30 }, a: { e1: 3, e3: 5, e4: 6 }, b: { e4: 7, e2: 4 }, c: { e7: 9, e6: 8 } };
    expect(two(many, "all")).toEqual(["3 + 4 + 8 <= 30", "5 + 4 + 8 <= 30", "6 + 7 + 8 <= 30", "6 + 7 + 9 <= 30"]);
  });
});

describe("periods that overlap", () => {
  const quarters = { q1: [0, 3], q2: [3, 6], q3: [6, 9], q4: [9, 12] } as const;
  const series = (
    spans: Readonly<Record<string, readonly [number, number]>>,
    cells: Measure["cells"],
    place: string,
    additive = true,
  ) => relationsAt([{ axes: [time(spans)], cells, additive }], place);
  test("a year is its quarters", () => {
    const spans = { y: [0, 12], ...quarters } as const;
    expect(series(spans, { y: 10, q1: 1, q2: 2, q3: 3, q4: 4 }, "y")).toEqual(["10 = 1 + 2 + 3 + 4"]);
    expect(series(spans, { y: 10, q1: 1, q2: 2, q3: 3 }, "q2")).toEqual(["10 = 1 + 2 + 3 + 4"]);
    const said = series({ y: [0, 12], q1: [0, 3], q3: [6, 9] }, { y: 10, q1: 1, q3: 3 }, "y");
    expect(said.map((each) => each.split(" = ")[1]?.split(" + ").length)).toEqual([4]);
  });
  test("a part that nobody publishes is worth the rest", () => {
    expect(series({ y: [0, 12], h: [0, 6] }, { y: 10, h: 4 }, "y")).toEqual(["10 = 4 + 6"]);
    expect(series({ y: [0, 12], h: [0, 6] }, { y: 10, h: Number.NaN }, "y")).toEqual(["10 = NaN + NaN"]);
  });
  test("years that share months", () => {
    const spans = { y: [0, 12], f: [3, 15] } as const;
    const said = series(spans, { y: 10, f: 9 }, "y");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^10 = \d+ \+ \d+$/);
  });
  test("a year that is less than a part of it, or than all, is held against none that it cannot hold", () => {
    const spans = { y: [0, 12], h1: [0, 6], h2: [6, 12] } as const;
    expect(series(spans, { y: 5, h1: 1, h2: 1 }, "h1")).toEqual(["1 <= 5"]);
    expect(series(spans, { y: 5, h1: 4, h2: 4 }, "h1")).toEqual(["4 <= 5"]);
    expect(series({ y: [0, 12], h1: [0, 6] }, { y: 5, h1: 7 }, "h1")).toEqual([]);
    expect(series({ y: [0, 12], h2: [6, 12] }, { y: 5, h2: 7 }, "h2")).toEqual([]);
  });
  test("a span that no running total allows is left out, and no other", () => {
    const spans = { y: [0, 12], h1: [0, 6], q1: [0, 3], q2: [3, 6] } as const;
    expect(series(spans, { y: 2, h1: 3, q1: 1, q2: 2 }, "q1")).toContain("3 = 1 + 2");
    expect(series(spans, { y: 9, h1: 3, q1: 1, q2: 5 }, "q1")).not.toContain("3 = 1 + 5");
  });
  test("where figures do not add up over time, a period is no less than one within it", () => {
    const spans = { y: [0, 12], h1: [0, 6], h2: [6, 12] } as const;
    expect(series(spans, { y: 5, h1: 4, h2: 4 }, "y", false)).toEqual(["4 <= 5", "4 <= 5"]);
    expect(series(spans, { y: 5, h1: 6, h2: 5 }, "y", false)).toEqual(["5 <= 5"]);
    expect(series({ y: [0, 12], f: [3, 15] }, { y: 10, f: 9 }, "y", false)).toEqual([]);
    expect(series({ y: [3, 12], f: [0, 9] }, { y: 10, f: 9 }, "y", false)).toEqual([]);
    expect(series({ y: [0, 12] }, { y: 5 }, "y", false)).toEqual([]);
  });
  test("of areas that add up too: a count has all its relations, whichever was asked for first", () => {
    const cells = {
      "all y": 30,
      "a y": 10,
      "b y": 20,
      "all h1": 12,
      "a h1": 4,
      "b h1": 8,
      "all h2": 18,
      "a h2": 6,
      "b h2": 12,
    };
    const { table, countAt } = tableOf([
      {
        axes: [
          hierarchy("area", { all: undefined, a: "all", b: "all" }),
          time({ y: [0, 12], h1: [0, 6], h2: [6, 12] }),
        ],
        cells,
      },
    ]);
    const relations = createRelations(table, { nestings: nestingsOf(table) });
    const said = (place: string) => relations.of(countAt(place)).map(({ relation }) => say(table, relation));
    expect(said("a y")).toEqual(["30 = 10 + 20", "10 = 4 + 6"]);
    expect(said("a h1")).toEqual(["12 = 4 + 8", "10 = 4 + 6"]);
    expect(said("b h2")).toEqual(["18 = 6 + 12", "20 = 8 + 12"]);
  });
  test("and a part that stands in no cell has its relations", () => {
    const { table, countAt } = tableOf([{ axes: [time({ y: [0, 12], h: [0, 6] })], cells: { y: 10, h: 4 } }]);
    const relations = createRelations(table, { nestings: nestingsOf(table) });
    const [{ relation } = { relation: undefined }] = relations.of(countAt("y"));
    const rest = relation?.counts.at(-1) ?? -1;
    expect(table.cellOf[rest]).toBe(-1);
    expect(relations.of(rest)).toEqual([{ relation, sign: 1 }]);
  });
});

test("parts that are not there in a period are not missed in it", () => {
  // Area c ended with January.
  const c = { id: "c", label: "c", until: "2018-01-31" } as unknown as Category;
  const timed = { ...areas, timed: new Map([[areas.ids.indexOf("c"), c]]) };
  const months = { ...time({ m1: [0, 1], m2: [1, 2] }), periodsOverlap: false };
  const cells = { "all m1": 12, "a m1": 3, "b m1": Number.NaN, "all m2": 20, "a m2": 9, "b m2": Number.NaN };
  const at = (place: string) => relationsAt([{ axes: [timed, months], cells }], place);
  expect(at("a m1")).toEqual(["3 + NaN <= 12"]);
  expect(at("a m2")).toEqual(["20 = 9 + NaN"]);
});

describe("an equation that the data come to", () => {
  const values = fc.record({
    men: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    women: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    young: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    old: fc.option(fc.constantFrom(0, 1, 2, 3, Number.NaN), { nil: undefined }),
  });
  type Values = { readonly [name in "men" | "women" | "young" | "old"]: number | undefined };
  // Men and women are as many as young and old.
  const signs = { men: 1, women: 1, young: -1, old: -1 } as const;
  const names = ["men", "women", "young", "old"] as const;
  /** What there is of it, if it comes to nothing, or may, of counts that are all there. */
  function expected(all: Values): readonly string[] {
    const there = names.filter((name) => all[name] !== undefined);
    const sum = there.reduce((total, name) => total + signs[name] * (all[name] as number), 0);
    const side = (sign: number) =>
      there.flatMap((name) => (signs[name] === sign ? [String(all[name])] : [])).join(" + ");
    const holds = there.length > 1 && (Number.isNaN(sum) ? there.length === names.length : sum === 0);
    return holds ? [`${side(-1)} = ${side(1)}`] : [];
  }
  const besides: Measure = { name: "besides", axes: [areas], cells: { a: 7, b: 7 } };

  test("among measures holds at each place where it does", () => {
    fc.assert(
      fc.property(values, values, (here, there) => {
        const measures = names.map((name): Measure => {
          const cells = { a: here[name], b: there[name] };
          return {
            name,
            axes: [areas],
            cells: Object.fromEntries(
              Object.entries(cells).filter((entry) => entry[1] !== undefined),
            ) as Measure["cells"],
          };
        });
        const { table, countAt } = tableOf([...measures, besides]);
        const equations = [{ ids: [...names], signs: names.map((name) => signs[name]) }];
        const relations = createRelations(table, { equations, nestings: nestingsOf(table) });
        const said = (place: string, name: string) =>
          relations.of(countAt(place, name)).map(({ relation }) => say(table, relation));
        expect(said("a", "besides")).toEqual([]);
        for (const name of names) {
          if (here[name] !== undefined) expect(said("a", name)).toEqual(expected(here));
          if (there[name] !== undefined) expect(said("b", name)).toEqual(expected(there));
        }
      }),
    );
  });

  test("among categories holds for each of the others where it does", () => {
    fc.assert(
      fc.property(values, values, (here, there) => {
        const who = hierarchy("who", {
          men: undefined,
          women: undefined,
          young: undefined,
          old: undefined,
          besides: undefined,
        });
        // A category that no figure has is none of its members.
        const equation = { categories: [0, 1, 2, 3, -1], signs: [1, 1, -1, -1, -1] };
        const own = { ...who, equations: [equation] };
        const cells = Object.fromEntries(
          [
            ["a", here],
            ["b", there],
          ].flatMap(([place, all]) =>
            names.flatMap((name) => {
              const value = (all as Values)[name];
              return value === undefined ? [] : [[`${place} ${name}`, value]];
            }),
          ),
        ) as Measure["cells"];
        const plain = hierarchy("area", { a: undefined, b: undefined });
        const { table, countAt } = tableOf([{ axes: [plain, own], cells: { ...cells, "a besides": 7 } }]);
        const relations = createRelations(table, { nestings: nestingsOf(table) });
        const said = (place: string) => relations.of(countAt(place)).map(({ relation }) => say(table, relation));
        expect(said("a besides")).toEqual([]);
        for (const [place, all] of [
          ["a", here],
          ["b", there],
        ] as const) {
          // Where one of its members is not to be had, what is hidden leaves it open.
          const isOpen = names.some((name) => Number.isNaN(all[name] ?? 0));
          for (const name of names)
            if (all[name] !== undefined) expect(said(`${place} ${name}`)).toEqual(isOpen ? [] : expected(all));
        }
      }),
    );
  });
});
