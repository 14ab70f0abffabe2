import type { Footnote } from "../box/box.ts";
import type { PageKind } from "../css/page-style.ts";
import { smallest } from "../geometry/extremes.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, penalties } from "./break-point.ts";
import type { DivisionRange } from "./find-division.ts";
import type { Fragment } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";

/** A footnote, and where the line that calls it ends in the continuous layout. */
export interface NoteCall {
  readonly y: number;
  readonly note: Footnote;
}

/** The notes of a document, for the pages that it is divided into. */
export interface NotesToPlace {
  /** Ascending by `y`. */
  readonly calls: readonly NoteCall[];
  /** The note as wide as pages of this kind allow. */
  layout(note: Footnote, page: PageKind): LaidOut;
  /** Where a note may be divided if no break point says so: see `PaginateOptions`. */
  divide?(fragment: Fragment, range: DivisionRange): number | undefined;
  /** What the area takes besides the notes: its margin, border and padding, pt. */
  areaInset(page: PageKind): number;
}

/** The part of a note that one page shows. */
export interface NotePiece {
  readonly fragment: Fragment;
  readonly start: number;
  readonly end: number;
  /** Where the piece before it ended. */
  readonly painted: number;
}

/** Notes on their way to the pages: each is on the page of its call, and what finds no room there on the next. */
export interface NoteFlow {
  /** Something is left over from the page before. */
  readonly isOpen: boolean;
  /** Height of the area if the page's content ends at `y`: what is left over, and the notes called above. */
  heightUpTo(y: number, page: PageKind): number;
  /** Ends the page's content at `y`: places notes in `room`, area included, and keeps the rest. */
  take(y: number, page: PageKind, room: number): readonly NotePiece[];
  /** A page of nothing but notes. `isCut`: something is taller than the page and cannot be divided. */
  fillPage(page: PageKind, room: number): { readonly pieces: readonly NotePiece[]; readonly isCut: boolean };
}

interface OpenNote {
  readonly note: Footnote;
  /** What pages before showed of it. */
  readonly start: number;
  readonly painted: number;
}

export function createNoteFlow(notes: NotesToPlace | undefined): NoteFlow {
  if (!notes || notes.calls.length === 0) return noNotes;
  const { calls, layout, areaInset } = notes;
  let open: readonly OpenNote[] = [];
  let next = 0;

  const restHeight = ({ note, start }: OpenNote, page: PageKind) => layout(note, page).fragment.height - start;
  const openHeight = (page: PageKind) => open.reduce((sum, note) => sum + restHeight(note, page), 0);
  const withInset = (height: number, page: PageKind) => (height > 0 ? height + areaInset(page) : 0);

  function heightUpTo(y: number, page: PageKind): number {
    let height = openHeight(page);
    for (let index = next; index < calls.length; index += 1) {
      const call = calls[index] as NoteCall;
      if (call.y > y + tolerance) break;
      height += layout(call.note, page).fragment.height;
    }
    return withInset(height, page);
  }

  function fill(page: PageKind, room: number): NotePiece[] {
    const pieces: NotePiece[] = [];
    let left = room - areaInset(page);
    while (open[0]) {
      const [first, ...others] = open;
      const { fragment, breaks } = layout(first.note, page);
      const { start, painted } = first;
      if (fragment.height - start <= left + tolerance) {
        pieces.push({ fragment, start, end: fragment.height, painted });
        left -= fragment.height - start;
        open = others;
        continue;
      }
      const found = bestBreak(breaks, { start, limit: start + left });
      if (found) {
        pieces.push({ fragment, start, end: found.y, painted });
        open = [{ note: first.note, start: found.next, painted: found.y }, ...others];
      }
      break;
    }
    return pieces;
  }

  return {
    get isOpen() {
      return open.length > 0;
    },
    heightUpTo,
    take(y, page, room) {
      const called: OpenNote[] = [];
      for (; next < calls.length && (calls[next] as NoteCall).y <= y + tolerance; next += 1)
        called.push({ note: (calls[next] as NoteCall).note, start: 0, painted: 0 });
      open = [...open, ...called];
      return open.length > 0 ? fill(page, room) : [];
    },
    fillPage(page, room) {
      const pieces = fill(page, room);
      const [first, ...others] = open;
      if (pieces.length > 0 || !first) return { pieces, isCut: false };
      const { fragment } = layout(first.note, page);
      const limit = Math.min(fragment.height, first.start + Math.max(1, room - areaInset(page)));
      const divided = notes.divide?.(fragment, { start: first.start, limit });
      const end = divided ?? limit;
      open = end < fragment.height ? [{ note: first.note, start: end, painted: end }, ...others] : others;
      const isCut = divided === undefined;
      return { pieces: [{ fragment, start: first.start, end, painted: first.painted }], isCut };
    },
  };
}

const noNotes: NoteFlow = {
  isOpen: false,
  heightUpTo: () => 0,
  take: () => [],
  fillPage: () => ({ pieces: [], isCut: false }),
};

function bestBreak(
  breaks: readonly BreakPoint[],
  { start, limit }: { readonly start: number; readonly limit: number },
): BreakPoint | undefined {
  const fitting = breaks.filter(
    (point) => Math.min(point.y, point.next) > start + tolerance && point.y <= limit + tolerance,
  );
  const least = smallest(
    fitting.map((point) => point.penalty),
    penalties.parallel,
  );
  return fitting.findLast((point) => point.penalty <= least);
}
