import { type Amount, valuesOf } from "../amount.ts";
import type { Facet, FacetId, Issue } from "../claim.ts";
import type { StatedSpec } from "../claim-spec.ts";
import type { Rational } from "../rational.ts";
import { contains, type Interval, statedInterval } from "./interval.ts";

export interface Judgement {
  readonly facets: readonly Facet[];
  readonly issues: readonly Issue[];
}

export interface JudgeInput {
  readonly stated: StatedSpec | undefined;
  readonly amount: Amount;
  /** A value as the reasons print it, one digit finer than the claim where that tells the two apart. */
  readonly format: (value: Rational) => string;
  /** What was computed from what, to open the reason: `114 in 2017/18 and 274 in 2018/19`. */
  readonly working?: string;
  readonly facet?: FacetId;
  /** The publisher says "at least" of the value. */
  readonly lowerBound?: boolean;
}

/** How far past its bound a "more than" may lie before it is said to be too wide. */
const hedgeTolerance = "1.25";

/**
 * Judges a stated number: supported if the computed value lies in the interval that the words allow. A derived claim, or
 * one that states no number, is supported by having a value. Under disputed vintages, all inside is supported, none
 * inside refuted, else the evidence conflicts.
 */
export function judgeValue({
  stated,
  amount,
  format,
  working,
  facet = "value",
  lowerBound = false,
}: JudgeInput): Judgement {
  const opening = working ? `${working}: ` : "";
  if (amount.state === "suppressed" || amount.state === "missing") {
    return { facets: [{ id: facet, verdict: "not-enough-evidence", reason: amount.reason }], issues: [] };
  }
  const interval = stated && statedInterval(stated);
  const values = valuesOf(amount);
  const shown = values.map(format).join(" or ");
  if (!interval || !stated) {
    if (amount.state === "conflict") {
      const reason = `${opening}publications disagree: ${shown}.`;
      return {
        facets: [{ id: "vintage", verdict: "conflicting-evidence", reason: capital(reason) }],
        issues: [vintageConflict(shown)],
      };
    }
    return {
      facets: [{ id: facet, verdict: "supported", reason: capital(`${opening}the figures give ${shown}.`) }],
      issues: [],
    };
  }
  if (lowerBound && !decidedByLowerBound(interval, values)) {
    const reason = `${opening}the publisher says at least ${shown}, which does not decide the claim.`;
    return { facets: [{ id: facet, verdict: "not-enough-evidence", reason: capital(reason) }], issues: [] };
  }
  const inside = values.filter((value) => contains(interval, value));
  if (inside.length === 0 && amount.state === "value" && amount.range && overlaps(interval, amount.range)) {
    const reason = `${opening}the figures give ${shown}, and they are rounded, so the claim may be true.`;
    return { facets: [{ id: facet, verdict: "not-enough-evidence", reason: capital(reason) }], issues: [] };
  }
  const issues: Issue[] = amount.state === "conflict" ? [vintageConflict(shown)] : [];
  if (inside.length === values.length) {
    const tooWide =
      stated.hedge === "more-than" &&
      values.some((value) => interval.low && value.compare(interval.low.mul(hedgeTolerance)) > 0);
    if (tooWide) {
      issues.push({ code: "hedge-too-wide", message: `"More than" is true, but far below the figure of ${shown}.` });
    }
    return {
      facets: [
        {
          id: facet,
          verdict: "supported",
          reason: capital(`${opening}the figures give ${shown}, ${fitting(stated, shown)}.`),
        },
      ],
      issues,
    };
  }
  if (inside.length === 0) {
    return {
      facets: [
        {
          id: facet,
          verdict: "refuted",
          reason: capital(`${opening}the figures give ${shown}, not ${describeStated(stated)}.`),
        },
      ],
      issues,
    };
  }
  const reason = `${opening}publications disagree: ${inside.map(format).join(" or ")} fits the claim, ${values
    .filter((value) => !inside.includes(value))
    .map(format)
    .join(" or ")} does not.`;
  return { facets: [{ id: "vintage", verdict: "conflicting-evidence", reason: capital(reason) }], issues };
}

/** Whether a stated number can be the figure before it was rounded. */
const overlaps = ({ low, high }: Interval, [least, greatest]: readonly [Rational, Rational]): boolean =>
  (low === null || low.compare(greatest) <= 0) && (high === null || high.compare(least) >= 0);

/** "At least 4,373" supports "4,373" as it was published and "more than 4,000", and refutes what lies wholly below. */
function decidedByLowerBound({ low, high, ...ends }: Interval, values: readonly Rational[]): boolean {
  return values.every((value) => {
    const below = high !== null && high.compare(value) <= 0;
    const above = high === null && low !== null && low.compare(value) <= 0;
    const published = low !== null && high !== null && contains({ low, high, ...ends }, value);
    return below || above || published;
  });
}

/** `as stated`, or what the hedge leaves room for. */
const fitting = (stated: StatedSpec, shown: string): string => {
  const words = describeStated(stated);
  return shown === words ? "as stated" : `which fits "${words}"`;
};

/** The stated number in words: `140%`, `nearly 4,400`, `0.2 as a fraction`. */
export function describeStated({ value = 0, unit = "number", hedge = "none" }: StatedSpec): string {
  const number =
    unit === "fraction"
      ? (spokenFraction(value) ?? value.toLocaleString("en-GB", { maximumFractionDigits: 3 }))
      : value.toLocaleString("en-GB", { maximumFractionDigits: 10 });
  const suffix = { number: "", fraction: "", percent: "%", "percentage-points": " percentage points", times: " times" }[
    unit
  ];
  return `${hedge === "none" ? "" : `${hedge.replace("-", " ")} `}${number}${suffix}`;
}

const spoken: readonly (readonly [number, string])[] = [
  [1 / 10, "a tenth"],
  [1 / 5, "a fifth"],
  [1 / 4, "a quarter"],
  [1 / 3, "a third"],
  [2 / 5, "two fifths"],
  [1 / 2, "half"],
  [3 / 5, "three fifths"],
  [2 / 3, "two thirds"],
  [3 / 4, "three quarters"],
  [4 / 5, "four fifths"],
  [9 / 10, "nine tenths"],
];

const spokenFraction = (value: number): string | undefined =>
  spoken.find(([fraction]) => Math.abs(fraction - value) < 0.005)?.[1];

const vintageConflict = (shown: string): Issue => ({
  code: "vintage-conflict",
  message: `Publications disagree: ${shown}. Pin one by its date to use it.`,
});

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
