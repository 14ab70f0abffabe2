import { periodReadings } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import type { PeriodFormat } from "./period-format.ts";

/**
 * Ways to write a day, with what a format has for its month, its day and its year. What is written in two ways, `03/04/2019`, is tried in both: that
 * of months or quarters is right, and days that are none of these say nothing.
 */
const dayForms: readonly {
  readonly look: RegExp;
  readonly write: WriteDay;
}[] = [
  { look: dayLook("{year}-{month}-{day}"), write: (month, day, year) => `${year}-${month}-${day}` },
  { look: dayLook("{year}/{month}/{day}"), write: (month, day, year) => `${year}/${month}/${day}` },
  { look: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u, write: (month, day, year) => `${year}${month}${day}` },
  ...["/", ".", "-"].flatMap((sign) => [
    {
      look: dayLook(`{day}${sign}{month}${sign}{year}`),
      write: (month: string, day: string, year: YearHole): PeriodFormat => `${day}${sign}${month}${sign}${year}`,
    },
    {
      look: dayLook(`{month}${sign}{day}${sign}{year}`),
      write: (month: string, day: string, year: YearHole): PeriodFormat => `${month}${sign}${day}${sign}${year}`,
    },
  ]),
];

type YearHole = "{yyyy}" | "{yy}";
type WriteDay = (month: string, day: string, year: YearHole) => PeriodFormat;

/** Days as numbers in an order, with a year of four digits, or of two where it comes last. */
function dayLook(order: string): RegExp {
  const year = order.endsWith("{year}") ? "\\d{4}|\\d{2}" : "\\d{4}";
  return new RegExp(
    `^${order
      .replaceAll(".", "\\.")
      .replace("{year}", `(?<year>${year})`)
      .replace("{month}", "(?<month>0?[1-9]|1[0-2])")
      .replace("{day}", "(?<day>0?[1-9]|[12]\\d|3[01])")}$`,
    "u",
  );
}

/** A day with the name of its month, as workbooks show it: `31-Jul-25`, `31 July 2025`. */
const namedDay = /^(?<day>\d{1,2})(?<sign>[-/. ])(?<name>\p{L}{3,9})\k<sign>(?<year>\d{4}|\d{2})$/u;

/** The format of days with named months, each the last of its month, or each the first. */
function formatOfNamedDays(texts: readonly string[]): PeriodFormat | undefined {
  const days = texts.map((text) => namedDay.exec(text)?.groups);
  const shapes = new Set(days.map((own) => own && `${own.sign}${own.year?.length}`));
  const [first] = days;
  if (!first || shapes.size > 1) return undefined;
  const starts = texts.map((text) => periodReadings(text)[0]?.start ?? "");
  const ends = texts.map((text) => periodReadings(text)[0]?.endExclusive ?? "");
  if (new Set(starts.map((start) => start.slice(0, "yyyy-mm".length))).size < texts.length) return undefined;
  const rest = `${first.sign}{month}${first.sign}{${first.year?.length === 4 ? "yyyy" : "yy"}}` as const;
  if (ends.every((end) => end.endsWith("-01"))) return `{last}${rest}`;
  return starts.every((start) => start.endsWith("-01")) ? `${first.day ?? ""}${rest}` : undefined;
}

/** So many different days make a series of months, quarters or years. */
export const fewestDates = 4;

/**
 * Days that are each the first, or each the last, of a month, quarter or year, stand for the whole of it. Undefined where they are days,
 * or where they are no dates.
 */
export function formatOfDates(written: readonly string[]): PeriodFormat | undefined {
  if (written.length < fewestDates) return undefined;
  const texts = written.map(withoutMidnight);
  const [whole, other] = dayForms.flatMap(({ look, write }) => {
    const dates = texts.flatMap((text) => (look.exec(text)?.groups as WrittenDay | undefined) ?? []);
    const format = dates.length === texts.length ? formatOfWhole(dates, write) : undefined;
    return format === undefined ? [] : [{ format, months: new Set(dates.map(({ month }) => Number(month))).size }];
  });
  // `01/02/2019`, `01/03/2019`: the first of each month by one way to read it, and days of January by the other.
  if (whole && other) return other.months > whole.months ? other.format : whole.format;
  return whole?.format ?? formatOfNamedDays(texts);
}

/** A day at midnight is the day. */
const withoutMidnight = (text: string): string => text.replace(atMidnight, "");
const atMidnight =
  /(?<=\d),?[T ](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)(?: ?Z|[+-]\d{2}(?::?\d{2})?| UTC| GMT)?$/iu;

