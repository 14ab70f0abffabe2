import type { Color } from "../../stylesheet/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { apply, identity, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { cornersOf, fromUnitSquare } from "./box.ts";
import { type InheritedAttributes, inheritedAttributes, unitSquare } from "./inherited-attributes.ts";
import { parseNumber } from "./lengths.ts";
import type { Painting, PaintServer } from "./paint-server.ts";
import type { Ink, SvgGradient } from "./scene.ts";
import type { SvgBuilder } from "./svg-context.ts";
import { transformOf } from "./transform-attribute.ts";

type Stops = SvgGradient["stops"];

/** A linear or radial gradient for what is painted (SVG 2, 14.2). */
export const gradientInk: PaintServer = (server, painting) => {
  const { builder, bounds } = painting;
  const attributes = inheritedAttributes(server, builder);
  const stops = stopsOf(attributes, builder);
  const [last] = stops.slice(-1);
  if (!last) return undefined;
  const isOnBox = attributes.text("gradientunits") !== "userSpaceOnUse";
  // A box without area has no unit square to lie in.
  if (isOnBox && !(bounds && bounds.width > 0 && bounds.height > 0)) return undefined;
  const viewport = isOnBox ? unitSquare : painting.context.viewport;
  const length = (name: string, axis: "x" | "y" | "both", share: number) => {
    const value = attributes.length(name, axis, viewport);
    return value ?? (axis === "x" ? viewport.width : axis === "y" ? viewport.height : size(viewport)) * share;
  };
  const coordinates = (server.element.name === "lineargradient" ? line : circles)(length);
  const solid: Ink = { kind: "color", color: last.color };
  if (stops.length === 1 || !coordinates) return solid;
  const units = isOnBox && bounds ? fromUnitSquare(bounds) : identity;
  const matrix = multiply(units, transformOf(attributes, "gradienttransform", { builder, context: painting.context }));
  // Nothing is painted where all of the plane becomes a line.
  if (Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-12) return undefined;
  const gradient = spread({ coordinates, stops, matrix }, attributes.text("spreadmethod") ?? "pad", bounds);
  return { kind: "gradient", gradient, alpha: 1 };
};

type Length = (name: string, axis: "x" | "y" | "both", share: number) => number;

const size = ({ width, height }: Painting["context"]["viewport"]) => Math.sqrt((width * width + height * height) / 2);

/** Undefined where start and end are one point: all is the last colour. */
function line(length: Length): readonly number[] | undefined {
  const [x1, y1] = [length("x1", "x", 0), length("y1", "y", 0)];
  const [x2, y2] = [length("x2", "x", 1), length("y2", "y", 0)];
  return x1 === x2 && y1 === y2 ? undefined : [x1, y1, x2, y2];
}

/** The focal circle and the outer one; a focal point outside moves to the edge (SVG 2, 14.2.3). */
function circles(length: Length): readonly number[] | undefined {
  const [cx, cy, r] = [length("cx", "x", 0.5), length("cy", "y", 0.5), length("r", "both", 0.5)];
  const defaultFocus = (name: string, axis: "x" | "y", own: number) => length(name, axis, Number.NaN) || own;
  const [fx, fy] = [defaultFocus("fx", "x", cx), defaultFocus("fy", "y", cy)];
  if (r <= 0) return undefined;
  const fr = Math.max(0, Math.min(length("fr", "both", 0), r));
  const distance = Math.hypot(fx - cx, fy - cy);
  const most = r * 0.999 - fr;
  const pull = distance > most && distance > 0 ? Math.max(0, most) / distance : 1;
  return [cx + (fx - cx) * pull, cy + (fy - cy) * pull, fr, cx, cy, r];
}

