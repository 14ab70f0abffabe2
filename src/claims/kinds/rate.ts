import { periodDays } from "../../dataset/index.ts";
import { combine, missing } from "../amount.ts";
import type { RateSpec } from "../claim-spec.ts";
import type { ClaimKindRecord } from "../evaluation.ts";
import { exact, formatDecimal, type Rational } from "../rational.ts";
import { type Selection, SelectorError, select } from "../select.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { statedIn } from "../stated/stated-in.ts";
import { placesOf } from "../subject.ts";
import { percent } from "../words/english.ts";

const daysPer = { day: exact(1), week: exact(7), month: exact(365).div(12) } as const;

export const rate: ClaimKindRecord<RateSpec> = {
  evaluate(spec, context) {
    const of = select(context, spec.of, "of");
    const { amount, format, phrase, decimals } = spec.per ? perTime(of, spec.per) : published(of);
    const unit = of.measureSpec.statType === "share" ? "percent" : "number";
    const judged = judgeValue({ stated: statedIn(spec.stated, unit), amount, format, lowerBound: of.lowerBound });
    return {
      amount,
      unit,
      decimals,
      words: (value) => ({ value: format(value), phrase: phrase(value), change: phrase(value) }),
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
  readonly format: (value: Rational) => string;
  readonly phrase: (value: Rational) => string;
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
    phrase: (value) => `${format(value)} ${of.measureSpec.unit.other} a ${per}`,
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
    const format = (value: Rational) => percent(value, decimals);
    return {
      amount: combine([of.amount], ([value]) => value?.div(100) ?? null),
      format,
      phrase: format,
      decimals: decimals + 2,
    };
  }
  const format = (value: Rational) => formatDecimal(value, decimals);
  const perWhom = per === undefined ? "" : ` per ${formatDecimal(exact(per), 0)}${population ? ` ${population}` : ""}`;
  return { amount: of.amount, format, decimals, phrase: (value) => `${format(value)} ${unit.other}${perWhom}` };
}
