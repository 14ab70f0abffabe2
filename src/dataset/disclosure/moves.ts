import type { Attack } from "./attack.ts";
import { type Axis, type CountTable, categoryIn, type Grid, keyWith } from "./count-table.ts";
import type { Nesting } from "./nesting.ts";

/** Cells that rise and fall together by the same number, so that every total stays what it is. */
export interface Move {
  readonly cells: readonly number[];
  /** 1 or -1 for each cell. */
  readonly signs: readonly number[];
}

/** What taking a cell into a move costs: nothing where it can give way as it is, infinite where it never can. */
export type Price = (cell: number, sign: number) => number;

interface Query {
  /** The count that has to change. */
  readonly count: number;
  /** 1 where it has to rise. */
  readonly sign: 1 | -1;
  readonly price: Price;
  /** Whether a move holds up: it may break a relation of another kind. */
  readonly accept: (move: Move) => boolean;
  /** Corners looked at before the search ends. */
  readonly limit: number;
  /** Moves that cost as much or more are of no use. */
  readonly below?: number;
}

/** `price` is the sum over its cells; infinite where one can never give way. */
export interface PricedMove {
  readonly move: Move;
  readonly price: number;
}

/** Category numbers of one dimension that rise (1) or fall (-1) with a count's own. */
type Shift = readonly (readonly [category: number, sign: number])[];

/** Shifts of a dimension that are looked at together, cheapest first: narrow searches first, since they find what prunes the wide ones. */
const widths = [3, 10, 40, Number.POSITIVE_INFINITY];

/**
 * The cheapest box that a count is a corner of: what it gains, another in its row loses, and so in every dimension; or the
 * totals gain too (Repsilber's hypercube method, as τ-ARGUS has it, by branch and bound over all boxes).
 */
export function cheapestMove(
  attack: Pick<Attack, "table" | "relations" | "work">,
  query: Query,
): PricedMove | undefined {
  const { table, relations } = attack;
  const cell = table.cellOf[query.count] as number;
  const grid = table.gridOf[cell];
  if (!grid) return undefined;
  relations.of(query.count); // Makes the latent totals above the cell.
  const key = table.keyOf[cell] as number;
  const isLeaf = grid.axes.every((axis, index) => axis.children[categoryIn(grid, key, index)]?.length === 0);
  const own: Corner = { key, sign: query.sign, cell, isLeaf };
  const search: Search = {
    ...query,
    table,
    grid,
    nesting: relations.nestingOf(grid),
    best: undefined,
    bound: query.below ?? Number.POSITIVE_INFINITY,
    left: query.limit,
  };
  const mayStandAlone = relations.of(query.count).some(({ relation }) => relation.kind !== "equal");
  const lines = grid.axes.map((axis, index) => lineOf(search, { axis, index, own, mayStandAlone }));
  if (lines.some((line) => line.length === 0)) {
    attack.work.corners += query.limit - search.left;
    return undefined;
  }
  const longest = Math.max(...lines.map((line) => line.length));
  for (const [step, width] of widths.entries()) {
    if (step > 0 && longest <= (widths[step - 1] as number)) break;
    extend(search, lines, { axis: 0, width, corners: [own], price: 0 });
  }
  attack.work.corners += query.limit - search.left;
  return search.best;
}

interface Search extends Query {
  readonly table: CountTable;
  readonly grid: Grid;
  readonly nesting: Nesting;
  best: PricedMove | undefined;
  /** What a better move has to cost less than. */
  bound: number;
  left: number;
}

interface Corner {
  readonly key: number;
  readonly sign: number;
  /** Undefined where nobody publishes it, and it is a total of what somebody does. */
  readonly cell: number | undefined;
  readonly isLeaf: boolean;
}

interface Option {
  readonly shift: Shift;
  readonly price: number;
}

interface Line {
  readonly axis: Axis;
  readonly index: number;
  readonly own: Corner;
  readonly mayStandAlone: boolean;
}