/** The first days of what their heading says that they are of, where there are too few of them to tell: `2019-07-01` below `quarter`. */
export function formatBySaid({ name, texts }: ColumnSurvey): PeriodFormat | undefined {
  const said = /^(?:(?:calendar|fiscal|reporting) ?)?(?<of>month|quarter)s?$/iu.exec(meaningOf(name))?.groups?.of;
  if (said === undefined) return undefined;
  for (const { look, write } of dayForms) {
    const dates = texts.flatMap((text) => (look.exec(text)?.groups as WrittenDay | undefined) ?? []);
    const areFirst =
      dates.length === texts.length && dates.every(({ day }) => day === dates[0]?.day && Number(day) === 1);
    if (!areFirst) continue;
    const [{ day: first, year }] = dates as [WrittenDay];
    if (/^month/iu.test(said)) return write("{mm}", first, yearHole(year));
    return dates.every(({ month }) => Number(month) % 3 === 1) ? write("{q-start}", first, yearHole(year)) : undefined;
  }
  return undefined;
}

/**
 * Years that end in the next one, `2009-10`, `2010-11`, though each may be a month: so many months are no series. Of one alone something else has to say
 * that it is a year. Undefined where they can be nothing else.
 */
export function formatOfYears(texts: readonly string[], isSaid: boolean): PeriodFormat | undefined {
  const years = texts.map((text) => /^(?:19|20)(?<first>\d\d)-(?<next>\d\d)$/u.exec(text.trim())?.groups);
  const areNext = years.every((own) => own && (Number(own.first) + 1) % 100 === Number(own.next));
  const mayBeMonths = years.every((own) => Number(own?.next) >= 1 && Number(own?.next) <= 12);
  return areNext && mayBeMonths && (new Set(texts).size > 1 || isSaid) ? "yyyy-yy" : undefined;
}

/**
 * Two years one after the other, `2021/2022`, where they are all that there is and nothing says that one begins in the first and ends in the second: those of two
 * censuses, say. Of several in turn each is a year. Undefined where they can be nothing else.
 */
export function formatOfTwoYears(texts: readonly string[], heading: string): PeriodFormat | undefined {
  const [only = "", other] = texts;
  const { first, next } = /^(?<first>(?:19|20)\d\d)\/(?<next>(?:19|20)\d\d)$/u.exec(only.trim())?.groups ?? {};
  const isAlone = other === undefined && Number(first) + 1 === Number(next);
  return isAlone && !isOfYears(heading) && !ofSeason.test(meaningOf(heading)) ? "{from-yyyy}/{to-yyyy}" : undefined;
}
const ofSeason = /\b(?:seasons?|winters?|intake|cohort|fy|f\.y|ay|term|session)\b/iu;

/** Whether a heading says of its periods that they are years. */
export const isOfYears = (heading: string): boolean =>
  /\b(?:financial|fiscal|academic|school|tax|budget|reporting) ?years?\b/iu.test(meaningOf(heading));

type WrittenDay = Readonly<Record<"year" | "month" | "day", string>>;

const yearHole = (year: string): YearHole => (year.length === 2 ? "{yy}" : "{yyyy}");

function formatOfWhole(dates: readonly WrittenDay[], write: WriteDay): PeriodFormat | undefined {
  const [first] = dates;
  if (!first || new Set(dates.map(({ year }) => year.length)).size > 1) return undefined;
  const year = yearHole(first.year);
  const months = [...new Set(dates.map(({ month }) => Number(month)))];
  const days = [...new Set(dates.map(({ day }) => day))];
  const areWithin = (rest: number) => months.length > 1 && months.every((month) => month % 3 === rest);
  const areAll = (month: number) => months.length === 1 && months[0] === month;
  const isEach = (of: readonly string[]) => new Set(of).size === of.length;
  const [day] = days;
  const isSameDay = day !== undefined && days.length === 1;
  const isSameMonth = new Set(dates.map(({ month }) => month)).size === 1;
  // The same day of each year, or of each month, stands for the whole of it: `1987-06-30`, `1988-06-30`.
  if (isSameDay && isSameMonth && isEach(dates.map((own) => own.year))) return write(first.month, day, year);
  if (isSameDay && Number(day) === 1)
    return isSameMonth && areAll(1)
      ? write(first.month, day, year)
      : write(areWithin(1) ? "{q-start}" : "{mm}", day, year);
  if (dates.every(isLastOfMonth))
    return areAll(12) ? write("12", "31", year) : write(areWithin(0) ? "{q-end}" : "{mm}", "{last}", year);
  if (isSameDay && isEach(dates.map((own) => `${own.year}-${own.month}`))) return write("{mm}", day, year);
  return undefined;
}

/** Whether a day is the last of its month; many programs know no leap years. */
function isLastOfMonth({ year, month, day }: WrittenDay): boolean {
  const last = new Date(
    Date.UTC(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), 0),
  ).getUTCDate();
  return Number(day) === last || (last === 29 && Number(day) === 28);
}
