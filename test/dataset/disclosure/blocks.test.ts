import { describe, expect, test } from "vitest";
import type { Alternative, Attack } from "../../../src/dataset/disclosure/attack.ts";
import { createBlocks } from "../../../src/dataset/disclosure/blocks.ts";
import type { Relation } from "../../../src/dataset/disclosure/relation.ts";
import type { OpenProgram, Solver } from "../../../src/dataset/disclosure/solver.ts";
import { attackOn, withMargins } from "./attack-on.ts";
import { hierarchy, time } from "./made-table.ts";

const areas = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });
const ages = hierarchy("age", { all: undefined, x: "all", y: "all", z: "all" });

/** The programmes of a table in which nothing holds but some relations. */
function tiedBlocks(attack: Attack, tied: readonly Relation[]) {
  const of = (count: number) =>
    tied
      .filter(({ counts }) => counts.includes(count))
      .map((relation) => ({ relation, sign: relation.signs[relation.counts.indexOf(count)] as number }));
  return createBlocks({ ...attack, relations: { ...attack.relations, of, drop: () => undefined } });
}

describe("another value of a count", () => {
  const row = { axes: [areas], cells: { all: 30, a: 3, b: 7, c: 20 } };
  test("changes what is hidden, and as little of it as it can", () => {
    const { attack, countAt, say } = attackOn({ ...row, statuses: { a: "primary", b: "secondary", c: "secondary" } });
    expect(say(attack.blocks.alternative(countAt("a"), 5, true))).toEqual({ a: 5, b: expect.any(Number) });
    expect(say(attack.blocks.alternative(countAt("a"), 0, true))).toMatchObject({ a: 0 });
    // All of b, and then some of c.
    expect(say(attack.blocks.alternative(countAt("a"), 30, true))).toEqual({ a: 30, b: 0, c: 0 });
  });
  test("keeps to cells that are hidden anyway where that is no longer a way", () => {
    const statuses = { a: "primary", b: "secondary", c: "primary" } as const;
    const { attack, countAt, say } = attackOn({ ...row, statuses });
    expect(say(attack.blocks.alternative(countAt("a"), 5, true))).toEqual({ a: 5, c: 18 });
  });
  test("is none where nothing else can change", () => {
    const { attack, countAt, say } = attackOn({ ...row, statuses: { a: "primary" } });
    expect(say(attack.blocks.alternative(countAt("a"), 5, true))).toBe("none");
    const { attack: known, countAt: at } = attackOn({ ...row, statuses: { a: "primary", b: "known" } });
    expect(known.blocks.alternative(at("a"), 5, true)).toBe("none");
  });
  test("is none beyond what is shown", () => {
    const { attack, countAt, say } = attackOn({ ...row, statuses: { a: "primary", b: "secondary" } });
    expect(say(attack.blocks.alternative(countAt("a"), 10, true))).toEqual({ a: 10, b: 0 });
    expect(attack.blocks.alternative(countAt("a"), 11, true)).toBe("none");
  });
  test("stays within what is at most a whole, and within what rounding leaves", () => {
    const some = { axes: [areas], cells: { all: 30, a: 3, b: 7 } };
    const { attack, countAt, say } = attackOn({ ...some, statuses: { a: "primary" } });
    expect(say(attack.blocks.alternative(countAt("a"), 23, true))).toEqual({ a: 23 });
    expect(attack.blocks.alternative(countAt("a"), 24, true)).toBe("none");
    const rounded = attackOn({ ...row, statuses: { a: "primary" }, rule: { base: 5 } });
    // 30 is 28 to 32, 7 is 5 to 7 and 20 is 18 to 22.
    const furthest = rounded.attack.blocks.alternative(rounded.countAt("a"), 9, true);
    expect(rounded.say(furthest)).toEqual({ all: 32, a: 9, b: 5, c: 18 });
    expect(rounded.attack.blocks.alternative(rounded.countAt("a"), 10, true)).toBe("none");
    expect(rounded.say(rounded.attack.blocks.alternative(rounded.countAt("a"), 0, true))).toMatchObject({ a: 0 });
  });
  test("is unsure where only halves would do", () => {
    const flat = hierarchy("area", { whole: undefined, half: undefined, other: undefined });
    const statuses = { whole: "primary", half: "secondary", other: "secondary" } as const;
    const { attack, countAt, say } = attackOn({ axes: [flat], cells: { whole: 8, half: 4, other: 4 }, statuses });
    const blocks = tiedBlocks(attack, [
      { kind: "equal", counts: [0, 1, 2], signs: [-1, 1, 1] },
      { kind: "equal", counts: [1, 2], signs: [1, -1] },
    ]);
    expect(blocks.alternative(countAt("whole"), 9, true)).toBe("unsure");
    expect(say(blocks.alternative(countAt("whole"), 10, true))).toEqual({ whole: 10, half: 5, other: 5 });
  });
  describe("is made whole where the cheapest way there is by halves", () => {
    const parts = ["half", "other", "spare"] as const;
    /** In each knot a half and another make up the whole, and are alike but for what is spare. */
    const tableOfKnots = (length: number, spare: number) => {
      const knots = Array.from({ length }, (_, knot) => `${knot}`);
      const sizes = { whole: 8 + spare, half: 4, other: 4 + spare, spare };
      const cells = Object.fromEntries([
        ["whole", sizes.whole] as const,
        ...knots.flatMap((knot) => parts.map((part) => [`${part}-${knot}`, sizes[part]] as const)),
      ]);
      const places = Object.keys(cells);
      const axes = [hierarchy("area", Object.fromEntries(places.map((place) => [place, undefined])))];
      const statuses = Object.fromEntries(places.map((place) => [place, "secondary" as const]));
      const { attack, countAt, say } = attackOn({ axes, cells, statuses });
      const whole = countAt("whole");
      const blocks = tiedBlocks(
        attack,
        knots.flatMap((knot): readonly Relation[] => {
          const counts = parts.map((part) => countAt(`${part}-${knot}`));
          return [
            { kind: "equal", counts: [whole, ...counts.slice(0, 2)], signs: [-1, 1, 1] },
            { kind: "equal", counts, signs: [1, -1, 1] },
          ];
        }),
      );
      return { knots, sizes, to: (value: number) => say(blocks.alternative(whole, value, true)) };
    };
    test.each([0, 3])("with %i to spare", (spare) => {
      const { knots, sizes, to } = tableOfKnots(3, spare);
      const odd = to(sizes.whole + 1) as Record<string, number>;
      for (const knot of knots) {
        const [half, other, left] = parts.map((part) => odd[`${part}-${knot}`]);
        // One more of either; of what is spare there cannot be less than nothing.
        if (half === undefined) expect([other, left]).toEqual([sizes.other + 1, spare + 1]);
        else expect([half, other, left, spare]).toEqual([5, undefined, spare - 1, 3]);
      }
      expect(odd).toMatchObject({ whole: sizes.whole + 1 });
      // What was held on the way there is let go.
      const even = knots.flatMap((knot) => [[`half-${knot}`, 5] as const, [`other-${knot}`, sizes.other + 1] as const]);
      expect(to(sizes.whole + 2)).toEqual({ whole: sizes.whole + 2, ...Object.fromEntries(even) });
    });
    test("in a dozen steps, two for each of some, and in no more", () => {
      expect(tableOfKnots(6, 0).to(9)).toMatchObject({ whole: 9 });
      expect(tableOfKnots(8, 0).to(9)).toBe("unsure");
    });
  });
  test("reckons with what was hidden since, where the latest is asked for", () => {
    const { attack, countAt, cellAt, say } = attackOn({ ...row, statuses: { a: "primary" } });
    const { blocks, publication } = attack;
    expect(blocks.alternative(countAt("a"), 5, true)).toBe("none");
    publication.setStatus(cellAt("b"), "secondary");
    expect(blocks.alternative(countAt("a"), 5, false)).toBe("none");
    expect(say(blocks.alternative(countAt("a"), 5, true))).toEqual({ a: 5, b: 5 });
    publication.setStatus(cellAt("b"), "shown");
    expect(blocks.alternative(countAt("a"), 5, false)).toBe("none");
    publication.setStatus(cellAt("b"), "secondary");
    expect(say(blocks.alternative(countAt("a"), 5, false))).toEqual({ a: 5, b: 5 });
  });
  test("of a count that was shown when the others were asked about", () => {
    const { attack, countAt, cellAt, say } = attackOn({ ...row, statuses: { a: "primary", b: "secondary" } });
    attack.blocks.alternative(countAt("a"), 5, false);
    attack.publication.setStatus(cellAt("c"), "primary");
    expect(say(attack.blocks.alternative(countAt("c"), 21, false))).toMatchObject({ c: 21 });
  });
  test("is looked for with so few pivots where little has changed", () => {
    const { attack, countAt } = attackOn({ ...row, statuses: { a: "primary", b: "secondary" } });
    const pivotsOf = (value: number) => {
      const before = attack.blocks.pivots;
      attack.blocks.alternative(countAt("a"), value, true);
      return attack.blocks.pivots - before;
    };
    expect(attack.blocks.pivots).toBe(0);
    expect(pivotsOf(5)).toBeGreaterThan(0);
    expect(pivotsOf(5)).toBe(0);
  });
});

