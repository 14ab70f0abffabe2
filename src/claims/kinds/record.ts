import {
  comparePeriods,
  findDimension,
  measureDecimals,
  type Period,
  type PlainSelector,
  periodMonths,
  previousPeriod,
} from "../../dataset/index.ts";
import type { Rational, ReasonFormat } from "../../language/index.ts";
import { type Amount, endsOf, isRounded, valuesOf } from "../result/amount.ts";
import type { JudgedFacet } from "../result/claim.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { because, type Said } from "../result/said.ts";
import { notComparable, ofForecast } from "../select/comparable.ts";
import { type SelectContext, SelectorError, select } from "../select/select.ts";
import { stepOf } from "../select/select-series.ts";
import { breaksBetween } from "../select/select-span.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { RecordSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { statedIn } from "../stated/stated-in.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

/** Over fewer periods than this nothing is a record: a derived claim has no figure, and a stated one is told so. */
const shortSeries = 5;

export const record: ClaimKindRecord<RecordSpec> = {
  evaluate(spec, context) {
    const own = select(context, spec.of, "of");
    const { selections: all, hasGaps } = earlierSelections(spec, context, own);
    const earlier = isLeftOut(spec, all) ? all.slice(1) : all;
    const decimals = measureDecimals(own.measureSpec);
    const isOpen = recordLeftOpen({ spec, own, earlier });
    const first = all[0]?.periods[0] ?? own.periods[0];
    const size = earlier.length + 1;
    const figures = hasGaps ? size : undefined;
    const tooShort: Said | undefined = size < shortSeries ? ({ reasons }) => reasons.fewPeriods(size) : undefined;
    const expected = ofForecast([own, ...earlier]);
    const isDerived = spec.stated === undefined && spec.text === undefined;
    const unsaid = expected && "reason" in expected ? expected.reason : isDerived ? tooShort : undefined;
    const facet: JudgedFacet =
      unsaid !== undefined && own.amount.state === "value"
        ? { id: "value", verdict: "not-enough-evidence", reason: unsaid }
        : judgeRecord({ spec, own, earlier, decimals, isOpen, isSince: earlier !== all, figures });
    const issues: NotedIssue[] = [...own.issues, ...breaksBetween(own, first?.start, own.periods[0]?.start)];
    if (tooShort !== undefined) issues.push({ code: "short-series", message: tooShort });
    const tied = facet.verdict === "supported" && earlier.some((other) => isTie(other, own));
    if (tied && spec.stated) issues.push({ code: "tied-record", message: facet.reason });
    const stated = statedIn(spec.stated, "number");
    const judged =
      stated?.value === undefined
        ? undefined
        : judgeValue({ stated, amount: own.amount, format: { unit: "number", decimals } });
    return {
      amount: unsaid === undefined && isOpen && !spec.stated ? own.amount : decidedAmount(own, earlier, facet),
      unit: "number",
      decimals,
      words: (figure, phrases) =>
        phrases.record({
          ...figure,
          decimals,
          extreme: spec.extreme,
          holds: isOpen ? "open" : facet.verdict === "supported",
          tied,
          since: first,
          isFromStart: spec.since === undefined,
          figures,
        }),
      allowed: judged?.allowed,
      // A derived claim only says which of the two it is, or that it is open.
      facets: [
        unsaid !== undefined || spec.stated || (facet.verdict !== "refuted" && !isOpen)
          ? facet
          : { ...facet, verdict: "supported" },
        ...(judged?.facets ?? []),
      ],
      issues: [...issues, ...(judged?.issues ?? [])],
      evidence: [...own.evidence, ...earlier.flatMap(({ evidence }) => evidence)],
      measures: [own.measureSpec],
      ...subjectOf([own]),
    };
  },
};

/**
 * Whether the first period is none of those that a record is set against. "The lowest since 2017" says when it was last as low; what the program
 * says of itself is of all periods that it names.
 */
function isLeftOut({ stated, since, includesSince }: RecordSpec, earlier: readonly Selection[]): boolean {
  return stated !== undefined && since !== undefined && since !== "first" && !includesSince && earlier.length > 1;
}

/** The figure, where it is decided whether it is a record; else why not. */
function decidedAmount(own: Selection, earlier: readonly Selection[], { verdict, reason }: JudgedFacet): Amount {
  if (own.amount.state !== "value" || verdict === "supported" || verdict === "refuted") return own.amount;
  if (verdict === "conflicting-evidence") return { state: "conflict", values: [own.amount.value] };
  const hidden = earlier.find(({ amount }) => amount.state === "suppressed");
  return hidden ? hidden.amount : { state: "missing", reason };
}

