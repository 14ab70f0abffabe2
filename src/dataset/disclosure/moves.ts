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
  const corners: Corners = { keys: [key], signs: [query.sign], cells: [cell], areLeaves: [isLeaf] };
  const search: Search = {
    ...query,
    table,
    grid,
    corners,
    lines: [],
    best: undefined,
    bound: query.below ?? Number.POSITIVE_INFINITY,
    left: query.limit,
  };
  const mayStandAlone = relations.of(query.count).some(({ relation }) => relation.kind !== "equal");
  const { price, shown, sign } = query;
  const own = { key, sign };
  const lines = grid.axes.map((_, index) =>
    lazily(optionsOf({ grid, lines: attack.lines, index, own, price, shown, mayStandAlone, limits: search })),
  );
  search.lines = lines;
  const isLongerThan = (width: number) => lines.some((line) => line.at(width));
  if (lines.every((line) => line.at(0)))
    for (const [step, width] of widths.entries()) {
      if (step > 0 && !isLongerThan(widths[step - 1] as number)) break;
      extend(search, width, { axis: 0, corners: 1, price: 0 });
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
  readonly corners: Corners;
  /** The shifts of each dimension. */
  lines: readonly Lazy<Option>[];
  best: PricedMove | undefined;
  /** What a better move has to cost less than. */
  bound: number;
  left: number;
}

/** The corners of a box, field by field, and nothing is made for one: a search looks at millions. Behind those of the box stand some of another. */
interface Corners {
  readonly keys: number[];
  readonly signs: number[];
  /** `noCell` where nobody publishes it, and it is a total of what somebody does. */
  readonly cells: number[];
  readonly areLeaves: boolean[];
}

const noCell = -1;

/** A box as far as it has shifts of the dimensions before one. */
interface Partial {
  readonly axis: number;
  /** How many corners it has. */
  readonly corners: number;
  readonly price: number;
}

/** Adds a shift of each further dimension to a box, as long as it stays cheaper than the best. */
function extend(search: Search, width: number, partial: Partial): void {
  const { axis, corners, price } = partial;
  const line = search.lines[axis];
  if (!line) {
    complete(search, corners, price);
    return;
  }
  for (let position = 0; position < width; position += 1) {
    const option = line.at(position);
    if (!option || price + option.price >= search.bound || search.left <= 0) return;
    const next = priceShifted(search, partial, option.shift);
    if (next < search.bound)
      extend(search, width, { axis: axis + 1, corners: corners * (1 + option.shift.length), price: next });
  }
}

/** Adds to the corners of a box what shifting all of them leads to. @returns what it costs then, as far as that is of any use. */
function priceShifted(search: Search, { axis, corners, price }: Partial, shift: Option["shift"]): number {
  const { grid, bound } = search;
  const { keys, signs, cells, areLeaves } = search.corners;
  const children = grid.axes[axis]?.children;
  let last = corners;
  let sum = price;
  for (let corner = 0; corner < corners; corner += 1) {
    for (const [category, sign] of shift) {
      const key = keyWith(grid, keys[corner] as number, axis, category);
      const cell = grid.cells.get(key) ?? noCell;
      const isLeaf = areLeaves[corner] === true && children?.[category]?.length === 0;
      const ownSign = (signs[corner] as number) * sign;
      search.left -= 1;
      if (cell !== noCell) sum += search.price(cell, ownSign);
      else if (isLeaf) sum = Number.POSITIVE_INFINITY; // A cell that does not exist takes no value.
      if (sum >= bound) return sum;
      keys[last] = key;
      signs[last] = ownSign;
      cells[last] = cell;
      areLeaves[last] = isLeaf;
      last += 1;
    }
  }
  return sum;
}

function complete(search: Search, corners: number, price: number): void {
  const cells: number[] = [];
  const signs: number[] = [];
  for (let corner = 0; corner < corners; corner += 1) {
    const cell = search.corners.cells[corner] as number;
    if (cell === noCell) continue;
    cells.push(cell);
    signs.push(search.corners.signs[corner] as number);
  }
  const move = { cells, signs };
  search.left -= cells.length;
  if (!search.accept(move)) return;
  search.best = { move, price };
  search.bound = price;
}
