import type { BlockBox } from "../box/box.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, penalties } from "./break-point.ts";
import type { Fragment } from "./fragment.ts";
import type { PageSlice } from "./paginate.ts";

/** How high rows of columns may be where a page has no room for all that they hold. */
export interface ColumnRooms {
  /** Undefined: as high as a page. */
  of(box: BlockBox, row: number): number | undefined;
  /**
   * Takes note of the first row that a page's end would cut, or that went to the next page and left room on the one before. Gives
   * false when there is none, so that the layout is final.
   */
  update(root: Fragment, pages: RoomsOnPages): boolean;
}

export interface RoomsOnPages {
  readonly slices: readonly PageSlice[];
  readonly breaks: readonly BreakPoint[];
  /** Height of the content area of a page, by its index among the slices. */
  pageHeight(index: number): number;
}

/** Rows that are lower than this say little: they go to the next page. pt. */
const leastRoom = 48;
/** A row that goes back and forth is left where it is. */
const mostMoves = 2;
/** So many rows are always told of their rooms; more as long as not so many boxes and lines were looked at for them, all layouts together. */
const fewUpdates = 40;
const mostLooks = 400_000;

export interface PlacedColumns {
  readonly box: BlockBox;
  readonly row: number;
  readonly y: number;
  readonly height: number;
}

export function createColumnRooms(): ColumnRooms {
  const rooms = new Map<BlockBox, Map<number, { readonly room: number; readonly count: number }>>();
  let updates = 0;
  let looks = 0;
  let isAsked = false;

  function set({ box, row }: PlacedColumns, room: number): boolean {
    const rows = rooms.get(box) ?? new Map();
    const count = rows.get(row)?.count ?? 0;
    if (count >= mostMoves) return false;
    updates += 1;
    rooms.set(box, rows.set(row, { room, count: count + 1 }));
    return true;
  }

  return {
    of(box, row) {
      isAsked = true;
      return rooms.get(box)?.get(row)?.room;
    },
    update(root, pages) {
      if (!isAsked || (updates >= fewUpdates && looks >= mostLooks)) return false;
      const { rows, count } = lookForRows(root);
      looks += count;
      return rows.some((row) => {
        const room = roomFor(row, pages);
        return room !== undefined && set(row, room);
      });
    },
  };
}

/** What there is for a row that does not stand as it should; undefined: it does. */
function roomFor({ y, height }: PlacedColumns, { slices, breaks, pageHeight }: RoomsOnPages): number | undefined {
  const index = slices.findLastIndex(({ start, hasContent }) => hasContent && start <= y + tolerance);
  const slice = slices[index];
  if (!slice) return undefined;
  const room = slice.start + pageHeight(index) - (slice.repeat?.height ?? 0) - y;
  if (height > room + 1 && room >= leastRoom) return room;
  const before = slices[index - 1];
  if (!before?.hasContent) return undefined;
  const left = before.start + pageHeight(index - 1) - (before.repeat?.height ?? 0) - before.end - (y - before.end);
  if (left < leastRoom || left >= height) return undefined;
  // It is the first on its page: what was left of the page before is lost. There are many break points, and few such rows.
  const isFirst = breaks.every(
    (point) => point.y <= before.end + tolerance || point.y > y || point.penalty > penalties.none,
  );
  const isForced = breaks.some((point) => point.forced && Math.abs(point.y - before.end) <= tolerance);
  return isFirst && !isForced ? left : undefined;
}

/** In the order of the document, those within others left out. */
export const rowsIn = (root: Fragment): readonly PlacedColumns[] => lookForRows(root).rows;

/** `count`: of the fragments that were looked at. */
function lookForRows(root: Fragment): { readonly rows: readonly PlacedColumns[]; readonly count: number } {
  const rows: PlacedColumns[] = [];
  let count = 0;
  function visit(fragment: Fragment, above: number): void {
    count += 1;
    if (fragment.kind !== "box" || fragment.holdsWordsAlone) return;
    const y = above + fragment.y;
    if (fragment.columns) rows.push({ ...fragment.columns, y, height: fragment.height });
    else for (const child of fragment.children) visit(child, y);
  }
  visit(root, 0);
  return { rows, count };
}
