import { periodReadings } from "../../dataset/index.ts";
import { isOfChange, ofBase } from "../measures/measure-kind.ts";
import { spansOfDayIn } from "../periods/clock-times.ts";
import { isForecast, isOutturn } from "../periods/forecasts.ts";
import { formatOfDates, formatOfYears } from "../periods/format-of-dates.ts";
import { monthName, periodIn } from "../periods/period-in-text.ts";
import { formatOfQuarters } from "../periods/quarters-of-languages.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { guessSeries } from "./measures-of-one-period.ts";
import { marksBehindPeriods, notesBehindPeriods, withNotesBehind } from "./notes-behind-periods.ts";
import { fewestOfSeries, isWithoutFigures, ofPeriods, type WideGuess } from "./wide-guess.ts";

/** Finds headings that tell periods, alone or beside what is measured, and how these are read. */
export function guessPeriodHeadings(
  given: readonly ColumnSurvey[],
  dimension: string,
  across: string | undefined,
): WideGuess | undefined {
  const ofDay = spansOfDayIn(given.map(({ name }) => name));
  const columns = ofDay.size === 0 ? given : given.filter(({ name }) => !ofDay.has(name));
  const outturns = guessOutturns(columns, dimension);
  if (outturns) return outturns;
  const spans = withSpans(guessWidePeriods(columns, dimension, across), columns);
  return withYears(withDates(spans, columns, dimension), columns);
}

/** A heading that is a year, of whichever century. */
const earlyYear = /^1[5-8]\d{2}$/u;

/** `2016-2017` beside `2010-2017`: from one year to another, and no financial years. */
function withSpans(wide: WideGuess | undefined, columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const spans = columns.flatMap(({ index, name }) => {
    const found = wide?.indices.includes(index) ? spanOfYears.exec(name)?.groups : undefined;
    return found ? [Number(found.to) - Number(found.from)] : [];
  });
  const areAll = wide !== undefined && wide.format === undefined && spans.length === wide.indices.length;
  const [least, most] = [Math.min(...spans), Math.max(...spans)];
  return areAll && least > 0 && most > least ? { ...wide, format: "{from-yyyy}-{to-yyyy}" } : wide;
}

/** `2009-10`, `2010-11` across the top are years that end in the next, `2014_q1` a quarter as a program writes it. */
function withYears(wide: WideGuess | undefined, columns: readonly ColumnSurvey[]): WideGuess | undefined {
  if (!wide || wide.format !== undefined || wide.joined) return wide;
  const texts = columns.flatMap(({ index, name }) =>
    wide.indices.includes(index) ? [periodIn.exec(name)?.[0] ?? ""] : [],
  );
  const format = formatOfYears(texts, false) ?? formatOfQuarters(texts);
  return format === undefined ? wide : { ...wide, format };
}

/** Days across the top that are each the last of a month, say, stand for these. */
function withDates(
  wide: WideGuess | undefined,
  columns: readonly ColumnSurvey[],
  dimension: string,
): WideGuess | undefined {
  if (!wide || wide.format !== undefined || wide.joined || typeof wide.columns !== "string") return wide;
  const [before = "", after = "", ...more] = wide.columns.split(`{${dimension}}`);
  if (more.length > 0 || /[{}]/u.test(before + after)) return wide;
  const texts = columns.flatMap(({ index, name }) =>
    wide.indices.includes(index) && name.startsWith(before) && name.endsWith(after)
      ? [name.slice(before.length, name.length - after.length).trim()]
      : [],
  );
  const format = texts.length === wide.indices.length ? formatOfDates(texts) : undefined;
  return format === undefined ? wide : { ...wide, format, areDates: true };
}

const spanOfYears = /(?<!\d)(?<from>(?:19|20)\d{2})-(?<to>(?:19|20)\d{2})(?!\d)/u;

/**
 * Periods below or beside words that say whether their figures have happened: `Outturn | 2024-25` before `Forecast | 2025-26`. They are one series, of
 * which some are expected.
 */
function guessOutturns(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter((column) => column.kind === "figure" || isWithoutFigures(column));
  const read = figures.flatMap(({ index, name }) => {
    const {
      word = "",
      gap = "",
      period = "",
    } = /^(?:(?<word>[^|()]*\p{L})(?<gap> \| ))?(?<period>[^|()]*\d{2}[^|()]*)$/u.exec(name.trim())?.groups ?? {};
    const isKnown = word === "" || isForecast(word) || isOutturn(word);
    return isKnown && periodReadings(period).length > 0 ? [{ index, word, gap, period }] : [];
  });
  const areExpected = read.filter(({ word }) => isForecast(word)).length;
  const isOnce = new Set(read.map(({ period }) => period)).size === read.length;
  const others = figures.filter(({ index, name }) => !isOfChange(name) && !read.some((own) => own.index === index));
  if (areExpected === 0 || areExpected === read.length || !isOnce || others.length > 0) return undefined;
  const patterns = [...new Set(read.map(({ word, gap }) => `${word}${gap}{${dimension}}`))];
  const indices = read.map(({ index }) => index);
  // Of two patterns that fit, the one that says more is tried first.
  return { ...ofPeriods("{}", dimension, indices), columns: patterns.sort((a, b) => b.length - a.length) };
}

