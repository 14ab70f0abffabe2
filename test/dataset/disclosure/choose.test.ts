import { describe, expect, test } from "vitest";
import { isPossible } from "../../../src/dataset/disclosure/alternative.ts";
import type { Alternative, Attack } from "../../../src/dataset/disclosure/attack.ts";
import { createAttacker } from "../../../src/dataset/disclosure/attacker.ts";
import { chooseParts } from "../../../src/dataset/disclosure/choose-parts.ts";
import { chooseCheaper, chooseSecondaries } from "../../../src/dataset/disclosure/choose-secondaries.ts";
import { chooseTogether } from "../../../src/dataset/disclosure/choose-together.ts";
import { isProof } from "../../../src/dataset/disclosure/is-proof.ts";
import { type Need, needOfHidden, needOfUnknown } from "../../../src/dataset/disclosure/need.ts";
import { protectCount } from "../../../src/dataset/disclosure/protect-count.ts";
import { protectCounts } from "../../../src/dataset/disclosure/protect-counts.ts";
import { type Effort, prove } from "../../../src/dataset/disclosure/prove.ts";
import { reach } from "../../../src/dataset/disclosure/reach.ts";
import { ruinAndRecreate } from "../../../src/dataset/disclosure/ruin-and-recreate.ts";
import { showAgain } from "../../../src/dataset/disclosure/show-again.ts";
import { attackOn, rule, withMargins } from "./attack-on.ts";
import { hierarchy } from "./made-table.ts";
import { madeTable } from "./random-table.ts";

const areas = hierarchy("area", { all: undefined, a: "all", b: "all", c: "all" });
const ages = hierarchy("age", { all: undefined, x: "all", y: "all", z: "all" });
const columns = ["x", "y", "z"];
const need = needOfHidden(rule);
const large = withMargins({ a: [3, 20, 30], b: [40, 50, 60], c: [70, 80, 90] }, columns);
const square = { axes: [areas, ages], cells: large };
const priced = (costs: Readonly<Record<string, number>>, other = 10) => ({
  ...Object.fromEntries(Object.keys(large).map((place) => [place, other])),
  ...costs,
});
const hide = <P extends string>(...places: readonly P[]) =>
  Object.fromEntries(places.map((place) => [place, "secondary" as const]));

const primariesOf = ({ table, publication }: Attack): readonly number[] =>
  [...table.gridOf.keys()]
    .filter((cell) => publication.statusOf(cell) === "primary")
    .map((cell) => table.countsOf[cell]?.[0] as number);

describe("a proof", () => {
  const proofOf = (statuses: Parameters<typeof attackOn>[0]["statuses"], effort: Effort, own: Need = need) => {
    const { attack, countAt } = attackOn({ ...square, statuses: { "a x": "primary", ...statuses } });
    const proof = prove(attack, { count: countAt("a x"), need: own, effort });
    if ("lacking" in proof) return proof;
    expect(isProof(attack, { count: countAt("a x"), need: own, alternatives: proof.alternatives })).toBe(true);
    return proof.alternatives.map((each) => each.get(countAt("a x"))).sort();
  };
  const box = hide("a y", "b x", "b y");
  test("is one box, where there is one: each value that the rule hides, and one that it does not", () => {
    expect(proofOf(box, "boxes")).toEqual([1, 2, 4, 5]);
    // No more than is asked for, also where one way is longer than the other.
    expect(proofOf(box, "boxes", { choices: [[2, 6]], width: undefined })).toEqual([2, 6]);
    expect(proofOf(box, "boxes", { choices: [[0, 4]], width: undefined })).toEqual([0, 4]);
  });
  test("lacks the value that is furthest where nothing gives way", () => {
    expect(proofOf({}, "boxes")).toEqual({ lacking: [5, 4] });
    // Both ends are as far, and the programme is asked for the lower one first.
    expect(proofOf({}, "all")).toEqual({ lacking: [1, 0] });
    expect(proofOf(hide("a y", "b x"), "programmes")).toEqual({ lacking: [1, 0] });
  });
  test("goes along more than boxes where it may", () => {
    const around = hide("a y", "b y", "b z", "c z", "c x");
    expect(proofOf(around, "boxes")).toEqual({ lacking: [5, 4] });
    expect(proofOf(around, "programmes")).toEqual([1, 2, 4, 5]);
    expect(proofOf(around, "all")).toEqual([1, 2, 4, 5]);
  });
  test("of a count that came hidden is two values that are far enough apart", () => {
    expect(proofOf(box, "all", needOfUnknown(rule, 3))).toEqual([7]);
    expect(proofOf({}, "all", { choices: [[7]], width: 4 })).toEqual({ lacking: [7] });
    expect(proofOf(hide("a y", "b y", "b z", "c z", "c x"), "all", needOfUnknown(rule, 3))).toEqual([7]);
  });
  test("of a count that came hidden may be one value above and one below", () => {
    const cells = withMargins({ a: [3, 20, 30], b: [40, 50, 2], c: [70, 80, 90] }, columns);
    const around = { "a x": "primary", ...hide("a y", "b y", "b z", "c z", "c x") } as const;
    const { attack, countAt } = attackOn({ ...square, cells, statuses: around });
    const valuesFor = (width: number) => {
      const proof = prove(attack, { count: countAt("a x"), need: { choices: [[3 + width]], width }, effort: "all" });
      return "lacking" in proof ? proof : proof.alternatives.map((each) => each.get(countAt("a x"))).sort();
    };
    // It rises by 2 and falls by 3.
    expect(valuesFor(2)).toEqual([5]);
    expect(valuesFor(4)).toEqual([1, 5]);
    expect(valuesFor(5)).toEqual([0, 5]);
    expect(valuesFor(6)).toHaveProperty("lacking");
  });
  test("takes the value below, where the table leaves no room above", () => {
    const few = { ...square, cells: withMargins({ a: [3, 1, 30], b: [40, 50, 60], c: [70, 80, 90] }, columns) };
    const { attack, countAt } = attackOn({ ...few, statuses: { "a x": "primary", ...box } });
    const proof = prove(attack, { count: countAt("a x"), need, effort: "boxes" });
    const values = "alternatives" in proof ? proof.alternatives.map((each) => each.get(countAt("a x"))) : [];
    expect(values.sort()).toEqual([0, 1, 2, 4]);
  });
});