/** The shifts of one dimension, cheapest first; what a shift costs is what its cells in the count's own line cost. */
function lineOf(search: Search, { axis, index, own, mayStandAlone }: Line): readonly Option[] {
  const { grid, nesting } = search;
  if (!axis.nested && axis.equations.length === 0) return [{ shift: [], price: 0 }];
  const category = categoryIn(grid, own.key, index);
  const options: Option[] = [];
  const add = (shift: Shift) => {
    let price = 0;
    for (const [other, sign] of shift) {
      const cell = grid.cells.get(keyWith(grid, own.key, index, other));
      if (cell !== undefined) price += search.price(cell, own.sign * sign);
      search.left -= 1;
    }
    if (price < search.bound) options.push({ shift, price });
  };
  const exists = (other: number) => grid.cells.has(keyWith(grid, own.key, index, other));
  const childrenIn = (other: number) =>
    nesting.childrenOf(keyWith(grid, own.key, index, other), index).filter((child) => exists(child));
  const above = axis.above[category] as readonly number[];
  const additive = !axis.overlapping && grid.additive;
  for (const below of pathsBelow(category, childrenIn)) {
    add([...rising(below), ...rising(above)]);
    if (!additive) continue;
    for (const leaf of nesting.along(own.key, index)) {
      const over = axis.above[leaf] as readonly number[];
      // What lies below the count's own category cannot lose what the category gains.
      if (leaf === category || over.includes(category) || above.includes(leaf)) continue;
      const cell = grid.cells.get(keyWith(grid, own.key, index, leaf));
      search.left -= 1;
      if (cell === undefined || search.price(cell, -own.sign) >= search.bound) continue;
      if (childrenIn(leaf).length > 0) continue;
      add([
        ...rising(below),
        ...rising(above.filter((item) => !over.includes(item))),
        [leaf, -1],
        ...over.filter((item) => !above.includes(item)).map((item) => [item, -1] as const),
      ]);
    }
  }
  if (mayStandAlone) add([]);
  return options.sort((a, b) => a.price - b.price);
}

const rising = (categories: readonly number[]): Shift => categories.map((category) => [category, 1] as const);

/** Each way from a category down to one that holds none, the category left out; as far as there are cells. */
function pathsBelow(
  category: number,
  childrenOf: (category: number) => readonly number[],
): readonly (readonly number[])[] {
  const children = childrenOf(category);
  if (children.length === 0) return [[]];
  return children.flatMap((child) => pathsBelow(child, childrenOf).map((path) => [child, ...path]));
}

interface Partial {
  readonly axis: number;
  readonly width: number;
  readonly corners: readonly Corner[];
  readonly price: number;
}

/** Adds a shift of each further dimension to a box, as long as it stays cheaper than the best. */
function extend(search: Search, lines: readonly (readonly Option[])[], partial: Partial): void {
  const { axis, width, corners, price } = partial;
  const line = lines[axis];
  if (!line) {
    complete(search, corners, price);
    return;
  }
  for (const [position, option] of line.entries()) {
    if (position >= width || price + option.price >= search.bound || search.left <= 0) return;
    const next = shifted(search, { axis, corners, price }, option.shift);
    if (next) extend(search, lines, { ...next, axis: axis + 1, width });
  }
}

/** A box with what shifting all of its corners adds; undefined where that costs too much. */
function shifted(search: Search, { axis, corners, price }: Omit<Partial, "width">, shift: Shift) {
  const { grid } = search;
  const children = grid.axes[axis]?.children;
  let sum = price;
  const all = [...corners];
  for (const corner of corners) {
    for (const [category, sign] of shift) {
      const key = keyWith(grid, corner.key, axis, category);
      const cell = grid.cells.get(key);
      const isLeaf = corner.isLeaf && children?.[category]?.length === 0;
      search.left -= 1;
      if (cell !== undefined) sum += search.price(cell, corner.sign * sign);
      else if (isLeaf) sum = Number.POSITIVE_INFINITY; // A cell that does not exist takes no value.
      if (sum >= search.bound) return undefined;
      all.push({ key, sign: corner.sign * sign, cell, isLeaf });
    }
  }
  return { corners: all, price: sum };
}

function complete(search: Search, corners: readonly Corner[], price: number): void {
  const cells: number[] = [];
  const signs: number[] = [];
  for (const { cell, sign } of corners) {
    if (cell === undefined) continue;
    cells.push(cell);
    signs.push(sign);
  }
  const move = { cells, signs };
  search.left -= cells.length;
  if (!search.accept(move)) return;
  search.best = { move, price };
  search.bound = price;
}
