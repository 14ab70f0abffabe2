import { resolveLength } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { num } from "../objects/number.ts";

/** Top left, top right, bottom right, bottom left. */
export type Radii = readonly [number, number, number, number];

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const isRounded = (radii: Radii): boolean => radii.some((radius) => radius > 0);

interface Cut {
  readonly width: number;
  readonly height: number;
  readonly hasTop: boolean;
  readonly hasBottom: boolean;
}

/** Of a border box; where a page cuts it, its corners are plain. */
export function radiiOf({ width, height, hasTop, hasBottom }: Cut, style: ComputedStyle): Radii {
  const largest = Math.min(width, height) / 2;
  const radius = (value: ComputedStyle["borderTopLeftRadius"], isThere: boolean) =>
    isThere ? Math.min(largest, resolveLength(value, width)) : 0;
  return [
    radius(style.borderTopLeftRadius, hasTop),
    radius(style.borderTopRightRadius, hasTop),
    radius(style.borderBottomRightRadius, hasBottom),
    radius(style.borderBottomLeftRadius, hasBottom),
  ];
}

/** Those of a rectangle so far inside of another. */
export function innerRadii([topLeft, topRight, bottomRight, bottomLeft]: Radii, edges: Edges): Radii {
  const { top, right, bottom, left } = edges;
  const inner = (radius: number, a: number, b: number) => Math.max(0, radius - Math.max(a, b));
  return [
    inner(topLeft, top, left),
    inner(topRight, top, right),
    inner(bottomRight, bottom, right),
    inner(bottomLeft, bottom, left),
  ];
}

/** How far the control points of a quarter circle lie from its ends, in radii. */
const quarterCircle = 0.552_284_75;

/** Operators of a closed path. */
export function rectanglePath({ x, y, width, height }: Rectangle, radii?: Radii): string {
  if (!radii || !isRounded(radii)) return `${num(x)} ${num(y)} ${num(width)} ${num(height)} re`;
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  const right = x + width;
  const bottom = y + height;
  const k = 1 - quarterCircle;
  const point = (px: number, py: number) => `${num(px)} ${num(py)}`;
  return [
    `${point(x + topLeft, y)} m`,
    `${point(right - topRight, y)} l`,
    `${point(right - topRight * k, y)} ${point(right, y + topRight * k)} ${point(right, y + topRight)} c`,
    `${point(right, bottom - bottomRight)} l`,
    `${point(right, bottom - bottomRight * k)} ${point(right - bottomRight * k, bottom)} ${point(right - bottomRight, bottom)} c`,
    `${point(x + bottomLeft, bottom)} l`,
    `${point(x + bottomLeft * k, bottom)} ${point(x, bottom - bottomLeft * k)} ${point(x, bottom - bottomLeft)} c`,
    `${point(x, y + topLeft)} l`,
    `${point(x, y + topLeft * k)} ${point(x + topLeft * k, y)} ${point(x + topLeft, y)} c h`,
  ].join(" ");
}
