import { apply, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";

/** The smallest box around all of them. */
export function union(boxes: readonly (Rectangle | undefined)[]): Rectangle | undefined {
  const known = boxes.filter((box) => box !== undefined);
  if (known.length === 0) return undefined;
  const x = least(known.map((box) => box.x));
  const y = least(known.map((box) => box.y));
  const right = -least(known.map((box) => -(box.x + box.width)));
  const bottom = -least(known.map((box) => -(box.y + box.height)));
  return { x, y, width: right - x, height: bottom - y };
}

/** Not by spreading: there may be a hundred thousand. */
const least = (values: readonly number[]) => values.reduce((all, value) => Math.min(all, value));

/** The box around a box that is moved, turned or skewed. */
export function mapped({ x, y, width, height }: Rectangle, matrix: Matrix): Rectangle {
  const corners = cornersOf({ x, y, width, height }).map(([px, py]) => apply(matrix, px, py));
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export function cornersOf({ x, y, width, height }: Rectangle): readonly (readonly [number, number])[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** From the unit square to a box: what `objectBoundingBox` means. */
export const fromUnitSquare = ({ x, y, width, height }: Rectangle): Matrix => [width, 0, 0, height, x, y];
