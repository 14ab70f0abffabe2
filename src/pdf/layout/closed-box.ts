import { borderWidths } from "../box/border-widths.ts";
import type { BlockLevelBox, TextItem } from "../box/box.ts";
import { overflowOf } from "../css/overflow.ts";
import { constrainWidth, heightsOf, insetOf, widthOf } from "./box-geometry.ts";
import type { Fragment, LineFragment } from "./fragment.ts";
import { type LaidOut, onPage } from "./laid-out.ts";
import type { Available } from "./layout-context.ts";

/** Of what a box shows its content in, less than this shows none of it, pt: two px. */
const hardlyOpen = 1.5;

/**
 * A box that its style closes (`overflow: hidden; height: 0`, or a width or a limit of nothing), as menus are that a click would open: what is
 * in it is read where it stands, and not seen. Undefined: it is open, or no such box.
 */
export function closedBox(box: BlockLevelBox, laidOut: LaidOut, available: Available): LaidOut | undefined {
  const { style } = box;
  const { fragment } = laidOut;
  if (overflowOf(style) === "visible" || box.kind === "table" || box.kind === "replaced") return undefined;
  if (fragment.kind !== "box" || fragment.children.length === 0 || style.display.startsWith("table")) return undefined;
  const height = closedHeight(box, fragment.width, available);
  if (height === undefined && !isNarrow(box, fragment.width, available)) return undefined;
  return {
    ...laidOut,
    fragment: {
      ...fragment,
      height: height ?? fragment.height,
      children: fragment.children.map(flattened),
      reach: undefined,
      hasFloats: false,
      isClosed: true,
    },
    slack: 0,
    trailingMargin: undefined,
    breaks: [],
    breakBefore: style.breakBefore,
    breakAfter: style.breakAfter,
    pages: onPage(style.page),
    firstBaseline: undefined,
    baseline: undefined,
  };
}

/** Border box; undefined where it shows some of its content. */
function closedHeight({ style }: BlockLevelBox, width: number, available: Available): number | undefined {
  const border = borderWidths(style);
  const inset = insetOf(style, available.width);
  const { asked, min, max } = heightsOf(style, inset, { width, containing: available.height });
  const own = Math.max(min, Math.min(asked ?? Number.POSITIVE_INFINITY, max));
  const used = available.exactHeight ?? own;
  const isClosed = Math.max(own, used) - border.top - border.bottom < hardlyOpen;
  return isClosed ? used : undefined;
}

function isNarrow({ style }: BlockLevelBox, used: number, available: Available): boolean {
  const border = borderWidths(style);
  const inset = insetOf(style, available.width);
  const wanted = widthOf(style, available.width) ?? Number.POSITIVE_INFINITY;
  const own = constrainWidth(style, { wanted, containing: available.width, sides: inset.left + inset.right });
  return Math.max(own, used) - border.left - border.right < hardlyOpen;
}

/** All of it at one height, so that it is on one page, whatever it would take if it were seen. */
export function flattened(fragment: Fragment): Fragment {
  if (fragment.kind === "image") return { ...fragment, y: 0, height: 0 };
  if (fragment.kind === "line") return flattenedLine(fragment);
  // Field by field: rows of tables are kept as something else.
  const { x, width, style, borders, tag, marks, float, outOfFlow, isPoint } = fragment;
  const children = fragment.children.map(flattened);
  return {
    kind: "box",
    x,
    y: 0,
    width,
    height: 0,
    style,
    borders,
    tag,
    marks,
    children,
    float: float && "whole",
    outOfFlow,
    isPoint,
    isClosed: fragment.isClosed,
  };
}

const flattenedLine = (line: LineFragment): LineFragment => ({
  ...line,
  y: 0,
  height: 0,
  baseline: 0,
  isDivided: false,
  atoms: line.atoms.map(flattened),
});

/** The first text in a closed box that would be seen if it were open; undefined where there is none. */
export function firstUnseen(fragment: Fragment): TextItem | undefined {
  if (fragment.kind === "image") return undefined;
  if (fragment.kind === "line") {
    const seen = fragment.runs.find(({ item, words }) => isSeen(item) && words.some(({ isSpace }) => !isSpace));
    return seen?.item ?? firstIn(fragment.atoms);
  }
  return firstIn(fragment.children);
}

function firstIn(fragments: readonly Fragment[]): TextItem | undefined {
  for (const fragment of fragments) {
    const found = firstUnseen(fragment);
    if (found) return found;
  }
  return undefined;
}

const isSeen = ({ style, tag }: TextItem) => style.visibility === "visible" && tag !== "artifact";

/** A pixel, or nothing, in both directions: the usual way to say something to those who listen alone. */
export const isForListeners = ({ style: { width, height } }: BlockLevelBox): boolean =>
  [width, height].every((size) => typeof size === "number" && size < hardlyOpen);
