import { type Dataset, findDimension, type Period } from "../dataset/index.ts";
import { unfinishedLast } from "../survey/index.ts";

/** What has happened, of a dataset that may hold forecasts too. */
export interface Happened {
  /** Those with a figure of the measure that is no forecast, earliest first; all periods where it says of none that it is one. */
  readonly periods: readonly Period[];
  /** The first day of the forecasts after them; undefined where there are none. */
  readonly until: string | undefined;
  /** The last period, where it is one of what happens that is not over: what it has is no figure of it yet. */
  readonly underWay?: Period | undefined;
}

/**
 * The periods whose figures a first briefing tells: a rise to a forecast has not happened, nor has all of a year that goes on.
 * @param date the day on which it is begun; undefined where none is to be taken into account.
 */
export function happenedPeriods(dataset: Dataset, measure: string, date?: string): Happened {
  const happened = withoutForecasts(dataset, measure);
  const { statType, additive, overTime } = dataset.definition.spec.measures[measure] ?? {};
  const isFlow = (statType === "count" || additive === true) && overTime === undefined;
  const last = isFlow ? unfinishedLast(dataset, date) : undefined;
  const over = happened.periods.filter(({ id }) => id !== last?.period.id);
  return last?.isUnderWay && over.length > 0 && over.length < happened.periods.length
    ? { periods: over, until: last.period.start, underWay: last.period }
    : happened;
}

function withoutForecasts(dataset: Dataset, measure: string): Happened {
  const time = findDimension(dataset.definition, "time") ?? "";
  const [expected, known] = [new Set<string>(), new Set<string>()];
  for (const { measure: own, at, cell, statuses } of dataset.observations)
    if (own === measure && cell.state !== "missing")
      (statuses.includes("forecast") ? expected : known).add(at[time] ?? "");
  if (expected.size === 0) return { periods: dataset.periods(), until: undefined };
  const periods = dataset.periods().filter(({ id }) => known.has(id));
  const last = periods.at(-1);
  const next = dataset
    .periods()
    .find(({ id, start }) => expected.has(id) && !known.has(id) && (!last || start > last.start));
  return { periods, until: next?.start };
}
