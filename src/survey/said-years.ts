import { periodMonths, periodReadings } from "../dataset/index.ts";
import type { TableSurvey } from "./column-survey.ts";
import { ofPublication } from "./guess-wide.ts";
import { wordsOf } from "./words.ts";

/** A year, or years, within a text. */
export const yearsIn = /(?<!\d)(?:19|20)\d{2}(?:[/–-](?:\d{2}|(?:19|20)\d{2}))?(?!\d)/u;

/** Whether a heading says of which year its figures are. */
export const hasYear = (name: string): boolean => periodReadings(yearsIn.exec(name)?.[0] ?? "").length > 0;

const partOfYear =
  /\b(?:q[1-4]|h[12]|quarter|month|week|day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*)\b/iu;

/** The year that all of several headings say. */
export function yearOfAll(headings: readonly string[]): string | undefined {
  const said = new Set(headings.map((name) => yearsIn.exec(name)?.[0]));
  const [year] = said;
  // `visitors_Q3_2019` are those of a quarter.
  const arePart = headings.some((name) => partOfYear.test(wordsOf(name)));
  return !arePart && headings.length > 1 && said.size === 1 && year !== undefined && hasYear(year) ? year : undefined;
}

/** A year, or one that begins in one and ends in the next. */
const yearInTitle = /(?<![\d/–-])(?:19|20)\d{2}(?:[/–-]\d{2})?(?![\d/–-]| ?=)/gu;
/** What a year in a title is of, where it is not that of the figures: prices, borders, a law, or one end of many years. */
const ofOtherYears =
  /\b(?:prices?|boundar(?:y|ies)|bases?|constant|classification|since|from|until|between|act|law|revision|version|index)\b|[=©]/iu;
/** The day or the month that stands before a year: `31 March`, `April`. */
const beforeYear =
  /(?:(?:year|12 months|twelve months) (?:ending|ended|to) )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?),? $/iu;
/** So many letters before a year and behind it say where in a title it stands. */
const [lettersBefore, lettersBehind] = [24, 12];

/** `[note 1]` */
const referenceToNotes = /\s*\[notes?\b[^\]]*\]/giu;

const monthsOfYear = 12;

/** The one year that is said above a table, in whichever titles, with its month where one stands there: `Census 2011: households by tenure`. */
export function yearOfTitles(
  titled: readonly { readonly cell: string; readonly text: string }[],
): TableSurvey["periodAbove"] {
  const said = titled.filter(({ text }) => !ofPublication.test(text));
  const years = new Set(said.flatMap(({ text }) => text.match(yearInTitle) ?? []));
  const [year, other] = years;
  const own = said.find(({ text }) => text.includes(year ?? ""));
  if (year === undefined || other !== undefined || !own || ofOtherYears.test(own.text) || /[{}*\n]/u.test(own.text))
    return undefined;
  const end = own.text.indexOf(year) + year.length;
  const start = end - year.length - (beforeYear.exec(own.text.slice(0, end - year.length))?.[0].length ?? 0);
  const [first, second] = periodReadings(own.text.slice(start, end));
  if (!first || second || periodMonths(first) > monthsOfYear) return undefined;
  // Patterns are matched with titles without their references to notes.
  const before = own.text.slice(0, start).replaceAll(referenceToNotes, "");
  const behind = own.text.slice(end).replaceAll(referenceToNotes, "");
  const pattern = [
    before.length > lettersBefore ? `*${before.slice(-lettersBefore)}` : before,
    "{}",
    behind.length > lettersBehind ? `${behind.slice(0, lettersBehind)}*` : behind,
  ];
  return { cell: own.cell, pattern: pattern.join(""), isOfTitle: true };
}
