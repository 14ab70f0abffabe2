import { exact, type Rational, type ReasonFormat, type Words, type Working } from "../../language/index.ts";
import { type Amount, endsOf, isRounded, valuesOf } from "../result/amount.ts";
import type { FacetId, Finding, JudgedFacet } from "../result/claim.ts";
import { figuresOf } from "../result/figures-of.ts";
import { contains, type Interval, overlaps, toStatedRange } from "../result/interval.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import type { Said } from "../result/said.ts";
import type { Hedge, StatedSpec } from "../spec/claim-spec.ts";
import { indexOfSpoken, spokenFractions } from "./spoken-fractions.ts";
import { numberOf, type StatedOf, statedInterval } from "./stated-interval.ts";
import { writtenDecimals } from "./written-decimals.ts";

export interface Judgement {
  readonly facets: readonly JudgedFacet[];
  readonly issues: readonly NotedIssue[];
  /** What the stated number allows, in the figure's own unit; undefined where none is stated. */
  readonly allowed?: Interval | undefined;
}

export interface JudgeInput {
  readonly stated: StatedSpec | undefined;
  /** What the number is said of; an amount where absent. */
  readonly of?: StatedOf;
  readonly amount: Amount;
  /** How the reasons print a value: one digit finer than the claim where that tells the two apart. */
  readonly format: ReasonFormat;
  /** What was computed from what, to open the reason. */
  readonly working?: Working | undefined;
  /** The stated number, where its words are not those of `describeStated`. */
  readonly said?: Said;
  readonly facet?: FacetId;
  /** The publisher says "at least" of the value. */
  readonly lowerBound?: boolean;
}

/** How many times its bound a figure may be before "more than" it, or "up to" it, is said to be too wide. */
const tolerances: Partial<Record<Hedge, string>> = {
  "more-than": "1.25",
  "at-least": "1.25",
  "less-than": "1.25",
  "at-most": "1.25",
  "well-over": "1.5",
  "well-under": "1.5",
};

/**
 * Judges a stated number: supported if the computed value lies in the interval that the words allow. A derived claim, or
 * one that states no number, is supported by having a value. Under disputed vintages, all inside is supported, none
 * inside refuted, else the evidence conflicts. A publication that the data does not hold disputes nothing: without the one
 * that supports a claim, what remains may refute it.
 */
export function judgeValue(input: JudgeInput): Judgement {
  const { stated, of } = input;
  const allowed = stated && statedInterval(stated, of);
  if (!stated || !allowed) return withoutNumber(input);
  const judged = judgeNumber(input, stated, allowed);
  const finding = findingOf(stated, allowed, valuesOf(input.amount));
  return { ...judged, facets: judged.facets.map((facet) => ({ ...facet, finding })), allowed };
}

/** A derived claim, or one that states no number. */
function withoutNumber({ amount, format, working, facet = "value" }: JudgeInput): Judgement {
  if (amount.state === "suppressed" || amount.state === "missing") return undecided(facet, amount.reason);
  const shown = shownOf(amount, format);
  return amount.state === "conflict"
    ? {
        facets: [conflicting((words) => words.reasons.disagree({ working, shown: shown(words) }))],
        issues: [vintageConflict(shown)],
      }
    : {
        facets: [
          { id: facet, verdict: "supported", reason: (words) => words.reasons.gives({ working, shown: shown(words) }) },
        ],
        issues: [],
      };
}

function judgeNumber(
  { amount, format, working, said, facet = "value", lowerBound = false }: JudgeInput,
  stated: StatedSpec,
  interval: Interval,
): Judgement {
  if (amount.state === "suppressed" || amount.state === "missing") return undecided(facet, amount.reason);
  const statedAs = said ?? describeStated(stated);
  const values = valuesOf(amount);
  const shown = shownOf(amount, format);
  if (lowerBound && !decidedByLowerBound(interval, isRounded(amount) ? lowEndOf(amount) : values)) {
    return undecided(facet, (words) => words.reasons.atLeastOnly({ working, shown: shown(words) }));
  }
  const [inside, outside] = [true, false].map((wanted) =>
    values.filter((value) => contains(interval, value) === wanted),
  ) as [Rational[], Rational[]];
  const disagree = inside.length > 0 && outside.length > 0;
  if (!disagree && isRounded(amount) && !quotesPublished(stated, amount, interval) && isLeftOpen(interval, amount)) {
    return undecided(facet, (words) => words.reasons.roundedOnly({ working, shown: shown(words) }));
  }
  const issues: NotedIssue[] = amount.state === "conflict" ? [vintageConflict(shown)] : [];
  const both: (words: Words) => Parameters<Words["reasons"]["agrees"]>[0] = (words) => ({
    working,
    shown: shown(words),
    stated: statedAs(words),
  });
  if (outside.length === 0) {
    return {
      facets: [{ id: facet, verdict: "supported", reason: (words) => words.reasons.agrees(both(words)) }],
      issues: [...issues, ...tooWide({ stated, statedAs, values, shown })],
    };
  }
  if (inside.length === 0) {
    const reason: Said = (words) => words.reasons.differs(both(words));
    return { facets: [{ id: facet, verdict: "refuted", reason }], issues };
  }
  const divided: Said = ({ reasons }) =>
    reasons.divided({ working, fits: reasons.figures(inside, format), fitsNot: reasons.figures(outside, format) });
  return { facets: [conflicting(divided)], issues };
}

