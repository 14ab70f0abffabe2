import type { PageKind } from "../css/page-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, type FloatMove, penalties, type RepeatedHead } from "./break-point.ts";
import type { DivisionRange } from "./find-division.ts";
import { createNoteFlow, type NotePiece, type NotesToPlace } from "./note-flow.ts";

/** The part of the continuous layout that one page shows, the table head and foot around it, and the notes. */
export interface PageSlice {
  readonly start: number;
  readonly end: number;
  readonly repeat: RepeatedHead | undefined;
  /** Table foot under it. */
  readonly foot: RepeatedHead | undefined;
  /** No break point was found in a whole page: something is cut at the page's edge. It is the last slice. */
  readonly isCut: boolean;
  /** Name of the page. */
  readonly name: string;
  /** False for a page that is blank, or has notes only. */
  readonly hasContent: boolean;
  readonly isBlank: boolean;
  readonly notes: readonly NotePiece[];
  /** How it came to end where it does. Absent: with the document, or for a page that follows for a reason of its own. */
  readonly ending?: PageEnding | undefined;
  /** Floats that its end leaves in the wrong position. Absent: none. */
  readonly floatMoves?: readonly FloatMove[] | undefined;
}

export interface PageEnding {
  /** "full": at the best break point that fits; "divided": within a box, as there was none. */
  readonly kind: "forced" | "full" | "divided";
  readonly point: BreakPoint;
  /** How far down it might have gone, less its notes and the table foot. */
  readonly limit: number;
}

/** All lengths in pt, from the top of the continuous layout. */
export interface PaginateOptions {
  /** Height of the continuous layout, pt. */
  readonly height: number;
  readonly breaks: readonly BreakPoint[];
  /** Name of the pages that it starts on. */
  readonly firstPage?: string;
  /** Height of the content area of a page. */
  pageHeight(page: PageKind): number;
  /** Where a page may end below `start`, at `limit` or above, if no break point says so; undefined: nowhere. */
  divide?(range: DivisionRange): number | undefined;
  readonly notes?: NotesToPlace | undefined;
}

/** More than any document has: who asks for more has made a slip in a length. */
export const mostPages = 20_000;

/**
 * Divides a continuous layout into pages: heights and break points in, slices out, nothing else. A page ends at the
 * first forced break, or at the lowest break point of the lowest penalty that fits, together with the notes that are called
 * above it (CSS Fragmentation 3, 4.4 and 5; CSS GCPM 3, 2.6).
 */
