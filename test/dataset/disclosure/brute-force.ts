import type { Cell } from "../../../src/dataset/index.ts";
import type { CubeCell } from "./margins.ts";

/**
 * A reader who tries tables of whole numbers. Knows the rule: a figure that is shown is none that the rule hides, and is
 * what it says, or rounds to it. Shares no code with the library.
 */
export interface Rule {
  readonly from: number;
  readonly to: number;
  readonly base: number;
  /** Rounded up or down, and not to the nearest. */
  readonly together?: boolean;
}

function shows(cell: Cell, value: number, { from, to, base, together }: Rule): boolean {
  if (cell.state === "suppressed") return true;
  if (cell.state === "missing" || (value >= from && value <= to)) return false;
  if (cell.state === "value") return value === cell.value;
  return together ? Math.abs(value - cell.value) < base : Math.floor(value / base + 0.5) * base === cell.value;
}

interface Published {
  /** With the true values: only to try what lies near them first. */
  readonly cells: readonly CubeCell[];
  /** In the order of `cells`. */
  readonly published: readonly Cell[];
  readonly rule: Rule;
}

/** Whether a cell may hold a value: in some table that would have been published as this one was. */
export function mayBe(input: Published, cell: number, value: number): boolean {
  const far = input.cells.reduce((sum, { leaves, value: own }) => sum + (leaves.length === 1 ? own + 20 : 0), 0);
  for (let budget = 1; budget < 2 * far; budget *= 2) if (someTable(input, { cell, value, budget })) return true;
  return false;
}

interface Search {
  readonly cell: number;
  readonly value: number;
  /** How far the leaves may lie from the truth, all together. */
  readonly budget: number;
}

function someTable({ cells, published, rule }: Published, { cell, value, budget }: Search): boolean {
  const truth = cells.filter(({ leaves }) => leaves.length === 1).sort((a, b) => leafOf(a) - leafOf(b));
  const limits = published.map((own, index) =>
    index === cell
      ? value
      : own.state === "suppressed" || own.state === "missing"
        ? Number.POSITIVE_INFINITY
        : own.value + (own.state === "rounded" ? own.base : 0),
  );
  // A cell can be judged once the last of its leaves is chosen, and is too large before.
  const judges = truth.map((_, leaf) => cells.flatMap(({ leaves }, index) => (leaves.includes(leaf) ? [index] : [])));
  const values: number[] = [];
  const fits = (index: number): boolean => {
    const { leaves } = cells[index] as CubeCell;
    let sum = 0;
    for (const leaf of leaves) sum += values[leaf] ?? 0;
    if (Math.max(...leaves) >= values.length) return sum <= (limits[index] as number);
    return shows(published[index] as Cell, sum, rule) && (index !== cell || sum === value);
  };
  const choose = (leaf: number, left: number): boolean => {
    const own = truth[leaf];
    if (!own) return true;
    for (let step = 0; step <= 2 * left; step += 1) {
      const change = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
      if (own.value + change < 0) continue;
      values[leaf] = own.value + change;
      values.length = leaf + 1;
      if (judges[leaf]?.every(fits) && choose(leaf + 1, left - Math.abs(change))) return true;
    }
    values.length = leaf;
    return false;
  };
  return choose(0, budget);
}

const leafOf = ({ leaves }: CubeCell): number => leaves[0] as number;
