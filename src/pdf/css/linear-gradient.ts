import type { CssNode } from "css-tree";
import {
  type Color,
  type LengthContext,
  type LengthPercentage,
  parseColor,
  parseLengthPercentage,
  resolveLength,
  splitAtCommas,
} from "../../stylesheet/index.ts";

/** A `linear-gradient()` (CSS Images 3, 3.1), computed. */
export interface LinearGradient {
  /** An angle in radians, clockwise from the top; or the sides that it runs to: -1 left or top, 1 right or bottom. */
  readonly direction: number | { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };
  readonly stops: readonly { readonly color: Color; readonly position: LengthPercentage | undefined }[];
}

/** A gradient in a box: the line that it runs along, pt from the box's top left corner, and its stops, 0 to 1. */
export interface GradientLine {
  readonly coordinates: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly stops: readonly { readonly color: Color; readonly offset: number }[];
}

/** Undefined: not a gradient that is supported, as one with colour hints or of another kind. */
export function parseLinearGradient(
  node: CssNode | undefined,
): ((context: LengthContext) => LinearGradient) | undefined {
  if (node?.type !== "Function" || node.name.toLowerCase() !== "linear-gradient") return undefined;
  const [first = [], ...rest] = splitAtCommas(node.children.toArray());
  const direction = parseDirection(first);
  const stops = (direction === undefined ? [first, ...rest] : rest).map(parseStop);
  if (stops.length < 2 || stops.includes(undefined)) return undefined;
  return (context) => ({
    direction: direction ?? Math.PI,
    stops: (stops as Stop[]).flatMap(({ color, positions }) => {
      const listed: readonly (Stop["positions"][number] | undefined)[] = positions.length > 0 ? positions : [undefined];
      return listed.map((position) => ({ color, position: position?.(context) }));
    }),
  });
}

interface Stop {
  readonly color: Color;
  readonly positions: readonly ((context: LengthContext) => LengthPercentage)[];
}

function parseStop([color, ...positions]: readonly CssNode[]): Stop | undefined {
  const parsed = color && parseColor(color);
  const parsedPositions = positions.map(parseLengthPercentage);
  if (!parsed || parsedPositions.length > 2 || parsedPositions.includes(undefined)) return undefined;
  return { color: parsed, positions: parsedPositions as Stop["positions"] };
}

const radians: Readonly<Record<string, number>> = {
  deg: Math.PI / 180,
  grad: Math.PI / 200,
  rad: 1,
  turn: 2 * Math.PI,
};
const sides: Readonly<Record<string, { readonly x?: -1 | 1; readonly y?: -1 | 1 }>> = {
  left: { x: -1 },
  right: { x: 1 },
  top: { y: -1 },
  bottom: { y: 1 },
};

function parseDirection(nodes: readonly CssNode[]): LinearGradient["direction"] | undefined {
  const [node] = nodes;
  if (nodes.length === 1 && node?.type === "Dimension") {
    const unit = radians[node.unit.toLowerCase()];
    return unit && Number(node.value) * unit;
  }
  if (node?.type !== "Identifier" || node.name.toLowerCase() !== "to") return undefined;
  const named = nodes.slice(1).map((side) => (side.type === "Identifier" ? sides[side.name.toLowerCase()] : undefined));
  return named.length === 0 || named.includes(undefined) ? undefined : Object.assign({ x: 0, y: 0 }, ...named);
}

/** Where the gradient lies in a box of this size, pt, y downwards. */
export function gradientLine({ direction, stops }: LinearGradient, width: number, height: number): GradientLine {
  const [x, y] = directionIn(direction, width, height);
  const length = Math.abs(width * x) + Math.abs(height * y);
  const [dx, dy] = [(x * length) / 2, (y * length) / 2];
  return {
    coordinates: [width / 2 - dx, height / 2 - dy, width / 2 + dx, height / 2 + dy],
    stops: placeStops(stops, length),
  };
}

/** A unit vector. To a corner, the line at half way runs through the two corners beside it. */
function directionIn(direction: LinearGradient["direction"], width: number, height: number): [number, number] {
  if (typeof direction === "number") return [Math.sin(direction), -Math.cos(direction)];
  const { x, y } = direction;
  if (x === 0 || y === 0) return [x, y];
  const size = Math.hypot(width, height) || 1;
  return [(x * height) / size, (y * width) / size];
}

/** Stops without a position share the room between their neighbours; none stands before the one above it. */
function placeStops(stops: LinearGradient["stops"], length: number): GradientLine["stops"] {
  const offsets = stops.map(({ position }) =>
    position === undefined || length === 0 ? undefined : resolveLength(position, length) / length,
  );
  offsets[0] ??= 0;
  offsets[offsets.length - 1] ??= 1;
  let least = Number.NEGATIVE_INFINITY;
  return stops.map(({ color }, index) => {
    const own = offsets[index];
    if (own === undefined) {
      const next = offsets.findIndex((offset, later) => later > index && offset !== undefined);
      const before = offsets[index - 1] as number;
      offsets[index] = before + (Math.max(before, offsets[next] as number) - before) / (next - index + 1);
    }
    least = Math.max(least, offsets[index] as number);
    offsets[index] = least;
    return { color, offset: Math.min(1, Math.max(0, least)) };
  });
}
