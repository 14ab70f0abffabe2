import { type Alternative, type Attack, isPossible } from "./alternative.ts";
import { type Axis, categoryIn, type Grid, keyWith } from "./count-table.ts";

/** Counts that rise and fall together by the same number, so that every total stays what it is. */
export interface Move {
  readonly counts: readonly number[];
  /** 1 or -1 for each count. */
  readonly signs: readonly number[];
}

/** Category numbers of one dimension that rise (1) or fall (-1) together. */
type Shift = readonly (readonly [category: number, sign: number])[];

/** How many categories of a dimension are tried as the other end of a shift. */
const triedPerAxis = 6;

/**
 * The corners of the boxes that a cell is a corner of: what one count gains, another in its row loses, and so in every
 * dimension; or the totals gain too. (Repsilber's hypercube method, as τ-ARGUS has it.) Most hidden cells can be seen to
 * be protected by one such box, without a solver. Moves may yet break a relation of another kind: `isPossible` tells.
 * @param preference a number for each cell; categories whose cell has the lowest are tried first.
 */
export function* movesOf(
  { table, relations }: Pick<Attack, "table" | "relations">,
  count: number,
  preference: (cell: number) => number,
): Generator<Move> {
  const cell = table.cellOf[count] as number;
  const grid = table.gridOf[cell];
  if (!grid || (table.countsOf[cell]?.length ?? 0) > 1) return;
  const key = table.keyOf[cell] as number;
  const shifts = grid.axes.map((axis, index) => shiftsOf({ grid, axis, index, key, preference }));
  relations.of(count); // Makes the latent totals above the cell.
  for (const corners of boxes(grid, key, shifts)) {
    const counts: number[] = [];
    const signs: number[] = [];
    let whole = true;
    for (const { key: cornerKey, sign, isLeaf } of corners) {
      const corner = grid.cells.get(cornerKey);
      if (corner === undefined) {
        // A total that nobody publishes may take any value; a cell that does not exist may not.
        if (isLeaf) whole = false;
        continue;
      }
      const own = table.countsOf[corner] as readonly number[];
      if (own.length > 1) whole = false;
      counts.push(own[0] as number);
      signs.push(sign);
    }
    if (whole) yield { counts, signs };
  }
}

/** Cells that can give way first: hidden ones, the larger the better, then those whose rounding leaves most room. */
export function slackFirst({ table, publication }: Pick<Attack, "table" | "publication">): (cell: number) => number {
  return (cell) => {
    const count = table.countsOf[cell]?.[0] as number;
    return publication.isHidden(count)
      ? -1000 - Math.min(table.values[count] as number, 1000)
      : publication.low(count) - publication.high(count);
  };
}

/** By how much a move can go down and up, as far as the counts' own cells allow; `free` cells may take any value. */
export function rangeOf(
  { table, publication }: Pick<Attack, "table" | "publication">,
  { counts, signs }: Move,
  free: (count: number) => boolean = () => false,
): readonly [number, number] {
  let down = Number.NEGATIVE_INFINITY;
  let up = Number.POSITIVE_INFINITY;
  for (const [index, count] of counts.entries()) {
    const value = table.values[count] as number;
    const low = (free(count) ? 0 : publication.low(count)) - value;
    const high = (free(count) ? Number.POSITIVE_INFINITY : publication.high(count)) - value;
    down = Math.max(down, signs[index] === 1 ? low : -high);
    up = Math.min(up, signs[index] === 1 ? high : -low);
  }
  return [down, up];
}

/** The alternative in which a move is made by so much; undefined where a reader could tell. */
export function moved(attack: Attack, { counts, signs }: Move, by: number): Alternative | undefined {
  const alternative = new Map(
    counts.map((count, index) => [count, (attack.table.values[count] as number) + by * (signs[index] as number)]),
  );
  return isPossible(attack, alternative) ? alternative : undefined;
}

interface ShiftInput {
  readonly grid: Grid;
  readonly axis: Axis;
  readonly index: number;
  readonly key: number;
  readonly preference: (cell: number) => number;
}

function shiftsOf({ grid, axis, index, key, preference }: ShiftInput): readonly Shift[] {
  const own = categoryIn(grid, key, index);
  const alone: Shift = [[own, 1]];
  if (!axis.nested) return [alone];
  const leaf = firstLeaf(axis, own);
  const chain = chainOf(axis, leaf);
  const rising: Shift = chain.map((category) => [category, 1]);
  if (axis.overlapping || !grid.additive) return [alone, rising];
  const others = axis.ids.flatMap((_, category) => {
    if (axis.children[category]?.length !== 0 || chainOf(axis, category).includes(own)) return [];
    const cell = grid.cells.get(keyWith(grid, key, index, category));
    return cell === undefined ? [] : [{ category, rank: preference(cell) }];
  });
  others.sort((a, b) => a.rank - b.rank || a.category - b.category);
  const swaps = others.slice(0, triedPerAxis).map(({ category }): Shift => {
    const other = chainOf(axis, category);
    return [
      ...chain.filter((item) => !other.includes(item)).map((item) => [item, 1] as const),
      ...other.filter((item) => !chain.includes(item)).map((item) => [item, -1] as const),
    ];
  });
  return [...swaps, rising, alone];
}

function firstLeaf(axis: Axis, category: number): number {
  let leaf = category;
  for (let next = axis.children[leaf]?.[0]; next !== undefined; next = axis.children[leaf]?.[0]) leaf = next;
  return leaf;
}

/** A category and those that hold it, outwards. */
function chainOf({ parents }: Axis, category: number): readonly number[] {
  const chain: number[] = [];
  for (let at = category; at >= 0; at = parents[at] ?? -1) chain.push(at);
  return chain;
}

interface Corner {
  readonly key: number;
  readonly sign: number;
  readonly isLeaf: boolean;
}

/** Every choice of one shift a dimension, as the corners of its box. */
function* boxes(
  grid: Grid,
  key: number,
  shifts: readonly (readonly Shift[])[],
  axis = 0,
): Generator<readonly Corner[]> {
  const choices = shifts[axis];
  if (!choices) {
    yield [{ key, sign: 1, isLeaf: true }];
    return;
  }
  for (const inner of boxes(grid, key, shifts, axis + 1)) {
    for (const shift of choices) {
      yield inner.flatMap((corner) =>
        shift.map(([category, sign]) => ({
          key: keyWith(grid, corner.key, axis, category),
          sign: corner.sign * sign,
          isLeaf: corner.isLeaf && grid.axes[axis]?.children[category]?.length === 0,
        })),
      );
    }
  }
}
