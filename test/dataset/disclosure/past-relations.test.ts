import { expect, test } from "vitest";
import { nestingsOf } from "../../../src/dataset/disclosure/nesting.ts";
import { createPastCells } from "../../../src/dataset/disclosure/past-cells.ts";
import { createPastFamilies } from "../../../src/dataset/disclosure/past-families.ts";
import { withPastRelations } from "../../../src/dataset/disclosure/past-relations.ts";
import type { Relation } from "../../../src/dataset/disclosure/relation.ts";
import { createRelations } from "../../../src/dataset/disclosure/relations.ts";
import type { Release, ReleaseStructure } from "../../../src/dataset/editions/edition.ts";
import { rule } from "./attack-on.ts";
import { hierarchy, type Measure, tableOf } from "./made-table.ts";
import { pastEdition, type Runs } from "./past-edition.ts";

const areas = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });

interface Setting {
  readonly cells: Measure["cells"];
  readonly shown: Readonly<Record<string, Runs>>;
  readonly axis?: typeof areas;
  readonly releases?: readonly Partial<Release>[];
  readonly structures?: readonly ReleaseStructure[];
}

/** What readers of releases know to hold between the counts of areas. */
function relationsIn({ cells, shown, axis = areas, releases, structures }: Setting) {
  const { table, countAt } = tableOf([{ axes: [axis], cells }]);
  const edition = pastEdition({
    cells: [{ dimensions: ["area"], shown }],
    ...(releases && { releases }),
    ...(structures && { structures: [...structures] }),
  });
  const past = createPastCells(table, rule, edition);
  const families = createPastFamilies({ spec: {}, rule, table, past, edition, isReleased: () => false });
  const base = createRelations(table, { nestings: nestingsOf(table) });
  const relations = withPastRelations(table, { base, past, families });
  const placeOf = new Map(Object.keys(cells).map((place) => [countAt(place), place]));
  /** A count of its own, as it was before, by what it came to. */
  const name = (count: number) => placeOf.get(count) ?? `was ${table.values[count]}`;
  const say = ({ kind, counts, signs, known }: Relation) =>
    `${counts.map((count, index) => `${signs[index] === 1 ? "+" : "-"} ${name(count)}`).join(" ")}${known === undefined ? "" : ` + ${known}`} ${kind === "equal" ? "=" : "<="} 0`;
  const membershipsOf = (count: number) => relations.of(count);
  return {
    table,
    past,
    relations,
    countAt,
    /** Of earlier releases alone. */
    before: (place: string) =>
      membershipsOf(countAt(place)).flatMap(({ relation }) => (relations.isPast(relation) ? [say(relation)] : [])),
    now: (place: string) =>
      membershipsOf(countAt(place)).flatMap(({ relation }) => (relations.isPast(relation) ? [] : [say(relation)])),
    signsOf: (count: number) => membershipsOf(count).map(({ sign, relation }) => [sign, say(relation)]),
    formerOf: (place: string) =>
      membershipsOf(countAt(place)).flatMap(({ relation }) => relation.counts.filter((count) => !placeOf.has(count))),
  };
}

const cells = { all: 65, a: 3, b: 25, c: 37 };
const sum = "- all + a + b + c = 0";

test("where a release hid some parts, those that it showed say what they came to", () => {
  const { now, before, signsOf, countAt } = relationsIn({
    cells,
    shown: { all: [60], a: ["hidden"], b: ["hidden"], c: [37] },
  });
  // All was revised, and so one of a and b was: if neither, both are as they were.
  expect([now("a"), before("a"), before("b")]).toEqual([[sum], ["+ a + b = 0"], ["+ a + b = 0"]]);
  expect(before("c")).toEqual([]);
  expect(signsOf(countAt("a"))).toEqual([
    [1, sum],
    [1, "+ a + b = 0"],
  ]);
});

test("a total that was hidden stands against its parts", () => {
  const { before, signsOf, countAt } = relationsIn({
    cells,
    shown: { all: ["hidden"], a: ["hidden"], b: [25], c: [37] },
  });
  expect(before("a")).toEqual(["- all + a = 0"]);
  expect(signsOf(countAt("all")).map(([sign]) => sign)).toEqual([-1, -1]);
});

test("what a release hid whole, and what it had no total of, says nothing more than now", () => {
  const hidden = relationsIn({ cells, shown: { all: ["hidden"], a: ["hidden"], b: ["hidden"], c: ["hidden"] } });
  expect([hidden.now("a"), hidden.before("a")]).toEqual([[sum], []]);
  // Without a row of its own, what all came to then is a number that nothing else ties.
  expect(relationsIn({ cells, shown: { a: ["hidden"], b: [20] } }).before("a")).toEqual(["- was 23 + a = 0"]);
  expect(relationsIn({ cells, shown: { all: [65], a: [3], b: [25], c: [37] } }).before("a")).toEqual([]);
});