interface Earlier {
  /** Earliest first. */
  readonly selections: readonly Selection[];
  /** Whether periods lie between them that nothing is set against. */
  readonly hasGaps: boolean;
}

/**
 * The same cells in every period before, back to the first that the data holds or the claim names. Where the measure has figures, of any
 * place, at even distances alone, these are its periods. Where they are uneven, a record that is worked out is one of the figures that there
 * are, and says so; one that somebody claims is of every period, and what is missing leaves it open.
 */
function earlierSelections(spec: RecordSpec, context: SelectContext, own: Selection): Earlier {
  const [ownPeriod] = own.periods;
  const timeDimension = findDimension(own.dataset.definition, "time");
  if (!ownPeriod || own.periods.length !== 1 || !timeDimension) {
    throw new SelectorError({
      code: "period-not-said",
      message: "A record is of one period, and the selector does not say which.",
    });
  }
  const at = (period: string): PlainSelector => ({ ...spec.of, at: { ...spec.of.at, [timeDimension]: period } });
  const since = spec.since === undefined ? undefined : select(context, at(spec.since), "among").periods[0];
  const { seriesStart } = own.measureSpec;
  const declared = seriesStart === undefined ? undefined : own.dataset.readPeriod(seriesStart);
  const start = (since ?? declared ?? firstHeld(context, { at, own }))?.start ?? ownPeriod.start;
  const periods: Period[] = [];
  for (let period = previousPeriod(ownPeriod); period.start >= start; period = previousPeriod(period)) {
    periods.unshift(period);
  }
  const { held } = own.dataset.relativePeriods(own.measure);
  const step = stepOf([...periods, ownPeriod], held);
  const isClaimed = spec.stated !== undefined || spec.text !== undefined;
  const known = new Set(held.map(spanOf));
  const compared = periods.filter((period, index) =>
    step > 1 || isClaimed ? index % step === 0 : known.has(spanOf(period)),
  );
  return {
    selections: compared.map((period) => select(context, at(period.label), "among")),
    hasGaps: compared.length < periods.length,
  };
}

const spanOf = ({ start, endExclusive }: Period): string => `${start}/${endExclusive}`;

function firstHeld(
  context: SelectContext,
  { at, own }: { at: (period: string) => PlainSelector; own: Selection },
): Period | undefined {
  return own.dataset
    .periods()
    .filter((period) => own.periods.every((ownPeriod) => periodMonths(ownPeriod) === periodMonths(period)))
    .filter((period) => select(context, at(period.label), "among").amount.state !== "missing")
    .sort(comparePeriods)[0];
}

/**
 * Whether rounding alone leaves open that a figure is a record: nothing is hidden, missing or disputed, no earlier figure is
 * surely as far out, and one may be.
 */
function recordLeftOpen({ spec, own, earlier }: Pick<RecordInput, "spec" | "own" | "earlier">): boolean {
  const all = [own, ...earlier];
  if (earlier.length === 0 || !all.some(({ amount }) => isRounded(amount)) || notComparable(all)) return false;
  if (all.some(({ amount }) => amount.state !== "value")) return false;
  const reached = earlier.map(({ amount }) => reaches(amount, own.amount, spec));
  if (earlier.some((other) => isTie(other, own))) return false;
  return !reached.includes("surely") && reached.includes("perhaps");
}

/**
 * Whether an earlier figure is further out than the one said to be a record, or as far. As far is against one that is to
 * surpass all; of figures that are known to the unit, it is no more than a tie against any other.
 */
function reaches(
  other: Amount,
  own: Amount,
  { extreme, surpassing }: Pick<RecordSpec, "extreme" | "surpassing">,
): "surely" | "perhaps" | "no" {
  const [its, mine] = [endsOf(other), endsOf(own)];
  if (!its || !mine) return "perhaps";
  const tiesCount = surpassing === true || isRounded(other) || isRounded(own);
  const isBeyond = (value: Rational, than: Rational) => {
    const order = extreme === "highest" ? value.compare(than) : than.compare(value);
    return order > 0 || (order === 0 && tiesCount);
  };
  const [near, far] = extreme === "highest" ? [its.low, its.high] : [its.high, its.low];
  const [least, most] = extreme === "highest" ? [mine.low, mine.high] : [mine.high, mine.low];
  return isBeyond(near, most) ? "surely" : isBeyond(far, least) ? "perhaps" : "no";
}

