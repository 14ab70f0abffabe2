import type { Attack } from "./attack.ts";
import { type CountTable, categoryIn, type Grid, keyWith } from "./count-table.ts";
import type { Membership } from "./relation.ts";
import { type Lazy, lazily, type Option, optionsOf, type Price, type Shown } from "./shifts.ts";

/** Cells that rise and fall together by the same number, so that every total stays what it is. */
export interface Move {
  readonly cells: readonly number[];
  /** 1 or -1 for each cell. */
  readonly signs: readonly number[];
}

interface Query {
  /** The count that has to change. */
  readonly count: number;
  /** 1 where it has to rise. */
  readonly sign: 1 | -1;
  readonly price: Price;
  /** What cells that are shown may do in a move; nothing is said where any price is possible. */
  readonly shown?: Shown | undefined;
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

/** Shifts of a dimension that are looked at together, cheapest first: narrow searches first, since they find what prunes the wide ones. */
const widths = [3, 10, 40, Number.POSITIVE_INFINITY];

/** What a question takes by itself, as so many corners: where the first box does, that is most of the time. */
const ofQuery = 16;

/**
 * The cheapest box that a count is a corner of: what it gains, another in its row loses, and so in every dimension; or the
 * totals gain too (Repsilber's hypercube method, as τ-ARGUS has it, by branch and bound over all boxes).
 */
export function cheapestMove(
  attack: Pick<Attack, "table" | "relations" | "lines" | "work">,
  query: Query,
): PricedMove | undefined {
  const { table, relations } = attack;
  const cell = table.cellOf[query.count] as number;
  const grid = table.gridOf[cell];
  if (!grid) return undefined;
  // Makes the latent totals above the cell.
  if (isTiedElsewhere(relations.of(query.count), { table, grid, count: query.count })) return undefined;
  const key = table.keyOf[cell] as number;
  const isLeaf = grid.axes.every((axis, index) => axis.children[categoryIn(grid, key, index)]?.length === 0);
  const own: Corner = { key, sign: query.sign, cell, isLeaf };
  const search: Search = {
    ...query,
    table,
    grid,
    best: undefined,
    bound: query.below ?? Number.POSITIVE_INFINITY,
    left: query.limit,
  };
  const mayStandAlone = relations.of(query.count).some(({ relation }) => relation.kind !== "equal");
  const { price, shown } = query;
  const lines = grid.axes.map((_, index) =>
    lazily(optionsOf({ grid, lines: attack.lines, index, own, price, shown, mayStandAlone, limits: search })),
  );
  const isLongerThan = (width: number) => lines.some((line) => line.at(width));
  if (lines.every((line) => line.at(0)))
    for (const [step, width] of widths.entries()) {
      if (step > 0 && !isLongerThan(widths[step - 1] as number)) break;
      extend(search, lines, { axis: 0, width, corners: [own], price: 0 });
    }
  attack.work.corners += ofQuery + query.limit - search.left;
  return search.best;
}

/** Whether a count is part of a sum of which no box changes anything else: it holds cells of one measure alone, and this is one of several measures. */
const isTiedElsewhere = (
  memberships: readonly Membership[],
  { table, grid, count }: { readonly table: CountTable; readonly grid: Grid; readonly count: number },
): boolean =>
  memberships.some(
    ({ relation: { kind, counts } }) =>
      kind === "equal" &&
      counts.every((other) => other === count || table.gridOf[table.cellOf[other] as number] !== grid),
  );

interface Search extends Query {
  readonly table: CountTable;
  readonly grid: Grid;
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

interface Partial {
  readonly axis: number;
  readonly width: number;
  readonly corners: readonly Corner[];
  readonly price: number;
}

/** Adds a shift of each further dimension to a box, as long as it stays cheaper than the best. */
function extend(search: Search, lines: readonly Lazy<Option>[], partial: Partial): void {
  const { axis, width, corners, price } = partial;
  const line = lines[axis];
  if (!line) {
    complete(search, corners, price);
    return;
  }
  for (let position = 0; position < width; position += 1) {
    const option = line.at(position);
    if (!option || price + option.price >= search.bound || search.left <= 0) return;
    const next = shifted(search, { axis, corners, price }, option.shift);
    if (next) extend(search, lines, { ...next, axis: axis + 1, width });
  }
}

/** A box with what shifting all of its corners adds; undefined where that costs too much. */
function shifted(search: Search, { axis, corners, price }: Omit<Partial, "width">, shift: Option["shift"]) {
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