const ofAges = /\b(?:ages?|aged)$/iu;

function guessWidePeriods(
  columns: readonly ColumnSurvey[],
  dimension: string,
  across: string | undefined,
): WideGuess | undefined {
  const figures = columns.filter((column) => column.kind === "figure" || isWithoutFigures(column));
  const all = figures.flatMap(({ index, name }) => {
    const match = wholeHeading(name) ?? earlyYear.exec(name.trim()) ?? periodIn.exec(name);
    const found = match?.[0];
    // `Aged 16/17` is of no year.
    const isAge =
      match !== null && /^\d\d\//u.test(match[0]) && ofAges.test(wordsOf(name.slice(0, match.index)).trim());
    // `Prices (2015 = 100)` are not of 2015, nor is income at `2015/16 prices` of that year.
    const isOfBase =
      ofBase.test(name) || (match !== null && /^ prices?\b/iu.test(name.slice(match.index + match[0].length)));
    const isPeriod = found !== undefined && !isAge && !isOfBase && periodReadings(found.replace("_", " ")).length > 0;
    // `2020 [YR2020]` says its year twice.
    return isPeriod
      ? [{ index, name, found, rest: withoutQuarter(name.replace(found, "{}").replaceAll(found, "*")) }]
      : [];
  });
  // `Change from Q3 2021` is of no quarter but the latest of those beside it, which it is worked out from.
  const isFromThen = ({ name, rest }: (typeof all)[number]) => isOfChange(name) && sinceThen.test(rest);
  const isDoubtful = mayBeDays(all.map(({ found }) => found));
  const own = all.filter((one) => !isFromThen(one) && !(isDoubtful && shortMonth.test(one.found)));
  const read = own.length >= fewestOfSeries || isDoubtful ? own : all;
  const dated = withDays(figures, dimension);
  if (dated) return dated;
  const groups = new Map<string, number[]>();
  const signsOf = marksBehindPeriods(read);
  const notes = notesBehindPeriods(read);
  for (const { index, rest } of read) {
    const plain = notes.includes(rest) ? "{}" : (signsOf.get(rest) ?? rest);
    groups.set(plain, [...(groups.get(plain) ?? []), index]);
  }
  // Columns without any figure are no series, whatever stands above them.
  const hasFigures = (own: readonly number[]) =>
    own.some((index) => figures.some((column) => column.index === index && column.kind === "figure"));
  const several = [...groups].filter(([, own]) => own.length > 1 && hasFigures(own));
  // What changed from one of them to the next is worked out from them, and no figure of its own.
  const others = figures.filter(
    ({ index, name }) => !isOfChange(name) || several.some(([, own]) => own.includes(index)),
  );
  const isMost = several.flatMap(([, own]) => own).length >= others.length * mostlyOfPeriods;
  const series = isMost ? several : several.filter(([, own]) => own.length >= fewestOfSeries);
  const indices = series.flatMap(([, own]) => own);
  if (areBandsOfYears(figures)) return undefined;
  const [single] = read;
  const isYear = isOfOnePeriod(figures);
  const isOnly = figures.length === 1 && single?.rest !== "{}";
  if (single && (isOnly || isYear) && !columns.some(({ kind }) => kind === "period"))
    return ofPeriods(single.rest, dimension, [single.index]);
  const bare = groups.get("{}") ?? [];
  if (indices.length < 2) return undefined;
  const [only, second] = series;
  // `Change since 2018`, `Change since 2022` beside what changed are two figures of it, and no series.
  if (only && !second && sinceThen.test(only[0]) && indices.length < figures.length) return undefined;
  const combined = guessSeries({ all: series, indices, bare, dimension, isMost, across, groups, read, figures });
  if (only && !second) return combined ?? withNotesBehind(ofPeriods(only[0], dimension, indices), notes, dimension);
  // `yr2007`, `yr2008`, … and few others: what stands before the years says no more than they do.
  const years = series.find(([rest, own]) => /^(?:yr|year|y)[ _.-]?\{\}$/iu.test(rest) && own.length >= fewestOfSeries);
  if (years) return ofPeriods(years[0], dimension, years[1]);
  return combined ?? (bare.length < fewestOfSeries ? undefined : ofPeriods("{}", dimension, bare));
}

