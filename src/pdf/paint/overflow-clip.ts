import { borderWidths } from "../box/border-widths.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import { cutsAtEdges } from "../css/overflow.ts";
import { inverse, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { BoxFragment, Fragment, LineFragment } from "../layout/fragment.ts";
import { fine } from "../objects/number.ts";
import { inside, noEdges } from "./paint-background.ts";
import { innerRadii, isRounded, type Radii, radiiOf, rectanglePath } from "./rounded-path.ts";

/** What a box with `overflow: hidden` shows its content in: its padding box, with the corners that its borders leave. */
export interface OverflowClip {
  readonly area: Rectangle;
  readonly radii: Radii;
  /** Under which the area is given. */
  readonly matrix: Matrix;
}

/**
 * Undefined where nothing is cut. What scrolls on a screen (`auto`, `scroll`) is shown whole: on paper nobody can get at the rest.
 */
export function overflowClip(
  fragment: BoxFragment,
  { x, y }: Pick<Rectangle, "x" | "y">,
  matrix: Matrix,
): OverflowClip | undefined {
  const { style, width, height, borders, isCutAbove = false, isCutBelow = false } = fragment;
  if (!style || !mayCut(fragment)) return undefined;
  const isCut = cutsAtEdges(style);
  const edges = borders === "own" ? borderWidths(style) : noEdges;
  const radii = radiiOf({ width, height, hasTop: !isCutAbove, hasBottom: !isCutBelow }, style);
  if (!isCut && !isRounded(radii)) return undefined;
  return { area: inside({ x, y, width, height }, edges), radii: innerRadii(radii, edges), matrix };
}

/** Whether anything of what a box holds may be cut off: of most, nothing is. */
export const mayCut = (fragment: BoxFragment): boolean =>
  fragment.style !== undefined && (cutsAtEdges(fragment.style) || isPicture(fragment));

/** Its corners cut off the picture, whatever its style says of what hangs out (CSS Backgrounds 3, 5.3). */
const isPicture = (fragment: BoxFragment): boolean =>
  fragment.holdsWordsAlone !== true && fragment.children[0]?.kind === "image";

/** Paints pictures or decoration no further than the boxes around them show it. `reach`: all that is painted. */
export function paintWithin(
  clips: readonly OverflowClip[],
  reach: Rectangle,
  { stream, paint }: { readonly stream: ContentStream; paint(): void },
): void {
  const needed = clips.filter((clip) => clip.matrix !== stream.matrix || !isWithin(reach, clip));
  if (needed.length === 0) {
    paint();
    return;
  }
  stream.save();
  for (const clip of needed) cutOff(clip, stream);
  paint();
  stream.restore();
}

function cutOff({ area, radii, matrix }: OverflowClip, stream: ContentStream): void {
  const path = `${rectanglePath({ ...area, width: Math.max(0, area.width), height: Math.max(0, area.height) }, radii)} W n`;
  if (matrix === stream.matrix) {
    stream.write(path);
    return;
  }
  const inner = inverse(stream.matrix);
  const there = inner && multiply(inner, matrix);
  const back = there && inverse(there);
  // What is turned edge on is not seen, whatever is cut off of it.
  if (there && back) stream.write(`${operands(there)} cm ${path} ${operands(back)} cm`);
}

const operands = (matrix: Matrix) => matrix.map(fine).join(" ");

/**
 * Clips but those that text in the box hangs out of: text is never cut off, and keeps what it stands on. `x`, `y`: where the box is.
 */
export const clipsBehindText = (clips: readonly OverflowClip[], box: BoxFragment, at: Pick<Rectangle, "x" | "y">) =>
  clips.filter(({ area }) => !hasTextBeyond(box, at, area));

function hasTextBeyond(fragment: Fragment, at: Pick<Rectangle, "x" | "y">, area: Rectangle): boolean {
  if (fragment.kind === "image") return false;
  if (fragment.kind === "line" && isBeyond(fragment, at, area)) return true;
  const inner = fragment.kind === "line" ? fragment.atoms : fragment.children;
  return inner.some((child) => hasTextBeyond(child, { x: at.x + child.x, y: at.y + child.y }, area));
}

function isBeyond(line: LineFragment, { x, y }: Pick<Rectangle, "x" | "y">, area: Rectangle): boolean {
  const { height } = line;
  const runs = line.runs.filter(({ item }) => item.style.visibility === "visible");
  if (runs.length === 0) return false;
  const middle = y + height / 2;
  if (middle < area.y || middle > area.y + area.height) return true;
  return runs.some((run) => x + run.x < area.x - 1 || x + run.x + run.width > area.x + area.width + 1);
}

/** Where corners are round, all that could touch one counts as cut off. */
function isWithin({ x, y, width, height }: Rectangle, { area, radii }: OverflowClip): boolean {
  const corner = isRounded(radii) ? Math.max(...radii.flatMap((radius) => [radius.x, radius.y])) : 0;
  const isInside = (start: number, length: number, from: number, room: number) =>
    start >= from - tolerance && start + length <= from + room + tolerance;
  const across = isInside(x, width, area.x, area.width);
  const down = isInside(y, height, area.y, area.height);
  if (!across || !down) return false;
  return (
    corner === 0 ||
    isInside(x, width, area.x + corner, area.width - 2 * corner) ||
    isInside(y, height, area.y + corner, area.height - 2 * corner)
  );
}
