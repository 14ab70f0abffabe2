import type { Rectangle } from "./rectangle.ts";
/** An affine map as canvas and PDF write it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. Asked often, by numbers of places: a list is gone through with an object for each. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = outer;
  const { 0: g, 1: h, 2: i, 3: j, 4: k, 5: l } = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The same around another point than the origin. */
export const around = (matrix: Matrix, { x, y }: { readonly x: number; readonly y: number }): Matrix =>
  multiply(multiply([1, 0, 0, 1, x, y], matrix), [1, 0, 0, 1, -x, -y]);

/** The smallest upright rectangle around what becomes of one. */
export function boundsUnder(matrix: Matrix, { x, y, width, height }: Rectangle): Rectangle {
  if (matrix === identity) return { x, y, width, height };
  const corners = [
    apply(matrix, x, y),
    apply(matrix, x + width, y),
    apply(matrix, x, y + height),
    apply(matrix, x + width, y + height),
  ];
  const [across, down] = [corners.map(([px]) => px), corners.map(([, py]) => py)];
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return { x: left, y: top, width: Math.max(...across) - left, height: Math.max(...down) - top };
}

/** All that it makes is so many times smaller, moves included. */
export const dividedBy = ([a, b, c, d, e, f]: Matrix, times: number): Matrix => [
  a / times,
  b / times,
  c / times,
  d / times,
  e / times,
  f / times,
];

/** Undefined where all of the plane becomes a line or a point. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(1 / determinant)) return undefined;
  const [ia, ib, ic, id] = [d / determinant, -b / determinant, -c / determinant, a / determinant];
  return [ia, ib, ic, id, -(ia * e + ic * f), -(ib * e + id * f)];
}

/** Whether circles stay circles. */
export function keepsShape([a, b, c, d]: Matrix): boolean {
  const size = a * a + b * b + c * c + d * d;
  return Math.abs(a * a + b * b - c * c - d * d) < 1e-6 * size && Math.abs(a * c + b * d) < 1e-6 * size;
}

/** By how much lengths grow, on average over directions. */
export const scaleOf = ([a, b, c, d]: Matrix) => Math.sqrt(Math.abs(a * d - b * c));