describe("the cells to hide", () => {
  const cells = withMargins({ a: [3, 20, 30], b: [40, 50, 60], c: [70, 80, 90] }, ["x", "y", "z"]);
  const table = { axes: [areas, ages], cells, statuses: { "a x": "primary" } } as const;
  const cellsFor = (costs: Readonly<Record<string, number>>, values: readonly number[], more = {}) => {
    const { attack, countAt, sayCells } = attackOn({ ...table, ...more, costs });
    const found = attack.blocks.cellsFor(countAt("a x"), values);
    return found && sayCells(found);
  };
  const dear = Object.fromEntries(Object.keys(cells).map((place) => [place, 10]));
  test("are those that cost least", () => {
    expect(cellsFor({ ...dear, "a z": 1, "c x": 1, "c z": 1 }, [4, 0])).toEqual(["a z", "c x", "c z"]);
    expect(cellsFor({ ...dear, "a y": 1, "b x": 1, "b y": 1 }, [4, 0])).toEqual(["a y", "b x", "b y"]);
    expect(cellsFor({ ...dear, "a all": 1, "all x": 1, "all all": 1 }, [5])).toEqual(["a all", "all all", "all x"]);
  });
  test("are not those that readers know, nor those that cannot give way", () => {
    const costs = { ...dear, "a z": 1, "c x": 1, "c z": 1, "a y": 4, "b x": 4, "b y": 4 };
    const known = { statuses: { ...table.statuses, "c z": "known" } };
    expect(cellsFor(costs, [4], known)).not.toContain("c z");
    const few = { cells: withMargins({ a: [3, 20, 0], b: [40, 50, 60], c: [70, 80, 90] }, ["x", "y", "z"]) };
    expect(cellsFor(costs, [4], few)).toEqual(["a y", "b x", "b y"]);
    expect(cellsFor(costs, [2], few)).toEqual(["a z", "c x", "c z"]);
  });
  test("cost nothing twice", () => {
    const costs = { ...dear, "a z": 2, "c x": 2, "c z": 2, "a y": 3, "b x": 2, "b y": 2 };
    expect(cellsFor(costs, [5, 0])).toEqual(["a z", "c x", "c z"]);
    const few = { cells: withMargins({ a: [3, 20, 0], b: [40, 50, 60], c: [70, 80, 90] }, ["x", "y", "z"]) };
    // Upwards a y is the only cell that can give way so far; that way back is free, and the others are not.
    expect(cellsFor(costs, [5, 0], few)).toEqual(["a y", "b x", "b y"]);
  });
  test("are none where what is hidden already does, and not to be found where nothing would", () => {
    const statuses = { ...table.statuses, "a z": "secondary", "c x": "secondary", "c z": "secondary" };
    expect(cellsFor(dear, [5, 0], { statuses })).toEqual([]);
    const all = Object.keys(cells).map((place) => [place, place === "a x" ? "primary" : "known"]);
    expect(cellsFor(dear, [5], { statuses: Object.fromEntries(all) })).toBeUndefined();
  });
});

