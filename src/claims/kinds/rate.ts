import { measureDecimals, type PlainSelector, periodDays } from "../../dataset/index.ts";
import {
  type ClaimPhrases,
  type ConfidenceInterval,
  exact,
  type FigureWords,
  plain,
  type ReasonFormat,
  type Working,
} from "../../language/index.ts";
import { type ControlLimits, controlLimits } from "../../uncertainty/index.ts";
import { type Amount, combine, endsOf, isRounded, missing, valuesOf } from "../result/amount.ts";
import type { FigureLimits, ShownFigure } from "../result/evaluation.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { basePeriodIssues } from "../select/comparable.ts";
import { SelectorError, select } from "../select/select.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { RateSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { lowerBoundOf, partOfPeriod } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { nameInLarge } from "./name-in-large.ts";
import { sampledInterval } from "./sampled-interval.ts";

const daysPer = { day: exact(1), week: exact(7), month: exact(365).div(12) } as const;

/** Cases per so many of a population, where nothing else is said. */
const perDefault = 100_000;

/** Of so few cases a rate is said to be unreliable (a convention of the ONS). */
const fewCases = 20;

export const rate: ClaimKindRecord<RateSpec> = {
  evaluate(spec, context) {
    const of = select(context, spec.of, "of");
    const population = spec.population && select(context, spec.population, "population");
    const overall = spec.overall && selectOverall(spec, context);
    const figure = figureOf(spec, of, population);
    const unit = of.measureSpec.statType === "share" ? "percent" : "number";
    const { amount, format, working } = figure;
    const judged = judgeValue({
      stated: statedIn(spec.stated, unit),
      amount,
      format,
      lowerBound: of.lowerBound,
      working,
    });
    const mixed = population ? basePeriodIssues(of, population) : [];
    const read = [...(population ? [of, population] : [of]), ...(overall ?? [])];
    return {
      amount,
      unit,
      decimals: figure.decimals,
      interval: figure.interval,
      limits:
        population && overall && limitsOf(population, overall, typeof spec.per === "number" ? spec.per : perDefault),
      words: figure.words,
      allowed: judged.allowed,
      leftOpen: population?.lowerBound ? lowerBoundOf(amount, of, population) : partOfPeriod(of),
      facets: judged.facets,
      issues: [
        ...read.flatMap(({ issues }) => issues),
        ...mixed,
        ...judged.issues,
        ...(population ? smallBaseOf(of) : []),
      ],
      evidence: read.flatMap(({ evidence }) => evidence),
      measures: read.map(({ measureSpec }) => measureSpec),
      ...subjectOf([of]),
    };
  },
};

/** The cases and the population of all, which the rate is set against. */
function selectOverall(
  { overall, population, per }: RateSpec,
  context: Parameters<typeof select>[0],
): readonly [cases: Selection, people: Selection] | undefined {
  if (!overall) return undefined;
  if (!population || typeof per === "string") {
    throw new SelectorError({
      code: "population-missing",
      message: "A rate that is set against that of all areas needs a population.",
      hint: "Add `population`: the cells that hold it.",
    });
  }
  const total = (selector: PlainSelector, role: string) =>
    context.shared.total(JSON.stringify([context.dataset, selector, role]), (datasets) =>
      select({ ...context, datasets }, selector, role),
    );
  const cases = total(overall.of, "among cases");
  const people = total(overall.population, "among population");
  requireCount(cases, "can be divided by a population", "Select a count in `overall.of`.");
  requireCount(people, "is a population", "Select a measure of counts in `overall.population`.");
  return [cases, people];
}

/** Undefined where one of the figures is hidden, missing, rounded or not known in full. */
function limitsOf(
  population: Selection,
  [cases, people]: readonly [Selection, Selection],
  per: number,
): FigureLimits | undefined {
  const [own, all, of] = [population, cases, people].map(({ amount, lowerBound, partialPeriod }) =>
    amount.state === "value" && !isRounded(amount) && !lowerBound && !partialPeriod ? amount.value : undefined,
  );
  if (!own || !all || !of || [own, all, of].some((value) => value.compare(0) <= 0)) return undefined;
  const expected = all.mul(own).div(of).valueOf();
  const toRate = ({ low, high }: ControlLimits) => ({
    low: exact(low).mul(per).div(own),
    high: exact(high).mul(per).div(own),
  });
  return { inner: toRate(controlLimits(expected, 0.95)), outer: toRate(controlLimits(expected, 0.998)) };
}

interface RateFigure {
  readonly amount: Selection["amount"];
  readonly format: ReasonFormat;
  readonly working?: Working | undefined;
  readonly interval?: ConfidenceInterval | undefined;
  readonly words: (figure: ShownFigure, phrases: ClaimPhrases) => FigureWords;
  /** In the figure's own unit. */
  readonly decimals: number;
}

function figureOf({ per, uncertainty }: RateSpec, of: Selection, population: Selection | undefined): RateFigure {
  if (population && typeof per !== "string") return perPopulation(of, population, { per, uncertainty });
  if (population) {
    throw new SelectorError({
      code: "wrong-kind",
      message: `A rate is per ${per} or per population, not both.`,
      hint: "Leave `population` out, or give `per` as a number.",
    });
  }
  if (typeof per === "number" || uncertainty) {
    throw new SelectorError({
      code: "population-missing",
      message: `${typeof per === "number" ? `A rate per ${plain(per)}` : "The uncertainty of a rate"} needs a population.`,
      hint: "Add `population`: the cells that hold it.",
    });
  }
  return per ? perTime(of, per) : published(of);
}

