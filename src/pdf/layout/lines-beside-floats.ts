import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockBox, BlockLevelBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { lineHeightOf } from "../text/line-height.ts";
import type { BlockFlow, FlowOptions } from "./block-flow.ts";
import { gapBetween } from "./block-stack.ts";
import { contentStart, fillLine, type Line, type LineStart } from "./break-lines.ts";
import type { BreakPoint } from "./break-point.ts";
import { type FloatArea, OpenFloats, roomBeside } from "./float-areas.ts";
import type { Fragment, LineFragment } from "./fragment.ts";
import { noMargin } from "./laid-out.ts";
import { placeFloat, type SizedFloat, sizeFloat } from "./layout-float.ts";
import { betweenLines } from "./line-break-points.ts";
import { placeLine } from "./place-line.ts";
import { isPoint, type PreparedInline, pieceWidth } from "./prepared-inline.ts";
import { withFloats } from "./split-line.ts";
import { pieceAt } from "./unit-pieces.ts";

/**
 * Lines that make way for floats, and the floats that are anchored in them (CSS 2.2, 9.5).
 *
 * In: inline content with its floats, and the floats from before. Out: what `layoutLines` gives, and the floats that were
 * placed. A float stands beside the line that it is anchored in, if it fits there with what comes before it in that
 * line, and else below that line. A line that has no room beside the floats begins below the next of them that ends.
 */
export function linesBesideFloats(box: BlockBox, options: FlowOptions): BlockFlow {
  const { style, content } = box;
  const { geometry, height, context } = options;
  const { inset, contentWidth } = geometry;
  const items = content.kind === "inline" ? content.items : [];
  const prepared = context.prepare(items, style.direction, { width: contentWidth, height });
  const indent = resolveLength(style.textIndent, contentWidth);
  const floats = createAnchored(box, options);
  const children: Fragment[] = [];
  const lines: LineFragment[] = [];
  let start: LineStart = contentStart;
  let y = inset.top;
  for (;;) {
    const own = lines.length === 0 ? indent : 0;
    const set = setLine(prepared, start, { box, y, indent: own, floats, options });
    if (!set) break;
    start = set.next;
    if (set.placed) {
      lines.push(set.placed);
      y = set.placed.y + set.placed.height;
    }
    floats.placeWaiting(y);
    const among = set.placed ? withFloats(set.placed, set.among, floats.fragmentOf) : set.among.map(floats.fragmentOf);
    children.push(...set.before.map(floats.fragmentOf), ...among);
  }
  const last = lines.at(-1);
  return {
    children,
    end: y,
    marginTop: noMargin,
    marginBottom: noMargin,
    breaks: breaksBetween(lines, inset.top, style),
    breakBefore: "auto",
    breakAfter: "auto",
    pages: undefined,
    firstBaseline: lines[0] && lines[0].y + lines[0].baseline,
    baseline: last && last.y + last.baseline,
    isEmpty: lines.every(({ height }) => height === 0),
    trailingMargin: 0,
    floats: floats.placed,
  };
}

function breaksBetween(lines: readonly LineFragment[], top: number, style: ComputedStyle): BreakPoint[] {
  const between = lines.slice(1).map(({ y: next }, index) => {
    const { y, height } = lines[index] as LineFragment;
    return betweenLines({ y: y + height, next, above: index + 1, below: lines.length - index - 1, style });
  });
  // The first line had no room beside the floats: a page may end above it.
  const first = lines[0];
  if (!first || first.y <= top + tolerance) return between;
  return [gapBetween(top, first.y), ...between];
}

type Anchored = ReturnType<typeof createAnchored>;

