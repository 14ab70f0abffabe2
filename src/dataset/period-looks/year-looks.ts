import {
  calendarYear,
  dayOf,
  firstOfTwo,
  lastOfRange,
  monthIndex,
  monthOf,
  monthRange,
  yearEndingIn,
  yearFrom,
  yearOf,
  yearRange,
} from "../period-span.ts";
import { thaiYear, yearOfCalendar } from "./calendar-years.ts";
import {
  anyYear,
  beginsOrEnds,
  financialYearWord,
  look,
  type PeriodLook,
  type PeriodReading,
  twoYears,
  until,
} from "./look.ts";

const financialYear: PeriodReading["read"] = ([first, second], { financial }) =>
  yearFrom(firstOfTwo(first, second), financial);

const academicYear: PeriodReading["read"] = ([first, second], { academic }) =>
  yearFrom(firstOfTwo(first, second), academic, "academic-year");

/** Calendar years from one to another. Two that follow are a financial year, unless words say otherwise. */
const years =
  (least: number, most = Number.POSITIVE_INFINITY): PeriodReading["read"] =>
  ([first, second = ""]) => {
    const from = Number(first);
    const to = lastOfRange(from, second);
    const count = to - from + 1;
    return count >= least && count <= most ? yearRange(from, to) : undefined;
  };

/**
 * `2014-17` may be the three financial years from 2014/15 to 2016/17: averages are of three years or five, seldom of four
 * or six.
 */
const financialYears: PeriodReading["read"] = ([first, second = ""], { financial }) => {
  const from = Number(first);
  const to = lastOfRange(from, second);
  return to - from === 3 || to - from === 5 ? yearRange(from, to - 1, financial) : undefined;
};

const month: PeriodReading["read"] = ([year, second]) => monthOf(yearOf(year), Number(second));

const isCode = true;
/** A year that a code can begin with. */
const codeYear = "((?:1[6-9]|2[01])\\d{2})";
const academicWord = "(?:academic year|school year|ay|sy)";