describe("a way to a value", () => {
  const row = { axes: [areas], cells: { all: 30, a: 3, b: 2, c: 25 } };
  const go = (setting: Parameters<typeof attackOn>[0], value: number, more: object = {}) => {
    const { attack, countAt, sayCells, secondaries } = attackOn(setting);
    const way = reach(attack, { count: countAt("a"), value, hide: false, limit: 1000, ...more });
    return {
      ...way,
      steps: way.steps.map(({ move, times }) => `${sayCells(move.cells).join(" ")} ${times}`),
      hidden: sayCells(way.hidden),
      secondaries: secondaries(),
    };
  };
  const statuses = { a: "primary", ...hide("b", "c") } as const;
  test("is as many steps as it takes, each as far as it goes", () => {
    expect(go({ ...row, statuses }, 8)).toMatchObject({ reached: true, steps: ["a c 5"], cost: 0, hidden: [] });
    const small = { ...row, cells: { all: 9, a: 3, b: 2, c: 4 }, statuses };
    expect(go(small, 9)).toMatchObject({ reached: true });
    expect(
      go(small, 9)
        .steps.map((step) => step.split(" ").at(-1))
        .sort(),
    ).toEqual(["2", "4"]);
    expect(go(small, 0)).toMatchObject({ reached: true });
    expect(go(small, 10).reached).toBe(false);
    expect(go({ ...row, statuses: { a: "primary" } }, 4)).toMatchObject({ reached: false, steps: [] });
  });
  test("hides what it has to, and no more than it may cost", () => {
    const open = { ...row, statuses: { a: "primary" } as const, costs: { all: 9, b: 2, c: 5 } };
    expect(go(open, 5, { hide: true })).toMatchObject({ reached: true, hidden: ["b"], cost: 2, secondaries: ["b"] });
    expect(go(open, 7, { hide: true })).toMatchObject({ reached: true, hidden: ["c"], cost: 5 });
    expect(go(open, 5, { hide: true, below: 2 })).toMatchObject({ reached: false, hidden: [], cost: 0 });
  });
});

