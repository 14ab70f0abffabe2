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

type PeriodFormat = "day" | "month" | "quarter" | "months" | "year" | "financial-year" | "year-ending" | "interval";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthLabels = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const longMonthLabels = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface PeriodReader {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[], yearStartMonth: number | undefined) => Span | undefined;
}

interface Span {
  readonly start: string;
  readonly endExclusive: string;
  readonly format: PeriodFormat;
}

/** A month counted from year 0, so that spans are plain arithmetic. */
const monthIndex = (year: number, month: number): number => year * 12 + (month - 1);
const firstDay = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
const indexOfDate = (date: string): number => monthIndex(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
const monthNumber = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const span = (from: number, months: number, format: PeriodFormat): Span => ({
  start: firstDay(from),
  endExclusive: firstDay(from + months),
  format,
});

/** April, as in the United Kingdom. */
const defaultStartMonth = 4;

const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const isoDate = "(\\d{4}-\\d{2}-\\d{2})";

const readers: readonly PeriodReader[] = [
  { pattern: /^(\d{4})$/, read: ([year]) => span(monthIndex(Number(year), 1), 12, "year") },
  {
    pattern: /^(\d{4})\s*[/–]\s*(\d{4}|\d{2})$/,
    read: ([first, second], yearStartMonth = defaultStartMonth) => financialYear(first, second, yearStartMonth),
  },
  {
    // 2018-19 is a financial year, 2018-03 a month. 2011-12 could be either: a month, unless the definition says which
    // month its years begin with.
    pattern: /^(\d{4})-(\d{4}|\d{2})$/,
    read: ([first, second], yearStartMonth) =>
      yearStartMonth === undefined
        ? (monthOfYear(first, second) ?? financialYear(first, second, defaultStartMonth))
        : (financialYear(first, second, yearStartMonth) ?? monthOfYear(first, second)),
  },
  { pattern: /^(\d{4})[- ]?q([1-4])$/i, read: ([year, quarter]) => quarterSpan(year, quarter) },
  { pattern: /^q([1-4])[- ](\d{4})$/i, read: ([quarter, year]) => quarterSpan(year, quarter) },
  {
    pattern: new RegExp(`^${month}\\s+(\\d{4})$`, "i"),
    read: ([name, year]) => span(monthIndex(Number(year), monthNumber(name ?? "")), 1, "month"),
  },
  {
    pattern: new RegExp(`^${month}\\s*(?:-|–|to)\\s*${month}\\s+(\\d{4})$`, "i"),
    read: ([from, to, year]) => {
      const start = monthNumber(from ?? "");
      const months = monthNumber(to ?? "") - start + 1;
      return months > 0 ? span(monthIndex(Number(year), start), months, "months") : undefined;
    },
  },
  {
    pattern: new RegExp(`^year ending\\s+${month}\\s+(\\d{4})$`, "i"),
    read: ([name, year]) => span(monthIndex(Number(year), monthNumber(name ?? "")) - 11, 12, "year-ending"),
  },
  {
    pattern: new RegExp(`^${isoDate}$`),
    read: ([date]) =>
      date && isDate(date) ? { start: date, endExclusive: addDays(date, 1), format: "day" } : undefined,
  },
  {
    pattern: new RegExp(`^${isoDate}/${isoDate}$`),
    read: ([start, endExclusive]) =>
      start && endExclusive && isDate(start) && isDate(endExclusive) && start < endExclusive
        ? { start, endExclusive, format: "interval" }
        : undefined,
  },
];

/**
 * Reads a period's label: `2014`, `2018/19`, `2018-Q1`, `2018-03`, `Mar 2018`, `Apr-Sep 2017`, `year ending March 2019`,
 * `2024-05-17`, or an ISO interval with an exclusive end. Returns undefined where it is none of these.
 * @param yearStartMonth first month of a year such as `2018/19`, 1 to 12. Absent: April, and `2011-12` is a month.
 */
export function parsePeriod(label: string, yearStartMonth?: number): Period | undefined {
  const text = label.trim();
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text);
    const found = match && read(match.slice(1), yearStartMonth);
    if (found) return { id: `${found.start}/${found.endExclusive}`, label: text, ...found };
  }
  return undefined;
}

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

const shiftMonths = (date: string, months: number): string => firstDay(indexOfDate(date) + months);

function financialYear(first: string | undefined, second: string | undefined, startMonth: number): Span | undefined {
  const year = Number(first);
  const follows = second?.length === 4 ? Number(second) === year + 1 : Number(second) === (year + 1) % 100;
  return follows ? span(monthIndex(year, startMonth), 12, "financial-year") : undefined;
}

function monthOfYear(year: string | undefined, second: string | undefined): Span | undefined {
  const number = Number(second);
  return second?.length === 2 && number >= 1 && number <= 12
    ? span(monthIndex(Number(year), number), 1, "month")
    : undefined;
}

const quarterSpan = (year: string | undefined, quarter: string | undefined): Span =>
  span(monthIndex(Number(year), (Number(quarter) - 1) * 3 + 1), 3, "quarter");

function labelOf({ start, endExclusive, format }: Span): string {
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
      return `year ending ${longMonthLabels[lastMonth]} ${lastYear}`;
    case "quarter":
      return `${year} Q${startMonth / 3 + 1}`;
    case "month":
      return `${monthLabels[startMonth]} ${year}`;
    case "months":
      return `${monthLabels[startMonth]}-${monthLabels[lastMonth]} ${lastYear}`;
    case "day":
      return start;
    case "interval":
      return `${start}/${endExclusive}`;
  }
}

const dayMs = 86_400_000;
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
const daysBetween = (start: string, end: string): number => Math.round((Date.parse(end) - Date.parse(start)) / dayMs);
/** `2019-02-30` parses as the second of March: a date is one only if it comes back as it went in. */
const isDate = (date: string): boolean =>
  !Number.isNaN(Date.parse(date)) && new Date(Date.parse(date)).toISOString().startsWith(date);
