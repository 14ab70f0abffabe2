import type { Fragment, ImageFragment } from "./fragment.ts";
import type { PagedLayout } from "./page-marks.ts";

/** The pictures of a layout, in the order of its fragments: of the flow, of the notes of its pages and of fixed boxes. */
export function imageFragments({ fragment, slices, fixed }: PagedLayout): readonly ImageFragment[] {
  const found: ImageFragment[] = [];
  collectImages(fragment, found);
  for (const { notes } of slices) for (const note of notes) collectImages(note.fragment, found);
  for (const box of fixed) collectImages(box.fragment, found);
  return found;
}

/** A function of its own: one made for each layout would be compiled anew after each collection. */
function collectImages(fragment: Fragment, found: ImageFragment[]): void {
  if (fragment.kind === "image") found.push(fragment);
  else if (fragment.kind === "line") for (const atom of fragment.atoms) collectImages(atom, found);
  else if (!fragment.holdsWordsAlone) for (const child of fragment.children) collectImages(child, found);
}