test("a count that needs no cell hidden is proven, also where that shows only after a long look beyond its block", () => {
  const sides = Array.from({ length: 10 }, (_, index) => `r${index}`);
  const names = Array.from({ length: 600 }, (_, index) => `c${index}`);
  // In fives, 12 may fall and not rise, 13 may rise and not fall: of all columns, two rows can change by as much in one alone.
  const first = names.map((_, column) => (column === 0 ? 4 : column === 599 ? 14 : column < 550 ? 13 : 12));
  const second = names.map((_, column) => (column === 549 ? 12 : 13));
  const rows = Object.fromEntries(
    sides.map((side, index) => [side, index === 0 ? first : index === 1 ? second : names.map(() => 12)]),
  );
  const held = (dimension: string, ids: readonly string[]) =>
    hierarchy(dimension, { all: undefined, ...Object.fromEntries(ids.map((id) => [id, "all"])) });
  const { attack, countAt, secondaries } = attackOn({
    axes: [held("area", sides), held("age", names)],
    cells: withMargins(rows, names),
    rule: { base: 5 },
    statuses: { "r0 c0": "primary" },
  });
  const alternatives = protectCount(attack, countAt("r0 c0"), needOfHidden({ ...rule, base: 5 }));
  const proof = { count: countAt("r0 c0"), need: needOfHidden({ ...rule, base: 5 }), alternatives: alternatives ?? [] };
  expect(isProof(attack, proof)).toBe(true);
  expect(secondaries()).toEqual([]);
});

describe("the cells that protect one count", () => {
  const chosen = (
    costs: Readonly<Record<string, number>>,
    more: Partial<Parameters<typeof attackOn>[0]> = {},
    attempt = 0,
  ) => {
    const { attack, countAt, sayCells, secondaries } = attackOn({
      ...square,
      costs,
      ...more,
      statuses: { "a x": "primary", ...more.statuses },
    });
    const choice = chooseSecondaries(attack, { count: countAt("a x"), need, lacking: [5], attempt });
    // What was tried is shown again.
    expect(secondaries()).toEqual(
      Object.keys(more.statuses ?? {}).filter((place) => more.statuses?.[place] === "secondary"),
    );
    return choice && { cells: sayCells(choice.cells), cost: choice.cost };
  };
  test("are the cheapest", () => {
    expect(chosen(priced({ "a z": 1, "c x": 1, "c z": 1 }))).toEqual({ cells: ["a z", "c x", "c z"], cost: 3 });
    expect(chosen(priced({ "a y": 2, "b x": 3, "b y": 4 }))).toEqual({ cells: ["a y", "b x", "b y"], cost: 9 });
    expect(chosen(priced({ "a z": 1, "c x": 1, "c z": 1 }), {}, 1)).toEqual({ cells: ["a z", "c x", "c z"], cost: 3 });
    // In whole numbers by a programme: only the value that lacks.
    expect(chosen(priced({ "a z": 1, "c x": 1, "c z": 1 }), {}, 2)).toEqual({ cells: ["a z", "c x", "c z"], cost: 3 });
  });
  test("are fewer where some are hidden already", () => {
    const statuses = hide("a z", "c x");
    expect(chosen(priced({}), { statuses })).toEqual({ cells: ["c z"], cost: 10 });
  });
  test("are not those that readers know", () => {
    const statuses = { "c z": "known" } as const;
    const costs = priced({ "a z": 1, "c x": 1, "c z": 1, "a y": 1, "b x": 1, "b y": 1 });
    expect(chosen(costs, { statuses })).toEqual({ cells: ["a y", "b x", "b y"], cost: 3 });
  });
  test("are none where nothing may be hidden", () => {
    const known = Object.fromEntries(Object.keys(large).map((place) => [place, "known" as const]));
    expect(chosen(priced({}), { statuses: { ...known, "a x": "primary" } })).toBeUndefined();
  });
  test("are those of one way up and another down, where that is cheaper", () => {
    // b y holds 1: along it a x falls, and rises by 1 only.
    const cells = withMargins({ a: [3, 1, 30], b: [40, 50, 60], c: [70, 80, 90] }, columns);
    const choice = chosen(priced({}), { cells });
    expect(choice?.cost).toBe(30);
    const { attack, countAt, cellAt } = attackOn({ ...square, cells, statuses: { "a x": "primary" } });
    for (const place of choice?.cells ?? []) attack.publication.setStatus(cellAt(place), "secondary");
    expect(prove(attack, { count: countAt("a x"), need, effort: "all" })).toHaveProperty("alternatives");
  });
  test("go round more corners than a box has, where all boxes have one that readers know", () => {
    const known = ["all all", "all x", "all y", "all z", "a all", "b all", "c all", "a z", "b x", "c y"];
    const statuses = Object.fromEntries(known.map((place) => [place, "known" as const]));
    const around = { cells: ["a y", "b y", "b z", "c x", "c z"], cost: 50 };
    expect(chosen(priced({}), { statuses })).toEqual(around);
    expect(chosen(priced({}), { statuses }, 1)).toEqual(around);
    expect(chosen(priced({}), { statuses }, 2)).toEqual(around);
  });
  test("may have to be cheaper than so much, and without a cell", () => {
    const { attack, countAt, cellAt, sayCells } = attackOn({
      ...square,
      costs: priced({ "a z": 1, "c x": 1, "c z": 1, "a y": 2, "b x": 2, "b y": 2 }),
      statuses: { "a x": "primary" },
    });
    const cheaper = (below: number, except?: string) => {
      const found = chooseCheaper(attack, {
        count: countAt("a x"),
        need,
        below,
        ...(except !== undefined && { except: cellAt(except) }),
      });
      return found && { cells: sayCells(found.cells), cost: found.cost };
    };
    expect(cheaper(100)).toEqual({ cells: ["a z", "c x", "c z"], cost: 3 });
    expect(cheaper(3)).toBeUndefined();
    expect(cheaper(100, "a z")).toEqual({ cells: ["a y", "b x", "b y"], cost: 6 });
    expect(cheaper(6, "c z")).toBeUndefined();
  });
});

