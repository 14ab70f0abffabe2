import { SVGPathData } from "svg-pathdata";
import { apply, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";

/** A path in absolute lines and cubic curves. */
export type Outline = readonly Segment[];

export type Segment =
  | { readonly kind: "move"; readonly x: number; readonly y: number }
  | { readonly kind: "line"; readonly x: number; readonly y: number }
  | Curve
  | { readonly kind: "close" };

export interface Curve {
  readonly kind: "curve";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly x: number;
  readonly y: number;
}

/** An outline as an element draws it. */
export interface Shape {
  readonly outline: Outline;
  /** Segments that end at a vertex, for the elements that have markers. */
  readonly vertices?: readonly number[];
}

export function rectangle({ x, y, width, height }: Rectangle): Outline {
  return [
    { kind: "move", x, y },
    { kind: "line", x: x + width, y },
    { kind: "line", x: x + width, y: y + height },
    { kind: "line", x, y: y + height },
    { kind: "close" },
  ];
}

/** How far the control points of a quarter of an ellipse lie from its ends, in radii. */
const quarter = 0.552_284_75;

/** A rectangle with corners of these radii (SVG 2, 10.2). */
export function roundedRectangle({ x, y, width, height }: Rectangle, rx: number, ry: number): Outline {
  const [right, bottom] = [x + width, y + height];
  const [kx, ky] = [rx * (1 - quarter), ry * (1 - quarter)];
  return [
    { kind: "move", x: x + rx, y },
    { kind: "line", x: right - rx, y },
    { kind: "curve", x1: right - kx, y1: y, x2: right, y2: y + ky, x: right, y: y + ry },
    { kind: "line", x: right, y: bottom - ry },
    { kind: "curve", x1: right, y1: bottom - ky, x2: right - kx, y2: bottom, x: right - rx, y: bottom },
    { kind: "line", x: x + rx, y: bottom },
    { kind: "curve", x1: x + kx, y1: bottom, x2: x, y2: bottom - ky, x, y: bottom - ry },
    { kind: "line", x, y: y + ry },
    { kind: "curve", x1: x, y1: y + ky, x2: x + kx, y2: y, x: x + rx, y },
    { kind: "close" },
  ];
}

/** An ellipse, from its rightmost point and clockwise (SVG 2, 10.4): dashes and markers begin there. */
export function ellipse(cx: number, cy: number, { rx, ry }: { readonly rx: number; readonly ry: number }): Outline {
  const [kx, ky] = [rx * quarter, ry * quarter];
  return [
    { kind: "move", x: cx + rx, y: cy },
    { kind: "curve", x1: cx + rx, y1: cy + ky, x2: cx + kx, y2: cy + ry, x: cx, y: cy + ry },
    { kind: "curve", x1: cx - kx, y1: cy + ry, x2: cx - rx, y2: cy + ky, x: cx - rx, y: cy },
    { kind: "curve", x1: cx - rx, y1: cy - ky, x2: cx - kx, y2: cy - ry, x: cx, y: cy - ry },
    { kind: "curve", x1: cx + kx, y1: cy - ry, x2: cx + rx, y2: cy - ky, x: cx + rx, y: cy },
    { kind: "close" },
  ];
}

export function transformed(outline: Outline, matrix: Matrix): Outline {
  return outline.map((segment): Segment => {
    if (segment.kind === "close") return segment;
    const [x, y] = apply(matrix, segment.x, segment.y);
    if (segment.kind !== "curve") return { kind: segment.kind, x, y };
    const [x1, y1] = apply(matrix, segment.x1, segment.y1);
    const [x2, y2] = apply(matrix, segment.x2, segment.y2);
    return { kind: "curve", x1, y1, x2, y2, x, y };
  });
}

/** The smallest box around it; undefined if there is nothing. */
export function boundsOfOutline(outline: Outline): Rectangle | undefined {
  if (outline.length === 0) return undefined;
  const commands = outline.map((segment) => {
    if (segment.kind === "close") return { type: SVGPathData.CLOSE_PATH } as const;
    const { kind, ...points } = segment;
    const types = { move: SVGPathData.MOVE_TO, line: SVGPathData.LINE_TO, curve: SVGPathData.CURVE_TO } as const;
    return { ...points, type: types[kind], relative: false } as SVGPathData["commands"][number];
  });
  const { minX, minY, maxX, maxY } = new SVGPathData(commands).getBounds();
  return Number.isFinite(minX) ? { x: minX, y: minY, width: maxX - minX, height: maxY - minY } : undefined;
}
