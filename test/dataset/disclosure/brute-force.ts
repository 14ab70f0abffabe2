import type { Cell } from "../../../src/dataset/index.ts";
import type { CubeCell } from "./margins.ts";

/**
 * A reader who tries every table of whole numbers. Knows the rule: a figure that is shown is none that the rule hides, and
 * is what it says, or rounds to it. Shares no code with the library.
 */
export interface Rule {
  readonly from: number;
  readonly to: number;
  readonly base: number;
}

function shows(cell: Cell, value: number, { from, to, base }: Rule): boolean {
  if (cell.state === "suppressed") return true;
  if (cell.state === "missing" || (value >= from && value <= to)) return false;
  if (cell.state === "value") return value === cell.value;
  return Math.floor(value / base + 0.5) * base === cell.value;
}

/**
 * For each cell, the values that it has in any table that would have been published as this one was.
 * @param published the cells in the order of `cells`.
 * @param ceilings a leaf that is hidden is tried up to here: a bound that makes trying possible, and only makes the reader
 *   believe that more has been ruled out than has.
 */
export function possibleValues(
  cells: readonly CubeCell[],
  published: readonly Cell[],
  { rule, ceilings }: { readonly rule: Rule; readonly ceilings: readonly number[] },
): readonly ReadonlySet<number>[] {
  const possible = cells.map(() => new Set<number>());
  const leaves = ceilings.length;
  // A cell can be judged once the last of its leaves is chosen.
  const dueAt = Array.from({ length: leaves }, (_, leaf) =>
    cells.flatMap((cell, index) => (Math.max(...cell.leaves) === leaf ? [index] : [])),
  );
  const values: number[] = [];
  const sum = (index: number) => (cells[index] as CubeCell).leaves.reduce((total, leaf) => total + (values[leaf] as number), 0);
  const choose = (leaf: number): void => {
    if (leaf === leaves) {
      for (const index of cells.keys()) possible[index]?.add(sum(index));
      return;
    }
    for (let value = 0; value <= (ceilings[leaf] as number); value += 1) {
      values[leaf] = value;
      if (dueAt[leaf]?.every((index) => shows(published[index] as Cell, sum(index), rule))) choose(leaf + 1);
    }
  };
  choose(0);
  return possible;
}