const shownOf =
  (amount: Amount, format: ReasonFormat): Said =>
  ({ reasons }) =>
    reasons.figures(figuresOf(amount), format);

const undecided = (id: FacetId, reason: Said): Judgement => ({
  facets: [{ id, verdict: "not-enough-evidence", reason }],
  issues: [],
});

const conflicting = (reason: Said): JudgedFacet => ({ id: "vintage", verdict: "conflicting-evidence", reason });

interface TooWideInput {
  readonly stated: StatedSpec;
  readonly statedAs: Said;
  readonly values: readonly Rational[];
  readonly shown: Said;
}

/** "More than 100" is true of 1,000, and "up to 1,000" of 100, and tells nobody so. Of a fall, it is said of its size. */
function tooWide({ stated, statedAs, values, shown }: TooWideInput): readonly NotedIssue[] {
  const { hedge = "none" } = stated;
  const tolerance = tolerances[hedge];
  if (tolerance === undefined) return [];
  const isFloor = hedge === "more-than" || hedge === "at-least" || hedge === "well-over";
  const bound = numberOf(stated).abs();
  const isFar = (size: Rational) =>
    isFloor ? size.compare(bound.mul(tolerance)) > 0 : size.mul(tolerance).compare(bound) < 0;
  if (!values.some((found) => isFar(found.abs()))) return [];
  const figureIs = isFloor ? "more" : "less";
  const message: Said = (words) => words.reasons.tooWide({ stated: statedAs(words), shown: shown(words), figureIs });
  return [{ code: "hedge-too-wide", message }];
}

function findingOf(stated: StatedSpec, interval: Interval, values: readonly Rational[]): Finding {
  const { unit = "number" } = stated;
  return {
    unit: unit === "fraction" ? "percent" : unit,
    stated: toStatedRange(interval),
    found: values.map((value) => value.valueOf()),
  };
}

/** "80" of a figure that was published as 80 is right as far as anyone can know; "more than 79" says more than that. */
function quotesPublished({ hedge = "none" }: StatedSpec, amount: Amount, interval: Interval): boolean {
  const isQuoted = hedge === "none" || hedge === "about";
  return isQuoted && amount.state === "value" && amount.base !== undefined && contains(interval, amount.value);
}

/** Whether some of what rounding leaves possible is as stated, and some is not. */
function isLeftOpen(interval: Interval, amount: Amount): boolean {
  const ends = endsOf(amount);
  if (!ends) return true;
  const isOutside = !overlaps(interval, { ...ends, lowIncluded: true, highIncluded: true });
  return !isOutside && !(contains(interval, ends.low) && contains(interval, ends.high));
}

const lowEndOf = (amount: Amount): readonly Rational[] => {
  const ends = endsOf(amount);
  return ends ? [ends.low] : [];
};

/**
 * "At least 4,373" supports "4,373" as it was published and "more than 4,000", and refutes what lies wholly below. It does not
 * decide "more than 4,373", nor "at most" any number from it on.
 */
const decidedByLowerBound = (interval: Interval, values: readonly Rational[]): boolean =>
  values.every((value) =>
    contains(interval, value) ? interval.low !== null : interval.high !== null && interval.high.compare(value) <= 0,
  );

/** The stated number in words: `140%`, `nearly 4,400`, `a fifth`, `−25%`, and `17.0` where it is to the tenth. */
export function describeStated(stated: StatedSpec, relation?: "higher" | "lower"): Said {
  const { value = 0, unit = "number", hedge = "none" } = stated;
  const fraction = unit === "fraction" ? spokenFractions[indexOfSpoken(exact(Math.abs(value)))]?.name : undefined;
  const decimals = unit === "fraction" ? 3 : writtenDecimals(stated);
  return ({ reasons }) => reasons.stated({ value, decimals, unit, hedge, fraction, relation });
}

const vintageConflict = (shown: Said): NotedIssue => ({
  code: "vintage-conflict",
  message: (words) => words.reasons.conflict(shown(words)),
});
