import type { BlockBox } from "../box/box.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ColumnFlow, ColumnPiece } from "./column-division.ts";
import { type PlacedColumns, rowsIn } from "./column-rooms.ts";
import type { BoxFragment } from "./fragment.ts";

/** How high rows of columns may be that stand in other columns. */
export interface NestedRooms {
  of(box: BlockBox, row: number): number;
  /** From here on columns of another height are tried: rows have room up to it, but those that are placed. */
  begin(height: number): void;
  /**
   * Takes note of the first row that the end of its column would cut, or that went to the next column and left room in the one before.
   * Gives false where there is none.
   */
  update(flow: ColumnFlow, pieces: readonly ColumnPiece[]): boolean;
  /** Rows above this height stay as they are. */
  keep(root: BoxFragment, end: number): void;
}

/** A row that is lower than this would hold nothing, pt. */
const leastRoom = 0.75;

export function createNestedRooms(): NestedRooms {
  const kept = new Map<BlockBox, Map<number, number>>();
  let tried = new Map<BlockBox, Map<number, { readonly room: number; readonly isLast: boolean }>>();
  let height = Number.POSITIVE_INFINITY;

  function set({ box, row }: PlacedColumns, room: number, isLast: boolean): true {
    const rows = tried.get(box) ?? new Map();
    tried.set(box, rows.set(row, { room, isLast }));
    return true;
  }

  const of = (box: BlockBox, row: number): number =>
    kept.get(box)?.get(row) ?? tried.get(box)?.get(row)?.room ?? height;

  function isMoved(row: PlacedColumns, pieces: readonly ColumnPiece[], { breaks }: ColumnFlow): boolean {
    if (kept.get(row.box)?.has(row.row)) return false;
    const state = tried.get(row.box)?.get(row.row);
    const index = pieces.findLastIndex(({ start }) => start <= row.y + tolerance);
    const piece = pieces[index];
    if (!piece || state?.isLast) return false;
    const room = piece.start + height - row.y;
    if (row.height > room + tolerance) {
      // What does not fit though it was told of the room there is goes to the next column, if it does not begin one.
      if (state) return set(row, height, true);
      return room > leastRoom && room < height - tolerance && set(row, room, false);
    }
    const before = pieces[index - 1];
    if (state || row.row > 0 || before?.endsBy !== "room" || row.y - piece.start > height) return false;
    const isFirst = breaks.every(({ y }) => y <= before.end + tolerance || y > row.y);
    const left = before.start + height - before.end - (row.y - piece.start);
    return left > leastRoom && left < row.height - tolerance && isFirst && set(row, left, false);
  }

  return {
    of,
    begin(next) {
      height = next;
      tried = new Map();
    },
    update: (flow, pieces) => rowsIn(flow.root).some((row) => isMoved(row, pieces, flow)),
    keep(root, end) {
      for (const { box, row, y } of rowsIn(root)) {
        if (y >= end - tolerance) return;
        const rows = kept.get(box) ?? new Map();
        kept.set(box, rows.set(row, of(box, row)));
      }
    },
  };
}
