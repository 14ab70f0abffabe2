import { type Period, periodReadings } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { type Naming, sentence } from "../naming.ts";
import { spansOfDayIn } from "../periods/clock-times.ts";
import { isPlainlyPeriod } from "../periods/guess-period.ts";
import type { PeriodGuess } from "../periods/period-guess.ts";
import { statusesOfPeriods } from "../periods/period-statuses.ts";
import { extentByHeading } from "../periods/said-by-heading.ts";
import { hasOwnYear, hasYear, periodElsewhere, spanOfYearsIn, yearOfAll } from "../periods/said-years.ts";
import { guessedFrom } from "../remarks.ts";
import { timeHole } from "../rows/column-roles.ts";
import { areMonths } from "../rows/tell-apart.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import type { DimensionsInput, Guess } from "./dimensions-guess.ts";

/** Whether the dimension of time is called as its column is. */
export const isNamedPeriod = ({ columns: [first], joined }: PeriodGuess): boolean =>
  first !== undefined && isPlainlyPeriod(first) && joined === undefined;

/** Adds the time of the figures: from the headings, from a column, or from what is said of the whole table. */
export function addTime(
  { dimensions, layouts }: Guess,
  { survey, roles, sheets, elsewhere, naming, date }: DimensionsInput,
): void {
  const { period, wide } = roles;
  const { remarks } = naming;
  const [first] = period?.columns ?? [];
  if (wide?.tells.includes("period")) {
    const field = `dimensions.${timeHole}`;
    dimensions[timeHole] = defined({
      role: "time",
      label: "Period",
      format: wide.format,
      statuses: statusesOfPeriods(survey, roles, { field, remarks, date }),
    });
    if (wide.areDates && wide.format !== undefined)
      remarks.add(`dimensions.${timeHole}.format`, remarkOnFormat(wide.format));
    if (wide.joined) layouts[timeHole] = { joined: wide.joined.text };
    if (wide.yearSaid !== undefined)
      remarks.add(
        `layout.dimensions.${timeHole}`,
        `The periods were taken for those of ${wide.yearSaid}, which is said above the table.`,
      );
  } else if (period && first) {
    const hasName = isNamedPeriod(period);
    const id = hasName ? naming.idOf(first.name, timeHole) : timeHole;
    dimensions[id] = defined({
      role: "time",
      label: (hasName && sentence(first.name)) || (extentByHeading(period) ?? "Period"),
      format: period.format,
      statuses: statusesOfPeriods(survey, roles, { field: `dimensions.${id}`, remarks, date }),
    });
    remarkOnPeriods(id, period, { survey, remarks });
    const own = first.ref;
    if (period.joined !== undefined) layouts[id] = { joined: period.joined };
    else if (own !== id) layouts[id] = own;
  } else addSaidTime({ dimensions, layouts }, { survey, roles, sheets, elsewhere, naming });
}

/** Adds the one time of a whole table, or of each of its sheets, where one is said. */
function addSaidTime(
  { dimensions, layouts }: Guess,
  { survey, roles, sheets, elsewhere, naming }: DimensionsInput,
): void {
  const { cell, pattern, isOfTitle = false, format } = survey.periodAbove ?? {};
  const above = cell === undefined ? undefined : defined({ cell, pattern });
  // Where rows or headings have times of their own, that of the title is none of theirs.
  const ofDay = spansOfDayIn(survey.columns.map(({ name }) => name));
  const isOfTime = ({ kind, name }: ColumnSurvey) =>
    kind === "figure" && ((hasOwnYear(name) && !ofDay.has(name)) || areMonths([name]));
  const hasOwn = roles.dates.length > 0 || survey.columns.some(isOfTime);
  const isOther = isOfTitle && hasOwn;
  const dimensionLayout = sheets ? { sheetName: sheets.pattern } : isOther ? undefined : above;
  if (!dimensionLayout) {
    const year = yearOfAll(roles.figures.map(({ name }) => name));
    const told =
      hasOwn || survey.columns.some(mayTellTime)
        ? undefined
        : periodElsewhere({ ...elsewhere, below: belowOf(survey) });
    const label = year ?? told?.label;
    if (label === undefined) return;
    naming.remarks.add(
      `layout.dimensions.${timeHole}`,
      year === undefined && told
        ? guessedFrom(told.where, periodOfFile)
        : spanOfYearsIn(label) === undefined
          ? yearOfHeadings
          : yearsOfHeadings,
    );
    dimensions[timeHole] = defined({
      role: "time",
      label: "Period",
      format: year === undefined ? told?.format : undefined,
    });
    layouts[timeHole] = { value: label };
    return;
  }
  if (isOfTitle && !sheets) naming.remarks.add(`layout.dimensions.${timeHole}`, yearOfTitle);
  dimensions[timeHole] = defined({ role: "time", label: "Period", format: sheets ? undefined : format });
  layouts[timeHole] = dimensionLayout;
}

