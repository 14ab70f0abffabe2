import type { CssNode } from "css-tree";
import {
  type Color,
  keywordOf,
  type LengthContext,
  type LengthPercentage,
  parseLengthPercentage,
  splitAtCommas,
  type ValueNodes,
} from "../../stylesheet/index.ts";
import { radiansPerUnit } from "../geometry/angle.ts";
import { colorValue } from "./color-value.ts";
import { middlePosition, type Position, parsePosition } from "./css-position.ts";

/** A stop; on a line lengths, around a point turns. A hint, where half way between two colours lies, has no colour. */
export interface GradientStop<P = LengthPercentage> {
  readonly color: Color | undefined;
  readonly position: P | undefined;
}

interface GradientCommon<P> {
  readonly repeats: boolean;
  readonly stops: readonly GradientStop<P>[];
}

/** `linear-gradient()` (CSS Images 3, 3.1), computed. */
export interface LinearGradient extends GradientCommon<LengthPercentage> {
  readonly kind: "linear";
  /** An angle in radians, clockwise from the top; or the sides that it runs to: -1 left or top, 1 right or bottom. */
  readonly direction: number | { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };
}

/** What the edge of a radial gradient touches. */
export type RadialExtent = "closest-side" | "farthest-side" | "closest-corner" | "farthest-corner";

/** `radial-gradient()` (CSS Images 3, 3.2). */
export interface RadialGradient extends GradientCommon<LengthPercentage> {
  readonly kind: "radial";
  readonly isCircle: boolean;
  /** Or its radii. */
  readonly size: RadialExtent | { readonly x: LengthPercentage; readonly y: LengthPercentage };
  readonly center: Position;
}

/** `conic-gradient()` (CSS Images 4, 3.3): positions in turns, from `from`, radians clockwise from the top. */
export interface ConicGradient extends GradientCommon<number> {
  readonly kind: "conic";
  readonly from: number;
  readonly center: Position;
}

export type CssGradient = LinearGradient | RadialGradient | ConicGradient;

type Compute<T> = (context: GradientContext) => T;

/** Undefined: not a gradient that is supported, as one that is mixed in another space of colours. */
export function parseGradient(node: CssNode | undefined): Compute<CssGradient> | undefined {
  if (node?.type !== "Function") return undefined;
  const [, prefix, kind] = /^(repeating-)?(linear|radial|conic)-gradient$/i.exec(node.name) ?? [];
  if (!kind) return undefined;
  const parts = splitAtCommas(node.children.toArray());
  return parsers[kind.toLowerCase()]?.(parts, prefix !== undefined);
}

type Parser = (parts: readonly ValueNodes[], repeats: boolean) => Compute<CssGradient> | undefined;

const parsers: Readonly<Record<string, Parser>> = { linear: parseLinear, radial: parseRadial, conic: parseConic };

function parseLinear([first = [], ...rest]: readonly ValueNodes[], repeats: boolean): Compute<CssGradient> | undefined {
  const direction = parseDirection(first);
  const stops = parseStops(direction === undefined ? [first, ...rest] : rest, parseLengthPercentage);
  return stops && ((context) => ({ kind: "linear", repeats, direction: direction ?? Math.PI, stops: stops(context) }));
}

function parseRadial([first = [], ...rest]: readonly ValueNodes[], repeats: boolean): Compute<CssGradient> | undefined {
  const shape = parseShape(first);
  const stops = parseStops(shape === undefined ? [first, ...rest] : rest, parseLengthPercentage);
  const own = shape ?? wholeShape;
  return stops && ((context) => ({ kind: "radial", repeats, ...own(context), stops: stops(context) }));
}

function parseConic([first = [], ...rest]: readonly ValueNodes[], repeats: boolean): Compute<CssGradient> | undefined {
  const start = parseStart(first);
  const stops = parseStops(start === undefined ? [first, ...rest] : rest, parseTurn);
  const own = start ?? (() => ({ from: 0, center: middlePosition }));
  return stops && ((context) => ({ kind: "conic", repeats, ...own(context), stops: stops(context) }));
}

/** Colours with up to two positions each, and hints between them. */
function parseStops<P>(
  parts: readonly ValueNodes[],
  parseAt: (node: CssNode | undefined) => Compute<P> | undefined,
): Compute<readonly GradientStop<P>[]> | undefined {
  const stops: Compute<GradientStop<P>>[] = [];
  let colors = 0;
  let isAfterColor = false;
  for (const nodes of parts) {
    const [first, ...others] = nodes;
    const hint = nodes.length === 1 ? parseAt(first) : undefined;
    if (hint) {
      if (!isAfterColor) return undefined;
      stops.push((context) => ({ color: undefined, position: hint(context) }));
      isAfterColor = false;
      continue;
    }
    // The colour may come last, too.
    const [colorNode, positionNodes] = colorValue(first) ? [first, others] : [nodes.at(-1), nodes.slice(0, -1)];
    const color = colorValue(colorNode);
    const positions = positionNodes.map(parseAt);
    if (!color || positions.length > 2 || positions.includes(undefined)) return undefined;
    const listed = positions.length > 0 ? positions : [undefined];
    for (const position of listed) stops.push((context) => ({ color: color(context), position: position?.(context) }));
    colors += listed.length;
    isAfterColor = true;
  }
  return colors < 2 || !isAfterColor ? undefined : (context) => stops.map((stop) => stop(context));
}

