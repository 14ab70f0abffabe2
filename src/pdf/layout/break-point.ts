import type { BlockLevelBox } from "../box/box.ts";
import type { ComputedStyle, PageSide } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { BoxFragment } from "./fragment.ts";

/**
 * A point where a page may end (CSS Fragmentation 3, 4.1). What is above ends at `y`; what is below starts at `next`;
 * the space between them, margins mostly, is dropped if the page ends here.
 */
export interface BreakPoint {
  readonly y: number;
  readonly next: number;
  /** `page`: a page must end here. Else the price, lower is better: see `penalties`. */
  readonly forced: boolean;
  /** No rule speaks of it: a page has to end somewhere in a box. Absent: it is not so. */
  readonly isDivision?: boolean | undefined;
  /** A column must end here; a page need not. */
  readonly endsColumn?: boolean | undefined;
  /** Where what is below starts if it does: its margin stays (CSS Fragmentation 3, 5.2). */
  readonly columnNext?: number | undefined;
  /** Of a forced break: the side that the next page is on, and the name of the pages from there on, if they change. */
  readonly side?: PageSide | undefined;
  readonly page?: string | undefined;
  readonly penalty: number;
  /** Floats that would be better off further down if the page ends here. Absent: none. */
  readonly floatMoves?: readonly FloatMove[] | undefined;
  /** Table head to repeat at the top of the next page. */
  readonly repeat: RepeatedHead | undefined;
  /** Table foot to repeat at the end of this page: it takes room there. */
  readonly foot?: RepeatedHead | undefined;
}

/** A float that a page's end would cut, and how far down the next page begins, pt. */
export interface FloatMove {
  readonly box: BlockLevelBox;
  readonly by: number;
}

/** In the order in which CSS Fragmentation 3 (4.4) gives up its rules. */
export const penalties = { none: 0, avoid: 1, lines: 2, parallel: 3 } as const;

export interface RepeatedHead {
  readonly fragment: BoxFragment;
  readonly height: number;
}

export function moveBreak(point: BreakPoint, y: number): BreakPoint {
  if (y === 0) return point;
  const { forced, isDivision, endsColumn, columnNext, side, page, penalty, floatMoves, repeat, foot } = point;
  // Field by field, so that all of them have one shape: a point moves once for each box that it is in.
  return {
    y: point.y + y,
    next: point.next + y,
    forced,
    isDivision,
    endsColumn,
    columnNext: columnNext === undefined ? undefined : columnNext + y,
    side,
    page,
    penalty,
    floatMoves,
    repeat,
    foot,
  };
}

/**
 * Inside `break-inside: avoid`, a break costs more. A box that is higher than a page is divided anyway: to keep it together would only
 * leave the page before it empty. `room`: of a page.
 */
export function breaksWithin(
  points: readonly BreakPoint[],
  { style, height, room }: { readonly style: ComputedStyle; readonly height: number; readonly room: number },
): readonly BreakPoint[] {
  if (style.breakInside !== "avoid" || height > room + tolerance) return points;
  return points.map((point) =>
    point.forced || point.penalty >= penalties.avoid ? point : { ...point, penalty: penalties.avoid },
  );
}