/** Years of every kind, and ranges of them. */
export const yearLooks: readonly PeriodLook[] = [
  // 2021 is a year, and a column of 1819 and 1920 may be of financial years without a stroke.
  look("(\\d{4})", [
    { name: "yyyy", read: ([year]) => calendarYear(yearOf(year)) },
    // Nobody has figures of the year 2567 yet, and few of 1445.
    { name: "thai-year", read: ([year]) => calendarYear(thaiYear(Number(year))) },
    { name: "hijri-year", read: ([year]) => yearOfCalendar("islamic-umalqura", Number(year)) },
    { name: "persian-year", read: ([year]) => yearOfCalendar("persian", Number(year)) },
    {
      name: "yy-yy",
      fallback: true,
      rivals: (labels) => labels.some((label) => label !== "2021"),
      read: ([digits = ""], starts) => financialYear([digits.slice(0, 2), digits.slice(2)], starts),
    },
  ]),
  look("(?:พ\\. ?ศ\\. ?|b\\.?e\\.? ?)(\\d{4})|(\\d{4}) ?b\\.?e\\.?", ([year, other]) =>
    calendarYear(thaiYear(Number(year || other))),
  ),
  look("(\\d{4}) ?(?:هـ|ه|a\\.?h\\.?|h)", ([year]) => yearOfCalendar("islamic-umalqura", Number(year))),
  look("(?:(?:calendar )?year |cy ?)(\\d{4})", ([year]) => calendarYear(yearOf(year))),
  // Below a year, beside its quarters.
  look("(\\d{4}) (?:(?:calendar|full|whole) )?year", ([year]) => calendarYear(yearOf(year))),
  // As R heads a column that begins with a digit.
  look("x(\\d{4})", ([year]) => calendarYear(yearOf(year)), { isCode }),
  look("x(\\d{4})[._](\\d{2}|\\d{4})", financialYear, { isCode }),
  look("(\\d{4}) \\[yr(\\d{4})\\]", ([year, same]) => (year === same ? calendarYear(yearOf(year)) : undefined)),
  look("(\\d{4})\\s*\\/\\s*(\\d{4}|\\d{2})", [
    { name: "yyyy-yy", read: financialYear },
    {
      name: "yyyy/mm",
      read: (parts, starts) => (parts[1]?.length === 2 ? month(parts, starts) : undefined),
      fallback: true,
    },
  ]),
  ...["(\\d{4})(?:\\s*[–—]\\s*|\\s+-\\s*|-\\s+)(\\d{4}|\\d{2})", "(\\d{4})-(\\d{4})"].map((source) =>
    look(source, [
      { name: "yyyy-yy", read: financialYear },
      { name: "years", read: years(3) },
      { name: "fy-years", read: financialYears },
    ]),
  ),
  // 2018-19 is a financial year, 2018-03 a month and 2015-17 three years; 2011-12 and 2010-12 may be two of these.
  look("(\\d{4})[-_](\\d{2})", [
    { name: "yyyy-mm", read: month },
    { name: "yyyy-yy", read: financialYear },
    { name: "years", read: years(3, 10) },
    { name: "fy-years", read: financialYears },
  ]),
  // 2017 to 2018 may be one financial year or two calendar years.
  look("(?:from )?(\\d{4})\\s+to\\s+(\\d{4}|\\d{2})", [
    { name: "yyyy-yy", read: financialYear },
    { name: "years", read: years(2) },
    { name: "fy-years", read: financialYears },
  ]),
  look(
    `${codeYear}(\\d{2})`,
    [
      { name: "yyyymm", read: month },
      { name: "yyyyyy", read: financialYear },
    ],
    { isCode },
  ),
  look(
    `${codeYear}(\\d{4})`,
    [
      {
        read: ([year, rest = ""], starts) =>
          dayOf(yearOf(year), Number(rest.slice(0, 2)), Number(rest.slice(2))) ??
          financialYear([year ?? "", rest], starts),
      },
    ],
    { isCode },
  ),
  // 17/18 is a year and 01/24 a month; 11/12 may be either, and a month of 2011 too.
  look(
    "(\\d{1,2})[-/–](\\d{1,2})",
    [
      { name: "yy/yy", read: (parts, starts) => (areTwoDigits(parts) ? financialYear(parts, starts) : undefined) },
      {
        name: "mm/yy",
        read: ([first, second = ""]) => (second.length === 2 ? monthOf(yearOf(second), Number(first)) : undefined),
      },
      {
        name: "yy/mm",
        read: ([first = "", second]) => (first.length === 2 ? monthOf(yearOf(first), Number(second)) : undefined),
      },
    ],
    { isCode },
  ),
  look(`(?:${financialYearWord})${twoYears}`, financialYear),
  look(`${twoYears}\\s?\\(?(?:f\\/?y|financial year|fiscal year)\\)?`, financialYear),
  look(
    `${financialYearWord}${anyYear}`,
    beginsOrEnds(
      (year, _, { financial }) => yearFrom(year, financial),
      ([year]) => yearOf(year),
    ),
  ),
  look(
    `(?:fye|f\\/ye|(?:financial|fiscal) year (?:ending|ended|to|end)(?: in)?)\\s?[-:]?\\s?${anyYear}`,
    ([year], { financial }) => yearEndingIn(yearOf(year), financial),
  ),
  look(`${academicWord}\\s?[-:]?\\s?${twoYears}`, academicYear),
  look(`${twoYears}\\s?\\(?${academicWord}\\)?`, academicYear),
  // 2015/16 to 2017/18 are three years; 2009-10 to 2011-12 may be months.
  look(`(\\d{4})([-/])(\\d{2}|\\d{4})${until}(\\d{4}|\\d{2})([-/])(\\d{2}|\\d{4})`, [
    {
      name: "yyyy-mm",
      read: ([from, dash, fromMonth = "", to = "", otherDash, toMonth = ""]) =>
        dash === "-" && otherDash === "-" && [to.length, fromMonth.length, toMonth.length].join() === "4,2,2"
          ? rangeOfMonths([Number(from), Number(fromMonth)], [Number(to), Number(toMonth)])
          : undefined,
    },
    {
      name: "yyyy-yy",
      read([from, , fromSecond, to = "", , toSecond], { financial }) {
        const first = firstOfTwo(from, fromSecond);
        const last = first === undefined ? undefined : firstOfTwo(String(lastOfRange(first, to)), toSecond);
        return yearRange(first, last, financial);
      },
    },
  ]),
];

const areTwoDigits = (parts: readonly string[]): boolean => parts.every((part) => part.length === 2);

const rangeOfMonths = (from: readonly [number, number], to: readonly [number, number]) =>
  monthOf(...from) && monthOf(...to) ? monthRange(monthIndex(...from), monthIndex(...to)) : undefined;