describe("a choice that is looked at again", () => {
  /** Protects the primaries with all of some cells hidden, does something to the choice, and says what is hidden then. */
  function improved(
    setting: Parameters<typeof attackOn>[0],
    improve: (attack: Attack, proofs: Map<number, readonly Alternative[]>, needOf: () => Need) => void,
  ) {
    const { attack, secondaries } = attackOn(setting);
    const proofs = new Map<number, readonly Alternative[]>();
    for (const count of primariesOf(attack)) {
      const alternatives = protectCount(attack, count, need);
      if (alternatives) proofs.set(count, alternatives);
    }
    improve(attack, proofs, () => need);
    for (const [count, alternatives] of proofs) {
      expect(isProof(attack, { count, need, alternatives })).toBe(true);
      expect(alternatives.every((each) => isPossible(attack, each))).toBe(true);
    }
    return secondaries();
  }
  const statuses = { "a x": "primary" } as const;
  const cheap = priced({ "a z": 1, "c x": 1, "c z": 1, "a y": 2, "b x": 2, "b y": 2 });
  test.each([
    ["some are torn down", ruinAndRecreate],
    ["all are chosen as a whole", chooseTogether],
  ])("costs less where it can: %s", (_, improve) => {
    const dear = { ...square, statuses: { ...statuses, ...hide("a y", "b x", "b y") }, costs: cheap };
    expect(improved(dear, improve)).toEqual(["a z", "c x", "c z"]);
  });
  test("has cheaper cells in the place of a dear one, and then shows what stood with it", () => {
    const statusesOf = { ...statuses, ...hide("a y", "b x", "b y") };
    const dear = (cost: number) => ({ ...square, statuses: statusesOf, costs: { ...cheap, "b y": cost } });
    expect(improved(dear(10), showAgain)).toEqual(["a z", "c x", "c z"]);
    // One cell for another: three for one are no gain at the same price.
    expect(improved(dear(3), showAgain)).toEqual(["a y", "b x", "b y"]);
  });
  test.each([
    ["cells are shown one by one", showAgain],
    ["all are chosen as a whole", chooseTogether],
    ["parts are chosen anew", chooseParts],
  ])("shows what nothing rests on: %s", (_, improve) => {
    const all = Object.keys(large).filter((place) => place !== "a x");
    const found = improved({ ...square, statuses: { ...statuses, ...hide(...all) }, costs: cheap }, improve);
    expect(found).toEqual(["a z", "c x", "c z"]);
  });
  test.each([
    ["cells are shown one by one", showAgain],
    ["some are torn down", ruinAndRecreate],
    ["all are chosen as a whole", chooseTogether],
    ["parts are chosen anew", chooseParts],
  ])("stays as it is where it is the best: %s", (_, improve) => {
    const best = { ...square, statuses: { ...statuses, ...hide("a z", "c x", "c z") }, costs: cheap };
    expect(improved(best, improve)).toEqual(["a z", "c x", "c z"]);
    expect(improved({ ...square, statuses: {} }, improve)).toEqual([]);
  });
});

