import { type Axis, type CountTable, categoryIn, type Grid } from "./count-table.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";

/** A reader may know that a zero is one, and then it protects nothing. */
const zeroCost = 10;
/** A total is read more than its parts: each dimension that it is a total of makes it so many times dearer. */
const totalCost = 4;
/** Counts up to so many times the largest that the rule hides cost alike. */
const alikeUpTo = 10;

/**
 * What hiding a cell costs those who wanted to read it: 1, twice as much for each doubling of its value beyond ten times
 * what the rule hides, four times as much for each dimension that it is a total of. No finer, since the cells that are
 * hidden are cheap ones: were costs exact, a choice between 7 and 9 would tell of the hidden one that it is 7 at most.
 * @param wholes the measures that others are parts of.
 */
export function createCosts(table: CountTable, { to }: DisclosureRule, wholes: readonly string[]): CostOf {
  const costs: number[] = [];
  const totals = new Map<Axis, ReadonlySet<number>>();
  for (const axis of new Set(table.grids.flatMap(({ axes }) => axes))) totals.set(axis, totalsOf(axis));
  const costIn = (cell: number): number => {
    const counts = table.countsOf[cell] as readonly number[];
    const value = Math.max(0, ...counts.map((count) => table.values[count] as number));
    const doublings = Math.max(0, Math.floor(Math.log2(value / ((to + 1) * alikeUpTo))) + 1);
    const grid = table.gridOf[cell] as Grid;
    const key = table.keyOf[cell] as number;
    const levels = grid.axes.filter((axis, index) => totals.get(axis)?.has(categoryIn(grid, key, index))).length;
    const level = levels + (wholes.includes(grid.measure) ? 1 : 0);
    return (value === 0 ? zeroCost : 2 ** doublings) * totalCost ** level;
  };
  return (cell) => {
    while (costs.length <= cell) costs.push(costIn(costs.length));
    return costs[cell] as number;
  };
}

type CostOf = (cell: number) => number;

/** The categories that hold others, and the periods that others lie in. */
function totalsOf({ children, periods = [] }: Axis): ReadonlySet<number> {
  const nested = [...children.keys()].filter((category) => children[category]?.length);
  const all = [...periods.keys()];
  const wide = all.filter((outer) =>
    all.some(
      (inner) =>
        inner !== outer &&
        compare(periods[outer]?.start, periods[inner]?.start) <= 0 &&
        compare(periods[inner]?.endExclusive, periods[outer]?.endExclusive) <= 0,
    ),
  );
  return new Set([...nested, ...wide]);
}

const compare = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0);
