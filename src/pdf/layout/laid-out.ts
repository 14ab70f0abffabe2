import type { BreakBetween } from "../css/computed-style.ts";
import type { BreakPoint } from "./break-point.ts";
import type { FloatArea } from "./float-areas.ts";
import type { Fragment } from "./fragment.ts";

/** Adjoining margins: the largest positive and the most negative one (CSS 2.2, 8.3.1). */
export interface Margin {
  readonly positive: number;
  readonly negative: number;
}

export const noMargin: Margin = { positive: 0, negative: 0 };
export function marginOf(value: number): Margin {
  if (value === 0) return noMargin;
  return value > 0 ? { positive: value, negative: 0 } : { positive: 0, negative: value };
}
/** Two margins that touch as one (CSS 2.2, 8.3.1). */
export function collapse(a: Margin, b: Margin): Margin {
  if (a === noMargin) return b;
  if (b === noMargin) return a;
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}
type Margins = Readonly<Record<"marginTop" | "marginBottom" | "marginLeft", number>>;

/** Of a box whose margins are its own alone. */
export const marginsOf = ({ marginTop, marginBottom, marginLeft }: Margins) => ({
  marginTop: marginOf(marginTop),
  marginBottom: marginOf(marginBottom),
  marginLeft,
});
/** What a margin comes to, pt: negative ones take away from positive ones (CSS 2.2, 8.3.1). */
export const marginSize = ({ positive, negative }: Margin) => positive + negative;

export interface PageNames {
  readonly first: string;
  readonly last: string;
}

export const onPage = (name: string): PageNames => ({ first: name, last: name });

/** A box laid out: its fragment at (0, 0), with what its surroundings need to place it. */
export interface LaidOut {
  readonly fragment: Fragment;
  readonly marginTop: Margin;
  readonly marginBottom: Margin;
  /** For those who place it side by side. */
  readonly marginLeft: number;
  /** Nothing stands between its top and bottom margin: they collapse through it. */
  readonly isEmpty: boolean;
  /** Height that was asked for beyond what the content needs: where a cell may move its content. */
  readonly slack: number;
  /** The margin of its last child that it ends with: nothing that a page must hold. Absent: none. */
  readonly trailingMargin?: number | undefined;
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
  readonly floats?: readonly FloatArea[] | undefined;
}
