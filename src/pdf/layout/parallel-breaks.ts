import { greatest, smallest } from "../geometry/extremes.ts";
import { type BreakPoint, moveBreak, penalties } from "./break-point.ts";
import { contentExtent } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";
import { PointsByHeight } from "./points-by-height.ts";

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
  const columns = boxes.map(({ laidOut, y }) => {
    const points = laidOut.breaks.map((point) => moveBreak(point, y));
    return { end: y + laidOut.fragment.height, points, byHeight: new PointsByHeight(points), ...contentOf(laidOut, y) };
  });
  const edges = betweenBoxes ? columns.map(({ end }) => end) : [];
  const candidates = [
    ...new Set([...edges, ...columns.flatMap((column) => column.points.map((point) => point.y))]),
  ].sort((a, b) => a - b);
  // What a page at `y` would cut: boxes in many rows are not all asked at each height.
  const ahead = columns.toSorted((a, b) => b.top - a.top);
  let cut: Column[] = [];
  return candidates.map((y) => {
    for (let column = ahead.at(-1); column && column.top < y; column = ahead.at(-1)) {
      cut.push(column);
      ahead.pop();
    }
    cut = cut.filter(({ bottom }) => y < bottom);
    return {
      y,
      next: smallest(
        cut.map(({ top, byHeight }) => byHeight.lastUpTo(y)?.next ?? top),
        cut.length < columns.length ? y : undefined,
      ),
      forced: false,
      penalty: keptTogether
        ? penalties.parallel
        : greatest(
            cut.map(({ byHeight }) => byHeight.lastUpTo(y)?.penalty ?? penalties.none),
            penalties.none,
          ),
      ...tableRowsAt(cut, y),
    };
  });
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
  readonly byHeight: PointsByHeight;
}

/** Head and foot of the table that a page ends in, if nothing else is beside it there. */
function tableRowsAt(cut: readonly Column[], y: number): Pick<BreakPoint, "repeat" | "foot"> {
  const [table, ...others] = cut;
  const point = others.length > 0 ? undefined : table?.byHeight.at(y);
  return { repeat: point?.repeat, foot: point?.foot };
}
