import type { BreakBetween, PageSide } from "../css/computed-style.ts";
import type { BlockFlow } from "./block-flow.ts";
import { type BreakPoint, moveBreak, penalties } from "./break-point.ts";
import { type Fragment, moveFragment } from "./fragment.ts";
import { collapse, type LaidOut, type Margin, marginSize, noMargin, type PageNames } from "./laid-out.ts";

/** A break asked for at the edge of the first or last child is asked for at the parent's (CSS Fragmentation 3, 3.1). */
export function stronger(a: BreakBetween, b: BreakBetween): BreakBetween {
  if (a === b) return a;
  for (const wish of strongestFirst) if (a === wish || b === wish) return wish;
  return "auto";
}

const strongestFirst = ["left", "right", "page", "column", "avoid"] as const satisfies readonly BreakBetween[];

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

export const createStack = (options: StackOptions): BlockStack => new Stack(options);

/** A class: each of hundreds would have a function of its own for each of its methods. */
class Stack implements BlockStack {
  readonly #collapsesTop: boolean;
  readonly #changesPages: boolean;
  readonly #fragments: Fragment[] = [];
  readonly #breaks: BreakPoint[] = [];
  #cursor: number;
  #pending = noMargin;
  #marginTop = noMargin;
  #isAtTop = true;
  #breakBefore: BreakBetween = "auto";
  #breakAfter: BreakBetween = "auto";
  #pages: PageNames | undefined;
  #firstBaseline: number | undefined;
  #baseline: number | undefined;

  constructor({ top, collapsesTop, changesPages = false }: StackOptions) {
    this.#cursor = top;
    this.#collapsesTop = collapsesTop;
    this.#changesPages = changesPages;
  }

  get bottom(): number {
    return this.#cursor;
  }

  topOf(margin: Margin, gap = 0): number {
    if (this.#isAtTop && this.#collapsesTop) return this.#cursor;
    return this.#cursor + marginSize(collapse(this.#pending, margin)) + (this.#isAtTop ? 0 : gap);
  }

  breaksBefore(child: LaidOut): boolean {
    if (this.#isAtTop) return false;
    const names = this.#namesAround(child);
    return isForced(stronger(this.#breakAfter, child.breakBefore)) || (names !== undefined && names.from !== names.to);
  }

  add(child: LaidOut, { left, gap = 0, y: given }: AddOptions): void {
    const natural = this.topOf(child.marginTop, gap);
    // What begins a page begins at its top: a negative margin does not take it back onto the page before.
    const y = this.breaksBefore(child) ? Math.max(this.#cursor, given ?? natural) : (given ?? natural);
    this.#pending = collapse(this.#pending, child.marginTop);
    if (child.isEmpty) {
      this.#pending = collapse(this.#pending, child.marginBottom);
      // Below the margins before it, as if it had a border (CSS 2.2, 8.3.1).
      this.#fragments.push(moveFragment(child.fragment, left + child.marginLeft, y));
      const wish = stronger(child.breakBefore, child.breakAfter);
      if (isForced(wish) || wish === "column") this.#breakAfter = stronger(this.#breakAfter, wish);
      return;
    }
    if (this.#isAtTop) this.#noteTop(child, natural, y);
    else this.#noteBetween(child, y);
    this.#pages = { first: this.#pages?.first ?? child.pages.first, last: child.pages.last };
    for (const point of child.breaks) this.#breaks.push(moveBreak(point, y));
    this.#fragments.push(moveFragment(child.fragment, left + child.marginLeft, y));
    if (child.firstBaseline !== undefined) this.#firstBaseline ??= y + child.firstBaseline;
    if (child.baseline !== undefined) this.#baseline = y + child.baseline;
    this.#cursor = y + child.fragment.height;
    this.#pending = child.marginBottom;
    this.#breakAfter = child.breakAfter;
    this.#isAtTop = false;
  }

  addFloat(fragment: Fragment): void {
    this.#fragments.push(fragment);
  }

  skipTo(y: number): void {
    this.#breaks.push(gapBetween(this.#cursor, y));
    this.#cursor = y;
    this.#pending = noMargin;
  }

  finish(collapsesBottom: boolean): BlockFlow {
    const isEmpty = this.#isAtTop;
    const cursor = this.#cursor;
    const pending = this.#pending;
    const collapsesThrough = isEmpty && this.#collapsesTop;
    if (isEmpty) this.#marginTop = collapse(this.#marginTop, this.#collapsesTop ? pending : noMargin);
    const end = collapsesBottom || collapsesThrough ? cursor : cursor + marginSize(pending);
    return {
      children: this.#fragments,
      end,
      marginTop: this.#marginTop,
      marginBottom: collapsesBottom ? pending : noMargin,
      breaks: this.#breaks,
      breakBefore: this.#breakBefore,
      breakAfter: this.#breakAfter,
      pages: this.#pages,
      firstBaseline: this.#firstBaseline,
      baseline: this.#baseline,
      isEmpty,
      trailingMargin: Math.max(0, end - cursor),
    };
  }

  #namesAround(child: LaidOut): { readonly from: string; readonly to: string } | undefined {
    const pages = this.#pages;
    return pages && this.#changesPages ? { from: pages.last, to: child.pages.first } : undefined;
  }

  #noteTop(child: LaidOut, natural: number, y: number): void {
    if (this.#collapsesTop) this.#marginTop = this.#pending;
    if (y > natural) this.#breaks.push(gapBetween(this.#cursor, y));
    this.#breakBefore = stronger(child.breakBefore, this.#breakAfter);
  }

  #noteBetween(child: LaidOut, y: number): void {
    const kept = Math.max(0, marginSize(child.marginTop));
    const names = this.#namesAround(child);
    this.#breaks.push(
      betweenSiblings({
        y: this.#cursor,
        next: y,
        kept,
        before: this.#breakAfter,
        after: child.breakBefore,
        names,
      }),
    );
  }
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
