import { overflowOf } from "../css/overflow.ts";
import type { PageArea } from "../css/page-style.ts";
import { boundsUnder, type Matrix } from "../geometry/matrix.ts";
import type { BoxFragment, Fragment, TextRun } from "./fragment.ts";

/** Browsers draw what they print at two thirds of its size, and no smaller. */
export const mostShrink = 1.5;

/** Less than this beyond the page's edge is not seen, pt. */
const hardlySeen = 0.5;

export interface Shrink {
  /** How many times wider pages would have to be: 1 to `mostShrink`. */
  readonly times: number;
  /** Text of what reaches furthest, or what comes before it. */
  readonly at: TextRun | undefined;
}

/**
 * How many times wider pages would have to be for all that is drawn to stand on them. `root` is laid out on
 * pages as they are, with words and tables that reach out of them and boxes where they are placed; what its box cuts off anyway does not count.
 */
export function shrinkFactor(root: Fragment, areaOf: (page: string) => PageArea): Shrink {
  let times = 1;
  let last: TextRun | undefined;
  let widest: Fragment | TextRun | undefined;
  let before: TextRun | undefined;

  function visit(fragment: Fragment, left: number, around: Around): void {
    const x = left + fragment.x;
    if (fragment.kind === "line") visitLine(fragment, x, around);
    else if (fragment.kind === "image") note(fragment, x + fragment.width, around);
    else if (!fragment.isForTheEar) visitBox(fragment, x, { ...around, edge: edgeOf(fragment, x, around) });
  }

  function visitLine(line: Extract<Fragment, { kind: "line" }>, x: number, around: Around): void {
    for (const run of line.runs) {
      last = run;
      note(run, x + run.x + visibleWidth(run), around);
    }
    for (const atom of line.atoms) {
      visit(atom, x, around);
      note(atom, x + atom.x + atom.width + marginAfter(atom), around);
    }
  }

  function visitBox(fragment: BoxFragment, x: number, { room, edge }: Around): void {
    const { style } = fragment;
    const own = style ? areaOf(style.page).width : room;
    const drawn = x + (fragment.shift?.x ?? 0);
    const moved = fragment.transform ? movedBy(fragment, fragment.transform) : { left: 0, right: fragment.width };
    note(fragment, drawn + moved.right, { room: own, edge });
    // What stands in a box that is turned goes with it.
    if (moved.left === undefined || fragment.isClosed) return;
    const at = drawn + moved.left;
    const inner = style && overflowOf(style) !== "visible" ? Math.min(edge, at + fragment.width) : edge;
    for (const child of fragment.children) visit(child, at, { room: own, edge: inner });
  }

  function note(what: Fragment | TextRun, right: number, { room, edge }: Around) {
    const seen = Math.min(right, edge);
    if (room <= 0 || seen <= room + hardlySeen || seen / room <= times) return;
    times = seen / room;
    widest = what;
    before = last;
  }

  visit(root, 0, { room: root.width, edge: Number.POSITIVE_INFINITY });
  const at = widest && ("kind" in widest ? (firstRun(widest) ?? before) : widest);
  return { times: Math.min(mostShrink, times), at };
}

/** What stands around a fragment, pt: the width of its page, and the right edge of what cuts it off. */
interface Around {
  readonly room: number;
  readonly edge: number;
}

/** Of a box that is painted apart from those it stands in, these cut it off nevertheless. */
const edgeOf = ({ cutBy = [] }: BoxFragment, x: number, { edge }: Around): number =>
  cutBy.reduce((least, cut) => Math.min(least, x + cut.x + cut.box.width), edge);

function firstRun(fragment: Fragment): TextRun | undefined {
  if (fragment.kind === "image") return undefined;
  const [run] = fragment.kind === "line" ? fragment.runs : [];
  if (run) return run;
  for (const child of fragment.kind === "line" ? fragment.atoms : fragment.children) {
    const found = firstRun(child);
    if (found) return found;
  }
  return undefined;
}

/** Where a box is drawn, from where it stands; `left` is absent where it is not only moved. */
function movedBy({ width, height }: BoxFragment, matrix: Matrix): { readonly left?: number; readonly right: number } {
  const [a, b, c, d, e] = matrix;
  if (a === 1 && b === 0 && c === 0 && d === 1) return { left: e, right: e + width };
  const { x, width: across } = boundsUnder(matrix, { x: 0, y: 0, width, height });
  return { right: x + across };
}

/** A box in a line takes the room of its margin with it. */
const marginAfter = (atom: Fragment): number =>
  atom.kind === "box" && typeof atom.style?.marginRight === "number" ? Math.max(0, atom.style.marginRight) : 0;

/** Without the spaces that hang at its end. */
function visibleWidth({ words, width, spaceExtra, item }: Extract<Fragment, { kind: "line" }>["runs"][number]): number {
  let visible = width;
  for (const word of words.toReversed()) {
    if (!word.isSpace) break;
    visible -= word.advance * item.style.fontSize + item.style.letterSpacing * word.glyphCount + spaceExtra;
  }
  return visible;
}
