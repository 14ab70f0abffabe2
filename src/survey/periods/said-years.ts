import { periodMonths, periodReadings } from "../../dataset/index.ts";
import { ofPublication } from "../said-in-titles.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { formatOfYears } from "./format-of-dates.ts";
import type { PeriodFormat } from "./period-format.ts";

/** A year, or years, within a text. */
export const yearsIn = /(?<!\d)(?:19|20)\d{2}(?:[/–-](?:\d{2}|(?:19|20)\d{2}))?(?!\d)/u;

/** Whether a heading says of which year its figures are. */
export const hasYear = (name: string): boolean => periodReadings(yearsIn.exec(name)?.[0] ?? "").length > 0;

/**
 * Whether a heading says of which year its figures are, and not with which year they are compared: `Change in patients from 2014` is of another one.
 */
export const hasOwnYear = (name: string): boolean => hasYear(name) && !isComparedWith(name);

const isComparedWith = (name: string): boolean =>
  ofChange.test(name) && beforeBase.test(name.slice(0, yearsIn.exec(name)?.index));
const ofChange = /\b(?:changes?|difference|increase|decrease|growth|compared|rise|fall)\b/iu;
/** Whether the name of a sheet says that its figures are differences, which are of no one period: `Net increase`, `% change`. */
export const isDifference = (sheet = ""): boolean =>
  /\b(?:changes?|differences?|increases?|decreases?)\b/iu.test(sheet.replaceAll("_", " "));
const beforeBase = /\b(?:from|since|on|with|over|against|versus|vs)\.?\s*$/iu;

const partOfYear =
  /\b(?:q[1-4]|h[12]|quarter|month|week|day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*)\b/iu;

/** The year that all of several headings say, or the years from one to another. */
export function yearOfAll(headings: readonly string[]): string | undefined {
  const said = new Set(headings.map((name) => spanOfYearsIn(name) ?? yearsIn.exec(name)?.[0]));
  const [year] = said;
  // `visitors_Q3_2019` are those of a quarter.
  const arePart = headings.some((name) => partOfYear.test(wordsOf(name)));
  const isRead = year !== undefined && periodReadings(year).length === 1;
  return !arePart && headings.length > 1 && said.size === 1 && isRead ? year : undefined;
}

/** A year, or one that begins in one and ends in the next. */
const yearInTitle = /(?<![\d/–-])(?:19|20)\d{2}(?:[/–-]\d{2})?(?![\d/–-]| ?=)/gu;
/** What a year in a title is of, where it is not that of the figures: prices, borders, a law, or one end of many years. */
const ofOtherYears =
  /\b(?:prices?|boundar(?:y|ies)|bases?|constant|classification|since|from|until|between|act|law|revision|version|index)\b|[=©]/iu;
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** The day, the months or the quarter that stands before a year: `31 March`, `April`, `October to December`, `Q3`. */
const beforeYear = new RegExp(
  `(?:(?:(?:year|12 months|twelve months) (?:ending|ended|to) )?(?:\\d{1,2}(?:st|nd|rd|th)? )?${month}|(?<!\\p{L})${month} ?(?:to|[-–—]) ?${month}|\\b(?:q|quarter )[1-4]),? $`,
  "iu",
);
/** The part of a year that stands behind it: `Quarter 3` of `2019 Quarter 3`, `March` of `2019 March`. A year that `may` be revised has none. */
const partBehindYear = new RegExp(
  `^[ ,_-]{1,2}(?:(?:q|quarter |qtr |h|half |week |w|month )\\d{1,2}(?!\\d)|(?!may \\p{Ll})${month}(?!\\p{L}))`,
  "iu",
);
/** The part of a year that stands before it otherwise: `third quarter of`, `week 12`, `first half`. */
const partBeforeYear = /\b(?:quarter|qtr|half(?:[ -]year)?|semester|week|month)(?: \d{1,2})?,?(?: of| in)? $/iu;
const dayBefore = "(?:(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? )?";
/** Months, or days, of one year or two, from one to the other: `November 2022 to January 2023`, `between 1 October 2021 to 30 September 2022`. */
const monthsOfYears = new RegExp(
  `(?<!\\p{L})(?:from |between )?(?<months>${dayBefore}${month} (?:19|20)\\d{2} ?(?:to|[-–—]) ?${dayBefore}${month} (?:19|20)\\d{2})(?!\\d)`,
  "iu",
);
/** So many letters before a year and behind it say where in a title it stands. */
const [lettersBefore, lettersBehind] = [24, 12];

