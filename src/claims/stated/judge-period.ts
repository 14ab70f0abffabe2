import {
  comparePeriods,
  type Dataset,
  findDimension,
  isPeriodWord,
  type Period,
  periodMonths,
  previousPeriod,
} from "../../dataset/index.ts";
import type { ClaimPhrases } from "../../language/index.ts";
import { valuesOf } from "../result/amount.ts";
import type { Evaluation } from "../result/evaluation.ts";
import { contains, type Interval } from "../result/interval.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { CoordinateInput, CoordinateJudgement } from "./coordinate-judgement.ts";
import { categoryNamed, evaluated, isNumberRefuted, moveClaim } from "./move-claim.ts";

const none: CoordinateJudgement = { facets: [], issues: [], evidence: [] };

/**
 * Whose time is a stated number of? One that the figures refute, and that is the figure of another period, is said of
 * the wrong one: the facet `period` is refuted. A period that the data does not have, but that overlaps some that it has
 * (`2018` beside `2017/18` and `2018/19`), may mean either: `period-ambiguous`.
 */
export function judgePeriod(input: CoordinateInput): CoordinateJudgement {
  const { spec, evaluation, datasets, evaluate, reasons } = input;
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
      if (found) return saidOfAnother({ claimed, other, found, phrases: reasons.phrases });
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
  readonly phrases: ClaimPhrases;
}

function saidOfAnother({ claimed, other, found, phrases }: SaidOfAnother): CoordinateJudgement {
  const figure = valuesOf(found.amount)
    .map((value) => found.words({ value, about: false }, phrases).value)
    .join(" or ");
  const reason = `The claim gives the figure for ${other.label} (${figure}), not that for ${claimed.label}.`;
  return {
    facets: [{ id: "period", verdict: "refuted", reason }],
    issues: [{ code: "period-mismatch", message: reason }],
    evidence: found.evidence,
  };
}

function ambiguous(claimed: Period, touching: readonly Period[], fitting: readonly Period[]): CoordinateJudgement {
  const labels = touching.map(({ label }) => label);
  const which =
    labels.length > 1
      ? `${labels.join(" and ")} each cover a part of it, and either may be meant`
      : `${labels[0]} covers a part of it, and may be meant`;
  const fits = fitting.length > 0 ? ` The number fits ${fitting.map(({ label }) => label).join(" and ")}.` : "";
  const reason = `The data has no period ${claimed.label}: ${which}.${fits}`;
  return {
    facets: [{ id: "period", verdict: "not-enough-evidence", reason }],
    issues: [{ code: "period-ambiguous", message: reason }],
    evidence: [],
  };
}