describe("a table of more counts than one programme holds", () => {
  const regions = 20;
  const size = 25;
  const holders: Record<string, string | undefined> = { all: undefined };
  for (let region = 0; region < regions; region += 1) holders[`r${region}`] = "all";
  for (let leaf = 0; leaf < regions * size; leaf += 1) holders[`${leaf}`] = `r${leaf % regions}`;
  const places = hierarchy("area", holders);
  const numberIn = (leaf: number, column: number) => 5 + ((leaf * 7 + column * 3) % 40);
  const columns = ["x", "y", "z", "u", "v"];
  const inner = hierarchy("age", { all: undefined, x: "all", y: "all", z: "all", u: "all", v: "all" });
  const cells: Record<string, number> = {};
  const leaves = [...Array(regions * size).keys()];
  const add = (place: string, own: readonly number[]) => {
    const values = columns.map((_, column) => own.reduce((sum, leaf) => sum + numberIn(leaf, column), 0));
    for (const [column, name] of columns.entries()) cells[`${place} ${name}`] = values[column] as number;
    cells[`${place} all`] = values.reduce((sum, value) => sum + value, 0);
  };
  add("all", leaves);
  for (let region = 0; region < regions; region += 1)
    add(
      `r${region}`,
      leaves.filter((leaf) => leaf % regions === region),
    );
  for (const leaf of leaves) add(`${leaf}`, [leaf]);
  const wide = { axes: [places, inner], cells };
  test("is cut so that each cell is in one block, and neighbours in one as far as it holds them", () => {
    const { attack, cellAt } = attackOn(wide);
    expect(attack.table.values.length).toBeGreaterThan(2500);
    const blockOf = (place: string) => attack.blocks.blockOf(cellAt(place));
    const blocks = new Set(leaves.map((leaf) => blockOf(`${leaf} x`)));
    expect(blocks.size).toBe(2);
    // All columns of a row, all of a region that is not cut, and what is in no leaf is in the first that has a part of it.
    for (const leaf of [0, 7, 123, 499])
      for (const name of columns) expect(blockOf(`${leaf} ${name}`)).toBe(blockOf(`${leaf} x`));
    const split = [...Array(regions).keys()].filter(
      (region) =>
        new Set(leaves.filter((leaf) => leaf % regions === region).map((leaf) => blockOf(`${leaf} x`))).size > 1,
    );
    expect(split.length).toBeLessThanOrEqual(1);
    expect(blockOf("all all")).toBe(0);
    expect(blockOf("r0 x")).toBe(blockOf("0 x"));
  });
  test("has in each block what holds its cells: a way may go over totals", () => {
    const statuses = {
      "0 x": "primary",
      "r0 x": "secondary",
      "r1 x": "secondary",
      "1 x": "secondary",
      "0 y": "secondary",
      "r0 y": "secondary",
      "r1 y": "secondary",
      "1 y": "secondary",
    } as const;
    const { attack, countAt, say } = attackOn({ ...wide, statuses });
    const one = cells["0 x"] as number;
    expect(say(attack.blocks.alternative(countAt("0 x"), one + 2, true))).toEqual({
      "0 x": one + 2,
      "r0 x": (cells["r0 x"] as number) + 2,
      "r1 x": (cells["r1 x"] as number) - 2,
      "1 x": (cells["1 x"] as number) - 2,
      "0 y": (cells["0 y"] as number) - 2,
      "r0 y": (cells["r0 y"] as number) - 2,
      "r1 y": (cells["r1 y"] as number) + 2,
      "1 y": (cells["1 y"] as number) + 2,
    });
    expect(say(attack.blocks.alternative(countAt("1 y"), (cells["1 y"] as number) + 1, true))).toMatchObject({
      "0 y": (cells["0 y"] as number) - 1,
    });
  });
  test("has what stands in no cell of it as well, though no block has that", () => {
    const { attack, countAt, say } = attackOn({ ...wide, statuses: { "0 x": "primary" } });
    expect(attack.blocks.alternative(countAt("0 x"), 1, true)).toBe("none");
    const gone = attack.table.addGone(7);
    expect(say(attack.blocks.alternative(gone, 9, true))).toEqual({ "nobody's": 9 });
    expect(attack.blocks.cellsFor(gone, [8])).toEqual([]);
  });
  test("has cells to hide in the block", () => {
    const { attack, countAt, sayCells, cellAt } = attackOn({ ...wide, statuses: { "30 u": "primary" } });
    const truth = cells["30 u"] as number;
    const found = attack.blocks.cellsFor(countAt("30 u"), [truth + 1, truth - 1]) ?? [];
    expect(found).toHaveLength(3);
    expect(sayCells(found).filter((place) => place.startsWith("30 "))).toHaveLength(1);
    for (const cell of found) expect(attack.blocks.blockOf(cell)).toBe(attack.blocks.blockOf(cellAt("30 u")));
  });
});

