import { overflowOf } from "../css/overflow.ts";
import type { PageArea } from "../css/page-style.ts";
import { apply, type Matrix } from "../geometry/matrix.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";

/** Browsers draw what they print at two thirds of its size, and no smaller. */
export const mostShrink = 1.5;

/** Less than this beyond the page's edge is not seen, pt. */
const hardlySeen = 0.5;

/**
 * How many times wider pages would have to be for all that is drawn to stand on them: 1 to `mostShrink`. `root` is laid out on
 * pages as they are, with words and tables that reach out of them and boxes where they are placed; what its box cuts off anyway does not count.
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
    if (fragment.kind === "image") {
      note(x + fragment.width, { room, edge });
      return;
    }
    if (fragment.isForTheEar) return;
    const { style } = fragment;
    const own = style ? areaOf(style.page).width : room;
    const drawn = x + (fragment.shift?.x ?? 0);
    const moved = fragment.transform ? movedBy(fragment, fragment.transform) : { left: 0, right: fragment.width };
    note(drawn + moved.right, { room: own, edge });
    // What stands in a box that is turned goes with it.
    if (moved.left === undefined) return;
    const at = drawn + moved.left;
    const inner = style && overflowOf(style) !== "visible" ? Math.min(edge, at + fragment.width) : edge;
    for (const child of fragment.children) visit(child, at, { room: own, edge: inner });
  }

  function note(right: number, { room, edge }: { readonly room: number; readonly edge: number }) {
    const seen = Math.min(right, edge);
    if (room > 0 && seen > room + hardlySeen) factor = Math.max(factor, seen / room);
  }

  visit(root, 0, { room: root.width, edge: Number.POSITIVE_INFINITY });
  return Math.min(mostShrink, factor);
}

/** Where a box is drawn, from where it stands; `left` is absent where it is not only moved. */
function movedBy({ width, height }: BoxFragment, matrix: Matrix): { readonly left?: number; readonly right: number } {
  const [a, b, c, d, e] = matrix;
  if (a === 1 && b === 0 && c === 0 && d === 1) return { left: e, right: e + width };
  const corners = [0, width].flatMap((x) => [0, height].map((y) => apply(matrix, x, y)[0]));
  return { right: Math.max(...corners) };
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
