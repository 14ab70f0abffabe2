import { type Amount, valuesOf } from "../result/amount.ts";
import { contains } from "../result/interval.ts";
import type { Said } from "../result/said.ts";
import type { StatedSpec } from "../spec/claim-spec.ts";
import { describeStated, type Judgement } from "./judge-value.ts";
import { statedInterval } from "./stated-interval.ts";

interface JudgePointsInput {
  readonly stated: StatedSpec | undefined;
  /** A share in per cent, and what it became, or the one that is set against it. */
  readonly from: Amount;
  readonly to: Amount;
  /** The stated number was refuted. */
  readonly refuted: boolean;
}

const nothing: Judgement = { facets: [], issues: [] };

/**
 * Per cent are not percentage points: from 20% to 34% is 14 percentage points, or 70%. A stated change of a share, or distance between two, that is
 * right in the other of the two is refuted on its unit; one in per cent is flagged even where it is right.
 */
export function judgePoints({ stated, refuted, ...sides }: JudgePointsInput): Judgement {
  const interval = stated && statedInterval(stated, "change");
  const [from] = valuesOf(sides.from);
  const [to] = valuesOf(sides.to);
  if (!stated || !interval || !from || !to || !(from.compare(0) > 0)) return nothing;
  if (sides.from.state !== "value" || sides.to.state !== "value") return nothing;
  const points = to.sub(from).div(100);
  const relative = to.sub(from).div(from);
  const moved = { from, to, points, relative };
  const isPercent = stated.unit === "percent" || stated.unit === "fraction";
  if (refuted && contains(interval, isPercent ? points : relative)) {
    const meant = isPercent ? "percentage-points" : "percent";
    const reason: Said = (words) =>
      words.reasons.takenForOther({ ...moved, stated: describeStated(stated)(words), meant });
    return {
      facets: [{ id: "unit", verdict: "refuted", reason }],
      issues: [{ code: "unit-mismatch", message: reason }],
    };
  }
  if (!isPercent) return nothing;
  return {
    facets: [],
    issues: [{ code: "percent-of-share", message: ({ reasons }) => reasons.pointsAndPercent(moved) }],
  };
}
