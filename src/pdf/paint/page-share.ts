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
  /** The part of a box that the page shows; undefined where it shows none. */
  shownPart(fragment: BoxFragment, position: PagePosition): PaintedBox | undefined;
}

export function createPageShare({ slice, painted, next, top }: PageWindow, ranges: ChildRanges): PageShare {
  const offset = top + (slice.repeat?.height ?? 0) - slice.start;

  /** A line or an image is on the first page that holds its foot. */
  function belongs(position: PagePosition, height: number): boolean {
    const bottom = position.y - offset + height;
    return bottom <= slice.end + tolerance && (bottom > painted + tolerance || painted === 0);
  }

  function isCut(position: PagePosition, height: number): boolean {
    const y = position.y - offset;
    return y < slice.start - tolerance || (y + height > slice.end && next > y + tolerance);
  }

  function isFirstOf(position: PagePosition): boolean {
    const y = position.y - offset;
    return y >= slice.start - tolerance || y > painted + tolerance || painted === 0;
  }

  /** Those with something that this page may have to show. */
  function childrenOf(fragment: BoxFragment, { y, isArtifact }: PagePosition): readonly Fragment[] {
    if (isArtifact) return fragment.children;
    const above = y - offset + 2 * tolerance;
    return ranges.between(fragment, Math.min(slice.start, painted) - above, slice.end - above + 4 * tolerance);
  }

  /** Whether the page shows some of the box, or of what hangs out of it. */
  function isOnPage(fragment: BoxFragment, position: PagePosition): boolean {
    const y = position.y - offset;
    const { top: highest, bottom: lowest } = fragment.reach ?? { top: 0, bottom: fragment.height };
    const bottom = y + lowest;
    if (y + highest >= slice.end - (fragment.height > 0 ? tolerance : -tolerance)) return false;
    // An empty box in the margin that a break dropped is on the page below it.
    const isAbove = painted > 0 && bottom < slice.start - tolerance && bottom <= painted + tolerance;
    return !isAbove || reaches(fragment, y);
  }

  /** Content that hangs out of its box, as a marker may. */
  const reaches = (fragment: BoxFragment, y: number) =>
    fragment.children.some((child) => y + child.y + child.height > slice.start);

  function shownPart(fragment: BoxFragment, position: PagePosition): PaintedBox | undefined {
    const { width, height } = fragment;
    const { shiftY } = position;
    const { isCutAbove = false, isCutBelow = false } = fragment;
    if (position.isArtifact)
      return { x: position.x, y: position.y + shiftY, width, height, hasTop: !isCutAbove, hasBottom: !isCutBelow };
    const y = position.y - offset;
    const start = Math.max(y, slice.start);
    const end = Math.min(y + height, slice.end);
    if (end < start) return undefined;
    const hasTop = y >= slice.start - tolerance && !isCutAbove;
    return {
      x: position.x,
      y: start + offset + shiftY,
      width,
      height: end - start,
      hasTop,
      hasBottom: y + height <= slice.end + tolerance && !isCutBelow,
      whole: { y: y + offset + shiftY, height },
    };
  }

  return { offset, belongs, isCut, isFirstOf, childrenOf, isOnPage, shownPart };
}
