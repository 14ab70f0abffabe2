import { englishDate, englishList, englishNames, englishPlural, isEnglish } from "./english-numbers.ts";
import { decimalDigits, formatDecimal, type Rational, roundHalfUp } from "./rational.ts";

/** What a locale decides of numbers, dates and plurals. */
export interface Formats {
  /** Numerals of a value, rounded half up: `4,373`, `15.0`, with a true minus sign. */
  decimal(value: Rational, decimals: number): string;
  /** The plural category of a value as it is printed: `1` is one, `1.0` is other in English. */
  plural(value: Rational, decimals: number): Intl.LDMLPluralRule;
  /** `12 September 2019`, `September 2019`, `2019`, from an ISO date or its first part; undefined for what is no date. */
  date(iso: string): string | undefined;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
}

/** Whether this machine's Intl has the data of a locale; a Node built without them would write English in silence. */
export const isFormatted = (locale: string): boolean =>
  isEnglish(locale) || Intl.NumberFormat.supportedLocalesOf(locale).length > 0;

/**
 * Formats by Intl (Unicode CLDR). Figures go in as decimal digits, not as doubles, and are rounded before: nothing of
 * theirs is left to Intl but the marks and the grouping.
 */
export function createFormats(locale: string): Formats {
  const numbers = byDecimals(
    (decimals) => new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  );
  const plurals = byDecimals((decimals) => new Intl.PluralRules(locale, { minimumFractionDigits: decimals }));
  let lists: Intl.ListFormat | undefined;
  const isOwn = isEnglish(locale);
  return {
    decimal(value, decimals) {
      if (isOwn) return formatDecimal(value, decimals);
      const digits = decimalDigits(value, decimals) as Intl.StringNumericLiteral;
      const format = numbers(decimals);
      // Only a minus sign has to be found, and finding it takes several times as long.
      if (!digits.startsWith("-")) return format.format(digits);
      const parts = format.formatToParts(digits);
      return parts.map(({ type, value: part }) => (type === "minusSign" ? "−" : part)).join("");
    },
    plural(value, decimals) {
      const rounded = roundHalfUp(value, decimals).valueOf();
      return isOwn ? englishPlural(rounded, decimals) : plurals(decimals).select(rounded);
    },
    date: createDates(locale),
    list(items) {
      if (isOwn) return englishList(items, locale);
      lists ??= new Intl.ListFormat(locale, { type: "conjunction" });
      return lists.format(items);
    },
  };
}

/** One formatter for each number of decimal places, made when first asked for. */
function byDecimals<T>(create: (decimals: number) => T): (decimals: number) => T {
  const made = new Map<number, T>();
  return (decimals) => {
    const known = made.get(decimals) ?? create(decimals);
    made.set(decimals, known);
    return known;
  };
}

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Dates and months. Each way of writing them is kept: to make one takes longer than to write a hundred dates. */
function createDates(locale: string): Formats["date"] {
  const writing = (style: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (date: Date) => {
      made ??= new Intl.DateTimeFormat(locale, { ...style, year: "numeric", timeZone: "UTC", calendar: "gregory" });
      return made.format(date);
    };
  };
  const ofMonth = writing({ month: "long" });
  const ofDay = writing({ day: "numeric", month: "long" });
  return (iso) => {
    const [, year, month, day] = datePattern.exec(iso) ?? [];
    if (year === undefined) return undefined;
    if (month === undefined) return year;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
    if (!date.toISOString().startsWith(iso)) return undefined;
    if (isEnglish(locale)) return englishDate(date, { locale, hasDay: day !== undefined });
    return day === undefined ? ofMonth(date) : ofDay(date);
  };
}

/** Names of days, from Sunday on, and of months. */
export interface CalendarNames {
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
}

export function calendarNames(locale: string): CalendarNames {
  if (isEnglish(locale)) return englishNames;
  const names = (count: number, dateOf: (index: number) => number, style: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" });
    return Array.from({ length: count }, (_, index) => format(dateOf(index)));
  };
  // The fourth of January 1970 was a Sunday.
  const weekday = (index: number) => Date.UTC(1970, 0, 4 + index);
  const month = (index: number) => Date.UTC(1970, index, 1);
  return {
    days: names(7, weekday, { weekday: "long" }),
    shortDays: names(7, weekday, { weekday: "short" }),
    months: names(12, month, { month: "long" }),
  };
}
