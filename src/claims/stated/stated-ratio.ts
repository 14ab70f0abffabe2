import { type Interval, shifted } from "../result/interval.ts";
import type { Said } from "../result/said.ts";
import type { ComparisonSpec, StatedSpec } from "../spec/claim-spec.ts";
import { describeStated } from "./judge-value.ts";
import { statedIn } from "./stated-in.ts";
import { statedInterval } from "./stated-interval.ts";

/** What a comparison states of how one figure is to another. */
export interface StatedRatio {
  readonly stated: StatedSpec;
  /** It is of the difference, as a part of the other figure: `200% higher`, which is three times as high. */
  readonly isDifference: boolean;
  /** The ratios that it allows; undefined where it states no number. */
  readonly allowed: Interval | undefined;
  /** In words: `200% higher`, `3 times`. */
  readonly said: Said;
}

/**
 * "200% higher" is three times as high, "20% lower" is 0.8 times; "200%" with no relation is "200% of", which is twice.
 * @throws SelectorError for a number in a unit that says nothing of two figures: percentage points, offences.
 */
export function statedRatio({
  stated,
  relation,
}: Pick<ComparisonSpec, "stated" | "relation">): StatedRatio | undefined {
  if (!stated) return undefined;
  const isPart = stated.unit === "percent" || stated.unit === "fraction";
  if (isPart && stated.value !== undefined && (relation === "higher" || relation === "lower")) {
    const { value } = stated;
    const signed = statedIn({ ...stated, value: relation === "lower" ? -Math.abs(value) : value }, "percent") ?? stated;
    const allowed = statedInterval(signed, "change");
    const said = describeStated({ ...signed, value: Math.abs(value) }, relation);
    return { stated: signed, isDifference: true, allowed: allowed && shifted(allowed, 1), said };
  }
  const checked = statedIn(stated, isPart ? "percent" : "times") ?? stated;
  return { stated: checked, isDifference: false, allowed: statedInterval(checked), said: describeStated(checked) };
}
