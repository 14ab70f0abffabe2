import { addDays, firstDayOf, isDate, type PeriodFormat } from "./period.ts";

/** What a label stands for. */
export interface Span {
  readonly start: string;
  readonly endExclusive: string;
  readonly format: PeriodFormat;
}

/** A month counted from year 0, so that spans are plain arithmetic. */
export const monthIndex = (year: number, month: number): number => year * 12 + (month - 1);

function monthsFrom(first: number, months: number, format: PeriodFormat): Span | undefined {
  return first < 0 ? undefined : { start: firstDayOf(first), endExclusive: firstDayOf(first + months), format };
}

/**
 * A year as a label writes it, in four digits or two. Two digits are a year from 1970 to 2029: programs and people agree
 * on no others. Undefined for those.
 */
export function yearOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const number = Number(text);
  if (text.length > 2) return number;
  return number < 30 ? 2000 + number : number >= 70 ? 1900 + number : undefined;
}

/** The first of two years that follow each other, as `2018/19` and `2018/2019` write them. */
export function firstOfTwo(first: string | undefined, second: string | undefined): number | undefined {
  const year = yearOf(first);
  if (year === undefined || second === undefined) return undefined;
  const follows = second.length === 4 ? Number(second) === year + 1 : Number(second) === (year + 1) % 100;
  return follows ? year : undefined;
}

/** The last of a range of years, which may leave its century out: `2015-17`, `1999-01`. */
export function lastOfRange(first: number, second: string): number {
  if (second.length > 2) return Number(second);
  const last = first - (first % 100) + Number(second);
  return last < first ? last + 100 : last;
}

/** January to December; undefined where the year is not known. */
export const calendarYear = (year: number | undefined): Span | undefined =>
  year === undefined ? undefined : monthsFrom(monthIndex(year, 1), 12, "year");

export const yearFrom = (
  year: number | undefined,
  startMonth: number,
  format: PeriodFormat = "financial-year",
): Span | undefined => (year === undefined ? undefined : monthsFrom(monthIndex(year, startMonth), 12, format));

/** The year of twelve months that ends in a calendar year. */
export const yearEndingIn = (year: number | undefined, startMonth: number): Span | undefined =>
  year === undefined ? undefined : yearFrom(startMonth === 1 ? year : year - 1, startMonth);

/** `month` from 1; undefined for one that is none. */
export const monthOf = (year: number | undefined, month: number): Span | undefined =>
  year !== undefined && isMonth(month) ? monthsFrom(monthIndex(year, month), 1, "month") : undefined;

const isMonth = (month: number): boolean => month >= 1 && month <= 12;

/** Whole months from one to another, both included. */
export function monthRange(from: number, to: number): Span | undefined {
  const months = to - from + 1;
  if (months < 2) return undefined;
  return monthsFrom(from, months, months === 12 ? "year-ending" : months < 12 ? "months" : "interval");
}

/** `quarter` 1 to 4 of a year of 12 months. @param firstMonth of that year, as `monthIndex` counts. */
export const quarterOf = (firstMonth: number, quarter: number): Span | undefined =>
  quarter >= 1 && quarter <= 4 ? monthsFrom(firstMonth + (quarter - 1) * 3, 3, "quarter") : undefined;

/** `half` 1 or 2, as `quarterOf`. */
export const halfOf = (firstMonth: number, half: number): Span | undefined =>
  half === 1 || half === 2 ? monthsFrom(firstMonth + (half - 1) * 6, 6, "half") : undefined;

/** Whole years from one to another, both included, each from its start month on. */
export const yearRange = (from: number | undefined, to: number | undefined, startMonth = 1): Span | undefined =>
  from !== undefined && to !== undefined && to > from
    ? monthsFrom(monthIndex(from, startMonth), (to - from + 1) * 12, "years")
    : undefined;

/** `month` and `day` from 1; undefined for a day that no calendar has. */
export function dayOf(year: number | undefined, month: number, day: number): Span | undefined {
  if (year === undefined || !isMonth(month)) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return isDate(date) ? { start: date, endExclusive: addDays(date, 1), format: "day" } : undefined;
}

/** From one day to another, both included. Whole months are those months. */
export function dayRange(from: Span | undefined, to: Span | undefined): Span | undefined {
  if (!from || !to || from.start >= to.start) return undefined;
  const { start } = from;
  const { endExclusive } = to;
  const index = (date: string) => monthIndex(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return start.endsWith("-01") && endExclusive.endsWith("-01")
    ? (monthRange(index(start), index(endExclusive) - 1) ?? monthsFrom(index(start), 1, "month"))
    : { start, endExclusive, format: addDays(start, 7) === endExclusive ? "week" : "interval" };
}

/** The twelve months that end with a day, or with the month of a span of one. */
export function yearEnding(last: Span | undefined): Span | undefined {
  if (!last) return undefined;
  const { endExclusive } = last;
  const start = `${String(Number(endExclusive.slice(0, 4)) - 1).padStart(4, "0")}${endExclusive.slice(4)}`;
  return isDate(start) ? { start, endExclusive, format: "year-ending" } : undefined;
}

/** Seven days from a day on. */
export const weekFrom = (first: Span | undefined): Span | undefined =>
  first && { start: first.start, endExclusive: addDays(first.start, 7), format: "week" };

/** Seven days up to a day, itself included. */
export const weekTo = (last: Span | undefined): Span | undefined =>
  last && { start: addDays(last.endExclusive, -7), endExclusive: last.endExclusive, format: "week" };

/** A week of ISO 8601: from Monday; the first of a year holds its first Thursday. */
export function isoWeek(year: number | undefined, week: number): Span | undefined {
  if (year === undefined || week < 1) return undefined;
  const firstOf = (of: number) => {
    const fourth = `${String(of).padStart(4, "0")}-01-04`;
    return addDays(fourth, -((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7));
  };
  const start = addDays(firstOf(year), (week - 1) * 7);
  return start < firstOf(year + 1) ? weekFrom({ start, endExclusive: start, format: "day" }) : undefined;
}

const monthSpans: ReadonlyMap<number, PeriodFormat> = new Map([
  [1, "month"],
  [3, "quarter"],
  [6, "half"],
  [12, "year-ending"],
]);

/** So many years, months, weeks or days from a day on: `y`, `m`, `w`, `d`. */
export function spanFrom(start: string, count: number, unit: string): Span | undefined {
  if (!isDate(start) || count < 1) return undefined;
  if (unit === "w" || unit === "d") {
    const days = unit === "w" ? count * 7 : count;
    return {
      start,
      endExclusive: addDays(start, days),
      format: days === 1 ? "day" : days === 7 ? "week" : "interval",
    };
  }
  const months = unit === "y" ? count * 12 : count;
  const end = firstDayOf(monthIndex(Number(start.slice(0, 4)), Number(start.slice(5, 7))) + months);
  const endExclusive = `${end.slice(0, 8)}${start.slice(8)}`;
  if (!isDate(endExclusive)) return undefined;
  const isYear = months === 12 && start.slice(5) === "01-01";
  // From the middle of a month, nothing but a year has a name of its own.
  const format = start.endsWith("-01") || months === 12 ? monthSpans.get(months) : undefined;
  return { start, endExclusive, format: isYear ? "year" : (format ?? "interval") };
}