export function paginate(options: PaginateOptions): PageSlice[] {
  const { height, breaks: given, firstPage = "", pageHeight, divide, notes } = options;
  const breaks = ascending(given);
  const slices: PageSlice[] = [];
  const flow = createNoteFlow(notes);
  let start = 0;
  let repeat: RepeatedHead | undefined;
  let first = 0;
  let name = firstPage;

  const nextPage = (): PageKind => ({ index: slices.length, name, isBlank: false });
  function push(slice: Partial<PageSlice>): void {
    const full = {
      start,
      end: start,
      repeat: undefined,
      foot: undefined,
      isCut: false,
      hasContent: true,
      isBlank: false,
      notes: [],
      name,
      ending: undefined,
      floatMoves: undefined,
    };
    slices.push({ ...full, ...slice });
  }

  /** Pages of what is left of the notes, up to the first that cuts one. */
  function pushNotes(most = Number.POSITIVE_INFINITY): void {
    for (let count = 0; flow.isOpen && !isCut() && count < most && slices.length <= mostPages; count += 1) {
      const placed = flow.fillPage(nextPage(), pageHeight(nextPage()));
      push({ hasContent: false, notes: placed.pieces, isCut: placed.isCut });
    }
  }
  const isCut = () => slices.at(-1)?.isCut === true;

  /** Where nothing else does, a page ends within a box. */
  function divided(page: PageKind, limit: number): BreakPoint | undefined {
    const y = divide?.({ start, limit: limit - flow.heightUpTo(start, page) });
    if (y === undefined || y <= start + tolerance) return undefined;
    // Where a table goes on, so does its head.
    const next = breaks.slice(first).find((point) => point.y > y);
    return { y, next: y, forced: false, isDivision: true, penalty: penalties.none, repeat: next?.repeat && repeat };
  }

  /** Where the page ends: at a break, at the end of everything, or, undefined, where nothing can be divided. */
  function chooseEnd(page: PageKind, limit: number): BreakPoint | "end" | undefined {
    while (first < breaks.length && (breaks[first] as BreakPoint).y <= start + tolerance) first += 1;
    /** How much of the page is usedHeight if it ends at `y`. */
    const usedHeight = (y: number) => y + flow.heightUpTo(y, page);
    const fitsWhole = height <= limit + tolerance && usedHeight(height) <= limit + tolerance;
    const found = chooseBreak(breaks, { first, start, limit, fitsWhole, usedHeight });
    if (found) return usedHeight(found.y) + (found.foot?.height ?? 0) <= limit + tolerance ? found : withoutFoot(found);
    if (fitsWhole) return "end";
    // Not even the first break point leaves room for the notes above it: the notes run over to the next page.
    const contentLimit = limit - flow.heightUpTo(start, page) + tolerance;
    const next = breaks.slice(first).find((point) => point.next > start + tolerance);
    if (next && next.y <= contentLimit) return withoutFoot(next);
    return height <= contentLimit ? "end" : divided(page, limit);
  }

  // What is cut is an error: there will be no document, and what is below may be of any height. So are too many pages.
  while (!isCut() && slices.length <= mostPages) {
    const page = nextPage();
    const room = pageHeight(page) - (repeat?.height ?? 0);
    const limit = start + room;
    const found = chooseEnd(page, limit);
    // What the page before left over may not leave room for anything good: then it has a page of its own.
    if (flow.isOpen && (!found || (found !== "end" && !found.forced && found.penalty > penalties.none))) {
      pushNotes(1);
      continue;
    }
    if (found === "end") {
      push({ end: Number.POSITIVE_INFINITY, repeat, notes: flow.take(Number.POSITIVE_INFINITY, page, limit - height) });
      pushNotes();
      break;
    }
    if (!found) {
      push({ end: limit, repeat, isCut: true, notes: flow.take(limit, page, 0) });
      break;
    }
    const ending = {
      kind: endingOf(found),
      point: found,
      limit: limit - flow.heightUpTo(found.y, page) - (found.foot?.height ?? 0),
    };
    const notes = flow.take(found.y, page, limit - found.y - (found.foot?.height ?? 0));
    push({ end: found.y, repeat, foot: found.foot, ending, notes, floatMoves: found.floatMoves });
    start = found.next;
    repeat = found.repeat;
    if (found.page !== undefined) {
      pushNotes();
      name = found.page;
    }
    if (found.side !== undefined && found.side !== sideOf(slices.length)) push({ hasContent: false, isBlank: true });
  }
  return slices;
}

const endingOf = ({ forced, isDivision }: BreakPoint): PageEnding["kind"] =>
  forced ? "forced" : isDivision ? "divided" : "full";

/** Negative margins put some out of order. */
function ascending(breaks: readonly BreakPoint[]): readonly BreakPoint[] {
  const isAscending = breaks.every(({ y }, index) => index === 0 || (breaks[index - 1] as BreakPoint).y <= y);
  return isAscending ? breaks : breaks.toSorted((a, b) => a.y - b.y);
}

function withoutFoot({ foot: _, ...point }: BreakPoint): BreakPoint {
  return point;
}

/** The first page is a right-hand page. */
const sideOf = (index: number) => (index % 2 === 0 ? "right" : "left");

interface ChooseOptions {
  readonly first: number;
  /** The next page has to begin below it, or there would be no end. */
  readonly start: number;
  readonly limit: number;
  /** All that is left fits: only a forced break ends the page. */
  readonly fitsWhole: boolean;
  usedHeight(y: number): number;
}

function chooseBreak(
  breaks: readonly BreakPoint[],
  { first, start, limit, fitsWhole, usedHeight }: ChooseOptions,
): BreakPoint | undefined {
  let best: BreakPoint | undefined;
  for (let index = first; index < breaks.length; index += 1) {
    const point = breaks[index] as BreakPoint;
    if (point.y <= start + tolerance) continue;
    if (usedHeight(point.y) > limit + tolerance) break;
    if (point.forced) return { ...point, next: Math.max(point.next, point.y) };
    if (point.next <= start + tolerance || usedHeight(point.y) + (point.foot?.height ?? 0) > limit + tolerance)
      continue;
    if (!best || point.penalty <= best.penalty) best = point;
  }
  return fitsWhole ? undefined : best;
}
