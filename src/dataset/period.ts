import { compareText } from "./compare-labels.ts";
import { englishMonthNames } from "./english-month-names.ts";
import { railNumberOf, railPeriodOf } from "./rail-periods.ts";

/** A span of time. Dates are ISO, the end is exclusive; both are the same in every time zone. */
export interface Period {
  /** The span itself, e.g. `2018-04-01/2019-04-01`: two labels for one span are one period. */
  readonly id: string;
  readonly start: string;
  readonly endExclusive: string;
  /** As the data prints it: `2018/19`, `2014`, `Apr-Sep 2017`. Of a code, such as `201819` or `2021-07-14`, what a reader knows it by. */
  readonly label: string;
  readonly format: PeriodFormat;
}

export type PeriodFormat =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "half"
  | "months"
  /** One of thirteen that a year of the railways of Great Britain has. */
  | "rail-period"
  | "year"
  | "financial-year"
  | "academic-year"
  | "year-ending"
  /** Whole years, one after the other: those of an average of three years. */
  | "years"
  | "interval";

/** Months from year 0 to the month of a date. */
const indexOfDate = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const shiftMonths = (date: string, months: number): string =>
  `${firstDayOf(indexOfDate(date) + months).slice(0, 8)}${date.slice(8)}`;
/** The first day of a month that is counted from year 0. */
export const firstDayOf = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;

/** Orders periods by start, then by end. */
export function comparePeriods(a: Period, b: Period): number {
  return compareDates(a.start, b.start) || compareDates(a.endExclusive, b.endExclusive);
}

/** By their letters, as `localeCompare` would, for which V8 first looks through all locales. */
const compareDates = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Length in days. */
export function periodDays(period: Period): number {
  return daysBetween(period.start, period.endExclusive);
}

/**
 * Length in calendar months; a fraction (in days of a thirtieth) where the span is not made of whole months. A rail period is a thirteenth of a year,
 * as a month is a twelfth, however many days it has.
 */
export function periodMonths(period: Period): number {
  if (period.format === "rail-period") return monthsOfYear / railPeriodsOfYear;
  return isWholeMonths(period) ? indexOfDate(period.endExclusive) - indexOfDate(period.start) : periodDays(period) / 30;
}

const [monthsOfYear, railPeriodsOfYear] = [12, 13];

/** From a day of one month to the day before it of another: calendar months, and years that end on 5 April. */
const isWholeMonths = ({ start, endExclusive }: Pick<Period, "start" | "endExclusive">): boolean =>
  start.slice(8) === endExclusive.slice(8) && Number(start.slice(8)) <= 28;

/**
 * What to compare a period with: the one of the same length just before it; for some months of a year (`Apr-Sep 2017`),
 * the same months of the year before.
 */
export function previousPeriod(period: Period): Period {
  const shifted =
    railPeriodBefore(period) ??
    (period.format === "months"
      ? { start: shiftMonths(period.start, -12), endExclusive: shiftMonths(period.endExclusive, -12) }
      : isWholeMonths(period)
        ? { start: shiftMonths(period.start, -periodMonths(period)), endExclusive: period.start }
        : { start: addDays(period.start, -periodDays(period)), endExclusive: period.start });
  return {
    id: `${shifted.start}/${shifted.endExclusive}`,
    ...shifted,
    format: period.format,
    label: labelOf({ ...shifted, format: period.format }),
  };
}

/** The rail period before one, which may be longer or shorter. Undefined of any other period. */
function railPeriodBefore({ format, start }: Period): Pick<Period, "start" | "endExclusive"> | undefined {
  if (format !== "rail-period") return undefined;
  const { firstYear, number } = railNumberOf(start);
  return number > 1 ? railPeriodOf(firstYear, number - 1) : railPeriodOf(firstYear - 1, railPeriodsOfYear);
}

const two = (value: number): string => String(value % 100).padStart(2, "0");

/**
 * A label that is read back as the same span, whatever column it is read in.
 * @param month how a month is named: `Dec 2017` unless said otherwise.
 */
