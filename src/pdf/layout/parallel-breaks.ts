import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, penalties } from "./break-point.ts";
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
 * `betweenBoxes`: some stand under others, and a page may end there too.
 */
export function parallelBreaks(boxes: readonly ParallelBox[], { betweenBoxes = false } = {}): BreakPoint[] {
  const columns = boxes.map(({ laidOut, y }) => ({
    ...contentOf(laidOut, y),
    end: y + laidOut.fragment.height,
    points: laidOut.breaks.map((point) => ({ y: point.y + y, next: point.next + y })),
  }));
  const edges = betweenBoxes ? columns.map(({ end }) => end) : [];
  const candidates = [
    ...new Set([...edges, ...columns.flatMap((column) => column.points.map((point) => point.y))]),
  ].sort((a, b) => a - b);
  return candidates.map((y) => ({
    y,
    next: Math.min(...columns.map((column) => startBelow(column, y))),
    forced: false,
    penalty: penalties.parallel,
    repeat: undefined,
  }));
}

/** From its first line or picture to the last: above and below it a page may end anywhere, however far the box is stretched. */
function contentOf({ fragment }: LaidOut, y: number): Pick<Column, "top" | "bottom"> {
  const { top, bottom } = contentExtent(fragment) ?? { top: 0, bottom: 0 };
  return { top: y + top, bottom: y + bottom };
}

interface Column {
  readonly top: number;
  readonly bottom: number;
  readonly points: readonly { readonly y: number; readonly next: number }[];
}

/** Where in this column the next page begins if the page ends at `y`: after the last break point above it. */
function startBelow({ top, bottom, points }: Column, y: number): number {
  if (y <= top || y >= bottom) return y;
  const last = points.findLast((point) => point.y <= y + tolerance);
  return last ? Math.max(last.next, Math.min(y, last.next)) : top;
}
