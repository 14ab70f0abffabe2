import loadHighs from "highs";
import { expect, test } from "vitest";
import { trials } from "../../support/trials.ts";
import { type Cube, cellsOf, readCube } from "./margins.ts";

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Small cells to attack, out of some hundreds: each takes two programmes over the whole table. */
const sampled = trials(30, 8);
/** Twenty in each of ten regions. */
const areas = 200;

test("in a table of 3,000 cells, a linear programme over all of it can rule out no hidden value", async () => {
  const random = createRandom(11);
  const regions = Array.from({ length: areas }, (_, leaf) => leaf % 10);
  const cube: Cube = {
    sides: [{ leaves: areas, regions }, { leaves: 4 }, { leaves: 2 }],
    values: Array.from({ length: 8 * areas }, () => Math.floor(-Math.log(1 - random()) * 25)),
  };
  const cells = cellsOf(cube);
  const dataset = await readCube(cube, { profile: { hide: { from: 1, to: 4 } } });
  const published = cells.map(({ at }) => dataset.lookup("n", at)[0]?.cell);
  const isHidden = (index: number) => published[index]?.state === "suppressed";

  // A column a leaf; a row for each cell that is shown, of the hidden leaves that it adds up.
  const leaves = cells.filter(({ leaves }) => leaves.length === 1);
  const hiddenLeaves = leaves.filter((leaf) => isHidden(cells.indexOf(leaf)));
  const columnOf = new Map(hiddenLeaves.map(({ leaves: [leaf] }, column) => [leaf, column]));
  const starts = [0];
  const indices: number[] = [];
  const sums: number[] = [];
  for (const [index, cell] of cells.entries()) {
    const columns = cell.leaves.flatMap((leaf) => columnOf.get(leaf) ?? []);
    if (isHidden(index) || columns.length === 0) continue;
    const seen = cell.leaves
      .filter((leaf) => !columnOf.has(leaf))
      .reduce((sum, leaf) => sum + (cube.values[leaf] ?? 0), 0);
    indices.push(...columns);
    starts.push(indices.length);
    sums.push(cell.value - seen);
  }
  const size = hiddenLeaves.length;
  const highs = await loadHighs();
  const model = highs.createModel({
    numCols: size,
    numRows: sums.length,
    colCost: Array.from({ length: size }, () => 0),
    colLower: Array.from({ length: size }, () => 0),
    colUpper: Array.from({ length: size }, () => highs.infinity),
    rowLower: sums,
    rowUpper: sums,
    matrix: { format: "csr", numRows: sums.length, numCols: size, starts, indices, values: indices.map(() => 1) },
  });
  model.options.set({ output_flag: false });
  const bound = (column: number, cost: 1 | -1): number => {
    model.changeColCost(column, cost);
    model.run();
    const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const found = optimal ? (model.getSolution().colValue[column] as number) : Number.POSITIVE_INFINITY;
    model.changeColCost(column, 0);
    return found;
  };
  const small = hiddenLeaves.filter(({ value }) => value >= 1 && value <= 4);
  expect(small.length).toBeGreaterThan(areas / 2);
  for (let index = 0; index < small.length; index += Math.ceil(small.length / sampled)) {
    const column = columnOf.get(small[index]?.leaves[0] ?? -1) as number;
    const [least, greatest] = [bound(column, 1), bound(column, -1)];
    expect(least).toBeLessThanOrEqual(1 + 1e-6);
    expect(greatest).toBeGreaterThanOrEqual(4 - 1e-6);
    expect(greatest - least).toBeGreaterThanOrEqual(4 - 1e-6);
  }
  model.dispose();
});
