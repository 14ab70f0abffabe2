import {
  type Dataset,
  type DimensionSpec,
  type Frequency,
  findDimension,
  groupBy,
  isFrequency,
  lengthOf,
  type Period,
} from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import type { Remarks } from "../remarks.ts";
import { saysForecast } from "./forecasts.ts";
import { unfinishedLast } from "./unfinished-last.ts";

/** Adds what the figures tell of time: how long the periods are that are compared, and which periods are still to come. */
export function completeTime(
  dimensions: Record<string, DimensionSpec>,
  dataset: Dataset,
  { date, remarks }: { readonly date: string | undefined; readonly remarks: Remarks },
): void {
  const time = findDimension(dataset.definition, "time");
  if (time === undefined) return;
  remarkOnFuture(dataset, { time, date, remarks });
  remarkOnSchoolYears(dataset, { time, remarks });
  remarkOnUnfinished(dataset, { time, date, remarks });
  const own = dimensions[time];
  const frequency = mostFrequent(dataset, time);
  if (own?.role !== "time" || frequency === undefined) return;
  dimensions[time] = { ...own, frequency };
  remarks.add(
    `dimensions.${time}.frequency`,
    `Periods have several lengths: "latest" and "previous" are of the ${frequency} ones.`,
  );
}

/** Asks whether all of the last period is there, where it is not over, or its figures look as if it were not. */
function remarkOnUnfinished(
  dataset: Dataset,
  { time, date, remarks }: { readonly time: string; readonly date: string | undefined; readonly remarks: Remarks },
): void {
  const own = dataset.definition.spec.dimensions[time];
  const found = unfinishedLast(dataset, date);
  if (!found || (own?.role === "time" && own.statuses !== undefined && found.period.label in own.statuses)) return;
  const label = JSON.stringify(found.period.label);
  const blanks = found.hasBlanks ? ", and many figures that the period before has are not there" : "";
  const told = found.isUnderWay ? "tells of the last one before it" : "tells no rise or fall to it";
  const why = found.isUnderWay ? `is not over on ${date}` : `is far below all periods before${blanks}`;
  remarks.also(
    `dimensions.${time}`,
    `${label} ${why}: if not all of it is counted yet, write statuses: { ${label}: "partial-period" }, or leave its rows out. A first page ${told}.`,
  );
}

/** Says of years such as `2018/19`, in a table of pupils or the like that calls them nothing, from which month on they were read. */
function remarkOnSchoolYears(
  dataset: Dataset,
  { time, remarks }: { readonly time: string; readonly remarks: Remarks },
): void {
  const { title, measures, dimensions } = dataset.definition.spec;
  const own = dimensions[time];
  const [first] = dataset.periods();
  const isGiven = own?.role === "time" && (own.yearStartMonth !== undefined || own.format !== undefined);
  if (isGiven || first === undefined || dataset.periods().some(({ format }) => format !== "financial-year")) return;
  const named = [...Object.values(measures), ...Object.values(dimensions)].map(({ label }) => label);
  const said = meaningOf([title, ...named].join(" "));
  if (!ofSchools.test(said) || /\b(?:financial|fiscal|budget)\b/iu.test(said)) return;
  remarks.also(
    `dimensions.${time}`,
    `"${first.label}" was read as a year that begins in April: if it is a school year, say yearStartMonth: 9, or the month that it begins in.`,
  );
}
const ofSchools = /\b(?:pupils?|schools?|students?|academic|educational|enrolments?|exclusions?|learners?)\b/iu;

/**
 * Says of projections that "latest" is the last of them: where a table calls its figures so, and where periods come after a day that
 * somebody names. Today is none: the same file would mean something else tomorrow.
 */
function remarkOnFuture(
  dataset: Dataset,
  { time, date, remarks }: { readonly time: string; readonly date: string | undefined; readonly remarks: Remarks },
): void {
  const { title, measures, dimensions } = dataset.definition.spec;
  const labels = [...Object.values(measures), ...Object.values(dimensions)].map(({ label }) => label);
  const names = Object.entries(dimensions).flatMap(([id, { role }]) =>
    role === "category" ? dataset.categories(id).map(({ label }) => label) : [],
  );
  const said = [title, ...labels, ...(names.length <= mostNamesRead ? names : [])].find(saysForecast);
  const first = date === undefined ? undefined : dataset.periods().find(({ start }) => start > date);
  // Those that are known to be forecasts are told as such, and "latest" is none of them.
  const own = dimensions[time];
  if (
    own?.role === "time" &&
    Object.values(own.statuses ?? {})
      .flat()
      .includes("forecast")
  )
    return;
  const advice = `and "latest" is the last of them. Say which, so that "latest" is the last that has happened and none is told as a rise or a fall that was: statuses: { ${JSON.stringify(dataset.periods().at(-1)?.label ?? "")}: "forecast" }, with a line for each.`;
  if (first)
    remarks.also(
      `dimensions.${time}`,
      `From "${first.label}" on, periods come after ${date}: their figures are projections, ${advice}`,
    );
  else if (said !== undefined)
    remarks.also(`dimensions.${time}`, `"${said}": figures of its later periods are projections, ${advice}`);
}

/** Of more names than these, one that speaks of forecasts says little of the others. */
const mostNamesRead = 40;

/** The named length that most periods have, and of as many of each, most figures; undefined where all have one. */
function mostFrequent(dataset: Dataset, time: string): Frequency | undefined {
  const lengths = groupBy(dataset.periods(), lengthOf);
  if (lengths.size < 2) return undefined;
  const figures = new Map<string, number>();
  for (const { at, cell } of dataset.observations) {
    const id = at[time] ?? "";
    if (cell.state !== "missing") figures.set(id, (figures.get(id) ?? 0) + 1);
  }
  const figuresOf = (periods: readonly Period[]) => periods.reduce((sum, { id }) => sum + (figures.get(id) ?? 0), 0);
  return [...lengths]
    .sort(([, a], [, b]) => b.length - a.length || figuresOf(b) - figuresOf(a))
    .map(([length]) => length)
    .find(isFrequency);
}