test("a table that is too large is cut along the dimension that is the widest", () => {
  const few = hierarchy("age", { all: undefined, ...Object.fromEntries([..."abcdefghijkl"].map((id) => [id, "all"])) });
  const names = [...Array(250).keys()].map(String);
  const many = hierarchy("area", Object.fromEntries([["all", undefined], ...names.map((name) => [name, "all"])]));
  const cells = Object.fromEntries(
    few.ids.flatMap((age) =>
      many.ids.map((area) => [`${age} ${area}`, (age === "all" ? 12 : 1) * (area === "all" ? 250 : 1)]),
    ),
  );
  const { attack, cellAt } = attackOn({ axes: [few, many], cells });
  const blockOf = (place: string) => attack.blocks.blockOf(cellAt(place));
  for (const area of names) expect(new Set(few.ids.slice(1).map((age) => blockOf(`${age} ${area}`))).size).toBe(1);
  expect(new Set(names.map((area) => blockOf(`a ${area}`))).size).toBe(2);
});

test("a table that is cut both ways has all of a block's rows and columns in it", () => {
  const names = [...Array(80).keys()].map(String);
  const side = (dimension: string) =>
    hierarchy(dimension, Object.fromEntries([["all", undefined], ...names.map((name) => [name, "all"])]));
  const axes = [side("from"), side("to")];
  const size = (id: string) => (id === "all" ? 80 : 1);
  const ids = axes[0]?.ids ?? [];
  const cells = Object.fromEntries(
    ids.flatMap((from) => ids.map((to) => [`${from} ${to}`, 10 * size(from) * size(to)])),
  );
  for (const [a, b, x, y] of [
    [1, 2, 3, 4],
    [1, 2, 73, 74],
    [71, 72, 3, 4],
    [71, 72, 73, 74],
  ]) {
    const statuses = {
      [`${a} ${x}`]: "primary",
      [`${a} ${y}`]: "secondary",
      [`${b} ${x}`]: "secondary",
      [`${b} ${y}`]: "secondary",
    } as const;
    const { attack, countAt, cellAt, say } = attackOn({ axes, cells, statuses });
    const blocks = Object.keys(statuses).map((place) => attack.blocks.blockOf(cellAt(place)));
    expect(new Set(blocks).size).toBe(1);
    expect(blocks[0]).toBe(((a ?? 0) > 40 ? 2 : 0) + ((x ?? 0) > 40 ? 1 : 0));
    expect(say(attack.blocks.alternative(countAt(`${a} ${x}`), 12, true))).toEqual({
      [`${a} ${x}`]: 12,
      [`${a} ${y}`]: 8,
      [`${b} ${x}`]: 8,
      [`${b} ${y}`]: 12,
    });
  }
});

