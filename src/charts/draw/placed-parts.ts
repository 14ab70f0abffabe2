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
  { marktype, role = "", items = [] }: SceneNode,
  { dx, dy, parts }: { readonly dx: number; readonly dy: number; readonly parts: FoundParts },
): void {
  for (const item of items) {
    for (const mark of item.items ?? []) findParts(mark, { dx: dx + (item.x ?? 0), dy: dy + (item.y ?? 0), parts });
    if (!item.bounds) continue;
    const bounds = moved(item.bounds, dx, dy);
    if (marktype === "text" && isSaid(item, role))
      parts.texts.push({ lines: linesOf(item), bounds, isLeftOut: item.opacity === 0, isOfMark: role === "mark" });
    if (marktype === "rect" && role === "mark" && isSolid(item) && isInk(item.fill)) parts.bars.push(bounds);
    if (marktype === "symbol" && role === "mark" && isSolid(item) && isInk(item.fill)) parts.dots.push(bounds);
  }
}

/** Of the smallest text that a scene shows, px; unbounded where it shows none. */
export function smallestTextPx(root: object): number {
  let smallest = Number.POSITIVE_INFINITY;
  const visit = ({ marktype, items = [] }: SceneNode): void => {
    for (const item of items) {
      for (const mark of item.items ?? []) visit(mark);
      const isShown = marktype === "text" && item.opacity !== 0 && linesOf(item).some((line) => line.trim() !== "");
      if (isShown) smallest = Math.min(smallest, item.fontSize ?? vegasFontSizePx);
    }
  };
  visit(root as SceneNode);
  return smallest;
}

const vegasFontSizePx = 11;

/** What is paler is a shade behind the chart, on which texts are read. */
const isSolid = ({ opacity = 1 }: SceneNode): boolean => opacity > 0.3;

function linesOf({ text }: SceneNode): readonly string[] {
  if (typeof text === "string") return [text];
  return Array.isArray(text) ? text.map(String) : [String(text ?? "")];
}

/** Labels that are not shown are told where they are names of an axis. */
function isSaid(item: SceneNode, role: string): boolean {
  const isName = role === "axis-label" && isObject(item.datum) && typeof item.datum.value === "string";
  return linesOf(item).some((line) => line.trim() !== "") && (item.opacity !== 0 || isName);
}

const moved = ({ x1, x2, y1, y2 }: Bounds, dx: number, dy: number): Bounds => ({
  x1: x1 + dx,
  x2: x2 + dx,
  y1: y1 + dy,
  y2: y2 + dy,
});

/** What each text says, its lines in one. */
export function sentencesIn(root: object): readonly string[] {
  const sentences: string[] = [];
  const visit = ({ marktype, items = [] }: SceneNode): void => {
    for (const item of items) {
      if (marktype === "text") sentences.push(linesOf(item).join(" ").replaceAll(/\s+/g, " "));
      for (const mark of item.items ?? []) visit(mark);
    }
  };
  visit(root as SceneNode);
  return sentences;
}
