import type { Fragment, ImageFragment } from "./fragment.ts";
import type { PagedLayout } from "./page-marks.ts";

/** The pictures of a layout, in the order of its fragments: of the flow, of the notes of its pages and of fixed boxes. */
export function imageFragments({ fragment, slices, fixed }: PagedLayout): readonly ImageFragment[] {
  const found: ImageFragment[] = [];
  const visit = (each: Fragment): void => {
    if (each.kind === "image") found.push(each);
    else if (each.kind === "line" || !each.holdsWordsAlone)
      for (const inner of each.kind === "line" ? each.atoms : each.children) visit(inner);
  };
  visit(fragment);
  for (const { notes } of slices) for (const note of notes) visit(note.fragment);
  for (const box of fixed) visit(box.fragment);
  return found;
}
