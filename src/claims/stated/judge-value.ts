import { type Amount, valuesOf } from "../amount.ts";
import type { Facet, FacetId, Finding, Issue } from "../claim.ts";
import type { StatedSpec } from "../claim-spec.ts";
import { decimalsOf, exact, formatDecimal, type Rational } from "../rational.ts";
import { contains, type Interval, statedInterval, toBounds } from "./interval.ts";

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
export function judgeValue(input: JudgeInput): Judgement {
  const { stated } = input;
  const interval = stated && statedInterval(stated);
  if (!stated || !interval) return withoutNumber(input);
  const judged = judgeNumber(input, stated, interval);
  const finding = findingOf(stated, interval, valuesOf(input.amount));
  return { ...judged, facets: judged.facets.map((facet) => ({ ...facet, finding })) };
}

/** A derived claim, or one that states no number. */
function withoutNumber({ amount, format, working, facet = "value" }: JudgeInput): Judgement {
  if (amount.state === "suppressed" || amount.state === "missing") return undecided(facet, amount.reason);
  const shown = valuesOf(amount).map(format).join(" or ");
  return amount.state === "conflict"
    ? {
        facets: [conflicting(`${opening(working)}publications disagree: ${shown}.`)],
        issues: [vintageConflict(shown)],
      }
    : {
        facets: [{ id: facet, verdict: "supported", reason: capital(`${opening(working)}the figures give ${shown}.`) }],
        issues: [],
      };
}

function judgeNumber(
  { amount, format, working, facet = "value", lowerBound = false }: JudgeInput,
  stated: StatedSpec,
  interval: Interval,
): Judgement {
  if (amount.state === "suppressed" || amount.state === "missing") return undecided(facet, amount.reason);
  const values = valuesOf(amount);
  const shown = values.map(format).join(" or ");
  if (lowerBound && !decidedByLowerBound(interval, values)) {
    const reason = `${opening(working)}the publisher says at least ${shown}, which does not decide the claim.`;
    return undecided(facet, capital(reason));
  }
  const [inside, outside] = [true, false].map((wanted) =>
    values.filter((value) => contains(interval, value) === wanted),
  ) as [Rational[], Rational[]];
  if (inside.length === 0 && amount.state === "value" && amount.range && overlaps(interval, amount.range)) {
    const reason = `${opening(working)}the figures give ${shown}, and they are rounded, so the claim may be true.`;
    return undecided(facet, capital(reason));
  }
  const issues: Issue[] = amount.state === "conflict" ? [vintageConflict(shown)] : [];
  if (outside.length === 0) {
    const reason = `${opening(working)}the figures give ${shown}, ${fitting(stated, shown)}.`;
    return {
      facets: [{ id: facet, verdict: "supported", reason: capital(reason) }],
      issues: [...issues, ...tooWide({ stated, interval, values, shown })],
    };
  }
  if (inside.length === 0) {
    const reason = `${opening(working)}the figures give ${shown}, not ${describeStated(stated)}.`;
    return { facets: [{ id: facet, verdict: "refuted", reason: capital(reason) }], issues };
  }
  const [fits, doesNot] = [inside, outside].map((side) => side.map(format).join(" or "));
  return {
    facets: [conflicting(`${opening(working)}publications disagree: ${fits} fits the claim, ${doesNot} does not.`)],
    issues,
  };
}

const opening = (working: string | undefined): string => (working ? `${working}: ` : "");

const undecided = (id: FacetId, reason: string): Judgement => ({
  facets: [{ id, verdict: "not-enough-evidence", reason }],
  issues: [],
});

const conflicting = (reason: string): Facet => ({
  id: "vintage",
  verdict: "conflicting-evidence",
  reason: capital(reason),
});

interface TooWideInput {
  readonly stated: StatedSpec;
  readonly interval: Interval;
  readonly values: readonly Rational[];
  readonly shown: string;
}

/** "More than 100" is true of 1,000, and tells nobody so. Of a fall, it is said of its size. */
function tooWide({ stated, interval: { low, high }, values, shown }: TooWideInput): readonly Issue[] {
  const bound = low ?? high;
  if (stated.hedge !== "more-than" || !bound) return [];
  const limit = bound.abs().mul(hedgeTolerance);
  return values.some((value) => value.abs().compare(limit) > 0)
    ? [{ code: "hedge-too-wide", message: `"More than" is true, but falls far short of the figure of ${shown}.` }]
    : [];
}

function findingOf(stated: StatedSpec, interval: Interval, values: readonly Rational[]): Finding {
  const { unit = "number" } = stated;
  return {
    unit: unit === "fraction" ? "percent" : unit,
    stated: toBounds(interval),
    found: values.map((value) => value.valueOf()),
  };
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

/** The stated number in words: `140%`, `nearly 4,400`, `a fifth`, `−25%`, and `17.0` where it is to the tenth. */
export function describeStated({ value = 0, unit = "number", hedge = "none", step }: StatedSpec): string {
  const spokenOne = unit === "fraction" ? spokenFraction(Math.abs(value)) : undefined;
  const written = Math.max(decimalsOf(value), step === undefined || !isDecimalStep(step) ? 0 : decimalsOf(step));
  const places = unit === "fraction" ? 3 : written;
  const number = spokenOne ?? formatDecimal(exact(Math.abs(value)), places);
  const suffix = { number: "", fraction: "", percent: "%", "percentage-points": " percentage points", times: " times" }[
    unit
  ];
  const sign = value < 0 ? (spokenOne ? "minus " : "−") : "";
  return `${hedge === "none" ? "" : `${hedge.replace("-", " ")} `}${sign}${number}${suffix}`;
}

/** 0.1 and 0.01 are decimals that were written; 0.5 is how freely people say "doubled". */
const isDecimalStep = (step: number): boolean => /^0\.0*1$/.test(String(step));

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
