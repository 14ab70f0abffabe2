import { combine, valuesOf } from "../amount.ts";
import type { Issue } from "../claim.ts";
import type { ChangeSpec } from "../claim-spec.ts";
import type { ClaimKindRecord, FigureWords } from "../evaluation.ts";
import { formatDecimal, type Rational } from "../rational.ts";
import { type Span, selectSpan } from "../select-span.ts";
import { possiblePrevious } from "../stated/back-solve.ts";
import { statedInterval } from "../stated/interval.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { placesOf } from "../subject.ts";
import { changeWords, comparedWith, countsWords, directionOf, percent, plain } from "../words/english.ts";

/** Below this, a percentage says less than the two counts do, and they are printed (a convention of the ONS). */
const smallBase = 50;

type Mode = NonNullable<ChangeSpec["mode"]>;

interface ModeRecord {
  readonly unit: "number" | "percent" | "percentage-points" | "times";
  /** Null where the change has no value: from zero. */
  readonly compute: (from: Rational, to: Rational) => Rational | null;
  readonly format: (value: Rational, decimals: number) => string;
}

const modes: Readonly<Record<Mode, ModeRecord>> = {
  relative: {
    unit: "percent",
    compute: (from, to) => (from.equals(0) ? null : to.sub(from).div(from)),
    format: (value) => percent(value),
  },
  absolute: { unit: "number", compute: (from, to) => to.sub(from), format: formatDecimal },
  points: {
    unit: "percentage-points",
    compute: (from, to) => to.sub(from).div(100),
    format: (value, decimals) => `${formatDecimal(value.mul(100), decimals)} percentage points`,
  },
  ratio: {
    unit: "times",
    compute: (from, to) => (from.equals(0) ? null : to.div(from)),
    format: (value) => `${formatDecimal(value, 1)} times`,
  },
};

export const change: ClaimKindRecord<ChangeSpec> = {
  evaluate(spec, context) {
    const span = selectSpan(spec, context);
    const mode = spec.mode ?? "relative";
    const { unit, compute, format } = modes[mode];
    const { decimals = span.to.measureSpec.statType === "count" ? 0 : 1, statType } = span.to.measureSpec;
    const small =
      mode === "relative" &&
      statType === "count" &&
      valuesOf(span.from.amount).some((from) => from.compare(smallBase) < 0);
    const countsInstead = small && !spec.stated;
    const changed = span.comparable
      ? combine(
          [span.from.amount, span.to.amount],
          ([from, to]) => (from && to ? compute(from, to) : null),
          "A change from zero has no size.",
        )
      : span.notComparable;
    const shown = (value: Rational) => format(value, decimals);
    // A derived claim on a small base is the pair of counts, which there is also where the base is zero.
    const amount =
      countsInstead && span.comparable ? combine([span.from.amount, span.to.amount], ([, to]) => to ?? null) : changed;
    const fineFormat = (value: Rational) => (unit === "percent" ? percent(value, 1) : shown(value));
    const working = workingOf(span, decimals);
    const judged = judgeValue({
      stated: spec.stated,
      amount,
      format: fineFormat,
      ...(working && { working }),
    });
    return {
      amount,
      unit: countsInstead ? "number" : unit,
      words: (value) => (countsInstead ? smallBaseWords(span) : wordsOf({ span, value, mode, decimals, shown })),
      facets: judged.facets.map((facet) => ({ ...facet, reason: `${facet.reason}${backSolved(spec, span)}` })),
      issues: [
        ...span.issues,
        ...judged.issues,
        ...(small
          ? [
              {
                code: "small-base",
                message: `The change is from a count below ${smallBase}; the counts say more than a percentage.`,
              } satisfies Issue,
            ]
          : []),
      ],
      evidence: [...span.from.evidence, ...span.to.evidence],
      measures: [span.to.measureSpec],
      ...placesOf([span.from, span.to]),
    };
  },
};

function workingOf({ from, to }: Span, decimals: number): string {
  const side = ({ amount, periods }: Span["from"]) =>
    amount.state === "value"
      ? `${formatDecimal(amount.value, decimals)} in ${periods.map(({ label }) => label).join(", ")}`
      : "";
  const [before, after] = [side(from), side(to)];
  return before && after ? `from ${before} to ${after}` : "";
}

/** Which previous counts the stated change allows, where the count now is known. */
function backSolved(spec: ChangeSpec, { from, to }: Span): string {
  const interval = spec.stated && (spec.mode ?? "relative") === "relative" && statedInterval(spec.stated);
  if (!interval || to.amount.state !== "value" || to.measureSpec.statType !== "count") return "";
  const range = possiblePrevious(to.amount.value, interval);
  if (!range || !Number.isFinite(range.last)) return "";
  const now = formatDecimal(to.amount.value, 0);
  const allowed = range.first === range.last ? plain(range.first) : `${plain(range.first)} to ${plain(range.last)}`;
  const only = range.first === range.last && from.amount.state === "value" && from.amount.value.equals(range.first);
  return only
    ? ` ${allowed} is the only whole number from which a change to ${now} is as stated.`
    : ` To reach ${now}, the stated change would have to start from ${allowed}.`;
}

function smallBaseWords(span: Span): FigureWords {
  const [from] = valuesOf(span.from.amount);
  const [to] = valuesOf(span.to.amount);
  const [fromPeriod] = span.from.periods;
  const [toPeriod] = span.to.periods;
  if (!from || !to || !fromPeriod || !toPeriod) throw new Error("Words are asked for a change that has no value.");
  return countsWords(from, to, comparedWith(fromPeriod, toPeriod));
}

interface WordsInput {
  readonly span: Span;
  readonly value: Rational;
  readonly mode: Mode;
  readonly decimals: number;
  readonly shown: (value: Rational) => string;
}

function wordsOf({ span, value, mode, decimals, shown }: WordsInput): FigureWords {
  const [from] = span.from.periods;
  const [to] = span.to.periods;
  if (!from || !to) throw new Error("A change is between two periods.");
  const compared = comparedWith(from, to);
  if (mode === "ratio") {
    const text = shown(value);
    const phrase = `${text} the figure for ${from.label}`;
    return { value: text, phrase, change: `was ${phrase}` };
  }
  const scale = mode === "absolute" ? value : value.mul(100);
  const direction = directionOf(scale, mode === "relative" ? 0 : decimals);
  const text = shown(value.abs());
  const words = changeWords({ amount: text, direction, compared, unchanged: value.equals(0) });
  // "a 14 percentage points rise" is no English.
  const adjective = mode === "points" ? { phrase: words.phrase.replace("percentage points", "percentage point") } : {};
  return { value: direction === "flat" ? shown(value.mul(0)) : text, ...words, ...adjective };
}