function labelOf(
  { start, endExclusive, format }: Omit<Period, "id" | "label">,
  month = (name: string): string => name.slice(0, 3),
): string {
  const year = Number(start.slice(0, 4));
  const startMonth = Number(start.slice(5, 7));
  const last = indexOfDate(endExclusive) - 1;
  const lastYear = Math.floor(last / 12);
  const nameOf = (index: number) => month(englishMonthNames[index % 12] ?? "");
  const wholeMonths = start.endsWith("-01") && endExclusive.endsWith("-01");
  const calendarMonths = () =>
    !wholeMonths
      ? `${start}/${endExclusive}`
      : year === lastYear
        ? `${nameOf(startMonth - 1)}-${nameOf(last)} ${lastYear}`
        : `${nameOf(startMonth - 1)} ${year} to ${nameOf(last)} ${lastYear}`;
  const financialYear = (first: number) => `${first}/${two(first + 1)}`;
  switch (format) {
    case "year":
      return String(year);
    case "financial-year":
      return financialYear(year);
    case "academic-year":
      return `academic year ${financialYear(year)}`;
    case "years":
      return startMonth !== 1
        ? `${financialYear(year)} to ${financialYear(lastYear - 1)}`
        : lastYear - year > 1
          ? `${year} to ${lastYear}`
          : calendarMonths();
    case "year-ending": {
      const day = wholeMonths ? "" : `${Number(addDays(endExclusive, -1).slice(8))} `;
      const end = indexOfDate(addDays(endExclusive, -1));
      return `year ending ${day}${englishMonthNames[end % 12]} ${Math.floor(end / 12)}`;
    }
    case "half":
      return startMonth % 6 === 1 ? `${year} H${(startMonth + 5) / 6}` : calendarMonths();
    case "quarter":
      return startMonth % 3 === 1 ? `${year} Q${(startMonth + 2) / 3}` : calendarMonths();
    case "month":
      return `${nameOf(startMonth - 1)} ${year}`;
    case "rail-period": {
      const { firstYear, number } = railNumberOf(start);
      return `rail period ${number} of ${financialYear(firstYear)}`;
    }
    case "week":
      return weekLabel(start, endExclusive);
    case "months":
      return calendarMonths();
    case "day":
      return dayName(start);
    case "interval":
      return wholeMonths && last > indexOfDate(start) ? calendarMonths() : `${start}/${endExclusive}`;
  }
}

/** `week 5 of 2020` of a week of ISO 8601; of another, its first day and the one after its last. */
function weekLabel(start: string, endExclusive: string): string {
  if (new Date(`${start}T00:00:00Z`).getUTCDay() !== 1) return `${start}/${endExclusive}`;
  const thursday = addDays(start, 3);
  const year = thursday.slice(0, 4);
  return `week ${Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1} of ${year}`;
}

/** A label for readers, of a period that the data writes as a code: `April 2023` of `202304`, `2015/16` of `201516`, `14 July 2021` of `2021-07-14`. */
export function readableLabel(span: Omit<Period, "id" | "label">): string {
  const { start, endExclusive } = span;
  const label = labelOf(span, (name) => name);
  return label === `${start}/${endExclusive}` ? `${dayName(start)} to ${dayName(addDays(endExclusive, -1))}` : label;
}

const dayName = (date: string): string =>
  `${Number(date.slice(8))} ${englishMonthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

const dayMs = 86_400_000;
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
const daysBetween = (start: string, end: string): number => Math.round((Date.parse(end) - Date.parse(start)) / dayMs);
/** `2019-02-30` parses as the second of March: a date is one only if it comes back as it went in. */
export const isDate = (date: string): boolean =>
  !Number.isNaN(Date.parse(date)) && new Date(Date.parse(date)).toISOString().startsWith(date);

/** Whether any two periods share a day: a year and its quarters, years that begin each quarter. */
export function haveOverlap(periods: readonly Period[]): boolean {
  const sorted = [...periods].sort((a, b) => compareText(a.start, b.start));
  let end = "";
  return sorted.some((period) => {
    const overlaps = period.start < end;
    if (period.endExclusive > end) end = period.endExclusive;
    return overlaps;
  });
}
