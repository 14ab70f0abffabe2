import { periodDays } from "../../dataset/index.ts";
import { combine, missing } from "../amount.ts";
import type { RateSpec } from "../claim-spec.ts";
import type { ClaimKindRecord, FigureWords } from "../evaluation.ts";
import { exact, formatDecimal, percent, type Rational } from "../rational.ts";
import { type Selection, SelectorError, select } from "../select.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { statedIn } from "../stated/stated-in.ts";
import { placesOf } from "../subject.ts";
import type { ClaimPhrases } from "../words/language.ts";

const daysPer = { day: exact(1), week: exact(7), month: exact(365).div(12) } as const;

export const rate: ClaimKindRecord<RateSpec> = {
  evaluate(spec, context) {
    const of = select(context, spec.of, "of");
    const { amount, format, words, decimals } = spec.per ? perTime(of, spec.per) : published(of);
    const unit = of.measureSpec.statType === "share" ? "percent" : "number";
    const judged = judgeValue({ stated: statedIn(spec.stated, unit), amount, format, lowerBound: of.lowerBound });
    return {
      amount,
      unit,
      decimals,
      words,
      facets: judged.facets,
      issues: [...of.issues, ...judged.issues],
      evidence: of.evidence,
      measures: [of.measureSpec],
      ...placesOf([of]),
    };
  },
};

interface RateFigure {
  readonly amount: Selection["amount"];
  /** As the reasons of verdicts print it. */
  readonly format: (value: Rational) => string;
  readonly words: (value: Rational, phrases: ClaimPhrases) => FigureWords;
  /** In the figure's own unit. */
  readonly decimals: number;
}

/** A count over the days of its periods. */
function perTime(of: Selection, per: NonNullable<RateSpec["per"]>): RateFigure {
  if (of.measureSpec.statType !== "count") {
    throw new SelectorError({
      code: "wrong-kind",
      message: `${of.measure} is a ${of.measureSpec.statType}: only a count can be divided by time.`,
      hint: "Leave `per` out.",
    });
  }
  const days = of.periods.reduce((total, period) => total + periodDays(period), 0);
  const format = (value: Rational) => formatDecimal(value, 1);
  return {
    amount: of.partialPeriod
      ? missing("The figure covers less than the whole period, so it has no rate over time.")
      : combine([of.amount], ([value]) => (value && days > 0 ? value.mul(daysPer[per]).div(days) : null)),
    decimals: 1,
    format,
    words: (value, phrases) => phrases.overTime({ value, decimals: 1, unit: of.measureSpec.unit, per }),
  };
}

/** A rate, a mean or a share as it was published. A measure of shares holds percentages: 34 for 34%. */
function published(of: Selection): RateFigure {
  const { statType, per, population, unit, decimals = 1 } = of.measureSpec;
  if (statType === "count") {
    throw new SelectorError({
      code: "wrong-kind",
      message: `${of.measure} is a count: a rate of it needs a time.`,
      hint: 'Add per: "day", or use count().',
    });
  }
  if (statType === "share") {
    return {
      amount: combine([of.amount], ([value]) => value?.div(100) ?? null),
      format: (value) => percent(value, decimals),
      words: (value, phrases) => phrases.publishedShare({ value, decimals }),
      decimals: decimals + 2,
    };
  }
  const perWhom = { ...(per !== undefined && { per }), ...(population !== undefined && { population }) };
  return {
    amount: of.amount,
    format: (value) => formatDecimal(value, decimals),
    decimals,
    words: (value, phrases) => phrases.rate({ value, decimals, unit, ...perWhom }),
  };
}