test("periods that nothing ties to each other are blocks of their own, in a table that is too large for one", () => {
  const years = hierarchy("period", Object.fromEntries(["1", "2", "3"].map((year) => [year, undefined])));
  const names = [...Array(1000).keys()].map(String);
  const flat = hierarchy("area", Object.fromEntries([["all", undefined], ...names.map((name) => [name, "all"])]));
  const cells = Object.fromEntries(
    ["1", "2", "3"].flatMap((year) => [
      [`all ${year}`, 10_000],
      ...names.map((name) => [`${name} ${year}`, 10] as const),
    ]),
  );
  const statuses = { "0 2": "primary", "1 2": "secondary", "999 2": "secondary" } as const;
  const { attack, countAt, cellAt, say } = attackOn({ axes: [flat, years], cells, statuses });
  const blockOf = (place: string) => attack.blocks.blockOf(cellAt(place));
  expect(new Set(["0 1", "0 2", "0 3"].map(blockOf)).size).toBe(3);
  expect(new Set(names.map((name) => blockOf(`${name} 2`))).size).toBe(1);
  expect(say(attack.blocks.alternative(countAt("0 2"), 12, true))).toMatchObject({ "0 2": 12 });
  expect(attack.blocks.alternative(countAt("0 2"), 31, true)).toBe("none");
});

