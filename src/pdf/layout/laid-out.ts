import type { BlockLevelBox } from "../box/box.ts";
import type { BreakBetween, PageSide } from "../css/computed-style.ts";
import type { FloatArea } from "./float-areas.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";

/** Adjoining margins: the largest positive and the most negative one (CSS 2.2, 8.3.1). */
export interface Margin {
  readonly positive: number;
  readonly negative: number;
}

export const noMargin: Margin = { positive: 0, negative: 0 };
export const marginOf = (value: number): Margin =>
  value >= 0 ? { positive: value, negative: 0 } : { positive: 0, negative: value };
export const collapse = (a: Margin, b: Margin): Margin => ({
  positive: Math.max(a.positive, b.positive),
  negative: Math.min(a.negative, b.negative),
});
export const marginSize = ({ positive, negative }: Margin) => positive + negative;

/**
 * A place where a page may end (CSS Fragmentation 3, 4.1). What is above ends at `y`; what is below starts at `next`;
 * the space between them, margins mostly, is dropped if the page ends here.
 */
export interface BreakPoint {
  readonly y: number;
  readonly next: number;
  /** `page`: a page must end here. Else the price, lower is better: see `penalties`. */
  readonly forced: boolean;
  /** Of a forced break: the side that the next page is on, and the name of the pages from there on, if they change. */
  readonly side?: PageSide;
  readonly page?: string;
  readonly penalty: number;
  /** Floats that would be better off further down if the page ends here. Absent: none. */
  readonly floatMoves?: readonly FloatMove[];
  /** Table head to repeat at the top of the next page. */
  readonly repeat: RepeatedHead | undefined;
  /** Table foot to repeat at the end of this page: it takes room there. */
  readonly foot?: RepeatedHead;
}

/** A float that a page's end would cut, and how far down the next page begins, pt. */
export interface FloatMove {
  readonly box: BlockLevelBox;
  readonly by: number;
}

/** In the order in which CSS Fragmentation 3 (4.4) gives up its rules. */
export const penalties = { none: 0, avoid: 1, lines: 2, parallel: 3 } as const;

export interface PageNames {
  readonly first: string;
  readonly last: string;
}

export const onPage = (name: string): PageNames => ({ first: name, last: name });

export interface RepeatedHead {
  readonly fragment: BoxFragment;
  readonly height: number;
}

/** A box laid out: its fragment at (0, 0), with what its surroundings need to place it. */
export interface LaidOut {
  readonly fragment: Fragment;
  readonly marginTop: Margin;
  readonly marginBottom: Margin;
  /** Horizontal margins, for those who place it side by side. */
  readonly marginLeft: number;
  readonly marginRight: number;
  /** Nothing stands between its top and bottom margin: they collapse through it. */
  readonly isEmpty: boolean;
  /** Height that was asked for beyond what the content needs: where a cell may move its content. */
  readonly slack: number;
  /** The margin of its last child that it ends with: nothing that a page must hold. Absent: none. */
  readonly trailingMargin?: number;
  /** From the top of the fragment, ascending. */
  readonly breaks: readonly BreakPoint[];
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  /** Names of the pages that it starts and ends on (CSS Paged Media 3, 8.1). */
  readonly pages: PageNames;
  /** Of the first and of the last line, from the top of the fragment; undefined without lines. */
  readonly firstBaseline: number | undefined;
  readonly baseline: number | undefined;
  /** Floats in it that what follows stands beside, from its top left corner. Absent: none. */
  readonly floats?: readonly FloatArea[];
}

export function moveBreak(point: BreakPoint, y: number): BreakPoint {
  return y === 0 ? point : { ...point, y: point.y + y, next: point.next + y };
}

/** Inside `break-inside: avoid`, a break costs more. */
export function avoidBreaks(points: readonly BreakPoint[]): readonly BreakPoint[] {
  return points.map((point) =>
    point.forced || point.penalty >= penalties.avoid ? point : { ...point, penalty: penalties.avoid },
  );
}
