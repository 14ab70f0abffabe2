import { describe, expect, test } from "vitest";
import type { RelationsOverTime } from "../../../src/dataset/disclosure/past-relations.ts";
import type { CellStatus } from "../../../src/dataset/disclosure/publication.ts";
import type { Membership, Relation } from "../../../src/dataset/disclosure/relation.ts";
import { withdrawAround } from "../../../src/dataset/disclosure/withdraw.ts";
import { attackOn } from "./attack-on.ts";
import { hierarchy, type Measure } from "./made-table.ts";

const areas = hierarchy("area", { all: undefined, north: "all", south: "all", a: "north", b: "north", c: "south" });
const cells = { all: 65, north: 28, south: 37, a: 3, b: 25, c: 37 };

interface Setting {
  readonly cells?: Measure["cells"];
  readonly statuses: Readonly<Record<string, CellStatus>>;
  /** What earlier releases tied, by places, the first the whole. */
  readonly past?: readonly (readonly string[])[];
  /** Places of which an earlier release showed just what they hold. */
  readonly told?: readonly string[];
  readonly rule?: { readonly base: number };
  readonly axes?: readonly (typeof areas)[];
  /** Places with what is published of their whole, of which `other` is another than before. */
  readonly wholes?: readonly (readonly [place: string, whole: "same" | "other"])[];
}

/** What is hidden around a count, and whether this release says nothing of it then. */
function withdrawn(
  place: string,
  { cells: own = cells, statuses, past = [], told = [], rule, axes = [areas], wholes = [] }: Setting,
) {
  const { attack, countAt, secondaries } = attackOn({
    axes,
    cells: own,
    statuses,
    ...(rule && { rule }),
  });
  const before = past.map(
    (places): Relation => ({
      kind: "equal",
      counts: places.map((each) => countAt(each)),
      signs: places.map((_, index) => (index === 0 ? -1 : 1)),
    }),
  );
  const relations: RelationsOverTime = {
    ...attack.relations,
    of: (count) => [
      ...attack.relations.of(count),
      ...before.flatMap((relation): readonly Membership[] => {
        const index = relation.counts.indexOf(count);
        return index < 0 ? [] : [{ relation, sign: relation.signs[index] as number }];
      }),
    ],
    isPast: (relation) => before.includes(relation),
    wasTold: (count) => told.some((each) => countAt(each) === count),
    isAsLast: (count) => told.some((each) => countAt(each) === count),
    isNews: ({ measure }) => measure === "other",
  };
  for (const [of, measure] of wholes)
    attack.table.published.push({
      measure,
      at: {},
      parts: [attack.table.cellOf[countAt(of)] as number],
      least: 0,
      most: 50,
    });
  const isDone = withdrawAround({ ...attack, relations }, countAt(place));
  return { isDone, hidden: secondaries() };
}

test("totals over a count are hidden, one after another, until none of those shown says anything of it", () => {
  // What north comes to tells a; what all comes to tells north.
  expect(withdrawn("a", { statuses: { a: "primary" } })).toEqual({ isDone: true, hidden: ["all", "north"] });
  expect(withdrawn("a", { statuses: { a: "primary", b: "primary" } })).toEqual({
    isDone: true,
    hidden: ["all", "north"],
  });
});

test("a hidden total that nothing else ties says nothing of its parts", () => {
  const flat = { cells: { north: 28, a: 3, b: 25 }, statuses: { a: "primary", north: "secondary" } } as const;
  expect(withdrawn("a", flat)).toEqual({ isDone: true, hidden: ["north"] });
});

test("nothing is hidden where nothing of this release ties a count", () => {
  expect(withdrawn("a", { cells: { a: 3, south: 37 }, statuses: { a: "primary" } })).toEqual({
    isDone: true,
    hidden: [],
  });
});

test("a count that is a total itself has its parts hidden where no total is over it", () => {
  const own = { cells: { all: 40, north: 3, south: 37 }, statuses: { all: "primary", north: "primary" } } as const;
  // No total is over all: south, which all is no less than, is what tells of it.
  expect(withdrawn("all", own)).toEqual({ isDone: true, hidden: ["south"] });
  // All is whatever north and south come to.
  expect(withdrawn("north", own)).toEqual({ isDone: true, hidden: [] });
});

test("what is published of a whole cannot be taken back: where it is another than before, it is news", () => {
  const own = { cells: { north: 28, a: 3, b: 25, c: 37 }, statuses: { a: "primary", b: "primary" } } as const;
  expect(withdrawn("a", { ...own, wholes: [["a", "same"]] })).toEqual({ isDone: true, hidden: ["north"] });
  expect(withdrawn("a", { ...own, wholes: [["a", "other"]] })).toEqual({ isDone: false, hidden: [] });
  // So it is of a hidden count that is tied to it, and not of one that is shown or stands elsewhere.
  expect(withdrawn("a", { ...own, wholes: [["b", "other"]] })).toEqual({ isDone: false, hidden: [] });
  expect(withdrawn("a", { ...own, wholes: [["c", "other"]] })).toEqual({ isDone: true, hidden: ["north"] });
});

