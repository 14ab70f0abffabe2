import type { ComputedStyle } from "../css/computed-style.ts";
import { type BreakPoint, penalties } from "./break-point.ts";

interface Lines {
  readonly y: number;
  readonly next: number;
  /** How many lines of the paragraph stand above the break, and below. */
  readonly above: number;
  readonly below: number;
  readonly style: ComputedStyle;
}

/** The end of a page between two lines of a paragraph: poor if it leaves too few of them together. */
export function betweenLines({ y, next, above, below, style }: Lines): BreakPoint {
  const isPoor = above < style.orphans || below < style.widows;
  return { y, next, forced: false, penalty: isPoor ? penalties.lines : penalties.none, repeat: undefined };
}