function parseAngle(node: CssNode | undefined): number | undefined {
  if (node?.type === "Number" && Number(node.value) === 0) return 0;
  const unit = node?.type === "Dimension" ? radiansPerUnit[node.unit.toLowerCase()] : undefined;
  return node?.type === "Dimension" && unit ? Number(node.value) * unit : undefined;
}

/** An angle or a percentage, as turns. */
function parseTurn(node: CssNode | undefined): Compute<number> | undefined {
  const angle = parseAngle(node);
  const turns =
    node?.type === "Percentage" ? Number(node.value) / 100 : angle === undefined ? undefined : angle / (2 * Math.PI);
  return turns === undefined ? undefined : () => turns;
}

const sides: Readonly<Record<string, { readonly x?: -1 | 1; readonly y?: -1 | 1 }>> = {
  left: { x: -1 },
  right: { x: 1 },
  top: { y: -1 },
  bottom: { y: 1 },
};

const isWord = (node: CssNode | undefined, word: string) =>
  node?.type === "Identifier" && node.name.toLowerCase() === word;

function parseDirection(nodes: ValueNodes): LinearGradient["direction"] | undefined {
  const [node] = nodes;
  if (nodes.length === 1 && node?.type !== "Identifier") return parseAngle(node);
  if (!isWord(node, "to")) return undefined;
  const named = nodes.slice(1).map((side) => (side.type === "Identifier" ? sides[side.name.toLowerCase()] : undefined));
  return named.length === 0 || named.includes(undefined) ? undefined : Object.assign({ x: 0, y: 0 }, ...named);
}

/** What stands before `at`, and the position after it; undefined where that is none. */
function splitAt(nodes: ValueNodes): { readonly before: ValueNodes; readonly center: Compute<Position> } | undefined {
  const index = nodes.findIndex((node) => isWord(node, "at"));
  if (index < 0) return { before: nodes, center: () => middlePosition };
  const center = parsePosition(nodes.slice(index + 1));
  return center && { before: nodes.slice(0, index), center };
}

type Shape = Pick<RadialGradient, "isCircle" | "size" | "center">;

const wholeShape: Compute<Shape> = () => ({ isCircle: false, size: "farthest-corner", center: middlePosition });

const extents: ReadonlySet<string> = new Set(["closest-side", "farthest-side", "closest-corner", "farthest-corner"]);

function parseShape(nodes: ValueNodes): Compute<Shape> | undefined {
  const split = splitAt(nodes);
  if (!split) return undefined;
  const { before, center } = split;
  const isShape = (node: CssNode) => isWord(node, "circle") || isWord(node, "ellipse");
  const [shape, ...moreShapes] = before.filter(isShape);
  const sizes = before.filter((node) => !isShape(node));
  if (moreShapes.length > 0 || sizes.length > 2) return undefined;
  const extent = keywordOf(sizes);
  const lengths = sizes.map(parseLengthPercentage);
  const [x, y = x] = lengths;
  if (sizes.length > 0 && extent === undefined && lengths.includes(undefined)) return undefined;
  if (extent !== undefined && !extents.has(extent)) return undefined;
  if (before.length === 0 && nodes.length === 0) return undefined;
  const isCircle = shape ? isWord(shape, "circle") : extent === undefined && sizes.length === 1;
  if (extent === undefined && sizes.length > 0 && isCircle !== (sizes.length === 1)) return undefined;
  return (context) => ({
    isCircle,
    size:
      x && y && extent === undefined
        ? { x: x(context), y: y(context) }
        : ((extent ?? "farthest-corner") as RadialExtent),
    center: center(context),
  });
}

function parseStart(nodes: ValueNodes): Compute<Pick<ConicGradient, "from" | "center">> | undefined {
  const split = splitAt(nodes);
  if (!split || nodes.length === 0) return undefined;
  const [word, angle, ...others] = split.before;
  if (!word) return (context) => ({ from: 0, center: split.center(context) });
  const from = isWord(word, "from") ? parseAngle(angle) : undefined;
  return from === undefined || others.length > 0 ? undefined : (context) => ({ from, center: split.center(context) });
}

/** What a gradient needs to be computed. */
interface GradientContext extends LengthContext {
  /** The element's own colour. */
  readonly color: Color;
}
