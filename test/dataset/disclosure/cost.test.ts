import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "../../../src/dataset/index.ts";
import { isDeep, trials } from "../../support/trials.ts";
import { mayBe } from "./brute-force.ts";
import { type Cube, type CubeCell, cellsOf, readCube } from "./margins.ts";

const rule = { from: 1, to: 4, base: 1 };

/** What hiding a cell costs: 1, twice as much for each doubling from 50 on, four times for each side it totals; a zero 10. */
const costOf = ({ at, value }: CubeCell): number =>
  (value === 0 ? 10 : 2 ** Math.max(0, Math.floor(Math.log2(value / 50)) + 1)) *
  4 ** Object.values(at).filter((id) => id === "total" || id.startsWith("region")).length;

/** The least cost of further cells with which no small cell can be worked out, found by trying every set of cells. */
function leastCost(cells: readonly CubeCell[]): number {
  const primaries = [...cells.keys()].filter((index) => isSmall(cells[index] as CubeCell));
  const others = [...cells.keys()].filter((index) => !primaries.includes(index));
  const sets: { cost: number; hidden: ReadonlySet<number> }[] = [];
  for (let bits = 0; bits < 2 ** others.length; bits += 1) {
    const chosen = others.filter((_, position) => bits & (1 << position));
    const cost = chosen.reduce((sum, index) => sum + costOf(cells[index] as CubeCell), 0);
    sets.push({ cost, hidden: new Set([...primaries, ...chosen]) });
  }
  sets.sort((a, b) => a.cost - b.cost);
  const isSafe = ({ hidden }: (typeof sets)[number]) => {
    const published = cells.map(
      ({ value }, index): Cell => (hidden.has(index) ? { state: "suppressed" } : { state: "value", value }),
    );
    const may = (index: number, value: number) => mayBe({ cells, published, rule }, index, value);
    return primaries.every(
      (index) => [1, 2, 3, 4].every((value) => may(index, value)) && (may(index, 0) || may(index, 5)),
    );
  };
  return sets.find(isSafe)?.cost ?? Number.NaN;
}

const isSmall = ({ value }: CubeCell): boolean => value >= rule.from && value <= rule.to;

test("further cells cost little more than the best that trying all finds", async () => {
  const cubes = fc
    .constantFrom<Cube["sides"]>([{ leaves: 2 }, { leaves: 3 }], [{ leaves: 4, regions: [0, 0, 1, 1] }])
    .chain((sides) => {
      const leaves = sides.reduce((product, side) => product * side.leaves, 1);
      const value = fc.oneof(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 5, max: 40 }),
        fc.integer({ min: 5, max: 40 }),
      );
      return fc.array(value, { minLength: leaves, maxLength: leaves }).map((values): Cube => ({ sides, values }));
    });
  const ratios: number[] = [];
  for (const cube of fc.sample(cubes, { numRuns: trials(25, 8), seed: 7 })) {
    const cells = cellsOf(cube);
    if (!cells.some(isSmall)) continue;
    const dataset = await readCube(cube, { profile: { hide: { from: 1, to: 4 } } });
    const cost = cells
      .filter((cell) => !isSmall(cell) && dataset.lookup("n", cell.at)[0]?.cell.state === "suppressed")
      .reduce((sum, cell) => sum + costOf(cell), 0);
    const best = leastCost(cells);
    expect(cost).toBeGreaterThanOrEqual(best);
    ratios.push(best === 0 ? 1 : cost / best);
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  console.log(
    `Secondary suppression: ${mean.toFixed(3)} of the least cost on average of ${ratios.length} tables, ${Math.max(...ratios).toFixed(2)} at worst.`,
  );
  expect(mean).toBeLessThanOrEqual(1.05);
});

test("counts that share cells cost the least that a programme over the whole table finds", async () => {
  let state = 7;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const value = () => {
    const dice = random();
    return dice < 0.02 ? 0 : dice < 0.07 ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() ** 3 * 300);
  };
  // The least costs are what the programme of test/bench/disclosure.mjs proves; one count after another came to 7 and 16,
  // and twenty trials of other choices to 30 in the last.
  for (const [sides, seed, least] of [
    [[{ leaves: 10 }, { leaves: 7 }], 7, 5],
    [[{ leaves: 5 }, { leaves: 4 }, { leaves: 3 }], 7, 12],
    [[{ leaves: 5 }, { leaves: 4 }, { leaves: 3 }], 6, 26],
  ] as const) {
    state = seed;
    const leaves = sides.reduce((product, side) => product * side.leaves, 1);
    const cube: Cube = { sides, values: Array.from({ length: leaves }, value) };
    const dataset = await readCube(cube, { profile: { hide: { from: 1, to: 4 } } });
    const cost = cellsOf(cube)
      .filter((cell) => !isSmall(cell) && dataset.lookup("n", cell.at)[0]?.cell.state === "suppressed")
      .reduce((sum, cell) => sum + costOf(cell), 0);
    expect(cost).toBe(least);
  }
});

