import type { BoxMarks } from "../box/box.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { firstIndex } from "./first-index.ts";
import type { Fragment } from "./fragment.ts";
import type { PageSlice } from "./paginate.ts";

/** Where the content of each page ends: ascending, as a page without any ends where the one before it does. */
function contentEnds(slices: readonly PageSlice[]): Float64Array {
  const ends = new Float64Array(slices.length);
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, { end, hasContent }] of slices.entries()) {
    if (hasContent) last = end;
    ends[index] = last;
  }
  return ends;
}

/** The number of the page, from 1, that each `id` is on; the first of several equal ones counts. */
export function anchorPages(root: Fragment, slices: readonly PageSlice[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const ends = contentEnds(slices);

  function add(marks: BoxMarks | undefined, page: () => number): void {
    for (const id of marks?.anchors ?? []) if (!found.has(id)) found.set(id, page());
  }
  /** A box starts on the first page that reaches below its top, a line is on the first that holds its foot. */
  const pageBelow = (y: number) => firstIndex(ends, (end) => y < end - tolerance) + 1;
  const pageWithFoot = (y: number) => firstIndex(ends, (end) => y <= end + tolerance) + 1;

  function visit(fragment: Fragment, y: number, page?: number): void {
    const top = y + fragment.y;
    if (fragment.kind === "box" && fragment.float === "whole" && page === undefined) {
      visit(fragment, y, pageWithFoot(top + fragment.height));
      return;
    }
    if (fragment.kind === "line") {
      const own = page ?? pageWithFoot(top + fragment.height);
      for (const marks of fragment.marks) add(marks, () => own);
      for (const atom of fragment.atoms) visit(atom, top, own);
      return;
    }
    add(fragment.marks, () => page ?? (fragment.height > 0 ? pageBelow(top) : pageWithFoot(top)));
    if (fragment.kind === "box") for (const child of fragment.children) visit(child, top, page);
  }

  visit(root, 0);
  for (const [index, { notes }] of slices.entries()) {
    for (const note of notes) if (note.start === 0) visit(note.fragment, 0, index + 1);
  }
  return found;
}
