import { apply, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { cornersOf } from "./box.ts";
import type { SvgGradient } from "./scene.ts";

/** More repeats than an eye can tell apart on paper. */
const mostRepeats = 200;

/**
 * `spreadMethod`: PDF's gradients go on in their last colours, so one that repeats is a longer one with its stops over and
 * over, as far as the painted box reaches.
 */
export function spread(gradient: SvgGradient, method: string, bounds: Rectangle | undefined): SvgGradient {
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
