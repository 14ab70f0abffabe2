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
  const selectAt = (period: Period) => select(context, { ...of, at: { ...of.at, [time]: period.label } }, "between");
  const { held } = to.dataset.relativePeriods(to.measure);
  const days = yearlyDays(held.filter(({ start }) => first.start <= start && start <= last.start));
  if (days?.[0]?.start === first.start && days.at(-1)?.start === last.start)
    return { selections: [from, ...days.slice(1, -1).map(selectAt), to], step: daysOfYear };
  const periods: Period[] = [];
  for (let period = previousPeriod(last); period.start > first.start; period = previousPeriod(period)) {
    if (periods.length === mostPeriods) return undefined;
    periods.unshift(period);
  }
  if (previousPeriod(periods[0] ?? last).start !== first.start) return undefined;
  const step = stepOf([first, ...periods, last], held);
  const between = periods.filter((_, index) => (index + 1) % step === 0).map(selectAt);
  return { selections: [from, ...between, to], step };
}

/** Days of which there is one in each year, always the same, as of what is counted on 30 June: years are not all as long. Undefined for others. */
function yearlyDays(held: readonly Period[]): readonly Period[] | undefined {
  const [first, second] = held;
  const areYearly = held.every(
    ({ format, start }, index) =>
      format === "day" &&
      start.slice(4) === first?.start.slice(4) &&
      Number(start.slice(0, 4)) === Number(first.start.slice(0, 4)) + index,
  );
  return second && areYearly ? held : undefined;
}
const daysOfYear = 365;

/** How far apart those of consecutive periods lie that are held; 1 where that is not the same all along. */
export function stepOf(periods: readonly Period[], held: readonly Period[]): number {
  const starts = new Set(held.map(({ start, endExclusive }) => `${start}/${endExclusive}`));
  const at = periods.flatMap(({ start, endExclusive }, index) =>
    starts.has(`${start}/${endExclusive}`) ? [index] : [],
  );
  const [step = 1, ...others] = at.slice(1).map((index, before) => index - (at[before] ?? 0));
  return at[0] === 0 && at.at(-1) === periods.length - 1 && others.every((other) => other === step) ? step : 1;
}
