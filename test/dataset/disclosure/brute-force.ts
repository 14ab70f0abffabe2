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
  const limits = published.map((own, index): readonly [number, number] => {
    if (index === cell) return [value, value];
    if (own.state === "suppressed" || own.state === "missing") return [0, Number.POSITIVE_INFINITY];
    const reach = own.state === "rounded" ? own.base : 0;
    return [own.value - reach, own.value + reach];
  });
  const truth = new Map(cells.flatMap(({ leaves, value: own }) => (leaves.length === 1 ? [[leaves[0], own]] : [])));
  const order = nearestFirst(cells, cell);
  const holding = order.map((leaf) => cells.flatMap(({ leaves }, index) => (leaves.includes(leaf) ? [index] : [])));
  // No leaf is larger than what is shown of a cell that it is in.
  const most = new Map(
    order.map((leaf, at) => [leaf, Math.min(...(holding[at] ?? []).map((own) => limits[own]?.[1] ?? 0))]),
  );
  const values = new Map<number, number>();
  const fits = (index: number): boolean => {
    const { leaves } = cells[index] as CubeCell;
    const [low, high] = limits[index] as readonly [number, number];
    let sum = 0;
    let left = 0;
    for (const leaf of leaves) {
      const own = values.get(leaf);
      if (own === undefined) left += most.get(leaf) ?? 0;
      else sum += own;
    }
    if (leaves.some((leaf) => !values.has(leaf))) return sum <= high && sum + left >= low;
    return shows(published[index] as Cell, sum, rule) && (index !== cell || sum === value);
  };
  const choose = (at: number, left: number): boolean => {
    const leaf = order[at];
    if (leaf === undefined) return true;
    const own = truth.get(leaf) ?? 0;
    for (let step = 0; step <= 2 * left; step += 1) {
      const change = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
      if (own + change < 0) continue;
      values.set(leaf, own + change);
      if (holding[at]?.every(fits) && choose(at + 1, left - Math.abs(change))) return true;
    }
    values.delete(leaf);
    return false;
  };
  return choose(0, budget);
}

/** Leaves in the order in which they matter to a cell: its own, then those added up with them, and so on. */
function nearestFirst(cells: readonly CubeCell[], cell: number): readonly number[] {
  const order = new Set(cells[cell]?.leaves);
  const bySize = [...cells].sort((a, b) => a.leaves.length - b.leaves.length);
  for (const leaf of order) {
    for (const { leaves } of bySize) if (leaves.includes(leaf)) for (const other of leaves) order.add(other);
  }
  for (const { leaves } of cells) for (const leaf of leaves) order.add(leaf);
  return [...order];
}