/** The lines around a table that do not stand above it. */
const belowOf = ({ notes, titles }: TableSurvey): readonly string[] => notes.filter((text) => !titles.includes(text));

function remarkOnPeriods(
  id: string,
  { columns: [first], format, joined, isOfCases, isOfTimes }: PeriodGuess,
  { survey, remarks }: Pick<DimensionsInput, "survey"> & Pick<Naming, "remarks">,
): void {
  if (isOfCases !== undefined) {
    remarks.add(`dimensions.${id}.format`, casesTogether(isOfCases));
    return;
  }
  if (isOfTimes) {
    remarks.add(`dimensions.${id}.format`, "The day of each row, without its time.");
    return;
  }
  const end = beginning.test(wordsOf(first?.name ?? ""))
    ? survey.columns.find(({ kind, name }) => kind === "period" && ending.test(wordsOf(name)))
    : undefined;
  if (first?.isOfEditions) remarks.add(`dimensions.${id}`, yearsOfEditions(first.name));
  if (first && end) remarks.add(`dimensions.${id}`, fromTo(first.name, end.name));
  if (format === undefined && joined === undefined && first && areEndsOfMonths(first.texts))
    remarks.add(`dimensions.${id}`, endsOfMonths);
  if (joined === undefined && first && areQuarterly(first.texts)) remarks.also(`dimensions.${id}`, monthsOfQuarters);
  if (first?.format !== undefined) remarks.add(`dimensions.${id}.format`, besideNames);
  else if (format !== undefined && joined === undefined && !format.endsWith("{ww}"))
    remarks.add(`dimensions.${id}.format`, remarkOnFormat(format));
  if (joined?.includes("-W") || format?.endsWith("{ww}")) remarks.add(`layout.dimensions.${id}`, isoWeeks);
}

/** Whether days are each the last of their month, or each the first, of one month each. */
function areEndsOfMonths(texts: readonly string[]): boolean {
  const days = texts.map((text) => periodReadings(text)).filter(([first, other]) => first?.format === "day" && !other);
  if (days.length < texts.length || texts.length < fewestEnds) return false;
  const months = new Set(days.map(([day]) => day?.start.slice(0, 7)));
  const isEach = (of: (period: Period) => string | undefined) => days.every(([day]) => day && of(day)?.endsWith("-01"));
  if (months.size < days.length) return false;
  // The first of January of each year, and of July: figures of these days, and of no months.
  const areFirst = isEach(({ start }) => start);
  return areFirst ? !areFarApart([...months]) : isEach(({ endExclusive }) => endExclusive);
}

/** Whether months are half a year apart, or more. */
function areFarApart(months: readonly (string | undefined)[]): boolean {
  const inTurn = months
    .map((month = "") => 12 * Number(month.slice(0, 4)) + Number(month.slice(5)))
    .sort((a, b) => a - b);
  return inTurn.every((month, at) => at === 0 || month - (inTurn[at - 1] as number) >= halfAYear);
}
const halfAYear = 6;