const opposite = { highest: "lowest", lowest: "highest" } as const;

/** Whether what is not known of a figure may bring it further out: "at least" so much is more, a part of a year says less. */
const mayBeFurther = (
  { lowerBound, partialPeriod, measureSpec }: Selection,
  extreme: RecordSpec["extreme"],
): boolean => (extreme === "highest" ? lowerBound || partialPeriod : partialPeriod && measureSpec.statType !== "count");

/** Two figures that are known, and equal. */
const isTie = ({ amount }: Selection, own: Selection): boolean =>
  !isRounded(amount) &&
  !isRounded(own.amount) &&
  amount.state === "value" &&
  own.amount.state === "value" &&
  amount.value.equals(own.amount.value);

/** Whether an earlier figure refutes the record: it is further out whatever is not known; an equal one, of a new record. */
function surpasses(other: Selection, own: Selection, spec: RecordSpec): boolean {
  const { extreme, surpassing } = spec;
  if (mayBeFurther(own, extreme) || mayBeFurther(other, opposite[extreme])) return false;
  if (isTie(other, own)) return surpassing === true;
  return reaches(other.amount, own.amount, spec) === "surely";
}

interface RecordInput {
  readonly spec: RecordSpec;
  readonly own: Selection;
  readonly earlier: readonly Selection[];
  readonly decimals: number;
  readonly isOpen: boolean;
  /** Whether the period that the words name is itself none of the earlier ones. */
  readonly isSince: boolean;
  /** How many figures there are, where periods lie between them that have none. */
  readonly figures: number | undefined;
}

function judgeRecord({ spec, own, earlier, decimals, isOpen, isSince, figures }: RecordInput): JudgedFacet {
  const undecided = (reason: Said): JudgedFacet => ({ id: "value", verdict: "not-enough-evidence", reason });
  if (own.amount.state === "missing" || own.amount.state === "suppressed") return undecided(own.amount.reason);
  const format: ReasonFormat = { unit: "number", decimals };
  const [period] = own.periods;
  const { extreme } = spec;
  if (earlier.length === 0) return undecided(because("no-earlier-period"));
  if (isOpen) return undecided(({ reasons }) => reasons.recordUndecided(period));
  const ownValues = valuesOf(own.amount);
  for (const other of earlier) {
    const values = valuesOf(other.amount);
    if (values.length > 0 && surpasses(other, own, spec)) {
      const reason: Said = ({ reasons }) =>
        reasons.noRecord({
          extreme,
          earlier: { figure: reasons.figure(values[0] as Rational, format), period: other.periods[0] },
          own: { figure: reasons.figure(ownValues[0] as Rational, format), period },
        });
      return { id: "value", verdict: "refuted", reason };
    }
  }
  const instead = notComparable([own, ...earlier]);
  if (instead && "reason" in instead) return undecided(instead.reason);
  const hidden = earlier.find(({ amount }) => amount.state === "suppressed" || amount.state === "missing");
  if (hidden && (hidden.amount.state === "suppressed" || hidden.amount.state === "missing"))
    return undecided(hidden.amount.reason);
  const loose = [own, ...earlier].find((one) => mayBeFurther(one, one === own ? opposite[spec.extreme] : spec.extreme));
  if (loose) return undecided(({ reasons }) => reasons.recordNotInFull(loose.periods[0]));
  const disputed = earlier.find((other) => !isTie(other, own) && reaches(other.amount, own.amount, spec) !== "no");
  if (disputed) {
    return {
      id: "vintage",
      verdict: "conflicting-evidence",
      reason: ({ reasons }) => reasons.recordDisputed(disputed.periods[0]),
    };
  }
  const [first] = isSince
    ? [spec.since === undefined ? undefined : own.dataset.readPeriod(spec.since)]
    : (earlier[0]?.periods ?? []);
  const firstName = isSince ? (spec.since ?? "") : (first?.label ?? "");
  const tied = earlier.filter((other) => isTie(other, own));
  return {
    id: "value",
    verdict: "supported",
    reason: ({ reasons }) =>
      reasons.isRecord({
        extreme,
        figure: reasons.figures(ownValues, format),
        period,
        since: reasons.time(firstName, first),
        tied: tied.map(({ periods }) => periods[0]),
        figures,
      }),
  };
}
