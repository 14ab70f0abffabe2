import { findDimension, type Period, type PlainSelector, periodMonths, previousPeriod } from "../../dataset/index.ts";
import { type SelectContext, select } from "./select.ts";
import type { Selection } from "./selection.ts";

/** More periods than this are no series that a sentence is about. */
const mostPeriods = 2000;

interface SeriesInput {
  /** One place, without its period. */
  readonly of: PlainSelector;
  readonly from: Selection;
  readonly to: Selection;
}

/** A place over time. */
export interface Series {
  /** Both ends included, earliest first. */
  readonly selections: readonly Selection[];
  /** So many periods lie from one to the next: 1, or 5 of what is counted every fifth year. */
  readonly step: number;
}

/**
 * The same place in every period from one to another; a period that the data lacks for it is there, and missing. Where the measure has figures, of any
 * place, at even distances alone, these are its periods. Undefined where the two are not a whole number of periods apart, or lie too far from each other.
 */
export function selectSeries(context: SelectContext, { of, from, to }: SeriesInput): Series | undefined {
  const [first] = from.periods;
  const [last] = to.periods;
  const time = findDimension(to.dataset.definition, "time");
  if (!first || !last || !time || periodMonths(first) !== periodMonths(last)) return undefined;
  const periods: Period[] = [];
  for (let period = previousPeriod(last); period.start > first.start; period = previousPeriod(period)) {
    if (periods.length === mostPeriods) return undefined;
    periods.unshift(period);
  }
  if (previousPeriod(periods[0] ?? last).start !== first.start) return undefined;
  const step = stepOf([first, ...periods, last], to.dataset.relativePeriods(to.measure).held);
  const between = periods
    .filter((_, index) => (index + 1) % step === 0)
    .map((period) => select(context, { ...of, at: { ...of.at, [time]: period.label } }, "between"));
  return { selections: [from, ...between, to], step };
}

/** How far apart those of consecutive periods lie that are held; 1 where that is not the same all along. */
export function stepOf(periods: readonly Period[], held: readonly Period[]): number {
  const starts = new Set(held.map(({ start, endExclusive }) => `${start}/${endExclusive}`));
  const at = periods.flatMap(({ start, endExclusive }, index) =>
    starts.has(`${start}/${endExclusive}`) ? [index] : [],
  );
  const [step = 1, ...others] = at.slice(1).map((index, before) => index - (at[before] ?? 0));
  return at[0] === 0 && at.at(-1) === periods.length - 1 && others.every((other) => other === step) ? step : 1;
}
