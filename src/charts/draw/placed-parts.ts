import { isObject } from "../json.ts";
import type { Bounds, SceneNode } from "../vega/vega-modules.ts";
import { isInk } from "./is-ink.ts";

/** A text of a scene, and where it stands in px of the picture's own system. */
export interface PlacedText {
  /** It is written by a mark, and not by an axis or a legend. */
  readonly isOfMark: boolean;
  readonly lines: readonly string[];
  readonly bounds: Bounds;
  /** A name that an axis leaves out, because it would touch another; figures that it leaves out are understood. */
  readonly isLeftOut: boolean;
}

export interface PlacedParts {
  readonly texts: readonly PlacedText[];
  /** Filled rectangles of marks. */
  readonly bars: readonly Bounds[];
  /** Filled symbols of marks. */
  readonly dots: readonly Bounds[];
}

/** Every text of a scene that says something, every bar and every dot, with their bounds as Vega laid them out. */
export function placedParts(root: object): PlacedParts {
  const parts: FoundParts = { texts: [], bars: [], dots: [] };
  findParts(root as SceneNode, { dx: 0, dy: 0, parts });
  return parts;
}

interface FoundParts extends PlacedParts {
  readonly texts: PlacedText[];
  readonly bars: Bounds[];
  readonly dots: Bounds[];
}

function findParts(
  { marktype, role = "", items = none }: SceneNode,
  { dx, dy, parts }: { readonly dx: number; readonly dy: number; readonly parts: FoundParts },
): void {
  const isOfMark = role === "mark";
  for (const item of items) {
    if (item.items && item.items.length > 0) {
      const inside = { dx: dx + (item.x ?? 0), dy: dy + (item.y ?? 0), parts };
      for (const mark of item.items) findParts(mark, inside);
    }
    if (!item.bounds) continue;
    if (marktype === "text" && isSaid(item, role))
      parts.texts.push({
        lines: linesOf(item),
        bounds: moved(item.bounds, dx, dy),
        isLeftOut: item.opacity === 0,
        isOfMark,
      });
    if (!isOfMark || !isSolid(item) || !isInk(item.fill)) continue;
    if (marktype === "rect") parts.bars.push(moved(item.bounds, dx, dy));
    if (marktype === "symbol") parts.dots.push(moved(item.bounds, dx, dy));
  }
}

/** Shared by all that hold none. */
const none: readonly never[] = [];

/** Of the smallest text that a scene shows, px; unbounded where it shows none. */
export const smallestTextPx = (root: object): number => smallestIn(root as SceneNode, Number.POSITIVE_INFINITY);

function smallestIn({ marktype, items = none }: SceneNode, before: number): number {
  let smallest = before;
  for (const item of items) {
    for (const mark of item.items ?? none) smallest = smallestIn(mark, smallest);
    if (marktype === "text" && item.opacity !== 0 && saysSomething(item))
      smallest = Math.min(smallest, item.fontSize ?? vegasFontSizePx);
  }
  return smallest;
}

const vegasFontSizePx = 11;

/** What is paler is a shade behind the chart, on which texts are read. */
const isSolid = ({ opacity = 1 }: SceneNode): boolean => opacity > 0.3;

function linesOf({ text }: SceneNode): readonly string[] {
  if (typeof text === "string") return [text];
  return Array.isArray(text) ? text.map(String) : [String(text ?? "")];
}

/** Most texts are one line. */
const saysSomething = (item: SceneNode): boolean =>
  typeof item.text === "string" ? item.text.trim() !== "" : linesOf(item).some((line) => line.trim() !== "");

/** Labels that are not shown are told where they are names of an axis. */
function isSaid(item: SceneNode, role: string): boolean {
  const isName = role === "axis-label" && isObject(item.datum) && typeof item.datum.value === "string";
  return (item.opacity !== 0 || isName) && saysSomething(item);
}

/** Most items stand in a group that is moved by nothing. */
function moved(bounds: Bounds, dx: number, dy: number): Bounds {
  if (dx === 0 && dy === 0) return bounds;
  const { x1, x2, y1, y2 } = bounds;
  return { x1: x1 + dx, x2: x2 + dx, y1: y1 + dy, y2: y2 + dy };
}

/** White space that is no single space: most texts have none. */
const hasOtherSpace = /\s\s|[^\S ]/;

/** What each text says, its lines in one. */
export function sentencesIn(root: object): readonly string[] {
  const sentences: string[] = [];
  addSentences(root as SceneNode, sentences);
  return sentences;
}

function addSentences({ marktype, items = none }: SceneNode, sentences: string[]): void {
  for (const item of items) {
    if (marktype === "text") {
      const text = typeof item.text === "string" ? item.text : linesOf(item).join(" ");
      sentences.push(hasOtherSpace.test(text) ? text.replaceAll(/\s+/g, " ") : text);
    }
    for (const mark of item.items ?? none) addSentences(mark, sentences);
  }
}
