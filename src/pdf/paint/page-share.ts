import { tolerance } from "../geometry/tolerance.ts";
import type { ChildRanges } from "../layout/child-ranges.ts";
import type { BoxFragment, Fragment } from "../layout/fragment.ts";
import type { PageSlice } from "../layout/paginate.ts";
import type { PagePosition } from "./page-position.ts";
import type { PaintedBox } from "./paint-box.ts";

/** Where the page's slice of the layout lies, and where on the page it goes. */
export interface PageWindow {
  readonly slice: Pick<PageSlice, "start" | "end" | "repeat"> & Partial<Pick<PageSlice, "foot">>;
  /** Where the slice before this one ended: what lies above has been painted. */
  readonly painted: number;
  /** Where the next slice starts: a float that it starts in is divided. */
  readonly next: number;
  readonly left: number;
  readonly top: number;
  /** All of it is furniture of the page, not content. */
  readonly isArtifact?: boolean;
}

/** What of the layout a page has. */
export interface PageShare {
  /** From the continuous layout to the page. */
  readonly offset: number;
  /** Whether the page has what is not divided, a line or an image, that begins here. */
  belongs(position: PagePosition, height: number): boolean;
  /** Whether a float there is divided by an edge of the page. */
  isCut(position: PagePosition, height: number): boolean;
  /** Whether no page before this one has some of what begins here. */
  isFirstOf(position: PagePosition): boolean;
  childrenOf(fragment: BoxFragment, position: PagePosition): readonly Fragment[];
  isOnPage(fragment: BoxFragment, position: PagePosition): boolean;
  /** Whether the page shows some of the box itself. */
  shows(fragment: BoxFragment, position: PagePosition): boolean;
  /** The part of a box that the page shows; undefined where it shows none. */
  shownPart(fragment: BoxFragment, position: PagePosition): PaintedBox | undefined;
}

export const createPageShare = (window: PageWindow, ranges: ChildRanges): PageShare => new Share(window, ranges);

class Share implements PageShare {
  readonly offset: number;
  readonly #window: PageWindow;
  readonly #ranges: ChildRanges;

  constructor(window: PageWindow, ranges: ChildRanges) {
    const { slice, top } = window;
    this.offset = top + (slice.repeat?.height ?? 0) - slice.start;
    this.#window = window;
    this.#ranges = ranges;
  }

  /** A line or an image is on the first page that holds its foot. */
  belongs(position: PagePosition, height: number): boolean {
    const bottom = position.y - this.offset + height;
    return (
      bottom <= this.#window.slice.end + tolerance &&
      (bottom > this.#window.painted + tolerance || this.#window.painted === 0)
    );
  }

  isCut(position: PagePosition, height: number): boolean {
    const y = position.y - this.offset;
    return (
      y < this.#window.slice.start - tolerance ||
      (y + height > this.#window.slice.end && this.#window.next > y + tolerance)
    );
  }

  isFirstOf(position: PagePosition): boolean {
    const y = position.y - this.offset;
    return (
      y >= this.#window.slice.start - tolerance || y > this.#window.painted + tolerance || this.#window.painted === 0
    );
  }

  /** Those with something that this page may have to show. */
  childrenOf(fragment: BoxFragment, { y, isArtifact }: PagePosition): readonly Fragment[] {
    if (isArtifact) return fragment.children;
    const above = y - this.offset + 2 * tolerance;
    return this.#ranges.between(
      fragment,
      Math.min(this.#window.slice.start, this.#window.painted) - above,
      this.#window.slice.end - above + 4 * tolerance,
    );
  }

  /** Whether the page shows some of the box, or of what hangs out of it. */
  isOnPage(fragment: BoxFragment, position: PagePosition): boolean {
    const y = position.y - this.offset;
    const { top: highest, bottom: lowest } = fragment.reach ?? { top: 0, bottom: fragment.height };
    const bottom = y + lowest;
    if (y + highest >= this.#window.slice.end - (fragment.height > 0 ? tolerance : -tolerance)) return false;
    // An empty box in the margin that a break dropped is on the page below it.
    const isAbove =
      this.#window.painted > 0 &&
      bottom < this.#window.slice.start - tolerance &&
      bottom <= this.#window.painted + tolerance;
    return !isAbove || this.#reaches(fragment, y);
  }

  /** Content that hangs out of its box, as a marker may. */
  #reaches(fragment: BoxFragment, y: number): boolean {
    return fragment.children.some((child) => y + child.y + child.height > this.#window.slice.start);
  }

  shows({ height }: BoxFragment, position: PagePosition): boolean {
    if (position.isArtifact) return true;
    const y = position.y - this.offset;
    return Math.min(y + height, this.#window.slice.end) >= Math.max(y, this.#window.slice.start);
  }

  shownPart(fragment: BoxFragment, position: PagePosition): PaintedBox | undefined {
    if (!this.shows(fragment, position)) return undefined;
    const { width, height } = fragment;
    const { shiftY } = position;
    const { isCutAbove = false, isCutBelow = false } = fragment;
    if (position.isArtifact)
      return { x: position.x, y: position.y + shiftY, width, height, hasTop: !isCutAbove, hasBottom: !isCutBelow };
    const y = position.y - this.offset;
    const start = Math.max(y, this.#window.slice.start);
    const end = Math.min(y + height, this.#window.slice.end);
    const hasTop = y >= this.#window.slice.start - tolerance && !isCutAbove;
    return {
      x: position.x,
      y: start + this.offset + shiftY,
      width,
      height: end - start,
      hasTop,
      hasBottom: y + height <= this.#window.slice.end + tolerance && !isCutBelow,
      whole: { y: y + this.offset + shiftY, height },
    };
  }
}
