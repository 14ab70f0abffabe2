import type { BreakPoint, RepeatedHead } from "./laid-out.ts";

/** The part of the continuous layout that one page shows, and the table head above it. */
export interface PageSlice {
  readonly start: number;
  readonly end: number;
  readonly repeat: RepeatedHead | undefined;
  /** No place to break was found in a whole page: something is cut at the page's edge. It is the last slice. */
  readonly isCut: boolean;
}

export interface PaginateOptions {
  /** Height of the continuous layout, pt. */
  readonly height: number;
  /** Ascending by `y`. */
  readonly breaks: readonly BreakPoint[];
  /** Height of the content area of page `index`, from 0. */
  pageHeight(index: number): number;
}

const tolerance = 0.01;

/**
 * Divides a continuous layout into pages: heights and places to break in, slices out, nothing else. A page ends at the
 * first forced break, or at the lowest place of the lowest penalty that fits (CSS Fragmentation 3, 4.4 and 5).
 */
export function paginate({ height, breaks, pageHeight }: PaginateOptions): PageSlice[] {
  const slices: PageSlice[] = [];
  let start = 0;
  let repeat: RepeatedHead | undefined;
  let first = 0;
  for (;;) {
    const room = pageHeight(slices.length) - (repeat?.height ?? 0);
    const limit = start + room;
    while (first < breaks.length && (breaks[first] as BreakPoint).y <= start + tolerance) first += 1;
    const found = chooseBreak(breaks, { first, limit, fitsWhole: height <= limit + tolerance });
    if (!found) {
      if (height <= limit + tolerance) {
        slices.push({ start, end: Number.POSITIVE_INFINITY, repeat, isCut: false });
        return slices;
      }
      // There will be no document: what is below may be of any height.
      slices.push({ start, end: limit, repeat, isCut: true });
      return slices;
    }
    slices.push({ start, end: found.y, repeat, isCut: false });
    start = found.next;
    repeat = found.repeat;
  }
}

interface ChooseOptions {
  readonly first: number;
  readonly limit: number;
  /** All that is left fits: only a forced break ends the page. */
  readonly fitsWhole: boolean;
}

function chooseBreak(
  breaks: readonly BreakPoint[],
  { first, limit, fitsWhole }: ChooseOptions,
): BreakPoint | undefined {
  let best: BreakPoint | undefined;
  for (let index = first; index < breaks.length; index += 1) {
    const point = breaks[index] as BreakPoint;
    if (point.y > limit + tolerance) break;
    if (point.forced) return point;
    if (!best || point.penalty <= best.penalty) best = point;
  }
  return fitsWhole ? undefined : best;
}
