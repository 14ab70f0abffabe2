import { measureDecimals } from "../../dataset/index.ts";
import { type Distance, directionOf, exact, type Rational, roundHalfUp } from "../../language/index.ts";
import { isRounded } from "../result/amount.ts";
import type { Among } from "../select/group.ts";
import type { Selection } from "../select/selection.ts";
import { smallBase } from "./change.ts";
import { isInPercent } from "./change-modes.ts";
import { type Ordered, ordered } from "./rank.ts";

/** What figures of a measure are, as changes between them are said. */
export interface MeasureShape {
  readonly isShare: boolean;
  readonly decimals: number;
}

export const shapeOf = ({ measureSpec }: Selection): MeasureShape => ({
  isShare: isInPercent(measureSpec),
  decimals: measureDecimals(measureSpec),
});

/** From one figure to another; undefined where it rounds to nothing, has no base, or leaves nothing: all is no distance. */
export function distanceOf(from: Rational, to: Rational, shape: MeasureShape): Distance | undefined {
  if (!shape.isShare && (from.compare(0) <= 0 || to.compare(0) <= 0)) return undefined;
  return saidDistance(shape.isShare ? to.sub(from) : to.sub(from).div(from), shape);
}

/** Of a change as `movement` gives it; undefined where it rounds to nothing. */
export function saidDistance(size: Rational, { isShare, decimals }: MeasureShape): Distance | undefined {
  const ownDecimals = isShare ? decimals : 0;
  if (directionOf(isShare ? size : size.mul(100), ownDecimals) === "flat") return undefined;
  return { size: size.abs(), mode: isShare ? "points" : "relative", decimals: ownDecimals };
}

/** How much a figure changed, as changes are set against each other; null where that cannot be said. */
export const movement = (from: Rational, to: Rational, { isShare }: MeasureShape): Rational | null => {
  if (isShare) return to.sub(from);
  return from.compare(0) > 0 ? to.sub(from).div(from) : null;
};

/** So few that a part of them says little. */
export const isFewCases = ({ measureSpec }: Selection, value: Rational): boolean =>
  measureSpec.statType === "count" && value.compare(smallBase) < 0;

/** The changes of a group from one time to another: of figures as they are known, and as they are printed. */
export interface Changes {
  /** Those that have a figure, whether their change is known or not. */
  readonly size: number;
  readonly readings: readonly Reading[];
}

interface Reading {
  readonly changes: Ordered;
  /** The middle one; undefined where one is not known. */
  readonly median: Rational | undefined;
  /** Undefined where it cannot be said. */
  readonly own: (from: Selection, to: Selection) => Rational | undefined;
}

/** What stands beside a group of an earlier time: found once for all that are compared. */
const pairings = (): Map<Among, Changes> => new Map();

export function changesOf(earlier: Among, now: Among): Changes {
  const pairs = earlier.once(pairings);
  const found = pairs.get(now) ?? findChanges(earlier, now);
  pairs.set(now, found);
  return found;
}

function findChanges(earlier: Among, now: Among): Changes {
  const held = [...now.selections].filter(([, { amount }]) => amount.state !== "missing");
  const readingOf = (read: (value: Rational, shape: MeasureShape) => Rational): Reading => {
    const own = (from: Selection, to: Selection): Rational | undefined => {
      const shape = shapeOf(to);
      if (!isExact(from) || !isExact(to)) return undefined;
      const [before, after] = [read(figureOf(from), shape), read(figureOf(to), shape)];
      return isFewCases(to, before) ? undefined : (movement(before, after, shape) ?? undefined);
    };
    const all = held.flatMap(([id, to]) => {
      const from = earlier.selections.get(id);
      return (from && own(from, to)) ?? [];
    });
    return { own, changes: ordered(all), median: all.length === held.length ? middleOf(all) : undefined };
  };
  return {
    size: held.length,
    readings: [readingOf((value) => value), readingOf((value, { decimals }) => roundHalfUp(value, decimals))],
  };
}

const isExact = ({ amount, lowerBound, partialPeriod }: Selection): boolean =>
  amount.state === "value" && !isRounded(amount) && !lowerBound && !partialPeriod;

const figureOf = ({ amount }: Selection): Rational => (amount.state === "value" ? amount.value : exact(0));

function middleOf(values: readonly Rational[]): Rational | undefined {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const upper = sorted[Math.floor(sorted.length / 2)];
  return sorted.length % 2 === 1 ? upper : upper?.add(sorted[sorted.length / 2 - 1] ?? 0).div(2);
}
