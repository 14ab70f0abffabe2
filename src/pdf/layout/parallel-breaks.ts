import { greatest, smallest } from "../geometry/extremes.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, moveBreak, penalties } from "./break-point.ts";
import { contentExtent } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";

/** One of several boxes side by side. */
export interface ParallelBox {
  readonly laidOut: LaidOut;
  /** Top of its border box in the row. */
  readonly y: number;
}

/**
 * Where a row of boxes side by side may be divided between pages: where some box may, moved so that no line of another
 * is cut. The lines that a break point would cut begin the next page, whose window therefore starts at the top of them.
 */
export function parallelBreaks(
  boxes: readonly ParallelBox[],
  { betweenBoxes = false, keptTogether = false }: ParallelBreaksOptions = {},
): BreakPoint[] {
  const [only] = boxes;
  if (only && boxes.length === 1 && !keptTogether) return only.laidOut.breaks.map((point) => moveBreak(point, only.y));
  const columns = boxes.map(({ laidOut, y }) => ({
    end: y + laidOut.fragment.height,
    points: laidOut.breaks.map((point) => moveBreak(point, y)),
    ...contentOf(laidOut, y),
  }));
  const edges = betweenBoxes ? columns.map(({ end }) => end) : [];
  const candidates = [
    ...new Set([...edges, ...columns.flatMap((column) => column.points.map((point) => point.y))]),
  ].sort((a, b) => a - b);
  return candidates.map((y) => ({
    y,
    next: smallest(columns.map((column) => startBelow(column, y))),
    forced: false,
    penalty: keptTogether ? penalties.parallel : greatest(columns.map((column) => penaltyAt(column, y))),
    ...tableRowsAt(columns, y),
  }));
}

export interface ParallelBreaksOptions {
  /** Some stand under others, and a page may end there too. */
  readonly betweenBoxes?: boolean;
  /** Nothing better is above or below: the row is one to its reader, as a table's is. */
  readonly keptTogether?: boolean;
}

/** From its first line or picture to the last: above and below it a page may end anywhere, however far the box is stretched. */
function contentOf({ fragment }: LaidOut, y: number): Pick<Column, "top" | "bottom"> {
  const { top, bottom } = contentExtent(fragment) ?? { top: 0, bottom: 0 };
  return { top: y + top, bottom: y + bottom };
}

interface Column {
  readonly top: number;
  readonly bottom: number;
  readonly points: readonly BreakPoint[];
}

/** Head and foot of the table that a page ends in, if nothing else is beside it there. */
function tableRowsAt(columns: readonly Column[], y: number): Pick<BreakPoint, "repeat" | "foot"> {
  const [table, ...others] = columns.filter(({ top, bottom }) => y > top && y < bottom);
  const point = others.length > 0 ? undefined : table?.points.find((each) => Math.abs(each.y - y) <= tolerance);
  return { repeat: point?.repeat, foot: point?.foot };
}

/** Where in this column the next page begins if the page ends at `y`: after the last break point above it. */
function startBelow({ top, bottom, points }: Column, y: number): number {
  if (y <= top || y >= bottom) return y;
  return lastPoint(points, y)?.next ?? top;
}

/** What it costs this column to end where a page at `y` ends it. */
function penaltyAt({ top, bottom, points }: Column, y: number): number {
  return y <= top || y >= bottom ? penalties.none : (lastPoint(points, y)?.penalty ?? penalties.none);
}

const lastPoint = (points: Column["points"], y: number) => points.findLast((point) => point.y <= y + tolerance);
