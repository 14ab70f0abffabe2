import type { DomElement } from "../dom/dom-node.ts";
import { identity, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { boundsOf } from "./bounds.ts";
import { fromUnitSquare } from "./box.ts";
import { boundsOfOutline, transformed } from "./outline.ts";
import type { ClipShape, SvgMask, SvgNode } from "./scene.ts";
import type { Building, SvgContext } from "./svg-context.ts";
import { transformationIn } from "./transformation.ts";

/** What an element is cut to: shapes, each of which cuts by itself, and masks where shapes lie over each other. */
export interface Clip {
  readonly shapes: readonly ClipShape[];
  readonly masks: readonly SvgMask[];
}

/** The `clip-path` of an element (CSS Masking 1, 3.3 and 6); undefined where it has none. */
export function clipOf(
  element: DomElement,
  content: readonly SvgNode[],
  { context, builder }: Building,
): Clip | undefined {
  const { clipPath } = context.styled.style;
  const referred = clipPath === "none" ? undefined : builder.refer(clipPath.href, element, context);
  if (referred?.element.name !== "clippath") return undefined;
  const own: SvgContext = { ...referred.context, styled: builder.styleAt(referred.element), use: "clip" };
  const transformation = transformationIn(own);
  const units = referred.element.attributes.clippathunits === "objectBoundingBox" ? boundsMatrix(content) : identity;
  const silhouettes = builder.children(referred.element, own);
  const matrix = units && (transformation ? multiply(units, transformation) : units);
  const outer = clipOf(referred.element, content, { context: own, builder });
  const inner = matrix ? cutTo(silhouettes, matrix) : { shapes: [nothing], masks: [] };
  return { shapes: [...inner.shapes, ...(outer?.shapes ?? [])], masks: [...inner.masks, ...(outer?.masks ?? [])] };
}

/** It lets nothing through. */
const nothing: ClipShape = { outline: [], rule: "nonzero" };

function boundsMatrix(content: readonly SvgNode[]): Matrix | undefined {
  const bounds = boundsOf(content);
  return bounds && fromUnitSquare(bounds);
}

function cutTo(silhouettes: readonly SvgNode[], matrix: Matrix): Clip {
  const shapes = shapesIn(silhouettes, matrix);
  if (!shapes) {
    const content: SvgNode = { kind: "group", matrix, opacity: 1, clips: [], masks: [], children: silhouettes };
    return { shapes: [], masks: [{ kind: "alpha", content: [content] }] };
  }
  const [first = nothing, ...more] = shapes;
  return { shapes: [{ ...first, outline: [first, ...more].flatMap(({ outline }) => outline) }], masks: [] };
}

/** Shapes that one path can hold: one, or several that do not touch. Undefined where it takes a mask. */
function shapesIn(nodes: readonly SvgNode[], matrix: Matrix): readonly ClipShape[] | undefined {
  const shapes: ClipShape[] = [];
  for (const node of nodes) {
    if (node.kind === "shape") {
      const [paint] = node.paints;
      shapes.push({
        outline: transformed(node.outline, matrix),
        rule: paint?.kind === "fill" ? paint.rule : "nonzero",
      });
    } else if (node.kind === "group" && node.clips.length === 0 && node.masks.length === 0) {
      const inside = shapesIn(node.children, multiply(matrix, node.matrix));
      if (!inside) return undefined;
      shapes.push(...inside);
    } else return undefined;
  }
  return shapes.length > 1 && !areApart(shapes) ? undefined : shapes;
}

/** Looking at each pair is for a few: more are a mask. */
const mostPairs = 50;

function areApart(shapes: readonly ClipShape[]): boolean {
  if (shapes.length > mostPairs || shapes.some(({ rule }) => rule !== "nonzero")) return false;
  const boxes = shapes.map(({ outline }) => boundsOfOutline(outline));
  return boxes.every((a, index) => boxes.slice(index + 1).every((b) => !a || !b || isApart(a, b)));
}

const isApart = (a: Rectangle, b: Rectangle) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
