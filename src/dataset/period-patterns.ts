import { monthNames } from "./month-names.ts";
import { addDays, firstDayOf, isDate, type PeriodFormat } from "./period.ts";

/** Names of the readings that labels of one look may have; a time dimension names one of them as its `format`. */
export const formatNames = ["yyyy-mm", "yyyy-yy", "dd/mm/yyyy", "mm/dd/yyyy"] as const;
export type FormatName = (typeof formatNames)[number];

export interface Span {
  readonly start: string;
  readonly endExclusive: string;
  readonly format: PeriodFormat;
}

export interface PeriodReading {
  /** Where a label of this look has other readings too: what tells this one from them. */
  readonly name?: FormatName;
  /** The span that the groups of the pattern stand for; undefined where they are none: a month 13, a year that does not follow. */
  readonly read: (parts: readonly string[], yearStartMonth: number) => Span | undefined;
}

/** Labels of one look. No label has two looks. */
export interface PeriodPattern {
  readonly pattern: RegExp;
  /** What such a label may mean. Of several, one is chosen for a whole column. */
  readonly readings: readonly PeriodReading[];
}

/** A month counted from year 0, so that spans are plain arithmetic. */
const monthIndex = (year: number, month: number): number => year * 12 + (month - 1);
const span = (from: number, months: number, format: PeriodFormat): Span => ({
  start: firstDayOf(from),
  endExclusive: firstDayOf(from + months),
  format,
});

const monthNumber = (name: string): number =>
  monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
/** A month's name in English, or a beginning of it of three letters and more: `Sep`, `Sept`, `September`. */
const month = `(${monthNames.map((name) => `${name.slice(0, 3)}${[...name.slice(3)].reduceRight((rest, letter) => `(?:${letter}${rest})?`, "")}`).join("|")})`;
const isoDate = "(\\d{4}-\\d{2}-\\d{2})";

const financialYear: PeriodReading["read"] = ([first, second = ""], yearStartMonth) => {
  const year = Number(first);
  const follows = second.length === 4 ? Number(second) === year + 1 : Number(second) === (year + 1) % 100;
  return follows ? span(monthIndex(year, yearStartMonth), 12, "financial-year") : undefined;
};

const monthOfYear: PeriodReading["read"] = ([year, second]) => {
  const number = Number(second);
  return number >= 1 && number <= 12 ? span(monthIndex(Number(year), number), 1, "month") : undefined;
};

const quarter = (year: string | undefined, number: string | undefined): Span =>
  span(monthIndex(Number(year), (Number(number) - 1) * 3 + 1), 3, "quarter");

const day = (date: string): Span | undefined =>
  isDate(date) ? { start: date, endExclusive: addDays(date, 1), format: "day" } : undefined;

const pad = (part: string | undefined): string => (part ?? "").padStart(2, "0");

/** Every look of a label, and its readings. */
export const periodPatterns: readonly PeriodPattern[] = [
  { pattern: /^(\d{4})$/, readings: [{ read: ([year]) => span(monthIndex(Number(year), 1), 12, "year") }] },
  { pattern: /^(\d{4})\s*[/–]\s*(\d{4}|\d{2})$/, readings: [{ read: financialYear }] },
  { pattern: /^(\d{4})-(\d{4})$/, readings: [{ read: financialYear }] },
  {
    // 2018-19 is a financial year and 2018-03 a month; 2011-12 may be either.
    pattern: /^(\d{4})-(\d{2})$/,
    readings: [
      { name: "yyyy-mm", read: monthOfYear },
      { name: "yyyy-yy", read: financialYear },
    ],
  },
  { pattern: /^(\d{4})[- ]?q([1-4])$/i, readings: [{ read: ([year, number]) => quarter(year, number) }] },
  { pattern: /^q([1-4])[- ](\d{4})$/i, readings: [{ read: ([number, year]) => quarter(year, number) }] },
  {
    pattern: new RegExp(`^${month}\\s+(\\d{4})$`, "i"),
    readings: [{ read: ([name = "", year]) => span(monthIndex(Number(year), monthNumber(name)), 1, "month") }],
  },
  {
    pattern: new RegExp(`^${month}(?:\\s*[-–]\\s*|\\s+to\\s+)${month}\\s+(\\d{4})$`, "i"),
    readings: [
      {
        read: ([from = "", to = "", year]) => {
          const start = monthNumber(from);
          const months = monthNumber(to) - start + 1;
          return months > 0 ? span(monthIndex(Number(year), start), months, "months") : undefined;
        },
      },
    ],
  },
  {
    pattern: new RegExp(`^year ending\\s+${month}\\s+(\\d{4})$`, "i"),
    readings: [
      { read: ([name = "", year]) => span(monthIndex(Number(year), monthNumber(name)) - 11, 12, "year-ending") },
    ],
  },
  { pattern: new RegExp(`^${isoDate}$`), readings: [{ read: ([date = ""]) => day(date) }] },
  {
    pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    readings: [
      { name: "dd/mm/yyyy", read: ([first, second, year]) => day(`${year}-${pad(second)}-${pad(first)}`) },
      { name: "mm/dd/yyyy", read: ([first, second, year]) => day(`${year}-${pad(first)}-${pad(second)}`) },
    ],
  },
  {
    pattern: new RegExp(`^${isoDate}/${isoDate}$`),
    readings: [
      {
        read: ([start = "", endExclusive = ""]) =>
          isDate(start) && isDate(endExclusive) && start < endExclusive
            ? { start, endExclusive, format: "interval" }
            : undefined,
      },
    ],
  },
];
