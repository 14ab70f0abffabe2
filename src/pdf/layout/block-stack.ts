import type { BreakBetween, PageSide } from "../css/computed-style.ts";
import type { BlockFlow } from "./block-flow.ts";
import { type BreakPoint, moveBreak, penalties } from "./break-point.ts";
import { type Fragment, moveFragment } from "./fragment.ts";
import { collapse, type LaidOut, type Margin, marginSize, noMargin, type PageNames } from "./laid-out.ts";

/** A break asked for at the edge of the first or last child is asked for at the parent's (CSS Fragmentation 3, 3.1). */
export const stronger = (a: BreakBetween, b: BreakBetween): BreakBetween =>
  (["left", "right", "page", "column", "avoid"] as const).find((wish) => a === wish || b === wish) ?? "auto";

const isForced = (wish: BreakBetween): wish is "page" | PageSide =>
  wish !== "auto" && wish !== "avoid" && wish !== "column";

/** `top`: where the stack begins, pt. */
export interface StackOptions {
  readonly top: number;
  /** The first margin goes out through the top of the stack. */
  readonly collapsesTop: boolean;
  /** Where the name of the page changes, the page ends. */
  readonly changesPages?: boolean;
}

interface AddOptions {
  /** Left edge of the containing block. */
  readonly left: number;
  readonly gap?: number;
  /** Where the child's border box goes; without it, at `topOf` its margin. */
  readonly y?: number;
}

/** Places blocks under each other, collapsing margins and noting where pages may end. */
export interface BlockStack {
  /** Where a box with this margin would have the top of its border box. */
  topOf(margin: Margin, gap?: number): number;
  /** Where the last box ends. */
  readonly bottom: number;
  /** Whether the page would end before this child. */
  breaksBefore(child: LaidOut): boolean;
  add(child: LaidOut, options: AddOptions): void;
  /** A fragment that is not of the flow, at its own position. */
  addFloat(fragment: Fragment): void;
  /** What comes next stands below this; a page may end in the gap. */
  skipTo(y: number): void;
  finish(collapsesBottom: boolean): BlockFlow;
}

export function createStack({ top, collapsesTop, changesPages = false }: StackOptions): BlockStack {
  const fragments: Fragment[] = [];
  const breaks: BreakPoint[] = [];
  let cursor = top;
  let pending = noMargin;
  let marginTop = noMargin;
  let isAtTop = true;
  let breakBefore: BreakBetween = "auto";
  let breakAfter: BreakBetween = "auto";
  let pages: PageNames | undefined;
  let firstBaseline: number | undefined;
  let baseline: number | undefined;

  const topOf = (margin: Margin, gap = 0) =>
    isAtTop && collapsesTop ? cursor : cursor + marginSize(collapse(pending, margin)) + (isAtTop ? 0 : gap);

  const namesAround = (child: LaidOut) =>
    pages && changesPages ? { from: pages.last, to: child.pages.first } : undefined;

  function breaksBefore(child: LaidOut): boolean {
    if (isAtTop) return false;
    const names = namesAround(child);
    return isForced(stronger(breakAfter, child.breakBefore)) || (names !== undefined && names.from !== names.to);
  }

  function add(child: LaidOut, { left, gap = 0, y: given }: AddOptions): void {
    const natural = topOf(child.marginTop, gap);
    // What begins a page begins at its top: a negative margin does not take it back onto the page before.
    const y = breaksBefore(child) ? Math.max(cursor, given ?? natural) : (given ?? natural);
    pending = collapse(pending, child.marginTop);
    if (child.isEmpty) {
      pending = collapse(pending, child.marginBottom);
      // Below the margins before it, as if it had a border (CSS 2.2, 8.3.1).
      fragments.push(moveFragment(child.fragment, left + child.marginLeft, y));
      const wish = stronger(child.breakBefore, child.breakAfter);
      if (isForced(wish) || wish === "column") breakAfter = stronger(breakAfter, wish);
      return;
    }
    if (isAtTop) {
      if (collapsesTop) marginTop = pending;
      if (y > natural) breaks.push(gapBetween(cursor, y));
      breakBefore = stronger(child.breakBefore, breakAfter);
    } else {
      const kept = Math.max(0, marginSize(child.marginTop));
      const names = namesAround(child);
      breaks.push(betweenSiblings({ y: cursor, next: y, kept, before: breakAfter, after: child.breakBefore, names }));
    }
    pages = { first: pages?.first ?? child.pages.first, last: child.pages.last };
    for (const point of child.breaks) breaks.push(moveBreak(point, y));
    fragments.push(moveFragment(child.fragment, left + child.marginLeft, y));
    if (child.firstBaseline !== undefined) firstBaseline ??= y + child.firstBaseline;
    if (child.baseline !== undefined) baseline = y + child.baseline;
    cursor = y + child.fragment.height;
    pending = child.marginBottom;
    breakAfter = child.breakAfter;
    isAtTop = false;
  }

  function finish(collapsesBottom: boolean): BlockFlow {
    const isEmpty = isAtTop;
    if (isEmpty) marginTop = collapse(marginTop, collapsesTop ? pending : noMargin);
    const end = collapsesBottom || (isEmpty && collapsesTop) ? cursor : cursor + marginSize(pending);
    return {
      children: fragments,
      end,
      marginTop,
      marginBottom: collapsesBottom ? pending : noMargin,
      breaks,
      breakBefore,
      breakAfter,
      pages,
      firstBaseline,
      baseline,
      isEmpty,
      trailingMargin: Math.max(0, end - cursor),
    };
  }

  return {
    topOf,
    get bottom() {
      return cursor;
    },
    breaksBefore,
    add,
    addFloat: (fragment) => void fragments.push(fragment),
    skipTo(y) {
      breaks.push(gapBetween(cursor, y));
      cursor = y;
      pending = noMargin;
    },
    finish,
  };
}

/** Where there are floats only. */
export const gapBetween = (y: number, next: number): BreakPoint => ({
  y,
  next,
  forced: false,
  penalty: penalties.none,
  repeat: undefined,
});

interface Siblings {
  readonly y: number;
  readonly next: number;
  /** The margin of what is below, which a forced break leaves in place (CSS Fragmentation 3, 5.2). */
  readonly kept: number;
  readonly before: BreakBetween;
  readonly after: BreakBetween;
  /** Names of the pages above and below: another name is another page. */
  readonly names?: { readonly from: string; readonly to: string } | undefined;
}

export function betweenSiblings({ y, next, kept, before, after, names }: Siblings): BreakPoint {
  const wish = stronger(before, after);
  const changes = names !== undefined && names.from !== names.to;
  const forced = changes || isForced(wish);
  return {
    y,
    next: forced ? Math.max(y, next - kept) : next,
    forced,
    penalty: wish === "avoid" ? penalties.avoid : penalties.none,
    repeat: undefined,
    endsColumn: wish === "column",
    columnNext: wish === "column" ? Math.max(y, next - kept) : undefined,
    side: wish === "left" || wish === "right" ? wish : undefined,
    page: changes ? names.to : undefined,
  };
}