test("what earlier releases tied is no reason to hide, and keeps a hidden total from being free", () => {
  const statuses = { a: "primary" } as const;
  const own = { north: 28, a: 3, b: 25 };
  expect(withdrawn("a", { cells: own, statuses })).toEqual({ isDone: true, hidden: ["north"] });
  // An earlier release said what north and c came to: north is not whatever its parts come to.
  const tied = withdrawn("a", { cells: { ...own, c: 37 }, statuses, past: [["north", "c"]], told: ["c"] });
  expect(tied).toEqual({ isDone: true, hidden: ["b", "north"] });
  // What stands there whatever is hidden cannot be taken back.
  const printed = { ...statuses, b: "printed" } as const;
  const stuck = withdrawn("a", {
    cells: { ...own, c: 37 },
    statuses: printed,
    past: [["north", "c"]],
    told: ["c"],
  });
  expect(stuck).toEqual({ isDone: false, hidden: [] });
});

test("a figure that an earlier release left open is news of a count that it tied to it", () => {
  const own = { cells: { north: 28, a: 3, b: 25, c: 37 }, statuses: { a: "primary" }, past: [["c", "a"]] } as const;
  expect(withdrawn("a", own)).toEqual({ isDone: true, hidden: ["c", "north"] });
  expect(withdrawn("a", { ...own, told: ["c"] })).toEqual({ isDone: true, hidden: ["north"] });
  expect(withdrawn("a", { ...own, statuses: { a: "primary", c: "known" } })).toEqual({ isDone: false, hidden: [] });
});

test("where a total has to be shown, nothing is left hidden", () => {
  expect(withdrawn("a", { statuses: { a: "primary", north: "known" } })).toEqual({ isDone: false, hidden: [] });
  // North can be hidden, all that is over it cannot, and south is shown.
  const all = { statuses: { a: "primary", all: "known" } } as const;
  const { isDone, hidden } = withdrawn("a", all);
  expect([isDone, hidden]).toEqual(isDone ? [true, ["north"]] : [false, []]);
});

test("a figure that is rounded and tied to a count says something of it", () => {
  const rounded = { statuses: { a: "primary" }, rule: { base: 5 } } as const;
  expect(withdrawn("a", rounded)).toEqual({ isDone: true, hidden: ["all", "north"] });
  expect(withdrawn("a", { ...rounded, statuses: { a: "primary", north: "known" } }).isDone).toBe(false);
});

test("of parts that are not all, the whole is hidden", () => {
  const partly = { cells: { north: 40, a: 3, b: 25 }, statuses: { a: "primary" } } as const;
  expect(withdrawn("a", partly)).toEqual({ isDone: true, hidden: ["north"] });
});

describe("in a table of two ways", () => {
  const axes = [
    hierarchy("area", { all: undefined, a: "all", b: "all" }),
    hierarchy("sex", { both: undefined, girls: "both", boys: "both" }),
  ];
  const counts = {
    "a girls": 3,
    "a boys": 9,
    "a both": 12,
    "b girls": 6,
    "b boys": 0,
    "b both": 6,
    "all girls": 9,
    "all boys": 9,
    "all both": 18,
  };

  test("sums that are hidden over both ways say nothing of what they add up", () => {
    const { isDone, hidden } = withdrawn("a girls", { axes, cells: counts, statuses: { "a girls": "primary" } });
    expect(isDone).toBe(true);
    expect(hidden).toEqual(["a both", "all both", "all girls"]);
  });

  test("what is not needed is shown again", () => {
    const statuses = { "a girls": "primary", "a boys": "primary", "b girls": "secondary" } as const;
    const { isDone, hidden } = withdrawn("a girls", { axes, cells: counts, statuses });
    expect(isDone).toBe(true);
    expect(hidden).not.toContain("b both");
  });

  test("what stands as the last release had it tells nothing", () => {
    const told = ["b boys"];
    const all = Object.fromEntries(Object.keys(counts).map((place) => [place, "primary"]));
    const statuses = { ...all, "b boys": "printed" } as const;
    const own = { axes, cells: counts, past: [["b both", "b girls"]], statuses };
    expect(withdrawn("b girls", { ...own, told })).toEqual({ isDone: true, hidden: [] });
    // Where it had another figure, this one is news, and cannot be held back.
    expect(withdrawn("b girls", own).isDone).toBe(false);
  });
});