/** Whether months are all three apart, as those are that quarters are called by; months of one year each are a year apart. */
function areQuarterly(texts: readonly string[]): boolean {
  const months = texts.flatMap((text) => {
    const [first, other] = periodReadings(text);
    return first?.format === "month" && !other
      ? [12 * Number(first.start.slice(0, 4)) + Number(first.start.slice(5, 7))]
      : [];
  });
  const inTurn = [...new Set(months)].sort((one, other) => one - other);
  const areApart = inTurn.every((month, at) => at === 0 || month - (inTurn[at - 1] ?? 0) === monthsOfQuarter);
  return months.length >= fewestEnds && months.length >= texts.length - mostOthers && areApart;
}
const monthsOfQuarter = 3;
/** Of so many labels that are no months, lines above the first say other things. */
const mostOthers = 8;
const monthsOfQuarters = guessedFrom(
  "its labels",
  "Months, three apart: where each is of the quarter that it ends, say so in the labels of the data.",
);

/** So many days that are each the end of a month are no chance. */
const fewestEnds = 6;
const endsOfMonths =
  "Days, each of them the first or the last of a month: if each stands for the whole of it, write them as months in the data.";

/** Whether a column may tell the time of each row all the same: by its name, or by labels that are dates or years. */
const mayTellTime = ({ kind, name, texts }: ColumnSurvey): boolean =>
  kind === "period" || (texts.length > 1 && (isPlainlyPeriod({ name }) || texts.every(hasYear)));

const periodOfFile =
  "No column tells a period, and this is the only one that is told: say another, or leave the dimension out, where the figures are of none.";
const yearOfHeadings = "The year that is said in all headings of figures.";
const yearsOfHeadings = guessedFrom(
  "the headings",
  "All headings of figures say these years, which were taken for one period: figures may be of all that time, or tell how far its end lies from its beginning.",
);
const yearOfTitle = guessedFrom(
  "the title",
  "The period that is said above the table: say another, or leave the dimension out, where the figures are of none.",
);
const casesTogether = (of: "years" | "months"): string =>
  guessedFrom(
    "its labels",
    `Cases have a day each, and are added up by the ${of} they are in, of which the first and the last may not be whole: other holes in the format take other parts.`,
  );
/** What a format makes of its labels: of a day that has no hole for its month, the year; of one without a hole for its day, the month. */
const remarkOnFormat = (format: string): string =>
  format.startsWith("{yyyy}.5")
    ? middles
    : format === "{yy}"
      ? shortYears
      : format.startsWith("{from-yyyy}")
        ? twoYears
        : /\{(?:mm|month|q-start|q-end)\}/u.test(format)
          ? wholePeriods
          : oneDayOfYear;
const oneDayOfYear = guessedFrom(
  "its labels",
  "One day of each year, which was taken for the year: where figures are as they stood on that day, leave the format out, and they are days.",
);
const twoYears = guessedFrom(
  "its labels",
  "Both years together, since nothing says that one year begins in the first: leave the format out where it is one from April to March, and say yearStartMonth besides where it is another.",
);
const shortYears = guessedFrom(
  "its heading",
  'Years of two digits, one after the other: write "{19yy}" where they are of the last century.',
);
const yearsOfEditions = (name: string): string =>
  guessedFrom(
    "its heading",
    `No column but "${name}" tells a period, and it was taken for that of the figures, which may be of the year before. Where its later years correct the figures of earlier ones, write vintage: { column: ${JSON.stringify(name)} } in the place of the dimension.`,
  );
const besideNames = "The year of each label, beside which it names something else: that is a dimension of its own.";
const middles = "Each label is the middle of a year, and was taken for the whole of it.";
const wholePeriods =
  "Each date is the first or the last day of a month or quarter, or the same day of each, and was taken for the whole of it; without a format, they are days.";
const isoWeeks = "Read as weeks of ISO 8601, Monday to Sunday: compare them with the dates of the data, if it has any.";
const beginning = /\b(?:start|starts|begin|begins|beginning|from|van|von|du|desde|dal|fra|från)\b/iu;
const ending = /\b(?:end|ends|ending|until|to|tot|bis|au|hasta|al|til|till)\b/iu;
const fromTo = (first: string, last: string): string =>
  `Each row is of the time from "${first}" to "${last}", and is called by its first day here.`;
