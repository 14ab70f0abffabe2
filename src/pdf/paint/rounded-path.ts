import { resolveLength } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { type CornerRadius, squareCorner } from "../css/corner-radius.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { num } from "../objects/number.ts";

/** Half the axes of the ellipse that a corner is a quarter of, pt. */
export interface Radius {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left. */
export type Radii = readonly [Radius, Radius, Radius, Radius];

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const square: Radius = { x: 0, y: 0 };
export const squares: Radii = [square, square, square, square];
const isRound = ({ x, y }: Radius) => x > 0 && y > 0;

export const isRounded = (radii: Radii): boolean => radii.some(isRound);

interface Cut {
  readonly width: number;
  readonly height: number;
  readonly hasTop: boolean;
  readonly hasBottom: boolean;
  /** All of it, where the page shows a part. */
  readonly whole?: { readonly height: number } | undefined;
}

/**
 * Of a border box; where a page cuts it, its corners are plain. Where two corners would overlap, all are made smaller alike (CSS
 * Backgrounds 3, 5.5).
 */
export function radiiOf({ width, height: shown, hasTop, hasBottom, whole }: Cut, style: ComputedStyle): Radii {
  const { borderTopLeftRadius, borderTopRightRadius, borderBottomRightRadius, borderBottomLeftRadius } = style;
  const corners = [borderTopLeftRadius, borderTopRightRadius, borderBottomRightRadius, borderBottomLeftRadius];
  if (corners.every((corner) => corner === squareCorner)) return squares;
  const height = whole?.height ?? shown;
  const radius = ({ across, down }: CornerRadius, isThere: boolean): Radius => {
    const own = isThere ? { x: resolveLength(across, width), y: resolveLength(down, height) } : square;
    return isRound(own) ? own : square;
  };
  const topLeft = radius(borderTopLeftRadius, hasTop);
  const topRight = radius(borderTopRightRadius, hasTop);
  const bottomRight = radius(borderBottomRightRadius, hasBottom);
  const bottomLeft = radius(borderBottomLeftRadius, hasBottom);
  const share = (room: number, asked: number) => (asked > room ? room / asked : 1);
  const factor = Math.min(
    share(width, topLeft.x + topRight.x),
    share(width, bottomLeft.x + bottomRight.x),
    share(height, topLeft.y + bottomLeft.y),
    share(height, topRight.y + bottomRight.y),
  );
  return mapRadii([topLeft, topRight, bottomRight, bottomLeft], ({ x, y }) => ({ x: x * factor, y: y * factor }));
}

export function mapRadii([topLeft, topRight, bottomRight, bottomLeft]: Radii, map: (radius: Radius) => Radius): Radii {
  return [map(topLeft), map(topRight), map(bottomRight), map(bottomLeft)];
}

/** Those of a rectangle so far inside of another. */
export function innerRadii([topLeft, topRight, bottomRight, bottomLeft]: Radii, edges: Edges): Radii {
  const { top, right, bottom, left } = edges;
  const inner = ({ x, y }: Radius, across: number, down: number): Radius => {
    const own = { x: x - across, y: y - down };
    return isRound(own) && (x > 0 || y > 0) ? own : square;
  };
  return [
    inner(topLeft, left, top),
    inner(topRight, right, top),
    inner(bottomRight, right, bottom),
    inner(bottomLeft, left, bottom),
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
    `${point(x + topLeft.x, y)} m`,
    `${point(right - topRight.x, y)} l`,
    `${point(right - topRight.x * k, y)} ${point(right, y + topRight.y * k)} ${point(right, y + topRight.y)} c`,
    `${point(right, bottom - bottomRight.y)} l`,
    `${point(right, bottom - bottomRight.y * k)} ${point(right - bottomRight.x * k, bottom)} ${point(right - bottomRight.x, bottom)} c`,
    `${point(x + bottomLeft.x, bottom)} l`,
    `${point(x + bottomLeft.x * k, bottom)} ${point(x, bottom - bottomLeft.y * k)} ${point(x, bottom - bottomLeft.y)} c`,
    `${point(x, y + topLeft.y)} l`,
    `${point(x, y + topLeft.y * k)} ${point(x + topLeft.x * k, y)} ${point(x + topLeft.x, y)} c h`,
  ].join(" ");
}