test("each release in which something else was shown adds what it says, once", () => {
  const { before } = relationsIn({
    cells,
    shown: {
      all: [60, 61, 65, 66],
      a: ["hidden", undefined, undefined, undefined],
      b: ["hidden", undefined, 25, "hidden"],
      c: [37, 38, 37, 37],
    },
  });
  expect(before("a")).toEqual(["+ a + b = 0", "+ a = 0"]);
});

test("a total that was hidden before it had a part was another number: what it is without it", () => {
  const { before, table, formerOf, signsOf } = relationsIn({
    cells,
    shown: { all: ["hidden"], a: ["hidden"], b: [25] },
  });
  expect(before("a")).toEqual(["- was 28 + a = 0"]);
  const [former = -1] = formerOf("a");
  expect([table.cellOf[former], table.latent.has(former)]).toEqual([-1, true]);
  // Of what it was, the past alone is known.
  expect(signsOf(former)).toEqual([[-1, "- was 28 + a = 0"]]);
});

test("a total that grew by a part that is nothing is the same number", () => {
  const { before } = relationsIn({
    cells: { ...cells, all: 28, c: 0 },
    shown: { all: ["hidden"], a: ["hidden"], b: [25] },
  });
  expect(before("a")).toEqual(["- all + a = 0"]);
});

test("releases that lacked the same parts, and showed the same of others, speak of one number, the rest of another", () => {
  const { before } = relationsIn({
    cells,
    shown: {
      all: ["hidden", undefined, undefined],
      a: ["hidden", undefined, undefined],
      b: [25, 24, undefined],
      c: [null, null, "hidden"],
    },
  });
  // Without c, and from the third release on with it; in the second and third b was one less than it is now.
  expect(before("a")).toEqual(["- was 28 + a = 0", "- was 27 + a = 0", "- was 64 + a + c = 0"]);
});

test("a total was another number where it had a part that is gone, as far as it is known", () => {
  const structures = [{ holders: { area: { a: "all", b: "all", c: "all", d: "all" } }, sums: [] }];
  const shown = { all: ["hidden"], a: ["hidden"], b: [25], c: [37] } as const;
  const exact = relationsIn({ cells, structures, shown: { ...shown, a: ["hidden", 3], d: [9] } });
  // It was shown as it was: all is what it is now and nine more.
  expect(exact.before("a")).toEqual(["- was 74 + a = 0"]);
  const rounded = relationsIn({
    cells,
    structures,
    releases: [{ roundTo: 5 }],
    shown: { ...shown, d: [10] },
  });
  // What the release told of all is what it is now and ten; b and c may be as they were.
  expect(rounded.before("a").every((text) => text.includes("was 75"))).toBe(true);
  expect(rounded.before("a").length).toBeGreaterThan(0);
});

test("a figure that readers had from elsewhere leaves nothing free, and says nothing of what is no sum", () => {
  const shown = { all: ["known"], a: ["hidden"], b: ["hidden"], c: [37] } as const;
  expect(relationsIn({ cells, shown }).before("a")).toEqual(["+ a + b = 0"]);
  const partly = { all: 65, a: 3, b: 25 };
  expect(relationsIn({ cells: partly, shown }).now("a")).toEqual(["- all + a + b <= 0"]);
  expect(relationsIn({ cells: partly, shown }).before("a")).toEqual([]);
});

test("of parts that are not all, a release says how much they were together at most", () => {
  const partly = { all: 65, a: 3, b: 25 };
  const before = (shown: Readonly<Record<string, Runs>>) => relationsIn({ cells: partly, shown }).before("a");
  expect(before({ all: [60], a: ["hidden"], b: [24] })).toEqual(["+ a + -36 <= 0"]);
  expect(before({ all: [60], a: ["hidden"], b: ["hidden"] })).toEqual(["+ a + b + -60 <= 0"]);
  expect(before({ all: ["hidden"], a: ["hidden"], b: [24] })).toEqual(["- all + a + 24 <= 0"]);
  // Just as much is possible; more is not, and then something was revised.
  expect(before({ all: [27], a: ["hidden"], b: [24] })).toEqual(["+ a + -3 <= 0"]);
  expect(before({ all: [26], a: ["hidden"], b: [24] })).toEqual([]);
});

