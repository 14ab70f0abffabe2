import { type Dataset, findDimension, lengthOf, type MeasureSpec, type Period } from "../../dataset/index.ts";

/** So many periods of one length before the last show how figures change. */
const fewestBefore = 5;
/** So much of the figure before is left of one that fell far, and so much where columns or rows of the last period are blank as well. */
const [mostLeft, mostLeftOfBlank] = [0.5, 0.8];
/** So many times as far as from any period to the next before, and so many where columns or rows are blank. */
const [timesAsFar, timesAsFarOfBlank] = [3, 2];
/** So many of the figures of the period before are there, where a period is blank in part. */
const mostOfBlank = 0.6;
/** A sum that is smaller may fall by chance. */
const smallestSum = 50;
/** So many of the series of figures are the lowest of all their periods. */
const mostlyLowest = 0.9;

/** The last period of a table, where it may not be there in full. */
export interface UnfinishedLast {
  readonly period: Period;
  /** Whether it also has far fewer figures than the one before. */
  readonly hasBlanks: boolean;
  /** Whether it goes on after the day on which it is asked, whatever its figures are. */
  readonly isUnderWay: boolean;
}

/**
 * The last period, where not all of it may be there. It is not over; or the figures show it: all that is counted is below all periods before, by far more than it changed from
 * any of them to the next. Where many columns or rows have no figure of it, less of a fall is enough.
 * @param date the day on which it is asked, e.g. `2026-11-02`; undefined where none is to be taken into account.
 */
export function unfinishedLast(dataset: Dataset, date: string | undefined): UnfinishedLast | undefined {
  const time = findDimension(dataset.definition, "time");
  const period = dataset.periods().at(-1);
  if (time === undefined || period === undefined) return undefined;
  const periods = dataset.periods().filter((own) => lengthOf(own) === lengthOf(period));
  const before = periods.at(-2);
  if (before === undefined) return undefined;
  const { measures } = dataset.definition.spec;
  const flows = Object.entries(measures).flatMap(([measure, spec]) => (isFlow(spec) ? [measure] : []));
  if (flows.length > 0 && date !== undefined && period.start <= date && date < period.endExclusive)
    return { period, hasBlanks: false, isUnderWay: true };
  if (periods.length <= fewestBefore) return undefined;
  const held = dataset.observations.filter(({ cell }) => cell.state === "value");
  const countOf = ({ id }: Period) => held.filter(({ at }) => at[time] === id).length;
  const hasBlanks = countOf(period) <= countOf(before) * mostOfBlank;
  const sums = flows.flatMap((measure) => {
    const series = completeSeries(dataset, { measure, time, periods });
    return series.length === 0 ? [] : [series];
  });
  const fell = sums.every((series) => hasFallen(series, hasBlanks));
  return sums.length > 0 && fell ? { period, hasBlanks, isUnderWay: false } : undefined;
}

/** Whether figures are of what happened in each period, so that part of one has part of it. */
const isFlow = ({ statType, additive, overTime }: MeasureSpec): boolean =>
  (statType === "count" || additive === true) && overTime === undefined;

/** The figures of a measure for each group that has one in all periods. */
function completeSeries(
  dataset: Dataset,
  { measure, time, periods }: { readonly measure: string; readonly time: string; readonly periods: readonly Period[] },
): readonly (readonly number[])[] {
  const order = new Map(periods.map(({ id }, index) => [id, index]));
  const series = new Map<string, number[]>();
  for (const { measure: own, at, cell } of dataset.observations) {
    const index = order.get(at[time] ?? "");
    if (own !== measure || cell.state !== "value" || index === undefined) continue;
    const key = JSON.stringify({ ...at, [time]: "" });
    const values = series.get(key) ?? [];
    values[index] = cell.value;
    series.set(key, values);
  }
  return [...series.values()].filter((values) => periods.every((_, index) => values[index] !== undefined));
}

function hasFallen(series: readonly (readonly number[])[], hasBlanks: boolean): boolean {
  const sums = (series[0] ?? []).map((_, index) => series.reduce((sum, values) => sum + (values[index] ?? 0), 0));
  if (Math.min(...sums.slice(0, -1)) < smallestSum || series.flat().some((value) => value < 0)) return false;
  const isLowest = (values: readonly number[]) => (values.at(-1) ?? 0) < Math.min(...values.slice(0, -1));
  const steps = sums.slice(1).map((sum, index) => Math.abs(Math.log(sum / (sums[index] ?? 0))));
  const [fall = 0, others] = [steps.at(-1), steps.slice(0, -1)];
  const [left, times] = hasBlanks ? [mostLeftOfBlank, timesAsFarOfBlank] : [mostLeft, timesAsFar];
  return (
    isLowest(sums) &&
    series.filter(isLowest).length >= series.length * mostlyLowest &&
    fall >= -Math.log(left) &&
    fall >= Math.max(...others) * times
  );
}
