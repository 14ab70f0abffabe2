import {
  type Dataset,
  type DatasetSpec,
  findDimension,
  haveOverlap,
  isAdditive,
  type MeasureSpec,
  periodMonths,
} from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";

/** Over so many steps in time no count but a running total keeps from falling; so many of them may be corrections. */
const [fewestSteps, mostFalls] = [30, 0.05];
/** So many days in a row that a count of the day never falls are no chance; years and months may grow. */
const fewestDays = 10;

interface RunningInput {
  readonly dataset: Dataset;
  readonly remarks: Remarks;
}

/**
 * Takes counts that are called so, and counts of days that never fall, for running totals, and says of others that hardly fall that they may be some. Where
 * periods overlap nothing is taken for a stock or a running total: whether a year is its quarters is for whoever publishes it to deny.
 */
export function withRunningTotals(measures: Measures, { dataset, remarks }: RunningInput): Measures {
  const time = findDimension(dataset.definition, "time");
  if (time === undefined) return measures;
  const rising = risingAmong(dataset, time);
  const doOverlap = haveOverlap(dataset.periods());
  return Object.fromEntries(
    Object.entries(measures).map(([id, { overTime, ...spec }]): readonly [string, MeasureSpec] => {
      const why = isAdditive(spec) ? whyRunning(spec, rising.get(id)) : undefined;
      if (why !== undefined) remarks.replace(`measures.${id}.overTime`, why);
      else if (rising.get(id) === "mostly") remarks.also(`measures.${id}.statType`, hardlyFalls);
      const own = why === undefined ? overTime : "cumulative";
      if (own === undefined || !doOverlap) return [id, own === undefined ? spec : { ...spec, overTime: own }];
      remarks.also(`measures.${id}.statType`, remarks.all.get(`measures.${id}.overTime`) ?? "");
      remarks.remove(`measures.${id}.overTime`);
      return [id, spec];
    }),
  );
}

/** Why a measure is taken for a running total, where it is. */
const whyRunning = ({ label }: MeasureSpec, rises: "always" | "mostly" | undefined): string | undefined =>
  runningName.test(meaningOf(label)) ? namedRunning : rises === "always" ? neverFalls : undefined;

type Measures = DatasetSpec["measures"];

/** What is called a running total. */
const runningName = /\b(?:cumulative|cumulated|running totals?|to date|so far)\b/iu;

const namedRunning = guessedFrom(
  "its name",
  "A running total, by its name, which makes no sum over time: take the differences for what happened in each period.",
);
const neverFalls = guessedFrom(
  "its figures",
  "Never falls from one day to the next: taken for a running total, which makes no sum over time, and readers are told so. Take this line out if it is none.",
);
const hardlyFalls =
  'Hardly ever falls from one period to the next: if it is a running total, say overTime: "cumulative", or take the differences before you add it up or compare.';

/**
 * Whether figures are running totals, as they are said to be or seem by themselves: each is of all that was up to its day, week or month. What grows from
 * year to year, as populations do, is none.
 */
export function isRunningTotal(dataset: Dataset, measure: string): boolean {
  const time = findDimension(dataset.definition, "time");
  if (time === undefined) return false;
  if (dataset.definition.spec.measures[measure]?.overTime === "cumulative") return true;
  const areShort = dataset.periods().every((period) => periodMonths(period) < monthsOfYear);
  return areShort && risingAmong(dataset, time).has(measure);
}
const monthsOfYear = 12;

/** Which measures rise from period to period, and never or hardly ever fall. */
function risingAmong(dataset: Dataset, time: string): ReadonlyMap<string, "always" | "mostly"> {
  const found = new Map<string, "always" | "mostly">();
  const order = new Map(dataset.periods().map(({ id }, index) => [id, index]));
  const areDays = dataset.periods().every(({ format }) => format === "day");
  for (const [measure, spec] of Object.entries(dataset.definition.spec.measures)) {
    if (spec.statType !== "count" && spec.additive !== true) continue;
    const series = new Map<string, Map<number, number>>();
    for (const { measure: own, at, cell } of dataset.observations) {
      const index = order.get(at[time] ?? "");
      if (own !== measure || cell.state !== "value" || index === undefined) continue;
      const key = JSON.stringify({ ...at, [time]: "" });
      series.set(key, (series.get(key) ?? new Map<number, number>()).set(index, cell.value));
    }
    const changes = [...series.values()].map((own) => {
      const values = [...own].sort(([a], [b]) => a - b).map(([, value]) => value);
      return values.slice(1).map((value, at) => value - (values[at] as number));
    });
    const [rises, falls] = [changes.flat().filter((by) => by > 0), changes.flat().filter((by) => by < 0)];
    const isLong = areDays && changes.some((own) => own.filter((by) => by > 0).length >= fewestDays);
    // A count that is no running total falls about as often as it rises, however seldom it changes.
    if (isLong && falls.length === 0) found.set(measure, "always");
    else if (
      (areDays && rises.length >= fewestDays && falls.length === 0) ||
      (rises.length >= fewestSteps && falls.length <= (rises.length + falls.length) * mostFalls)
    )
      found.set(measure, "mostly");
  }
  return found;
}