test("a rounded figure leaves a count the room that it has, unless it has been revised since", () => {
  const fives = [{ roundTo: 5 }];
  const same = relationsIn({ cells, releases: fives, shown: { all: [65], a: ["hidden"], b: [25], c: [35] } });
  // All counts may be what they were.
  expect(same.before("a")).toEqual([]);
  const shown = { all: [50], a: ["hidden"], b: [25], c: [20] } as const;
  const other = relationsIn({ cells, releases: fives, shown });
  expect(other.before("a")).toEqual(["- was 52 + a + b + was 22 = 0"]);
  const tolds = other.formerOf("a").map((count) => other.past.told.get(count));
  expect(tolds).toEqual([
    { from: 48, to: 52 },
    { from: 18, to: 22 },
  ]);
  // From below as from above.
  const greater = relationsIn({ cells, releases: fives, shown: { ...shown, all: [80], c: [50] } });
  expect(greater.before("a")).toEqual(["- was 78 + a + b + was 48 = 0"]);
});

test("of several vintages a reader knows that it was one of them, and the first stands for it", () => {
  const shown = { all: [[60, 61]], a: ["hidden"], b: ["hidden"], c: [37] } as const;
  expect(relationsIn({ cells, shown: { ...shown, all: [[60, 61]] } }).before("a")).toEqual(["+ a + b = 0"]);
  const partly = { all: 65, a: 3, b: 25 };
  expect(relationsIn({ cells: partly, shown: { ...shown, all: [[60, 61]] } }).before("a")).toEqual([]);
});

test("a region that is gone ties its areas as it did", () => {
  const structures = [
    { holders: { area: { a: "north", b: "north", c: "south", north: "all", south: "all" } }, sums: [] },
  ];
  const shown = { all: [65], north: [28], south: [37], a: ["hidden"], b: ["hidden"], c: [37] } as const;
  const { before, now } = relationsIn({ cells, structures, shown });
  // All less c is north, which all of its own parts say too.
  expect(now("a")).toEqual([sum]);
  expect(before("a")).toEqual(["+ a + b = 0"]);
  expect(relationsIn({ cells, structures, shown: { ...shown, b: [25] } }).before("a")).toEqual(["+ a = 0"]);
  // North was hidden with them: nothing of it is known.
  expect(relationsIn({ cells, structures, shown: { ...shown, north: [null] } }).before("a")).toEqual([]);
});

test("an area that is gone was tied by its total, and may have gone into one beside it", () => {
  const structures = [{ holders: { area: { a: "all", b: "all", c: "all", d: "all" } }, sums: [] }];
  const { before, now, table } = relationsIn({
    cells,
    structures,
    shown: { all: [65], a: ["hidden"], b: [22], c: [37], d: ["hidden"] },
  });
  expect(before("a")).toEqual(["+ a + was 0 = 0"]);
  // b grew from 22, so that it may hold d by now.
  expect(now("b")).toEqual([sum, "- b + was 0 = 0"]);
  expect(now("c")).toEqual([sum]);
  expect(table.latent.size).toBe(1);
});

test("relations of now are dropped, and nestings known, as without earlier releases", () => {
  const { relations, countAt, now, table } = relationsIn({ cells, shown: { all: [60], a: ["hidden"] } });
  const grid = table.grids[0] as (typeof table.grids)[number];
  expect(relations.nestingOf(grid).childrenOf(0, 0)).toEqual([1, 2, 3]);
  const [membership] = relations.of(countAt("b"));
  if (membership) relations.drop(membership.relation);
  expect(now("c")).toEqual([]);
});

test("what had no such breakdown ties nothing to its categories", () => {
  const sexes = hierarchy("sex", { all: undefined, girls: "all", boys: "all" });
  const { table, countAt } = tableOf([{ axes: [areas, sexes], cells: { "a all": 17, "a girls": 3, "a boys": 14 } }]);
  // The figure fell by three, and there are three girls: nobody was taken out of it for that.
  const edition = pastEdition({
    cells: [{ dimensions: ["area"], shown: { a: [20] } }],
    structures: [{ holders: { area: {}, sex: {} }, sums: [] }],
  });
  const past = createPastCells(table, rule, edition);
  const families = createPastFamilies({ spec: {}, rule, table, past, edition, isReleased: () => false });
  const base = createRelations(table, { nestings: nestingsOf(table) });
  const relations = withPastRelations(table, { base, past, families });
  const girls = countAt("a girls");
  expect(relations.of(girls).map(({ relation }) => relation)).toEqual(base.of(girls).map(({ relation }) => relation));
});
