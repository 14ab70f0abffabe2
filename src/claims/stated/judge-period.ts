import {
  comparePeriods,
  type Dataset,
  findDimension,
  isPeriodWord,
  type Period,
  periodMonths,
  previousPeriod,
} from "../../dataset/index.ts";
import { valuesOf } from "../result/amount.ts";
import type { Evaluation } from "../result/evaluation.ts";
import { contains, type Interval } from "../result/interval.ts";
import type { Said } from "../result/said.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { CoordinateInput, CoordinateJudgement } from "./coordinate-judgement.ts";
import { categoryNamed, evaluated, figureOf, isNumberRefuted, moveClaim } from "./move-claim.ts";

const none: CoordinateJudgement = { facets: [], issues: [], evidence: [] };

/**
 * Whose time is a stated number of? One that the figures refute, and that is the figure of another period, is said of
 * the wrong one: the facet `period` is refuted. A period that the data does not have, but that overlaps some that it has
 * (`2018` beside `2017/18` and `2018/19`), may mean either: `period-ambiguous`.
 */
export function judgePeriod(input: CoordinateInput): CoordinateJudgement {
  const { spec, evaluation, datasets, evaluate } = input;
  const dataset = "dataset" in spec ? datasets.get(spec.dataset) : undefined;
  const dimension = dataset && findDimension(dataset.definition, "time");
  if (!spec.stated || !dataset || !dimension) return none;
  const claimed = claimedPeriod(spec, dataset, dimension);
  if (!claimed) return none;
  const refuted = isNumberRefuted(evaluation);
  const exactly = (spec.stated.hedge ?? "none") === "none";
  const interval = exactly ? evaluation.allowed : undefined;
  const fitting = (period: Period) => fittingIn({ spec, dimension, period, interval, evaluate });
  if (refuted) {
    // The nearest first, the later of two.
    const others = dataset
      .periods()
      .filter((period) => period.id !== claimed.id && periodMonths(period) === periodMonths(claimed))
      .sort((a, b) => distance(a, claimed) - distance(b, claimed) || comparePeriods(b, a));
    for (const other of others) {
      const found = fitting(other);
      if (found) return saidOfAnother({ claimed, other, found });
    }
    return none;
  }
  if (dataset.period(claimed.id)) return none;
  const touching = dataset
    .periods()
    .filter(
      (period) =>
        period.start < claimed.endExclusive &&
        period.endExclusive > claimed.start &&
        periodMonths(period) === periodMonths(claimed),
    );
  return touching.length === 0 ? none : ambiguous(claimed, touching, touching.filter(fitting));
}

const distance = (a: Period, b: Period): number => Math.abs(Date.parse(a.start) - Date.parse(b.start));

/** The period that a claim names outright; `latest` and the like are never somebody's words. */
function claimedPeriod(spec: ClaimSpec, dataset: Dataset, dimension: string): Period | undefined {
  const name = "to" in spec ? spec.to : categoryNamed(spec, dimension);
  return name === undefined || isPeriodWord(name) ? undefined : dataset.readPeriod(name);
}

interface FittingInput {
  readonly spec: ClaimSpec;
  readonly dimension: string;
  readonly period: Period;
  readonly interval: Interval | undefined;
  readonly evaluate: (spec: ClaimSpec) => Evaluation;
}

/** The claim asked of another period, if its number fits there. */
function fittingIn({ spec, dimension, period, interval, evaluate }: FittingInput): Evaluation | undefined {
  if (!interval) return undefined;
  // A rank, a median or a record fits some other year too often to mean anything.
  if (!["count", "rate", "share", "change"].includes(spec.kind)) return undefined;
  const moved =
    "to" in spec
      ? { ...spec, from: previousPeriod(period).label, to: period.label }
      : moveClaim(spec, dimension, period.label);
  const other = evaluated(() => evaluate(moved));
  return other && valuesOf(other.amount).some((value) => contains(interval, value)) ? other : undefined;
}

interface SaidOfAnother {
  readonly claimed: Period;
  readonly other: Period;
  readonly found: Evaluation;
}

function saidOfAnother({ claimed, other, found }: SaidOfAnother): CoordinateJudgement {
  const reason: Said = (words) => words.reasons.otherPeriod({ claimed, other, figure: figureOf(found)(words) });
  return {
    facets: [{ id: "period", verdict: "refuted", reason }],
    issues: [{ code: "period-mismatch", message: reason }],
    evidence: found.evidence,
  };
}

function ambiguous(claimed: Period, touching: readonly Period[], fitting: readonly Period[]): CoordinateJudgement {
  const reason: Said = ({ reasons }) => reasons.unknownPeriod({ claimed, touching, fitting });
  return {
    facets: [{ id: "period", verdict: "not-enough-evidence", reason }],
    issues: [{ code: "period-ambiguous", message: reason }],
    evidence: [],
  };
}
