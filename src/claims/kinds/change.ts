import { measureDecimals } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import {
  type Bounds,
  type ClaimPhrases,
  directionBetween,
  directionOf,
  type FigureWords,
  type FoundFigures,
  isBounds,
  type Rational,
  scale,
  type Uncertainty,
  type Working,
} from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded, valuesOf } from "../result/amount.ts";
import type { JudgedFacet, RequiredRange } from "../result/claim.ts";
import type { ShownFigure } from "../result/evaluation.ts";
import { figuresOf } from "../result/figures-of.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import type { Said } from "../result/said.ts";
import { selectShareSpan } from "../select/select-share-span.ts";
import { type Span, selectSpan } from "../select/select-span.ts";
import { spanUncertainty } from "../select/span-uncertainty.ts";
import { subjectOf } from "../select/subject.ts";
import type { ChangeSpec, StatedSpec, StatedUnit } from "../spec/claim-spec.ts";
import { possiblePrevious } from "../stated/back-solve.ts";
import { judgePoints } from "../stated/judge-points.ts";
import { type Judgement, judgeValue } from "../stated/judge-value.ts";
import { spanLeftOpen } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import { statedInterval } from "../stated/stated-interval.ts";
import { changeModes, isInPercent, requireShares, type SpecMode } from "./change-modes.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

/** Below this, a percentage says less than the two counts do, and they are printed (a convention of the ONS). */
export const smallBase = 50;

export const change: ClaimKindRecord<ChangeSpec> = {
  evaluate(spec, context) {
    const span = spec.whole ? selectShareSpan({ ...spec, whole: spec.whole }, context) : selectSpan(spec, context);
    const { statType } = span.to.measureSpec;
    const decimals = measureDecimals(span.to.measureSpec);
    const mode = modeOf(spec, span);
    const { unit, compute, ownDecimals } = changeModes[mode];
    const amount =
      span.instead ??
      combine([span.from.amount, span.to.amount], ([from, to]) => (from && to ? compute(from, to) : null), {
        noResult: "change-from-zero",
      });
    const small =
      mode === "relative" &&
      statType === "count" &&
      valuesOf(span.from.amount).some((from) => from.compare(smallBase) < 0);
    const uncertainty = spec.uncertainty ? spanUncertainty(span) : undefined;
    const counts = small && !spec.stated && !span.instead ? smallBaseWords(span, uncertainty) : undefined;
    const stated = statedIn(spec.stated, unit);
    const working = workingOf(span, decimals);
    const judged: Judgement =
      counts && working
        ? {
            facets: [{ id: "value", verdict: "supported", reason: ({ reasons }) => reasons.course(working) }],
            issues: [],
          }
        : judgeValue({
            stated,
            of: "change",
            amount,
            // "At least 4,373" makes a rise of at least so much.
            lowerBound: mode !== "points" && span.to.lowerBound && !span.from.lowerBound,
            format: { unit, decimals: unit === "percent" || unit === "times" ? 1 : decimals + (spec.whole ? 1 : 0) },
            working,
          });
    const refuted = judged.facets.some(({ verdict }) => verdict === "refuted");
    const points = isInPercent(span.to.measureSpec)
      ? judgePoints({ stated, from: span.from.amount, to: span.to.amount, refuted })
      : { facets: [], issues: [] };
    const previous = backSolved(stated, span);
    return {
      amount,
      unit,
      decimals: ownDecimals(decimals),
      words: ({ value }, phrases) =>
        counts?.(phrases) ?? wordsOf({ span, amount, value, mode, decimals, uncertainty, phrases }),
      wordsWithout: counts,
      allowed: judged.allowed,
      leftOpen: spanLeftOpen(span, amount),
      facets: [...judged.facets.map((facet) => (previous ? withPrevious(facet, previous) : facet)), ...points.facets],
      issues: [...span.issues, ...judged.issues, ...points.issues, ...(small ? [smallBaseIssue] : [])],
      evidence: [...span.from.evidence, ...span.to.evidence],
      measures: [span.to.measureSpec],
      ...subjectOf([span.from, span.to]),
    };
  },
};

const smallBaseIssue: NotedIssue = {
  code: "small-base",
  message: ({ reasons }) => reasons.changeOfFew(smallBase),
};

const modeOfUnit: Partial<Record<StatedUnit, SpecMode>> = {
  percent: "relative",
  fraction: "relative",
  times: "ratio",
  "percentage-points": "points",
  number: "absolute",
};

/** The mode that the spec names, or that its stated unit means: "doubled" is a ratio, "14 points" a difference of shares. */
function modeOf(spec: ChangeSpec, { to }: Span): SpecMode {
  // A rise of a share by so many per cent would be read as percentage points.
  const usual: SpecMode = spec.whole || isInPercent(to.measureSpec) ? "points" : "relative";
  const mode = spec.mode ?? (spec.stated?.unit && modeOfUnit[spec.stated.unit]) ?? usual;
  if (mode === "points") requireShares(to);
  return mode === "absolute" && isInPercent(to.measureSpec) ? "points" : mode;
}