/** What further cells cost, in a table where one leaf in twenty is small and one in fifty is nothing. */
async function costOfMade(sides: Cube["sides"], seed: number): Promise<number> {
  let state = seed;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const value = () => {
    const dice = random();
    return dice < 0.02 ? 0 : dice < 0.07 ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() ** 3 * 300);
  };
  const leaves = sides.reduce((product, side) => product * side.leaves, 1);
  const cube: Cube = { sides, values: Array.from({ length: leaves }, value) };
  const dataset = await readCube(cube, { profile: { hide: { from: 1, to: 4 } } });
  return cellsOf(cube)
    .filter((cell) => !isSmall(cell) && dataset.lookup("n", cell.at)[0]?.cell.state === "suppressed")
    .reduce((sum, cell) => sum + costOf(cell), 0);
}

const inTens = (leaves: number) => ({
  leaves,
  regions: Array.from({ length: leaves }, (_, leaf) => Math.floor(leaf / 10)),
});

test.each<[Cube["sides"], number, number]>([
  // The least, as a separate program proves; without a search to the end they came to 15, 20, 23, 14 and 31.
  [[{ leaves: 5 }, { leaves: 4 }, { leaves: 3 }], 7, 14],
  [[{ leaves: 6 }, { leaves: 5 }, { leaves: 4 }], 2, 19],
  [[{ leaves: 8 }, { leaves: 5 }, { leaves: 4 }], 1, 20],
  [[inTens(20), { leaves: 12 }], 2, 12],
  [[inTens(30), { leaves: 30 }], 7, 30],
])("a small table costs the least: %j from %i", async (sides, seed, least) => {
  expect(await costOfMade(sides, seed)).toBe(least);
});

test.runIf(isDeep).each([
  // The least, as a separate program proves; other choices of a few cells at a time came to 31.
  [7, 24],
  // No less than 29, as the same program proves; programmes of yes and no, cut off after 20 nodes, came to 39.
  [2028, 33],
])("a choice of 210 cells in three ways is as cheap as was once found: %i", async (seed, found) => {
  expect(await costOfMade([{ leaves: 6 }, { leaves: 5 }, { leaves: 4 }], seed)).toBeLessThanOrEqual(found);
});

/** Counts of people as surveys have them: in many of the leaves there is nobody. */
function sparse(leaves: number, seed: number, { nobody, few }: { readonly nobody: number; readonly few: number }) {
  let state = seed;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: leaves }, () => {
    const dice = random();
    return dice < nobody ? 0 : dice < nobody + few ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() ** 3 * 60);
  });
}

/** What the cells cost that are hidden beside the small ones. */
async function costOfHidden(cube: Cube): Promise<number> {
  const dataset = await readCube(cube, { profile: { hide: { from: 1, to: 4 } } });
  return cellsOf(cube)
    .filter((cell) => !isSmall(cell) && dataset.lookup("n", cell.at)[0]?.cell.state === "suppressed")
    .reduce((sum, cell) => sum + costOf(cell), 0);
}

test("a table of 336 cells with many zeros costs as little as was ever found", async () => {
  const sides = [{ leaves: 7 }, { leaves: 6 }, { leaves: 5 }];
  const cube: Cube = { sides, values: sparse(210, 1, { nobody: 0.35, few: 0.08 }) };
  expect(cellsOf(cube).filter(({ value }) => value === 0).length).toBe(72);
  // No less is known; a search that parts of cells alone began came to 34.
  expect(await costOfHidden(cube)).toBe(30);
});

test("where there are many zeros, further cells cost little more than the best", async () => {
  const ratios: number[] = [];
  for (const sides of [
    [{ leaves: 3 }, { leaves: 3 }],
    [{ leaves: 4 }, { leaves: 2 }],
  ]) {
    const leaves = sides.reduce((product, side) => product * side.leaves, 1);
    for (let seed = 1; seed <= trials(40, 16); seed += 1) {
      const cube: Cube = { sides, values: sparse(leaves, 7 * seed, { nobody: 0.45, few: 0.25 }) };
      const cells = cellsOf(cube);
      if (!cells.some(isSmall)) continue;
      const best = leastCost(cells);
      const cost = await costOfHidden(cube);
      expect(cost).toBeGreaterThanOrEqual(best);
      ratios.push(best === 0 ? 1 : cost / best);
    }
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  expect(ratios.length).toBeGreaterThanOrEqual(trials(20, 8));
  expect(mean).toBeLessThanOrEqual(1.02);
  expect(Math.max(...ratios)).toBeLessThanOrEqual(1.2);
});
