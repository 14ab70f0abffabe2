import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, penalties } from "./break-point.ts";
import type { ChildRanges } from "./child-ranges.ts";
import { findDivision } from "./find-division.ts";
import { firstIndex } from "./first-index.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";

/** The part of a flow that one column shows. */
export interface ColumnPiece {
  /** From the top of the flow, pt. */
  readonly start: number;
  readonly end: number;
  /** Where the piece before it ended: what lies above has been shown. */
  readonly painted: number;
  /** Nothing of the flow lies above it. */
  readonly isWholeAbove: boolean;
  /** What ends it: the flow, a break that was asked for, or that the column is full. */
  readonly endsBy: "flow" | "column-break" | "page-break" | "room";
  /** Its end leaves lines or boxes apart that belong together. */
  readonly isPoor: boolean;
  /** It is taller than its column, since it cannot be divided. */
  readonly isOverfull: boolean;
}

/** Content as wide as a column, laid out as if the column had no end. */
export interface ColumnFlow {
  readonly root: BoxFragment;
  /** Where its content ends, the last margin included. */
  readonly height: number;
  /** What of it is that margin. */
  readonly trailing: number;
  /** Ascending. */
  readonly breaks: readonly BreakPoint[];
  readonly ranges: ChildRanges;
}

interface DivideOptions {
  readonly start: number;
  readonly painted: number;
  /** Height of the columns. */
  readonly height: number;
  /** The highest that there may be: there the margin at the end of the flow is dropped. */
  readonly limit: number;
  /** Columns that there may be; what does not fit is left. */
  readonly most: number;
}

/**
 * Divides a flow into columns of one height: where a break is asked for, at the lowest break point of the lowest penalty that fits,
 * or anywhere in what is tall and empty (CSS Fragmentation 3, 4).
 */
export function divideColumns(flow: ColumnFlow, { start, painted, height, limit, most }: DivideOptions): ColumnPiece[] {
  const pieces: ColumnPiece[] = [];
  let from = { start, painted };
  while (pieces.length < most) {
    const { point, ...rest } = endOf(flow, { start: from.start, height, isHighest: height >= limit - tolerance });
    const end = point?.y ?? Math.max(flow.height, from.start);
    pieces.push({ ...from, isWholeAbove: from.painted <= 0 && from.start <= 0, end, ...rest });
    if (!point) break;
    from = { start: nextStart(point, from.start, rest.endsBy), painted: end };
  }
  return pieces;
}

/** Where the next column starts; something is shown in every one, or there would be no end. */
function nextStart(
  { y, next, columnNext }: Pick<BreakPoint, "y" | "next" | "columnNext">,
  start: number,
  endsBy: ColumnPiece["endsBy"],
): number {
  const wanted = endsBy === "room" ? next : (columnNext ?? Math.max(next, y));
  return wanted > start + tolerance ? wanted : y;
}

/** The top of what is left after these pieces; undefined: nothing is. */
export function restAfter(
  { breaks }: ColumnFlow,
  pieces: readonly ColumnPiece[],
): Pick<ColumnPiece, "start" | "painted"> | undefined {
  const last = pieces.at(-1);
  if (!last || last.endsBy === "flow") return undefined;
  const point = breaks.find(({ y }) => Math.abs(y - last.end) <= tolerance) ?? { y: last.end, next: last.end };
  return { start: nextStart(point, last.start, last.endsBy), painted: last.end };
}

interface Ending extends Pick<ColumnPiece, "endsBy" | "isPoor" | "isOverfull"> {
  readonly point: Pick<BreakPoint, "y" | "next" | "columnNext"> | undefined;
}

interface EndOptions {
  readonly start: number;
  readonly height: number;
  readonly isHighest: boolean;
}

function endOf(flow: ColumnFlow, { start, height, isHighest }: EndOptions): Ending {
  const limit = start + height;
  const total = isHighest ? flow.height - flow.trailing : flow.height;
  const fine = { isPoor: false, isOverfull: false };
  const { forced, best } = pointsUpTo(flow.breaks, start, limit);
  if (forced) return { point: forced, endsBy: forced.forced ? "page-break" : "column-break", ...fine };
  if (total <= limit + tolerance) return { point: undefined, endsBy: "flow", ...fine };
  const isBetter = !best || best.y < limit - tolerance;
  if (isBetter && height > tolerance && mayDivideAt(flow.root, limit, flow.ranges))
    return { point: { y: limit, next: limit }, endsBy: "room", ...fine };
  if (best) return { point: best, endsBy: "room", isPoor: best.penalty > penalties.none, isOverfull: false };
  return endWithin(flow, { start, limit, total });
}

/** The first break that is asked for above the limit, and the lowest of the lowest penalty. */
function pointsUpTo(breaks: readonly BreakPoint[], start: number, limit: number) {
  let best: BreakPoint | undefined;
  for (let at = firstIndex(breaks, ({ y }) => y > start + tolerance); at < breaks.length; at += 1) {
    const point = breaks[at] as BreakPoint;
    if (point.y > limit + tolerance) break;
    if (point.forced || point.endsColumn) return { forced: point, best };
    if (point.next > start + tolerance && (!best || point.penalty <= best.penalty)) best = point;
  }
  return { forced: undefined, best };
}

interface WithinOptions {
  readonly start: number;
  readonly limit: number;
  readonly total: number;
}

/** Where a column ends that no break point ends: in a box, or below what cannot be divided, which hangs out. */
function endWithin({ root, breaks, ranges }: ColumnFlow, { start, limit, total }: WithinOptions): Ending {
  const divided = findDivision(root, { start, limit }, ranges);
  if (typeof divided === "number" && divided > start + tolerance)
    return { point: { y: divided, next: divided }, endsBy: "room", isPoor: true, isOverfull: false };
  const bottom = typeof divided === "number" ? limit : divided.bottom;
  const below = breaks[firstIndex(breaks, ({ y }) => y >= Math.max(bottom, start + 2 * tolerance) - tolerance)];
  const end = typeof divided === "number" || (below && below.y - bottom < 1) ? (below?.y ?? total) : bottom;
  if (end >= total - tolerance) return { point: undefined, endsBy: "flow", isPoor: false, isOverfull: true };
  const point = below && below.y <= end ? below : { y: end, next: end };
  return { point, endsBy: "room", isPoor: false, isOverfull: true };
}

/** Whether a column may end at this height since a box is taller there than its content is, and may be divided. */
function mayDivideAt(fragment: BoxFragment, y: number, ranges: ChildRanges): boolean {
  if (fragment.style?.breakInside === "avoid") return false;
  let isCovered = false;
  for (const child of ranges.between(fragment, y - tolerance, y + tolerance)) {
    if (isPast(child, y)) continue;
    if (child.y > y + tolerance) continue;
    if (child.kind !== "box" || child.float === "whole" || !mayDivideAt(child, y - child.y, ranges)) return false;
    isCovered = true;
  }
  if (isCovered) return true;
  // From below: where more is, it is mostly the last.
  const hasMoreBelow = fragment.children.findLastIndex((child) => child.y > y - tolerance && !isPoint(child)) >= 0;
  return fragment.style !== undefined && !hasMoreBelow && y > tolerance && y < fragment.height - tolerance;
}

const isPast = (child: Fragment, y: number) => child.y + child.height <= y + tolerance;
const isPoint = (child: Fragment) => child.kind === "box" && child.isPoint === true;