/** The floats of one paragraph, as they are placed. */
function createAnchored(box: BlockBox, { geometry, height, floats, overhang, context }: FlowOptions) {
  const { direction } = box.style;
  const { inset, contentWidth } = geometry;
  const sides = { left: inset.left, right: inset.left + contentWidth };
  const done = new Set<BlockLevelBox>();
  const fragments = new Map<BlockLevelBox, Fragment>();
  const placed: FloatArea[] = [];
  const open = new OpenFloats(floats);
  let waiting: SizedFloat[] = [];

  function place(float: SizedFloat, top: number): void {
    const { fragment, area } = placeFloat(float, { areas: open.near, top, ...sides, direction, context });
    placed.push(area);
    open.add(area);
    fragments.set(float.box, fragment);
  }

  return {
    placed,
    room: (y: number, height: number) => roomBeside(open.areas, { y, height, ...sides }),
    /** Places a float of the line at `y`, which has so much text before it; or has it wait for the next line. */
    anchor(float: BlockLevelBox, y: number, before: number): void {
      const sized = sizeFloat(float, { containing: contentWidth, direction, height, overhang, context });
      done.add(float);
      const { area } = placeFloat(sized, { areas: open.near, top: y, ...sides, direction, context });
      const { left, right } = roomBeside(open.areas, { y, ...sides });
      const fits = area.naturalTop <= y + tolerance && before + sized.width <= right - left + tolerance;
      if (waiting.length === 0 && (before === 0 || fits)) place(sized, y);
      else waiting.push(sized);
    },
    isDone: (float: BlockLevelBox) => done.has(float),
    placeWaiting(y: number): void {
      open.endAbove(y);
      for (const float of waiting) place(float, y);
      waiting = [];
    },
    fragmentOf: (float: BlockLevelBox) => fragments.get(float) as Fragment,
  };
}

interface SetOptions {
  readonly box: BlockBox;
  readonly y: number;
  readonly indent: number;
  readonly floats: Anchored;
  readonly options: FlowOptions;
}

interface SetLine {
  /** Undefined: nothing but floats was left. */
  readonly placed: LineFragment | undefined;
  readonly next: LineStart;
  /** Floats anchored in it: those before its first word, and those among its words. */
  readonly before: readonly BlockLevelBox[];
  readonly among: readonly BlockLevelBox[];
}

/** The next line in the room that there is; again for each float that it holds, and if it turns out taller. */
function setLine(prepared: PreparedInline, start: LineStart, setting: SetOptions): SetLine | undefined {
  const { box, indent, floats, options } = setting;
  const { style } = box;
  const { context, geometry } = options;
  const end = geometry.inset.left + geometry.contentWidth;
  const before = leadingFloats(prepared, start).filter((float) => !floats.isDone(float));
  const among: BlockLevelBox[] = [];
  for (const float of before) floats.anchor(float, setting.y, 0);
  const least = leastRoom(prepared, start) + indent;
  let height = lineHeightOf(style, context.shaper.fontOf(style));
  let y = setting.y;
  for (;;) {
    const room = floats.room(y, height);
    if (room.nextEdge !== undefined && room.right - room.left + tolerance < least) {
      y = room.nextEdge;
      continue;
    }
    const width = Math.max(0, room.right - room.left);
    // Words reach over nothing that stands at the right.
    const overhang = room.right < end - tolerance ? undefined : options.overhang;
    const filled = fillLine(prepared, start, { room: width - indent, width, overhang }, context);
    if (!filled) return undefined;
    const { line, next } = filled;
    const found = nextFloat(line, floats);
    if (found) {
      floats.anchor(found.box, y, indent + found.before);
      among.push(found.box);
      continue;
    }
    if (line.pieces.every(({ kind }) => kind === "float")) return { placed: undefined, next, before, among };
    const placed = placeLine(line, { style, width, indent, x: room.left, y, context });
    const actual = floats.room(y, placed.height);
    if (placed.height > height + tolerance && actual.right - actual.left < width - tolerance) {
      height = placed.height;
      continue;
    }
    return { placed, next, before, among };
  }
}

/** Floats before the first word of a line. */
function leadingFloats({ units }: PreparedInline, { index, rest }: LineStart): BlockLevelBox[] {
  const unit = rest?.unit ?? units[index];
  const floats: BlockLevelBox[] = [];
  for (let at = unit?.start ?? 0; unit && at < unit.end; at += 1) {
    const piece = pieceAt(unit, at);
    if (!isPoint(piece)) break;
    if (piece.kind === "float") floats.push(piece.box);
  }
  return floats;
}

/** What a line cannot do without: what comes first in it. */
function leastRoom({ units }: PreparedInline, { index, rest }: LineStart): number {
  const first = rest?.unit ?? units[index];
  return first ? first.minWidth + (first.hyphen?.width ?? 0) : 0;
}

/** The first float of the line that is not placed, and what stands before it. */
function nextFloat({ pieces }: Line, floats: Anchored) {
  let before = 0;
  let spaces = 0;
  for (const piece of pieces) {
    if (piece.kind === "float" && !floats.isDone(piece.box)) return { box: piece.box, before };
    if (piece.kind === "word" && piece.word.isSpace) spaces += piece.width;
    else if (pieceWidth(piece) !== 0) {
      before += spaces + pieceWidth(piece);
      spaces = 0;
    }
  }
  return undefined;
}