test("programmes of no more than a dozen blocks are kept, those that were asked last", () => {
  const years = [...Array(20).keys()].map((year) => `y${year}`);
  const axis = hierarchy("period", Object.fromEntries(years.map((year) => [year, undefined])));
  const names = [...Array(130).keys()].map(String);
  const flat = hierarchy("area", Object.fromEntries([["all", undefined], ...names.map((name) => [name, "all"])]));
  const cells = Object.fromEntries(
    years.flatMap((year) => [[`all ${year}`, 1300], ...names.map((name) => [`${name} ${year}`, 10] as const)]),
  );
  const hidden = years.flatMap((year) => [`0 ${year}`, `1 ${year}`].map((place) => [place, "primary" as const]));
  const { attack, countAt } = attackOn({ axes: [flat, axis], cells, statuses: Object.fromEntries(hidden) });
  const kept = { opened: 0, disposed: 0 };
  const solver: Solver = {
    ...attack.solver,
    open(...asked) {
      const own = attack.solver.open(...asked);
      kept.opened += 1;
      const dispose = () => {
        kept.disposed += 1;
        own.dispose();
      };
      return Object.assign(Object.create(own) as OpenProgram, { dispose });
    },
  };
  const blocks = createBlocks({ ...attack, solver });
  let pivots = 0;
  const ask = (year: string) => {
    expect(blocks.alternative(countAt(`0 ${year}`), 12, true)).toHaveProperty("size", 2);
    expect(blocks.pivots).toBeGreaterThanOrEqual(pivots);
    pivots = blocks.pivots;
  };
  for (const year of years) ask(year);
  expect(kept).toEqual({ opened: 20, disposed: 8 });
  for (const year of years.slice(8)) ask(year);
  expect(kept).toEqual({ opened: 20, disposed: 8 });
  ask("y0");
  ask("y9");
  expect(kept).toEqual({ opened: 21, disposed: 9 });
  ask("y8");
  expect(kept).toEqual({ opened: 22, disposed: 10 });
});

test("periods that overlap are tied by parts that stand in no cell, in a table that is too large for one block", () => {
  const spans = { y: [0, 12], h1: [0, 6] } as const;
  const names = [...Array(1300).keys()].map(String);
  const flat = hierarchy("area", Object.fromEntries([["all", undefined], ...names.map((name) => [name, "all"])]));
  const cells = Object.fromEntries(
    [
      ["y", 10],
      ["h1", 4],
    ].flatMap(([span, value]) => [
      [`all ${span}`, Number(value) * names.length],
      ...names.map((name) => [`${name} ${span}`, Number(value)] as const),
    ]),
  );
  const other = { "1 h1": "secondary", "1 y": "secondary" } as const;
  for (const shown of [{}, { "0 y": "secondary" }] as const) {
    // Where the year is shown, what is left of it beside its first half gives way: it stands in no cell.
    const { attack, countAt, say } = attackOn({
      axes: [flat, time(spans)],
      cells,
      statuses: { "0 h1": "primary", ...other, ...shown },
    });
    const found = attack.blocks.alternative(countAt("0 h1"), 5, true);
    expect(say(found)).toMatchObject({ "0 h1": 5, "1 h1": 3 });
    const parts = typeof found === "string" ? [] : [...found].filter(([count]) => attack.table.cellOf[count] === -1);
    for (const [part, value] of parts)
      expect(attack.blocks.alternative(part, value, true)).toHaveProperty("size", (found as Alternative).size);
    if (!("0 y" in shown)) expect(parts).not.toEqual([]);
  }
});

