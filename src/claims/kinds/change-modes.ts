import type { MeasureSpec } from "../../dataset/index.ts";
import type { Rational } from "../../language/index.ts";
import { SelectorError } from "../select/select.ts";
import type { Selection } from "../select/selection.ts";
import type { ChangeSpec } from "../spec/claim-spec.ts";

/** How one figure is set against another: in proportion, in numbers, in percentage points, or as so many times. */
export type SpecMode = NonNullable<ChangeSpec["mode"]>;

interface ModeRecord {
  readonly unit: "number" | "percent" | "percentage-points" | "times";
  /** Null where the change has no value: from zero. */
  readonly compute: (from: Rational, to: Rational) => Rational | null;
  /** Decimals of the figure in its own unit, from those of the measure. */
  readonly ownDecimals: (decimals: number) => number;
}

/** What each way computes of two figures, and how it is printed. */
export const changeModes: Readonly<Record<SpecMode, ModeRecord>> = {
  relative: {
    unit: "percent",
    compute: (from, to) => (from.compare(0) > 0 && to.compare(0) >= 0 ? to.sub(from).div(from) : null),
    ownDecimals: () => 2,
  },
  absolute: {
    unit: "number",
    compute: (from, to) => to.sub(from),
    ownDecimals: (decimals) => decimals,
  },
  points: {
    unit: "percentage-points",
    compute: (from, to) => to.sub(from).div(100),
    ownDecimals: (decimals) => decimals + 2,
  },
  ratio: {
    unit: "times",
    compute: (from, to) => (from.compare(0) > 0 && to.compare(0) >= 0 ? to.div(from) : null),
    ownDecimals: () => 1,
  },
};

/**
 * Whether figures are told in percent, so that they differ by percentage points: shares, rates of unemployment, and rates of growth, whose fall
 * from 1.0% to 0.4% is no fall by 60%.
 */
export const isInPercent = ({ statType, unit }: Pick<MeasureSpec, "statType" | "unit">): boolean =>
  statType === "share" || (statType !== "count" && /^(?:%|per ?cent)$/iu.test(unit.other));

/** @throws SelectorError for percentage points of what is not told in percent. */
export function requireShares({ measure, measureSpec }: Selection): void {
  const { statType } = measureSpec;
  if (isInPercent(measureSpec)) return;
  throw new SelectorError({
    code: "wrong-kind",
    message: `${measure} is a ${statType}: only shares differ by percentage points.`,
    hint: 'Use mode: "relative" or "absolute"; state a comparison in per cent, times or a number.',
  });
}
