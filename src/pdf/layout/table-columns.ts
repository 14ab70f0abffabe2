import { borderWidths } from "../box/border-widths.ts";
import type { BlockLevelBox, Cell, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { insetOf, isIntrinsic } from "./box-geometry.ts";
import type { CollapsedBorders } from "./fragment.ts";
import { contentSized } from "./item-sizes.ts";
import type { ColumnWish, LayoutContext } from "./layout-context.ts";

/** The space before each column (CSS Tables 3, 3.3), pt. */
export const spacesBefore = (columns: readonly Pick<ColumnWish, "isStart">[], spacing: number): readonly number[] =>
  columns.map(({ isStart }, index) => (isStart || index === 0 ? spacing : 0));

/** All of the space between columns, and beside the outer ones. */
export const spaceOf = (columns: readonly ColumnWish[], { borderCollapse, borderSpacing }: ComputedStyle): number => {
  const spacing = borderCollapse === "collapse" ? 0 : borderSpacing.horizontal;
  return sum(spacesBefore(columns, spacing)) + spacing;
};

/** Minimum and maximum width of every column, from `<col>` and from the cells; a spanning cell's are shared out. */
export function columnsOf(table: TableBox, context: LayoutContext): ColumnWish[] {
  const columns = Array.from({ length: table.columnCount }, (_, index) => createColumn(table.columns[index]));
  const cells = table.groups.flatMap((group) => group.rows.flatMap((row) => row.cells));
  for (const cell of cells) {
    const { box, column, columnSpan } = cell;
    const wish = columns[column];
    if (!wish) continue;
    wish.isStart = true;
    if (columnSpan > 1) continue;
    const { min, max } = widthsOf(cell, table, context);
    wish.min = Math.max(wish.min, min);
    wish.max = Math.max(wish.max, min, wish.isFixed ? 0 : max);
    wish.asked = Math.max(wish.asked, holdsFigure(box) ? min : Math.min(min, askedBy(box.style)));
    adopt(wish, box.style);
  }
  for (const cell of cells) {
    const { column, columnSpan } = cell;
    if (columnSpan === 1) continue;
    const covered = columns.slice(column, column + columnSpan);
    const spacing = isCollapsed(table) ? 0 : table.style.borderSpacing.horizontal;
    const between = sum(spacesBefore(covered, spacing).slice(1));
    const { min, max } = widthsOf(cell, table, context);
    shareOut(covered, { min: min - between, max: max - between });
  }
  return columns;
}

/** Digits without a word beside them: a figure, or a period. A part of one is another one (`−0.3` of `−0.32`), and a part of a name is none. */
function holdsFigure(box: BlockLevelBox): boolean {
  if (box.kind !== "block" || box.content.kind !== "inline") return false;
  const text = box.content.items.map((item) => (item.kind === "text" ? item.text : " ")).join("");
  return /\p{Nd}/u.test(text) && !/\p{L}{5}/u.test(text);
}

const isCollapsed = ({ style }: TableBox) => style.borderCollapse === "collapse";

interface MinMax {
  readonly min: number;
  readonly max: number;
}

function widthsOf(cell: Cell, table: TableBox, context: LayoutContext): MinMax {
  return isCollapsed(table)
    ? collapsedWidths(cell, context.tableBorders(table).cells.get(cell), context)
    : cellWidths(cell, context);
}

/** A length asks for no more than there is, and no less than its words need (CSS Tables 3, 4.1). */
function cellWidths({ box }: Cell, context: LayoutContext): MinMax {
  const { min, max } = context.intrinsicOnce(box);
  if (typeof box.style.width !== "number") return { min, max };
  const least = Math.max(context.intrinsicOnce(contentSized(box)).min, askedBy(box.style));
  return { min: least, max: Math.max(least, max) };
}

/** With half of the borders that it has in common with its neighbours in place of its own. */
function collapsedWidths(cell: Cell, borders: CollapsedBorders | undefined, context: LayoutContext): MinMax {
  const { box } = cell;
  const { min, max } = cellWidths(cell, context);
  if (typeof box.style.width === "number" && box.style.boxSizing === "border-box") return { min, max };
  const own = borderWidths(box.style);
  const change = ((borders?.left?.width ?? 0) + (borders?.right?.width ?? 0)) / 2 - own.left - own.right;
  return { min: min + change, max: max + change };
}

interface MutableWish {
  min: number;
  max: number;
  asked: number;
  percent: number | undefined;
  isFixed: boolean;
  isStart: boolean;
}

function createColumn(style: ComputedStyle | undefined): MutableWish {
  const wish: MutableWish = { min: 0, max: 0, asked: 0, percent: undefined, isFixed: false, isStart: false };
  if (style) adopt(wish, style);
  return wish;
}

/** The border-box width that `min-width` asks for. */
function askedBy(style: ComputedStyle): number {
  if (typeof style.minWidth !== "number" || style.minWidth === 0) return 0;
  const { left, right } = insetOf(style, 0);
  return style.boxSizing === "border-box" ? style.minWidth : style.minWidth + left + right;
}

function adopt(wish: MutableWish, { width, minWidth }: ComputedStyle): void {
  if (typeof minWidth === "number") {
    wish.min = Math.max(wish.min, minWidth);
    wish.max = Math.max(wish.max, minWidth);
  }
  if (width === "auto" || isIntrinsic(width)) return;
  if (typeof width !== "number") wish.percent = Math.max(wish.percent ?? 0, width.percent);
  else {
    wish.isFixed = true;
    wish.max = Math.max(wish.max, wish.min, width);
  }
}

/** What a spanning cell needs beyond its columns goes to them in proportion to what they have. */
function shareOut(columns: readonly MutableWish[], needs: MinMax): void {
  for (const side of ["min", "max"] as const) {
    const have = columns.reduce((sum, column) => sum + column[side], 0);
    const missing = needs[side] - have;
    if (missing <= 0) continue;
    for (const column of columns) column[side] += have > 0 ? (missing * column[side]) / have : missing / columns.length;
  }
  for (const column of columns) column.max = Math.max(column.max, column.min);
}

export interface DistributeOptions {
  /** What there is for the columns, spacing already taken off. */
  readonly room: number;
  /** The table's width was asked for: the columns fill it. */
  readonly fills: boolean;
  /** `table-layout: fixed`: content does not count. */
  readonly isFixed: boolean;
}

/**
 * Used column widths. They never add up to more than `room`, because nothing may leave the page: where even the longest words do not
 * fit, the widest columns are cut to one width, so that as few columns as can be have broken words; what figures need and `min-width` asks for is cut last.
 */
export function distributeColumns(
  columns: readonly Omit<ColumnWish, "isStart">[],
  { room, fills, isFixed }: DistributeOptions,
): number[] {
  if (isFixed) return fixedWidths(columns, room);
  // Of a whole: what comes after a hundred per cent has none (CSS Tables 3, 4.3).
  let whole = 100;
  const wanted = columns.map(({ min, max, asked, percent, isFixed }) => {
    const share = percent === undefined ? undefined : Math.min(percent, whole);
    whole -= share ?? 0;
    return {
      min,
      asked,
      max: share === undefined ? max : Math.max(min, (share / 100) * room),
      isPercent: share !== undefined,
      grows: !isFixed && share === undefined,
    };
  });
  const minimum = sum(wanted.map((column) => column.min));
  const maximum = sum(wanted.map((column) => column.max));
  if (minimum >= room) return cutToRoom(wanted, room);
  if (maximum > room) {
    // Shares of the table come first, then lengths, then content (CSS Tables 3, 4.4).
    const guesses = [
      wanted.map((column) => (column.isPercent ? column.max : column.min)),
      wanted.map((column) => (column.grows ? column.min : column.max)),
      wanted.map((column) => column.max),
    ];
    let below = wanted.map((column) => column.min);
    for (const guess of guesses) {
      if (sum(guess) > room) return between(below, guess, room);
      below = guess;
    }
  }
  if (!fills) return wanted.map((column) => column.max);
  const growing = wanted.some((column) => column.grows) ? wanted.filter((column) => column.grows) : wanted;
  const base = sum(growing.map((column) => column.max));
  const extra = room - maximum;
  return wanted.map((column) => {
    if (!growing.includes(column)) return column.max;
    return column.max + (base > 0 ? (extra * column.max) / base : extra / growing.length);
  });
}

/** The narrow ones as they are, and the others all as wide as is left for them, but for those that ask for more. */
function cutToRoom(columns: readonly Pick<ColumnWish, "min" | "asked">[], room: number): number[] {
  const isAsked = sum(columns.map(({ asked }) => asked)) <= room;
  const kept = new Set<Pick<ColumnWish, "min" | "asked">>();
  for (;;) {
    const left = room - sum(Array.from(kept, ({ asked }) => asked));
    const cut = columns.filter((column) => !kept.has(column));
    const most = mostOf(
      cut.map(({ min }) => min),
      left,
    );
    const asking = isAsked ? cut.filter(({ asked }) => asked > most) : [];
    if (asking.length === 0)
      return columns.map((column) => (kept.has(column) ? column.asked : Math.min(column.min, most)));
    for (const column of asking) kept.add(column);
  }
}

/** How wide the widest may be. */
function mostOf(widths: readonly number[], room: number): number {
  let [left, count] = [room, widths.length];
  for (const width of widths.toSorted((a, b) => a - b)) {
    if (width * count > left) break;
    left -= width;
    count -= 1;
  }
  return count > 0 ? left / count : room;
}

/** Between two widths of each column, so that all together take the room. */
function between(less: readonly number[], more: readonly number[], room: number): number[] {
  const share = (room - sum(less)) / (sum(more) - sum(less));
  return less.map((width, index) => width + ((more[index] ?? width) - width) * share);
}

function fixedWidths(columns: readonly Omit<ColumnWish, "isStart">[], room: number): number[] {
  const given = columns.map((column) =>
    column.percent === undefined ? (column.isFixed ? column.max : undefined) : (column.percent / 100) * room,
  );
  const used = sum(given.map((width) => width ?? 0));
  const open = given.filter((width) => width === undefined).length;
  const each = open > 0 ? Math.max(0, room - used) / open : 0;
  const widths = given.map((width) => width ?? each);
  const total = sum(widths);
  return total > 0 && (total > room || open === 0) ? widths.map((width) => (width * room) / total) : widths;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
