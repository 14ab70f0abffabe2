import type { BoxMarks } from "../box/box.ts";
import type { PageStrings } from "../box/margin-text.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { firstIndex } from "./first-index.ts";
import type { Fragment } from "./fragment.ts";
import type { PageSlice } from "./paginate.ts";
import type { FixedBox } from "./place-boxes.ts";

export interface PagedLayout {
  /** The continuous layout, and the part of it on each page. */
  readonly fragment: Fragment;
  readonly slices: readonly PageSlice[];
  /** On every page. */
  readonly fixed: readonly FixedBox[];
}

/** The index of the page that a fixed box is content of: the first that reaches below it, or the last that has content. */
export function pageOfFixed({ y }: FixedBox, slices: readonly PageSlice[]): number {
  const index = slices.findIndex(({ hasContent, end }) => hasContent && y < end);
  return index < 0 ? slices.findLastIndex(({ hasContent }) => hasContent) : index;
}

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

/** Tells of all marks, with the index of the page that each is on: the flow in document order, then notes and fixed boxes. */
function visitMarks({ fragment: root, slices, fixed }: PagedLayout, onMarks: (marks: BoxMarks, page: number) => void) {
  const visitor = new MarksVisitor(contentEnds(slices), onMarks);
  visitor.visit(root, 0);
  for (const [index, { notes }] of slices.entries()) {
    for (const note of notes) if (note.start === 0) visitor.visit(note.fragment, 0, index);
  }
  for (const box of fixed) visitor.visit(box.fragment, 0, pageOfFixed(box, slices));
}

class MarksVisitor {
  readonly #ends: Float64Array;
  readonly #onMarks: (marks: BoxMarks, page: number) => void;

  constructor(ends: Float64Array, onMarks: (marks: BoxMarks, page: number) => void) {
    this.#ends = ends;
    this.#onMarks = onMarks;
  }

  visit(fragment: Fragment, y: number, page?: number): void {
    const top = y + fragment.y;
    if (fragment.kind === "box" && fragment.float === "whole" && page === undefined) {
      this.visit(fragment, y, this.#pageWithFoot(top + fragment.height));
      return;
    }
    if (fragment.kind === "line") {
      if (fragment.marks.length === 0 && fragment.atoms.length === 0) return;
      const own = page ?? this.#pageWithFoot(top + fragment.height);
      for (const marks of fragment.marks) this.#onMarks(marks, own);
      for (const atom of fragment.atoms) this.visit(atom, top, own);
      return;
    }
    if (fragment.marks) {
      const own = page ?? (fragment.height > 0 ? this.#pageBelow(top) : this.#pageWithFoot(top));
      this.#onMarks(fragment.marks, own);
    }
    if (fragment.kind === "box" && !fragment.holdsWordsAlone)
      for (const child of fragment.children) this.visit(child, top, page);
  }

  /** A box starts on the first page that reaches below its top, a line is on the first that holds its foot. */
  #pageBelow(y: number): number {
    return firstIndex(this.#ends, (end) => y < end - tolerance);
  }

  #pageWithFoot(y: number): number {
    return firstIndex(this.#ends, (end) => y <= end + tolerance);
  }
}

/** The number of the page, from 1, that each `id` is on; the first of several equal ones counts. */
export function anchorPages(layout: PagedLayout): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  visitMarks(layout, ({ anchors }, page) => {
    for (const id of anchors) if (!found.has(id)) found.set(id, page + 1);
  });
  return found;
}

/** The values of one named string, in the order of the pages that they are on. */
interface StringValues {
  readonly pages: Float64Array;
  readonly values: readonly string[];
}

/** Named strings as each page, by its index, sees them; looked for when the first page asks. */
export function createPageStrings(layout: PagedLayout): (page: number) => PageStrings {
  let found: ReadonlyMap<string, StringValues> | undefined;
  /** Its values on the pages before, and on the page. */
  function split(name: string, page: number) {
    found ??= findStrings(layout);
    const { pages, values } = found.get(name) ?? { pages: new Float64Array(), values: [] };
    const start = firstIndex(pages, (own) => own >= page);
    return {
      before: values[start - 1],
      here: values.slice(
        start,
        firstIndex(pages, (own) => own > page),
      ),
    };
  }
  return (page) => ({
    before: (name) => split(name, page).before ?? "",
    here: (name) => split(name, page).here,
  });
}

function findStrings(layout: PagedLayout): ReadonlyMap<string, StringValues> {
  const found = new Map<string, { readonly page: number; readonly value: string }[]>();
  visitMarks(layout, ({ strings }, page) => {
    for (const { name, value } of strings) {
      const known = found.get(name) ?? [];
      known.push({ page, value });
      found.set(name, known);
    }
  });
  const inOrder = [...found].map(([name, strings]): [string, StringValues] => {
    // What stands in the flow behind a float or a note may be on a page before it.
    strings.sort((a, b) => a.page - b.page);
    return [name, { pages: Float64Array.from(strings, ({ page }) => page), values: strings.map(({ value }) => value) }];
  });
  return new Map(inOrder);
}