/** `[note 1]` */
const referenceToNotes = /\s*\[notes?\b[^\]]*\]/giu;

const monthsOfYear = 12;

/** The one year that is said above a table, in whichever titles, with its months where these stand there: `Census 2011: households by tenure`. */
export function yearOfTitles(
  titled: readonly { readonly cell: string; readonly text: string }[],
): TableSurvey["periodAbove"] {
  const said = titled.map(({ cell, text }) => ({ cell, text: text.replaceAll(/\s+/gu, " ") }));
  const found = periodSaid(said.map(({ text }) => text));
  const own = said.find(({ text }) => text === found?.text);
  if (!found || !own || /[{}*]/u.test(own.text)) return undefined;
  const { start, end, format } = found;
  // Patterns are matched with titles without their references to notes.
  const before = own.text.slice(0, start).replaceAll(referenceToNotes, "");
  const behind = own.text.slice(end).replaceAll(referenceToNotes, "");
  const pattern = [
    before.length > lettersBefore ? `*${before.slice(-lettersBefore)}` : before,
    "{}",
    behind.length > lettersBehind ? `${behind.slice(0, lettersBehind)}*` : behind,
  ];
  return { cell: own.cell, pattern: pattern.join(""), isOfTitle: true, format };
}

/** A period in one of several texts: where it stands there, and how it is read, where it may be something else. */
interface SaidPeriod {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly format: PeriodFormat | undefined;
}

/** The one period that all texts say which say any, but for when something was published, or of what else a year is. */
function periodSaid(texts: readonly string[]): SaidPeriod | undefined {
  const said = texts.filter((text) => !ofPublication.test(text));
  const years = new Set(said.flatMap((text) => text.match(yearInTitle) ?? []));
  const together = yearsTogether(said, years);
  if (together) return together;
  const [year, second, third] = years;
  const text = said.find((one) => one.includes(year ?? ""));
  if (year === undefined || third !== undefined || text === undefined) return undefined;
  const found =
    spanOfYears(text, second === undefined ? [year] : [year, second]) ??
    (second === undefined ? spanUpTo(text, year) : undefined);
  if (!found || ofOtherYears.test(found.others)) return undefined;
  const { start, end } = found;
  const [first, other] = periodReadings(text.slice(start, end));
  // `2005-06` is no month of a title.
  const format = other ? formatOfYears([text.slice(start, end)], true) : undefined;
  if (!first || (other && !format) || periodMonths(first) > monthsOfYear) return undefined;
  return { text, start, end, format };
}

/** `2014/2016`, in a title that says no other year: the years from one to the other together. */
function yearsTogether(texts: readonly string[], years: ReadonlySet<string>): SaidPeriod | undefined {
  for (const text of texts) {
    const found = /(?<![\d/])(?<from>(?:19|20)\d{2})\/(?<to>(?:19|20)\d{2})(?![\d/])/u.exec(text);
    const { from = "", to = "" } = found?.groups ?? {};
    const apart = Number(to) - Number(from);
    if (!found || apart < 2 || apart > mostTogether || [...years].some((year) => year !== from && year !== to))
      continue;
    return { text, start: found.index, end: found.index + found[0].length, format: "{from-yyyy}/{to-yyyy}" };
  }
  return undefined;
}
/** Years of a life table, or of a survey that was made over some, are so far apart at most. */
const mostTogether = 10;

/** From one month or day to another, with both years, or from one year to another: `April 2010 to September 2018`, `2010 to 2018`. */
const fromYearToYear = new RegExp(
  `(?<!\\p{L})(?:from |between )?(?:(?:${dayBefore}${month} )?(?:19|20)\\d{2} ?(?:to|and|up to|[-–—]) ?(?:${dayBefore}${month} )?(?:19|20)\\d{2})(?!\\d|[/–-]\\d)`,
  "iu",
);

/** What a text says that is of several years, from one to another. */
export const spanOfYearsIn = (text: string): string | undefined =>
  fromYearToYear.exec(text.replaceAll(/\s+/gu, " "))?.[0].replace(/^(?:from|between) /iu, "");

