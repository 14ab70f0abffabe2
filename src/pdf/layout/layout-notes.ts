import { resolveLength } from "../../stylesheet/index.ts";
import type { Footnote } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { PageKind, PageStyle, PageStyles } from "../css/page-style.ts";
import { insetOf } from "./box-geometry.ts";
import type { Fragment, LineFragment } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { NoteCall, NotePiece, NotesToPlace } from "./note-flow.ts";

/** The footnotes that a layout calls, ready to be placed: laid out once for each width of page. */
export function layoutNotes(
  root: Fragment,
  { pages, context }: { readonly pages: PageStyles; readonly context: LayoutContext },
): NotesToPlace {
  const laidOut = new Map<Footnote, Map<number, LaidOut>>();

  function layout(note: Footnote, page: PageKind): LaidOut {
    const edges = noteAreaEdges(pages.page(page).footnoteArea);
    const width = Math.max(1, pages.area(page.name).width - edges.left - edges.right);
    const byWidth = laidOut.get(note) ?? new Map<number, LaidOut>();
    laidOut.set(note, byWidth);
    const made = byWidth.get(width) ?? context.layout(note.box, { width, exactWidth: width });
    byWidth.set(width, made);
    return made;
  }

  return {
    calls: callsIn(root),
    layout,
    areaInset: (page) => {
      const edges = noteAreaEdges(pages.page(page).footnoteArea);
      return edges.top + edges.bottom;
    },
  };
}

/** Where each note of a page stands in the area at its foot, pt from the top left corner of the page. */
export function placeNotes(
  notes: readonly NotePiece[],
  { footnoteArea, margin, height }: PageStyle,
): readonly { readonly note: NotePiece; readonly x: number; readonly y: number }[] {
  const edges = noteAreaEdges(footnoteArea);
  const heights = notes.reduce((sum, { start, end }) => sum + end - start, 0);
  let next = height - margin.bottom - edges.bottom - heights;
  return notes.map((note) => {
    const y = next;
    next += note.end - note.start;
    return { note, x: margin.left + edges.left, y };
  });
}

/** Margin, border and padding of the footnote area, pt. */
export function noteAreaEdges(style: ComputedStyle) {
  const margin = (value: ComputedStyle["marginTop"]) => (value === "auto" ? 0 : resolveLength(value, 0));
  const inset = insetOf(style, 0);
  return {
    top: margin(style.marginTop) + inset.top,
    right: margin(style.marginRight) + inset.right,
    bottom: margin(style.marginBottom) + inset.bottom,
    left: margin(style.marginLeft) + inset.left,
  };
}

/** Each note once, at the first line that calls it. */
function callsIn(root: Fragment): NoteCall[] {
  const calls: Calls = new Map();
  findCalls(root, { y: 0, foot: undefined, calls });
  return [...calls.values()].sort((a, b) => a.y - b.y);
}

type Calls = Map<Footnote, NoteCall>;

interface CallsOptions {
  /** Of what is around. */
  readonly y: number;
  /** Of the line that an inline-block stands in, which it goes with, or of a float that is kept whole. */
  readonly foot: number | undefined;
  readonly calls: Calls;
}

function findCalls(fragment: Fragment, { y, foot, calls }: CallsOptions): void {
  const top = y + fragment.y;
  if (fragment.kind === "box" && !fragment.holdsWordsAlone) {
    const inside = { y: top, foot: foot ?? (fragment.float === "whole" ? top + fragment.height : undefined), calls };
    for (const child of fragment.children) findCalls(child, inside);
  }
  if (fragment.kind === "line") findCallsInLine(fragment, { y: top, foot: foot ?? top + fragment.height, calls });
}

function findCallsInLine({ runs, atoms }: LineFragment, options: CallsOptions & { readonly foot: number }): void {
  const { foot, calls } = options;
  for (const { item } of runs) {
    if (item.note && !calls.has(item.note)) calls.set(item.note, { y: foot, note: item.note });
  }
  for (const atom of atoms) findCalls(atom, options);
}
