import { monthNames } from "./month-names.ts";

/** A span of time. Dates are ISO, the end is exclusive; both are the same in every time zone. */
export interface Period {
  /** The span itself, e.g. `2018-04-01/2019-04-01`: two labels for one span are one period. */
  readonly id: string;
  readonly start: string;
  readonly endExclusive: string;
  /** As the data prints it: `2018/19`, `2014`, `Apr-Sep 2017`. */
  readonly label: string;
  readonly format: PeriodFormat;
}

export type PeriodFormat =
  | "day"
  | "month"
  | "quarter"
  | "months"
  | "year"
  | "financial-year"
  | "year-ending"
  | "interval";

/** Months from year 0 to the month of a date. */
const indexOfDate = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const shiftMonths = (date: string, months: number): string => firstDayOf(indexOfDate(date) + months);
/** The first day of a month that is counted from year 0. */
export const firstDayOf = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
const monthLabel = (index: number): string => monthNames[index]?.slice(0, 3) ?? "";

/** Orders periods by start, then by end. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start.localeCompare(b.start, "en") || a.endExclusive.localeCompare(b.endExclusive, "en");
}

/** Length in days. */
export function periodDays(period: Period): number {
  return daysBetween(period.start, period.endExclusive);
}

/** Length in calendar months; a fraction (in days of a thirtieth) where the span is not made of whole months. */
export function periodMonths(period: Period): number {
  return isWholeMonths(period) ? indexOfDate(period.endExclusive) - indexOfDate(period.start) : periodDays(period) / 30;
}

const isWholeMonths = ({ start, endExclusive, format }: Period): boolean =>
  start.endsWith("-01") && endExclusive.endsWith("-01") && format !== "day";

/**
 * What to compare a period with: the one of the same length just before it; for some months of a year (`Apr-Sep 2017`),
 * the same months of the year before.
 */
export function previousPeriod(period: Period): Period {
  const shifted =
    period.format === "months"
      ? { start: shiftMonths(period.start, -12), endExclusive: shiftMonths(period.endExclusive, -12) }
      : isWholeMonths(period)
        ? { start: shiftMonths(period.start, -periodMonths(period)), endExclusive: period.start }
        : { start: addDays(period.start, -periodDays(period)), endExclusive: period.start };
  return {
    id: `${shifted.start}/${shifted.endExclusive}`,
    ...shifted,
    format: period.format,
    label: labelOf({ ...shifted, format: period.format }),
  };
}

function labelOf({ start, endExclusive, format }: Omit<Period, "id" | "label">): string {
  const year = Number(start.slice(0, 4));
  const startMonth = Number(start.slice(5, 7)) - 1;
  const last = indexOfDate(endExclusive) - 1;
  const lastMonth = last % 12;
  const lastYear = Math.floor(last / 12);
  switch (format) {
    case "year":
      return String(year);
    case "financial-year":
      return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
    case "year-ending":
      return `year ending ${monthNames[lastMonth]} ${lastYear}`;
    case "quarter":
      return `${year} Q${startMonth / 3 + 1}`;
    case "month":
      return `${monthLabel(startMonth)} ${year}`;
    case "months":
      return `${monthLabel(startMonth)}-${monthLabel(lastMonth)} ${lastYear}`;
    case "day":
      return start;
    case "interval":
      return `${start}/${endExclusive}`;
  }
}

const dayMs = 86_400_000;
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
const daysBetween = (start: string, end: string): number => Math.round((Date.parse(end) - Date.parse(start)) / dayMs);
/** `2019-02-30` parses as the second of March: a date is one only if it comes back as it went in. */
export const isDate = (date: string): boolean =>
  !Number.isNaN(Date.parse(date)) && new Date(Date.parse(date)).toISOString().startsWith(date);
