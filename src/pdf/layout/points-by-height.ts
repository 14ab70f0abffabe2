import { tolerance } from "../geometry/tolerance.ts";
import type { BreakPoint } from "./break-point.ts";
import { firstIndex } from "./first-index.ts";

/** Break points to be asked for at one height after another, as often as there are of them: none is gone through for each. */
export class PointsByHeight {
  readonly #points: readonly BreakPoint[];
  readonly #isAscending: boolean;

  constructor(points: readonly BreakPoint[]) {
    this.#points = points;
    // Negative margins put some out of order.
    this.#isAscending = points.every(({ y }, index) => index === 0 || (points[index - 1] as BreakPoint).y <= y);
  }

  /** The last that lies at this height or above. */
  lastUpTo(y: number): BreakPoint | undefined {
    const isBelow = (point: BreakPoint) => point.y > y + tolerance;
    if (!this.#isAscending) return this.#points.findLast((point) => !isBelow(point));
    return this.#points[firstIndex(this.#points, isBelow) - 1];
  }

  /** The first at this height. */
  at(y: number): BreakPoint | undefined {
    if (!this.#isAscending) return this.#points.find((point) => Math.abs(point.y - y) <= tolerance);
    const first = this.#points[firstIndex(this.#points, (point) => point.y >= y - tolerance)];
    return first && Math.abs(first.y - y) <= tolerance ? first : undefined;
  }
}