test("a long series is cut between years, each with its months in one block, so that programmes stay small", () => {
  const years = 60;
  const numbers = [...Array(years).keys()];
  const months = [...Array(12 * years).keys()];
  const spans = Object.fromEntries([
    ...months.map((month) => [`m${month}`, [month, month + 1]] as const),
    ...numbers.map((year) => [`y${year}`, [12 * year, 12 * year + 12]] as const),
  ]);
  const cells = Object.fromEntries([
    ...months.map((month) => [`m${month}`, 20] as const),
    ...numbers.map((year) => [`y${year}`, 240] as const),
  ]);
  const statuses = { m121: "primary", m125: "secondary", y10: "secondary", m700: "secondary" } as const;
  const { attack, countAt, cellAt, say } = attackOn({ axes: [time(spans)], cells, statuses });
  const blockOf = (place: string) => attack.blocks.blockOf(cellAt(place));
  const sizes = new Map<number, number>();
  for (const place of Object.keys(cells)) sizes.set(blockOf(place), (sizes.get(blockOf(place)) ?? 0) + 1);
  expect(sizes.size).toBeGreaterThan(1);
  for (const size of sizes.values()) expect(size).toBeLessThanOrEqual(600);
  for (const year of numbers.filter((own) => blockOf(`m${12 * own}`) === blockOf(`m${12 * own + 11}`)))
    expect(blockOf(`y${year}`)).toBe(blockOf(`m${12 * year}`));
  // Years that are cut in two stand in both blocks.
  const ends = numbers.flatMap((year) => [`m${12 * year}`, `m${12 * year + 11}`].map((month) => ({ month, year })));
  const held = attackOn({
    axes: [time(spans)],
    cells,
    statuses: Object.fromEntries([
      ...ends.map(({ month }) => [month, "primary"] as const),
      ...numbers.map((year) => [`y${year}`, "secondary"] as const),
    ]),
  });
  // The other end has 20 to give, and the year the rest.
  for (const { month, year } of ends)
    expect(held.say(held.attack.blocks.alternative(held.countAt(month), 45, true))).toMatchObject({
      [month]: 45,
      [`y${year}`]: expect.any(Number),
    });
  expect(say(attack.blocks.alternative(countAt("m121"), 22, true))).toMatchObject({ m121: 22 });
  expect(say(attack.blocks.alternative(countAt("m121"), 45, true))).toMatchObject({
    m121: 45,
    y10: expect.any(Number),
  });
});

test("a dimension is cut into no groups of less than four, and not at all where sums of any categories tie it", () => {
  const names = [...Array(2600).keys()].map((name) => `n${name}`);
  const plain = hierarchy("name", Object.fromEntries(names.map((name) => [name, undefined])));
  const tied = { ...plain, equations: [{ categories: [0, 1, 2], signs: [1, -1, -1] as const }] };
  const leaves = [...Array(12).keys()].map((leaf) => `${leaf}`);
  const nested = hierarchy("area", Object.fromEntries([["all", undefined], ...leaves.map((leaf) => [leaf, "all"])]));
  const cells = Object.fromEntries([
    ...names.map((name) => [`${name} all`, 24] as const),
    ...leaves.map((leaf) => [`n5 ${leaf}`, 2] as const),
  ]);
  const { attack, cellAt } = attackOn({ axes: [tied, nested], cells });
  const blocks = leaves.map((leaf) => attack.blocks.blockOf(cellAt(`n5 ${leaf}`)));
  expect(blocks).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
  expect(new Set(names.map((name) => attack.blocks.blockOf(cellAt(`${name} all`)))).size).toBe(1);
  const alone = attackOn({
    axes: [tied],
    cells: Object.fromEntries(names.map((name) => [name, name === "n0" ? 48 : 24])),
  });
  expect(new Set(names.map((name) => alone.attack.blocks.blockOf(alone.cellAt(name)))).size).toBe(1);
});