/** Whether there is one column of figures, called as a period. */
function isOfOnePeriod(columns: readonly ColumnSurvey[]): boolean {
  const [alone, further] = columns.filter(({ kind }) => kind === "figure");
  if (alone === undefined || further !== undefined) return false;
  return /^(?:19|20)\d{2}(?:[/–-]\d{2,4}| ?Q[1-4])?$/u.test(alone.name.trim()) || wholeHeading(alone.name) !== null;
}

/** A month right before two digits: `Dec15`. */
const shortMonth = new RegExp(`^${monthName}(?<year>\\d{2})$`, "iu");

/** Whether months right before two digits may be days of one year: of years, most have several months each. */
function mayBeDays(found: readonly string[]): boolean {
  const years = found.flatMap((text) => shortMonth.exec(text)?.groups?.year ?? []);
  const shared = years.filter((year) => years.filter((other) => other === year).length > 1);
  return years.length > 0 && shared.length * 2 <= years.length;
}

/** What a heading says besides its period, without the quarter of a financial year that ends on that day: `As at 30 June 2021 (Q1)`. */
const withoutQuarter = (rest: string): string => rest.replace(/(?<=\{\}\s*)\(Q[1-4]\)\s*$/iu, "(Q*)");

/** All of a heading that names a month and its year, and is a period as it stands: `12 months to March 2020`, `2017 | January to March`. */
const wholeHeading = (name: string): RegExpExecArray | null =>
  (namesMonthAndYear.test(name) || namesYearAndMonths.test(name)) && periodReadings(name.trim()).length > 0
    ? /\S.*\S/u.exec(name)
    : null;
const namesMonthAndYear = new RegExp(`(?<!\\p{L})${monthName}.*(?<!\\d)(?:19|20)\\d{2}(?!\\d)`, "iu");
/** The months of a year that stands above them, a quarter say. */
const namesYearAndMonths = new RegExp(
  `^\\s*(?:19|20)\\d{2}(?!\\d).*(?<!\\p{L})${monthName}\\.?(?: ?[-–—/] ?| to )${monthName}`,
  "iu",
);

/** A year with the day of a count behind it, and a note between them perhaps: `1869 (31.12.)`, `2001 1) (15.5.)`. */
const yearWithDay = /^(?:1[5-9]|20)\d{2}(?<note>\s*\d{1,2}\))?\s*\(\d{1,2}\.\s?(?:\d{1,2}\.?|\p{L}{3,}\.?)\)$/u;

/** Years across the top of which some have the day of a count behind them: each is called by its year. */
function withDays(figures: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const read = figures.flatMap(({ index, name }) => {
    const days = yearWithDay.exec(name.trim());
    const isPlain = /^(?:1[5-9]|20)\d{2}(?:\s*\d{1,2}\))?$/u.test(name.trim());
    const note = /\d\s+\d{1,2}\)/u.test(name) ? " *)" : "";
    return days || isPlain
      ? [{ index, pattern: `{${dimension}}${note}${days ? " (*)" : ""}`, isDated: days !== null }]
      : [];
  });
  if (read.filter(({ isDated }) => isDated).length < 2 || read.length < figures.length) return undefined;
  const patterns = [...new Set(read.map(({ pattern }) => pattern))].sort((a, b) => b.length - a.length);
  return {
    ...ofPeriods(
      "{}",
      dimension,
      read.map(({ index }) => index),
    ),
    columns: patterns,
  };
}

/** How far something has changed from a period on. */
const sinceThen = /\b(?:since|from|against|versus|vs\.?|compared (?:to|with))\b[^{]*\{\}/iu;

/** Whether headings are bands of years that something was built or began in: `1919-1945 | 1946-1960 | Unknown`. */
function areBandsOfYears(figures: readonly ColumnSurvey[]): boolean {
  const bands = figures.flatMap(({ name }) => {
    const { from, to } =
      /^(?<from>(?:1[6-9]|20)\d{2}) ?(?:-|–|to) ?(?<to>(?:1[6-9]|20)\d{2})$/u.exec(name.trim())?.groups ?? {};
    return from === undefined || to === undefined ? [] : [Number(to) - Number(from)];
  });
  const others = figures.filter(({ name }) =>
    /^(?:0 ?(?:-|–|to) ?\d{4}|(?:pre|post|before|after|since|until)[ -]?\d{4}|unknown|not (?:stated|known))$/iu.test(
      name.trim(),
    ),
  );
  return (
    bands.length > 2 &&
    new Set(bands).size > 1 &&
    others.length > 0 &&
    bands.length + others.length >= figures.length * mostlyBands
  );
}

/** So many of the headings are bands, where a total stands among them. */
const mostlyBands = 0.8;

/** So many of the headings tell a period, where others beside them tell changes between them. */
const mostlyOfPeriods = 0.4;
