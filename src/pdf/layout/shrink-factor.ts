import { overflowOf } from "../css/overflow.ts";
import type { PageArea } from "../css/page-style.ts";
import type { Fragment } from "./fragment.ts";

/** Browsers draw what they print at two thirds of its size, and no smaller. */
export const mostShrink = 1.5;

/** Less than this beyond the page's edge is not seen, pt. */
const hardlySeen = 0.5;

/**
 * How many times wider pages would have to be for all that is drawn to stand on them: 1 to `mostShrink`. `root` is laid out on
 * pages as they are, with words and tables that reach out of them; what its box cuts off anyway does not count.
 */
export function shrinkFactor(root: Fragment, areaOf: (page: string) => PageArea): number {
  let factor = 1;

  function visit(fragment: Fragment, left: number, { room, edge }: { readonly room: number; readonly edge: number }) {
    const x = left + fragment.x;
    if (fragment.kind === "line") {
      for (const run of fragment.runs) note(x + run.x + visibleWidth(run), { room, edge });
      for (const atom of fragment.atoms) visit(atom, x, { room, edge });
      return;
    }
    const style = fragment.kind === "box" ? fragment.style : undefined;
    const own = style ? areaOf(style.page).width : room;
    note(x + fragment.width, { room: own, edge });
    if (fragment.kind === "image" || fragment.isForTheEar) return;
    const inner = style && overflowOf(style) !== "visible" ? Math.min(edge, x + fragment.width) : edge;
    for (const child of fragment.children) visit(child, x, { room: own, edge: inner });
  }

  function note(right: number, { room, edge }: { readonly room: number; readonly edge: number }) {
    const seen = Math.min(right, edge);
    if (room > 0 && seen > room + hardlySeen) factor = Math.max(factor, seen / room);
  }

  visit(root, 0, { room: root.width, edge: Number.POSITIVE_INFINITY });
  return Math.min(mostShrink, factor);
}

/** Without the spaces that hang at its end. */
function visibleWidth({ words, width, spaceExtra, item }: Extract<Fragment, { kind: "line" }>["runs"][number]): number {
  let visible = width;
  for (const word of words.toReversed()) {
    if (!word.isSpace) break;
    visible -= word.advance * item.style.fontSize + item.style.letterSpacing * word.glyphCount + spaceExtra;
  }
  return visible;
}