/** Stops of the first of the chain that has any; none lies before the one that it follows. */
function stopsOf({ chain }: InheritedAttributes, builder: SvgBuilder): Stops {
  const isStop = (child: DomElement["children"][number]): child is DomElement =>
    child.kind === "element" && child.name === "stop";
  const owner = chain.find((element) => element.children.some(isStop));
  let least = 0;
  return (owner?.children.filter(isStop) ?? []).map((stop) => {
    least = Math.max(least, offsetOf(stop, builder));
    return { offset: least, color: stopColor(stop, builder) };
  });
}

function offsetOf(stop: DomElement, { report }: SvgBuilder): number {
  const text = stop.attributes.offset?.trim() ?? "0";
  const value = text.endsWith("%") ? (parseNumber(text.slice(0, -1)) ?? Number.NaN) / 100 : parseNumber(text);
  if (value === undefined || Number.isNaN(value)) {
    report.badValue(stop, "offset");
    return 0;
  }
  return Math.min(1, Math.max(0, value));
}

function stopColor(stop: DomElement, builder: SvgBuilder): Color {
  const { style } = builder.styleAt(stop);
  const color = style.stopColor === "currentcolor" ? style.color : style.stopColor;
  return { ...color, alpha: color.alpha * style.stopOpacity };
}

/** More repeats than an eye can tell apart on paper. */
const mostRepeats = 200;

/**
 * `spreadMethod`: PDF's gradients go on in their last colours, so one that repeats is a longer one with its stops over and
 * over, as far as the painted box reaches.
 */
function spread(gradient: SvgGradient, method: string, bounds: Rectangle | undefined): SvgGradient {
  if ((method !== "repeat" && method !== "reflect") || !bounds) return gradient;
  const { coordinates, stops } = gradient;
  const [from, to] = rangeOf(gradient, bounds);
  const count = to - from;
  if (count <= 1 && from === 0) return gradient;
  if (count > mostRepeats) return gradient;
  const periods = Array.from({ length: count }, (_, index) => from + index);
  return {
    ...gradient,
    coordinates: stretched(coordinates, from, to),
    stops: periods.flatMap((period) => {
      const isTurned = method === "reflect" && Math.abs(period) % 2 === 1;
      const own = isTurned ? stops.toReversed().map((stop) => ({ ...stop, offset: 1 - stop.offset })) : stops;
      const ends = [{ ...own[0], offset: 0 }, ...own, { ...own.at(-1), offset: 1 }] as SvgGradient["stops"];
      return ends.map((stop) => ({ ...stop, offset: (period - from + stop.offset) / count }));
    }),
  };
}

/** From the first to after the last period that shows, in whole periods. */
function rangeOf({ coordinates, matrix }: SvgGradient, bounds: Rectangle): readonly [number, number] {
  const corners = cornersOf(bounds).map(([x, y]) => inverseApply(matrix, x, y));
  if (coordinates.length === 4) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = coordinates;
    const [dx, dy] = [x2 - x1, y2 - y1];
    const at = corners.map(([x, y]) => ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy));
    return [Math.floor(Math.min(...at)), Math.max(1, Math.ceil(Math.max(...at)))];
  }
  const [fx = 0, fy = 0, fr = 0, cx = 0, cy = 0, r = 1] = coordinates;
  // From the focus, a circle reaches at least as far as the nearest side of its edge.
  const growth = r - fr - Math.hypot(cx - fx, cy - fy);
  const farthest = Math.max(...corners.map(([x, y]) => Math.hypot(x - fx, y - fy)));
  return [0, Math.max(1, Math.ceil((farthest - fr) / Math.max(growth, 1e-6)))];
}

/** The line or circles that whole periods away lie at. */
function stretched(coordinates: readonly number[], from: number, to: number): readonly number[] {
  const half = coordinates.length / 2;
  const [start, end] = [coordinates.slice(0, half), coordinates.slice(half)];
  const at = (period: number) => start.map((value, index) => value + ((end[index] as number) - value) * period);
  return [...at(from), ...at(to)];
}

function inverseApply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  const determinant = a * d - b * c;
  return apply([d / determinant, -b / determinant, -c / determinant, a / determinant, 0, 0], x - e, y - f);
}
