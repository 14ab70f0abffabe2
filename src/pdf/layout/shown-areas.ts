import type { PageStyle, PageStyles } from "../css/page-style.ts";
import { around, boundsUnder, identity, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { firstIndex } from "./first-index.ts";
import type { BoxFragment, Fragment, LineFragment } from "./fragment.ts";
import { placeNotes } from "./layout-notes.ts";
import type { PagedLayout } from "./page-marks.ts";
import type { PageSlice } from "./paginate.ts";

/** What one page shows of a fragment, pt from the top left corner of the page. */
export interface ShownArea extends Rectangle {
  /** The index of the page. */
  readonly page: number;
}

/** A part of the layout that a page shows: heights of the layout, and where on the page it goes. */
interface Window {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  /** From a height of the layout to one of the page. */
  readonly offset: number;
}

interface Origin {
  /** Of the parent, in the layout. */
  readonly x: number;
  readonly y: number;
  /** How far `position: relative` moves it from there. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** How the boxes around it are transformed, in the layout. */
  readonly matrix: Matrix;
  /** The one window that shows it, with the line or the float that it goes with. */
  readonly whole: Window | undefined;
}

const origin: Origin = { x: 0, y: 0, shiftX: 0, shiftY: 0, matrix: identity, whole: undefined };

/**
 * Tells of each fragment of the flow, the notes and the fixed boxes, parents first, with its areas: one for each page that
 * shows some of it. Lines and images have one. What is there for the ear alone has none.
 */
export function visitShownAreas(
  { fragment: root, slices, fixed, pages }: PagedLayout & { readonly pages: PageStyles },
  visit: (fragment: Fragment, areas: readonly ShownArea[]) => void,
): void {
  const styles = slices.map((slice, index) => pages.page({ ...slice, index }));
  visitWindows(root, flowWindows(slices, styles), visit);
  for (const [index, slice] of slices.entries()) {
    for (const [fragment, window] of noteWindows(slice, { page: index, style: styles[index] as PageStyle }))
      visitWindows(fragment, [window], visit);
  }
  const everyPage = styles.map(
    ({ margin }, page): Window => ({ page, start: 0, end: Infinity, left: margin.left, offset: margin.top }),
  );
  for (const { fragment } of fixed) for (const window of everyPage) visitWindows(fragment, [window], visit);
}

function flowWindows(slices: readonly PageSlice[], styles: readonly PageStyle[]): Window[] {
  const windows: Window[] = [];
  for (const [page, { start, end, repeat, hasContent }] of slices.entries()) {
    const { margin } = styles[page] as PageStyle;
    const offset = margin.top + (repeat?.height ?? 0) - start;
    if (hasContent) windows.push({ page, start, end, left: margin.left, offset });
  }
  return windows;
}

/** The notes of a page, each in a window of its own. */
const noteWindows = ({ notes }: PageSlice, { page, style }: { readonly page: number; readonly style: PageStyle }) =>
  placeNotes(notes, style).map(({ note: { fragment, start, end }, x, y }): [Fragment, Window] => [
    fragment,
    { page, start, end, left: x, offset: y - start },
  ]);

function visitWindows(
  root: Fragment,
  windows: readonly Window[],
  onFragment: (fragment: Fragment, areas: readonly ShownArea[]) => void,
): void {
  const ends = Float64Array.from(windows, ({ end }) => end);
  const windowWithFoot = (y: number) => windows[firstIndex(ends, (end) => y <= end + tolerance)];

  function visit(fragment: Fragment, at: Origin): void {
    const own = { ...at, x: at.x + fragment.x, y: at.y + fragment.y };
    const foot = own.y + fragment.height;
    if (fragment.kind === "image") show(fragment, own, foot);
    else if (fragment.kind === "line") visitLine(fragment, own);
    else visitBox(fragment, fragment.float === "whole" ? { ...own, whole: own.whole ?? windowWithFoot(foot) } : own);
  }

  /** Where its foot is. */
  function show(fragment: Fragment, at: Origin, foot: number): Window | undefined {
    const window = at.whole ?? windowWithFoot(foot);
    onFragment(fragment, window ? [areaIn(window, fragment, at)] : []);
    return window;
  }

  function visitLine(line: LineFragment, at: Origin): void {
    const window = show(line, at, at.y + (line.isDivided ? line.baseline : line.height));
    const whole = line.isDivided ? at.whole : window;
    for (const atom of line.atoms) visit(atom, { ...at, whole });
  }

  function visitBox(fragment: BoxFragment, at: Origin): void {
    if (fragment.isForTheEar) return;
    const { shift, transform } = fragment;
    const moved = shift ? { ...at, shiftX: at.shiftX + shift.x, shiftY: at.shiftY + shift.y } : at;
    const corner = { x: moved.x + moved.shiftX, y: moved.y + moved.shiftY };
    const turned = transform ? { ...moved, matrix: multiply(moved.matrix, around(transform, corner)) } : moved;
    const { whole = heldIn(fragment, turned) } = moved;
    const own = { ...turned, whole };
    onFragment(fragment, whole ? [areaIn(whole, fragment, own)] : parts(fragment, own));
    if (fragment.isClosed) return;
    for (const child of fragment.children) visit(child, own);
  }

  /** The window that shows as a whole what others would divide. */
  const heldIn = (fragment: BoxFragment, at: Origin): Window | undefined =>
    fragment.heldAt !== undefined && parts(fragment, at).length > 1
      ? windowWithFoot(at.y + fragment.heldAt)
      : undefined;

  /** What each page shows of a box that may be divided. */
  function parts(fragment: BoxFragment, at: Origin): ShownArea[] {
    const bottom = at.y + fragment.height;
    const areas: ShownArea[] = [];
    for (let index = firstIndex(ends, (end) => at.y < end - tolerance); index < windows.length; index += 1) {
      const window = windows[index] as Window;
      if (areas.length > 0 && window.start >= bottom - tolerance) break;
      const top = Math.max(at.y, window.start);
      const height = Math.max(0, Math.min(bottom, window.end) - top);
      areas.push(areaIn(window, { width: fragment.width, height }, { ...at, y: top }));
      if (bottom <= window.end + tolerance) break;
    }
    return areas;
  }

  visit(root, origin);
}

function areaIn(
  { page, left, offset }: Window,
  { width, height }: { readonly width: number; readonly height: number },
  { x, y, shiftX, shiftY, matrix }: Origin,
): ShownArea {
  const seen = boundsUnder(matrix, { x: x + shiftX, y: y + shiftY, width, height });
  return { ...seen, page, x: left + seen.x, y: offset + seen.y };
}