/** A count over the days of its periods. */
function perTime(of: Selection, per: keyof typeof daysPer): RateFigure {
  requireCount(of, "can be divided by time", "Leave `per` out.");
  const days = of.periods.reduce((total, period) => total + periodDays(period), 0);
  return {
    amount:
      ofPart(of) ?? combine([of.amount], ([value]) => (value && days > 0 ? value.mul(daysPer[per]).div(days) : null)),
    decimals: 1,
    format: { unit: "number", decimals: 1 },
    words: (figure, phrases) => phrases.overTime({ ...figure, decimals: 1, unit: of.measureSpec.unit, per }),
  };
}

/** A count over those who could have been a case. */
function perPopulation(
  of: Selection,
  population: Selection,
  {
    per = perDefault,
    uncertainty = false,
  }: { readonly per?: number | undefined; readonly uncertainty?: boolean | undefined },
): RateFigure {
  requireCount(of, "can be divided by a population", "Leave `population` out.");
  requireCount(population, "is a population", "Select a measure of counts.");
  requireSameAreas(of, population);
  const [cases, people] = [of.amount, population.amount];
  const amount =
    ofPart(of) ??
    combine(
      [cases, people],
      ([numerator, denominator]) =>
        numerator && denominator?.compare(0) === 1 ? numerator.mul(exact(per)).div(denominator) : null,
      { noResult: "rate-of-nobody" },
    );
  const interval = uncertainty && amount.state === "value" ? intervalOf(of, population, per) : undefined;
  const working: Working | undefined =
    amount.state === "value" && cases.state === "value" && people.state === "value"
      ? {
          kind: "rate",
          cases: { value: cases.value, unit: of.measureSpec.unit },
          population: { value: people.value, unit: population.measureSpec.unit },
        }
      : undefined;
  return {
    amount,
    decimals: 1,
    interval,
    format: { unit: "number", decimals: 1 },
    working,
    words: (figure, phrases) =>
      phrases.rate({
        ...figure,
        decimals: 1,
        unit: of.measureSpec.unit,
        per,
        population: population.measureSpec.unit,
        interval,
      }),
  };
}

/** From the least rate that rounding leaves possible to the greatest. */
function intervalOf(of: Selection, population: Selection, per: number): ConfidenceInterval | undefined {
  const people = population.amount.state === "value" ? endsOf(population.amount) : undefined;
  if (!people || people.low.compare(0) <= 0) return undefined;
  return sampledInterval(of, { low: exact(per).div(people.high), high: exact(per).div(people.low) });
}

const ofPart = ({ partialPeriod }: Selection): Selection["amount"] | undefined =>
  partialPeriod ? missing("part-has-no-rate") : undefined;

function requireCount({ measure, measureSpec: { statType } }: Selection, role: string, hint: string): void {
  if (statType === "count") return;
  throw new SelectorError({
    code: "wrong-kind",
    message: `${measure} is a ${statType}: only a count ${role}.`,
    hint,
  });
}

/** Within one dataset, where areas go by the same names: a region's cases are not divided by its neighbour's people. */
function requireSameAreas(of: Selection, population: Selection): void {
  if (of.dataset !== population.dataset || of.areas.length === 0 || population.areas.length === 0) return;
  const [cases, people] = [of, population].map(({ areas }) =>
    areas
      .map(({ label }) => label)
      .sort()
      .join(", "),
  );
  if (cases === people) return;
  throw new SelectorError({
    code: "population-elsewhere",
    message: `The cases are those of ${cases}, and the population is that of ${people}.`,
    hint: "Select the same areas in both.",
  });
}

const smallBaseOf = ({ amount }: Selection): readonly NotedIssue[] =>
  valuesOf(amount).some((cases) => cases.compare(fewCases) < 0)
    ? [
        {
          code: "small-base",
          message: ({ reasons }) => reasons.rateOfFew(fewCases),
          note: (notes) => notes.fewCases(fewCases),
        },
      ]
    : [];

/** A rate, a mean or a share as it was published. A measure of shares holds percentages: 34 for 34%. */
function published(of: Selection): RateFigure {
  const { statType, per, population, unit, label } = of.measureSpec;
  const decimals = measureDecimals(of.measureSpec);
  if (statType === "count") {
    throw new SelectorError({
      code: "wrong-kind",
      message: `${of.measure} is a count: a rate of it needs a population or a time.`,
      hint: 'Add a population or per: "day", or use count().',
    });
  }
  if (statType === "share") {
    return {
      amount: asShare(of.amount),
      format: { unit: "percent", decimals },
      words: (figure, phrases) => phrases.publishedShare({ ...figure, decimals, label }),
      decimals: decimals + 2,
    };
  }
  const perWhom = {
    per,
    population: population === undefined ? undefined : { ...unit, one: population, other: population },
  };
  return {
    amount: of.amount,
    format: { unit: "number", decimals },
    decimals,
    words: (figure, phrases) => nameInLarge(phrases.rate({ ...figure, decimals, unit, ...perWhom }), { unit, label }),
  };
}

/** Percentages as shares; what they were rounded to, likewise. */
function asShare(percentage: Amount): Amount {
  const amount = combine([percentage], ([value]) => value?.div(100) ?? null);
  const base = percentage.state === "value" ? percentage.base : undefined;
  return amount.state === "value" && base !== undefined ? { ...amount, base: base / 100 } : amount;
}