function workingOf({ from, to }: Span, decimals: number): Working | undefined {
  if (from.amount.state !== "value" || to.amount.state !== "value") return undefined;
  const isShare = to.measureSpec.statType === "share";
  const side = ({ amount, periods }: Span["from"]) => ({
    figures: isShare ? asParts(figuresOf(amount)) : figuresOf(amount),
    format: isShare ? ({ unit: "percent", decimals: 1 } as const) : ({ unit: "number", decimals } as const),
    periods,
  });
  return { kind: "change", from: side(from), to: side(to) };
}

/** Percentages as parts of one. */
function asParts(found: FoundFigures): FoundFigures {
  if (found === "uncertain") return found;
  return "low" in found ? { low: found.low.div(100), high: found.high.div(100) } : found.map((value) => value.div(100));
}

interface Previous {
  readonly sentence: Said;
  readonly required: RequiredRange;
}

const withPrevious = (facet: JudgedFacet, { sentence, required }: Previous): JudgedFacet =>
  defined({
    ...facet,
    reason: (words: Parameters<Said>[0]) => `${facet.reason(words)} ${sentence(words)}`,
    finding: facet.finding && { ...facet.finding, required },
  });

/** Which previous counts the stated change allows, where the count now is known and the one before is not hidden. */
function backSolved(stated: StatedSpec | undefined, { from, to }: Span): Previous | undefined {
  const interval =
    stated && ["percent", "fraction"].includes(stated.unit ?? "") ? statedInterval(stated, "change") : undefined;
  if (!interval || to.amount.state !== "value" || to.measureSpec.statType !== "count") return undefined;
  if (from.amount.state === "suppressed" || isRounded(to.amount)) return undefined;
  const range = possiblePrevious(to.amount.value, interval);
  if (!range || !Number.isFinite(range.last)) return undefined;
  const { first, last } = range;
  const now = to.amount.value;
  const only = first === last && from.amount.state === "value" && from.amount.value.equals(first);
  const sentence: Said = ({ reasons }) =>
    only ? reasons.startOnly({ start: first, now }) : reasons.startNeeded({ first, last, now });
  return { sentence, required: { of: "previous", first, last } };
}

/** The two counts in words; undefined where either is hidden, missing or disputed. */
function smallBaseWords(
  { from, to }: Span,
  uncertainty: Uncertainty | undefined,
): ((phrases: ClaimPhrases) => FigureWords) | undefined {
  const [fromPeriod] = from.periods;
  const [toPeriod] = to.periods;
  const [before, after] = [shownCount(from.amount), shownCount(to.amount)];
  if (!before || !after || !fromPeriod || !toPeriod) return undefined;
  return (phrases) =>
    phrases.counts({
      before: before.value,
      after: after.value,
      about: { before: before.about, after: after.about },
      direction: directionBetween(difference(before.ends, after.ends), 0),
      from: fromPeriod,
      to: toPeriod,
      uncertainty,
    });
}

const difference = (before: Bounds, after: Bounds): Bounds => ({
  low: after.low.sub(before.high),
  high: after.high.sub(before.low),
});

/** A count as it was published, or the range that rounding leaves a sum of such. */
function shownCount(amount: Amount): (ShownFigure & { readonly ends: Bounds }) | undefined {
  const ends = amount.state === "value" ? endsOf(amount) : undefined;
  if (amount.state !== "value" || !ends) return undefined;
  const isRange = amount.bounds !== undefined && amount.base === undefined;
  return { value: isRange ? ends : amount.value, about: amount.base !== undefined, ends };
}

interface WordsInput {
  readonly span: Span;
  readonly amount: Amount;
  readonly value: Rational | Bounds;
  readonly mode: SpecMode;
  readonly decimals: number;
  readonly uncertainty: Uncertainty | undefined;
  readonly phrases: ClaimPhrases;
}

function wordsOf({ span, amount, value, mode, decimals, uncertainty, phrases }: WordsInput): FigureWords {
  const [from] = span.from.periods;
  const [to] = span.to.periods;
  if (!from || !to) throw new Error("A change is between two periods.");
  const sure = uncertainty && { uncertainty };
  if (mode === "ratio") return phrases.ratio({ value, decimals: 1, from, to, ...sure });
  const shownDecimals = mode === "relative" ? 0 : decimals;
  const factor = mode === "absolute" ? 1 : 100;
  const printed = scale(value, factor);
  // The ends that are printed are rounded outwards: one may be zero where the change is not.
  const ends = isBounds(value) ? endsOf(amount) : undefined;
  const exactly = ends ? scale(ends, factor) : printed;
  return phrases.change({
    value: mode === "points" ? printed : value,
    decimals: shownDecimals,
    mode,
    direction: isBounds(exactly) ? directionBetween(exactly, shownDecimals) : directionOf(exactly, shownDecimals),
    unchanged: !isRounded(amount) && !isBounds(value) && value.equals(0),
    from,
    to,
    ...sure,
  });
}