describe("how far a count can go", () => {
  const row = { axes: [areas], cells: { all: 30, a: 3, b: 7, c: 20 }, statuses: { a: "primary" } } as const;
  const ceilingOf = (shares: Readonly<Record<string, number>>, sign: 1 | -1, by: number) => {
    const { attack, countAt, cellAt, sayCells } = attackOn(row);
    const attacker = createAttacker(attack, [...attack.table.values.keys()]);
    const given = new Map(["all", "b", "c"].map((place) => [cellAt(place), shares[place] ?? 0]));
    const found = attacker.ceiling(given, { count: countAt("a"), sign, by });
    attacker.dispose();
    return found && { least: found.least, adds: [...found.adds].map(([cell, more]) => [sayCells([cell])[0], more]) };
  };
  test("is nowhere where nothing is hidden, and any of its row would do", () => {
    const up = ceilingOf({}, 1, 2);
    expect(up?.least).toBeCloseTo(0);
    // As far as what is hidden holds: the total rises without end.
    expect(up?.adds.toSorted()).toEqual([
      ["all", Number.POSITIVE_INFINITY],
      ["b", 7],
      ["c", 20],
    ]);
    expect(ceilingOf({}, -1, 3)?.adds.toSorted()).toEqual([
      ["all", 30],
      ["b", Number.POSITIVE_INFINITY],
      ["c", Number.POSITIVE_INFINITY],
    ]);
  });
  test("is as far as it has to go where enough is hidden", () => {
    expect(ceilingOf({ b: 1 }, 1, 7)).toBeUndefined();
    expect(ceilingOf({ b: 1 }, 1, 8)).toMatchObject({ least: expect.closeTo(0) });
    expect(ceilingOf({ all: 1 }, 1, 20)).toBeUndefined();
    expect(ceilingOf({ c: 1 }, -1, 3)).toBeUndefined();
  });
  test("is a part of it where parts are hidden", () => {
    expect(ceilingOf({ b: 0.5 }, 1, 4)).toMatchObject({ least: expect.closeTo(0) });
    expect(ceilingOf({ b: 0.5, c: 0.5 }, 1, 4)).toBeUndefined();
  });
});

describe("small tables cost the least that trying all sets of cells finds", () => {
  // Found once by hiding every set of cells, from the cheapest on, until each small count had all of its values.
  const least = [
    { leaves: [3, 3], costs: [10, 7, 8, 4, 2, 5, 3, 4, 6, 4, 7, 11] },
    { leaves: [4, 3], costs: [8, 7, 10, 9, 8, 7, 5, 3, 8, 8, 4, 13] },
    { leaves: [2, 2, 2], costs: [20] },
  ];
  const cases = least.flatMap(({ leaves, costs }) =>
    costs.map((cost, index) => [leaves.join("×"), index + 1, cost] as const),
  );
  type Choose = (attack: Attack) => unknown;
  const costOf = (leaves: string, seed: number, choose: Choose) => {
    const setting = madeTable(leaves.split("×").map(Number), seed);
    const { attack, secondaries } = attackOn(setting);
    choose(attack);
    const places = secondaries();
    return { places, cost: places.reduce((sum, place) => sum + (setting.costs[place] ?? 0), 0) };
  };
  const withAll: Choose = (attack) => {
    const { exposed } = protectCounts({ attack, primaries: primariesOf(attack), unknown: new Set() });
    expect(exposed).toEqual([]);
  };
  /** From the choice of one count after another, and nothing between. */
  const together: Choose = (attack) => {
    const proofs = new Map<number, readonly Alternative[]>();
    for (const count of primariesOf(attack)) proofs.set(count, protectCount(attack, count, need) ?? []);
    chooseTogether(attack, proofs, () => need);
    for (const [count, alternatives] of proofs) expect(isProof(attack, { count, need, alternatives })).toBe(true);
  };
  test.each(cases)("%s, %i: %i", (leaves, seed, cost) => {
    expect(costOf(leaves, seed, withAll).cost).toBe(cost);
  });
  test.each(cases)("chosen as a whole alone: %s, %i: %i", (leaves, seed, cost) => {
    expect(costOf(leaves, seed, together).cost).toBe(cost);
  });
  test.each(cases)("chosen in parts, no dearer than before: %s, %i", (leaves, seed) => {
    const each: Choose = (attack) => {
      for (const count of primariesOf(attack)) protectCount(attack, count, need);
    };
    const inParts: Choose = (attack) => {
      const proofs = new Map<number, readonly Alternative[]>();
      for (const count of primariesOf(attack)) proofs.set(count, protectCount(attack, count, need) ?? []);
      chooseParts(attack, proofs, () => need);
      for (const [count, alternatives] of proofs) expect(isProof(attack, { count, need, alternatives })).toBe(true);
    };
    expect(costOf(leaves, seed, inParts).cost).toBeLessThanOrEqual(costOf(leaves, seed, each).cost);
  });
  test("and the same cells each time", () => {
    for (const seed of [3, 12]) expect(costOf("3×3", seed, withAll)).toEqual(costOf("3×3", seed, withAll));
  });
});
