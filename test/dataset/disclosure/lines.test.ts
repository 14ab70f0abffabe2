import fc from "fast-check";
import { expect, test } from "vitest";
import { shownIn } from "../../../src/dataset/disclosure/changes.ts";
import { createHeap, type Ranked } from "../../../src/dataset/disclosure/heap.ts";
import { cheapestMove } from "../../../src/dataset/disclosure/moves.ts";
import { needOfHidden } from "../../../src/dataset/disclosure/need.ts";
import { prove } from "../../../src/dataset/disclosure/prove.ts";
import { attackOn, rule } from "./attack-on.ts";
import { hierarchy } from "./made-table.ts";

/** A row of so many places under one total, of 20 each but for some. */
function rowOf(size: number, small: Readonly<Record<string, number>>) {
  const places = Array.from({ length: size }, (_, index) => `p${index}`);
  const axes = [hierarchy("area", { all: undefined, ...Object.fromEntries(places.map((place) => [place, "all"])) })];
  const parts = Object.fromEntries(places.map((place) => [place, small[place] ?? 20]));
  const all = Object.values(parts).reduce((sum, value) => sum + value, 0);
  const statuses = Object.fromEntries(Object.keys(small).map((place) => [place, "primary" as const]));
  return attackOn({ axes, cells: { all, ...parts }, statuses });
}

test("a long row is not looked through for each small count of it", () => {
  for (const size of [300, 3000]) {
    const { attack, countAt, cellAt } = rowOf(size, { p5: 3, [`p${size - 2}`]: 4 });
    const asked = { count: countAt("p5"), sign: 1 as const, accept: () => true, limit: 1500 };
    let looks = 0;
    const priceAt = (price: number) => (cell: number) => {
      looks += 1;
      return attack.publication.isHidden(attack.table.countsOf[cell]?.[0] as number) ? 0 : price;
    };
    const found = cheapestMove(attack, {
      ...asked,
      price: priceAt(Number.POSITIVE_INFINITY),
      shown: shownIn(attack, false),
    });
    expect(found?.move.cells).toEqual([cellAt("p5"), cellAt(`p${size - 2}`)]);
    // Where nothing hidden gives way, the cheapest does that may be hidden.
    const other = cheapestMove(attack, {
      ...asked,
      price: (cell) => (priceAt(1)(cell) === 0 ? Number.POSITIVE_INFINITY : cell === cellAt("all") ? 4 : 1),
      shown: shownIn(attack, true),
    });
    expect(other?.price).toBe(1);
    expect(other?.move.cells[1]).toBe(cellAt("p0"));
    expect(looks).toBeLessThan(30);
    expect(attack.work.corners).toBeLessThan(100);
  }
});

test("a small count of a row of 3,000 has its proof by a box", () => {
  const { attack, countAt } = rowOf(3000, { p5: 3, p2900: 4, p2950: 2 });
  for (const place of ["p5", "p2900", "p2950"])
    expect(prove(attack, { count: countAt(place), need: needOfHidden(rule), effort: "boxes" })).toHaveProperty(
      "alternatives",
    );
});

test("a small total of many parts is not looked through for each of them", () => {
  const size = 2000;
  const axes = ["offence", "area"].map((dimension, axis) =>
    hierarchy(dimension, {
      all: undefined,
      ...Object.fromEntries(Array.from({ length: axis === 0 ? 2 : size }, (_, index) => [`p${index}`, "all"])),
    }),
  );
  const cells: Record<string, number> = { "all all": 0, "p0 all": 0, "p1 all": 0 };
  for (let index = 0; index < size; index += 1) {
    const [rare, common] = [index % 700 === 5 ? 1 : 0, 30];
    Object.assign(cells, { [`p0 p${index}`]: rare, [`p1 p${index}`]: common, [`all p${index}`]: rare + common });
    cells["p0 all"] = (cells["p0 all"] as number) + rare;
    cells["p1 all"] = (cells["p1 all"] as number) + common;
    cells["all all"] = (cells["all all"] as number) + rare + common;
  }
  const { attack, countAt } = attackOn({ axes, cells, statuses: { "p0 all": "primary" } });
  let looks = 0;
  cheapestMove(attack, {
    count: countAt("p0 all"),
    sign: 1,
    price: () => {
      looks += 1;
      return 1;
    },
    shown: shownIn(attack, true),
    accept: () => true,
    limit: 20_000,
    below: 4,
  });
  expect(looks).toBeLessThan(200);
});

test("a line knows what is hidden by now, in its order", () => {
  const tree = { all: undefined, n: "all", s: "all", a: "n", b: "s", c: "n", d: "s", e: "n", f: "s" };
  const axes = [hierarchy("area", tree)];
  const leaves = ["a", "b", "c", "d", "e", "f"];
  const cells = { all: 60, n: 30, s: 30, ...Object.fromEntries(leaves.map((leaf) => [leaf, 10])) };
  const numberOf = new Map(Object.keys(tree).map((id, index) => [id, index]));
  const change = fc.record({
    place: fc.constantFrom("n", "s", ...leaves),
    status: fc.constantFrom("shown" as const, "secondary" as const),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const { attack, cellAt } = attackOn({ axes, cells });
      const grid = attack.table.grids[0] as (typeof attack.table.grids)[number];
      for (const { place, status } of changes) {
        attack.publication.setStatus(cellAt(place), status);
        const line = attack.lines.of(grid, attack.table.keyOf[cellAt("all")] as number, 0);
        for (const [parent, children] of [
          ["all", ["n", "s"]],
          ["n", ["a", "c", "e"]],
          ["s", ["b", "d", "f"]],
        ] as const) {
          const hidden = children.filter((child) => attack.publication.statusOf(cellAt(child)) === "secondary");
          const found = line.below(numberOf.get(parent) as number);
          expect(found?.all).toEqual(children.map((child) => numberOf.get(child)));
          expect(found?.open).toEqual(hidden.map((child) => numberOf.get(child)));
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("a heap gives what is cheapest first, and at one price what comes first", () => {
  const item = fc.record({ price: fc.integer({ min: 0, max: 5 }), order: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const heap = createHeap<Ranked>();
      for (const each of items) heap.push(each);
      const sorted = items.toSorted((a, b) => a.price - b.price || a.order - b.order);
      expect(Array.from({ length: items.length + 1 }, () => heap.pop())).toEqual([...sorted, undefined]);
    }),
  );
});
