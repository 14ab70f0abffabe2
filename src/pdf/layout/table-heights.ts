import { resolveLength } from "../../stylesheet/index.ts";
import type { RowGroup } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";

/** A row of a table, as high as its cells are. */
export interface NaturalRow {
  readonly height: number;
  readonly style: ComputedStyle;
  readonly group: RowGroup;
  /** The largest share of the table's height that one of its cells asks for, 0 to 1; undefined: none does. */
  readonly cellShare: number | undefined;
}

interface HeightOptions {
  /** Of the rows and the spaces between them, if the table asks for one; pt. */
  readonly asked: number | undefined;
  /** Between two rows, pt. */
  readonly spacing: number;
}

/**
 * The heights of rows where their groups or the table ask for more than their cells need (CSS Tables 3, 4.4): rows have their
 * percentages first, and what is left over goes to rows without a height of their own, in proportion to what they have.
 */
export function distributeHeights(rows: readonly NaturalRow[], { asked, spacing }: HeightOptions): number[] {
  const heights = rows.map((row) => Math.max(row.height, shareOf(row, asked)));
  for (const group of new Set(rows.map((row) => row.group))) {
    const wanted = group.style.height;
    if (wanted === "auto" || (typeof wanted === "object" && asked === undefined)) continue;
    const own = rows.flatMap((row, index) => (row.group === group ? [index] : []));
    grow(rows, heights, own, resolveLength(wanted, asked ?? 0) - spacing * (own.length - 1));
  }
  if (asked !== undefined) {
    const all = rows.map((_, index) => index);
    const bodies = all.filter((index) => rows[index]?.group.kind === "body");
    const others = sumOf(heights, all) - sumOf(heights, bodies);
    if (bodies.length > 0) grow(rows, heights, bodies, asked - others);
    else grow(rows, heights, all, asked);
  }
  return heights;
}

function shareOf({ style: { height }, cellShare = 0 }: NaturalRow, asked: number | undefined): number {
  if (asked === undefined) return 0;
  return Math.max(cellShare * asked, typeof height === "object" ? resolveLength(height, asked) : 0);
}

const sumOf = (heights: readonly number[], indexes: readonly number[]) =>
  indexes.reduce((sum, index) => sum + (heights[index] as number), 0);

/** Makes some rows as high as this together, if they are not. */
function grow(rows: readonly NaturalRow[], heights: number[], indexes: readonly number[], total: number): void {
  const missing = total - sumOf(heights, indexes);
  if (missing <= tolerance || indexes.length === 0) return;
  const free = indexes.filter((index) => rows[index]?.style.height === "auto" && rows[index]?.cellShare === undefined);
  const growing = free.length > 0 ? free : indexes;
  const have = sumOf(heights, growing);
  for (const index of growing) {
    const own = heights[index] as number;
    heights[index] = own + (have > 0 ? (missing * own) / have : missing / growing.length);
  }
}