/** Where else than above a table its one period is told: by the name of its sheet or of its file, below it, or on a sheet that has no table. */
export interface ToldElsewhere {
  readonly sheet: string | undefined;
  readonly file: string;
  readonly notes: readonly string[] | undefined;
  /** The lines below the table. */
  readonly below?: readonly string[];
}

/** The one period that is told elsewhere, and where that is: none where two places tell two. */
export function periodElsewhere({ sheet = "", file, notes = [], below = [] }: ToldElsewhere):
  | {
      readonly label: string;
      readonly format: PeriodFormat | undefined;
      readonly where:
        | "the name of the sheet"
        | "the name of the file"
        | "a sheet without a table"
        | "a line below the table";
    }
  | undefined {
  // What changed is of two periods, whichever the rest of the file says.
  if (isDifference(sheet) && !yearsIn.test(sheet)) return undefined;
  // `2020 03 31` is the day of a file, and `2019 20` a year that ends in the next one, or none.
  const ofFile = /(?:19|20)\d{2} \d{2}(?!\d)|\d{2} \d{2} (?:19|20)\d{2}/u.test(file) ? "" : file;
  const places = [
    { where: "the name of the sheet", texts: [sheet] },
    { where: "a line below the table", texts: below.flatMap(sentencesOf).filter(saysPeriodOfFigures) },
    { where: "a sheet without a table", texts: notes.filter((text) => !ofOtherYears.test(text)) },
    { where: "the name of the file", texts: [ofFile] },
  ] as const;
  const told = places.flatMap(({ where, texts }) => {
    const found = periodSaid(texts);
    return found ? [{ where, label: found.text.slice(found.start, found.end), format: found.format }] : [];
  });
  const [first] = told;
  const areOne = told.every(({ label }) => yearsIn.exec(label)?.[0] === yearsIn.exec(first?.label ?? "")?.[0]);
  return areOne ? first : undefined;
}

const sentencesOf = (text: string): readonly string[] =>
  text.replaceAll(/\s+/gu, " ").split(/(?<=\p{L}{2}|\d{4})[.;] (?=\p{Lu})/u);

/** Whether a sentence says of which time figures are: `1. Figures are for the year ending 31 March 2023`, and not when they were revised. */
function saysPeriodOfFigures(sentence: string): boolean {
  const found = periodSaid([sentence]);
  return found !== undefined && beforePeriodOfFigures.test(sentence.slice(0, found.start));
}
const beforePeriodOfFigures =
  /^(?:notes?\b)?[^\p{L}]*(?:(?:all|the|these) )?(?:(?:figures|data|statistics|numbers|results|values|counts|estimates)(?: (?:are|is|were|relate|refer|shown|given|presented|here|above|in th(?:is|e) table|as|correct|collected|taken))* (?:for|at|to|of|on|in|during|from|cover)(?: the)?(?: period| time)?|(?:reporting |reference )?period(?: covered)?):? $/iu;

/** Where a period stands in a title, and what this says besides. */
interface SaidSpan {
  readonly start: number;
  readonly end: number;
  readonly others: string;
}

/** A year with the part of it that stands before or behind it; none where that part is not read, since the year alone would be more than is said. */
function spanUpTo(text: string, year: string): SaidSpan | undefined {
  const at = text.indexOf(year);
  const start = at - (beforeYear.exec(text.slice(0, at))?.[0].length ?? 0);
  const end = at + year.length;
  if (start < at) return { start, end, others: text };
  const part = partBehindYear.exec(text.slice(end))?.[0] ?? "";
  const isUnread = part !== "" && periodReadings(text.slice(start, end + part.length)).length !== 1;
  if (isUnread || partBeforeYear.test(text.slice(0, at))) return undefined;
  return { start, end: end + part.length, others: text };
}

function spanOfYears(text: string, years: readonly string[]): SaidSpan | undefined {
  const found = monthsOfYears.exec(text);
  const months = found?.groups?.months;
  if (!found || months === undefined || !years.every((year) => months.includes(year))) return undefined;
  const end = found.index + found[0].length;
  return { start: end - months.length, end, others: text.replace(found[0], "") };
}
