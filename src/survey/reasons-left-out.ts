import { groupBy } from "../dataset/index.ts";
import { isNameOfAverage } from "./areas/average-names.ts";
import type { SheetsGuess } from "./guess-sheets.ts";
import { isOfOrigin } from "./periods/breaks-told.ts";
import { saysYearOfEra } from "./periods/periods-in-words.ts";
import { type Remarks, someOf } from "./remarks.ts";
import { type Roles, statusName } from "./rows/column-roles.ts";
import { tells } from "./rows/told-by.ts";
import { figuresBlankBy } from "./signs-beside-blanks.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
import { isInEachRow } from "./table/in-each-row.ts";
import { isOfNote } from "./table/note-numbers.ts";
import { isOfRanks, rankedBy } from "./table/ranked-by.ts";
import { areLinks, isTotal, notKnown } from "./table/survey-column.ts";
import { textIn } from "./text-in.ts";
import { wordsOf } from "./words.ts";

interface ReasonInput {
  readonly survey: TableSurvey;
  readonly roles: Roles;
  /** The sheets that are read, where these are several. */
  readonly sheets: Pick<SheetsGuess, "textsOf"> | undefined;
}

/** Says of each column that is left out why it is. Whoever reads it takes a column for useless, so that each reason is worked out from the rows. */
export function remarkOnIgnored(
  ignored: readonly ColumnSurvey[],
  { remarks, ...input }: ReasonInput & { readonly remarks: Remarks },
): void {
  const reasons = groupBy(ignored, (column) => reasonOf(column, input));
  const all = [...reasons].map(([reason, own]) => `${someOf(own.map(({ name }) => name))}: ${reason}.`);
  if (all.length > 0) remarks.add("layout.ignore", all.join(" "));
}

/** Of more texts than these, a column says no statuses. */
const mostStatuses = 15;

function reasonOf(column: ColumnSurvey, input: ReasonInput): string {
  const { dates, figures, long, runningTotals, unreadable, wide } = input.roles;
  const { kind, texts } = column;
  if (column.isUnnamed) return "has figures, and no heading of its own below that of its group";
  if (column.isOfOnePerson) return "says who somebody is, or what is of one person or case alone, and is never shown";
  if (dates.includes(column)) return otherPeriods;
  if (runningTotals.includes(column)) return "a running total, which would give away small counts";
  if (unreadable.includes(column)) return "has cells that are no numbers; correct them to read it";
  if (wide?.coarser?.includes(column.index) && isNameOfAverage(column.name))
    return "a mean of the others, by its name, and left out: it would stand in their ranks. Take it off this list for a briefing of it";
  if (wide?.coarser?.includes(column.index))
    return "an area that holds others of them, by its name or its figures, and left out: it would stand in their ranks. Take it off this list for a briefing of it";
  if (wide?.again?.includes(column.index))
    return "has other figures of a period that an earlier column is of, from which a note may tell it apart: the earlier was taken. For this one, list the letter of the earlier in its place";
  if (wide && figures.includes(column))
    return "has figures, but not those of several periods or groups as the others: for these, name it in layout.measures of a dataset of its own";
  if (long && figures.includes(column))
    return "has further figures of each row: read them as a dataset of their own, with this column in layout.long.value";
  if (texts.length > 1 && texts.length <= mostStatuses && statusName.test(wordsOf(column.name)))
    return "says of figures how sure they are, or why they are not there; layout.note keeps it beside them, and layout.statuses says which text means which status";
  if (kind === "blank" && !input.sheets?.textsOf(column.index).some((own) => own.length > 0)) return "empty";
  if (kind === "note" && isOfNote(column.name)) return "the numbers of notes, by its heading";
  if (kind === "apart")
    return 'of a table beside this one: for a briefing of it, name its columns in dimensions and measures by their letters, "#K" say';
  return reasonOfWords(column, input);
}

/** Why a column of words or codes is no dimension. */
function reasonOfWords(column: ColumnSurvey, input: ReasonInput): string {
  const { kind, name, texts, filled } = column;
  const height = input.survey.rows.length;
  const [only, other] = texts;
  const empty = figuresBlankBy(column, input.survey);
  if (empty) return `says by a sign why "${empty.name}" is empty; layout.note keeps it beside the figures`;
  const elsewhere = input.sheets?.textsOf(column.index).flat() ?? [];
  if (elsewhere.some((text) => text !== only) && (only === undefined || other === undefined))
    return onSomeSheets(only, elsewhere);
  const same = sameInRows(column, input.survey);
  if (same !== undefined) return same;
  if (isOfRanks(name)) return reasonOfRank(column, input.survey);
  if (saysYearOfEra(column, input.roles.period?.columns ?? [], input.survey))
    return "the year of each row once more, by another era";
  if (kind === "code" && texts.length === filled) return numbersRows;
  if (kind === "label" && areFigures(texts)) return reasonOfNumbers(texts);
  if (kind === "flag" || (texts.length > 1 && texts.every(isAnswer))) return reasonOfAnswers(column, input.survey);
  if (kind === "period") return otherPeriods;
  const by = tellingAlone(column, input);
  if (by) return reasonOfTold(column, { by, survey: input.survey });
  if (kind === "note") return reasonOfNote(texts);
  if (texts.every((text) => notKnown.test(text))) return "nothing is known there";
  if (isOfOrigin(column) && filled === height)
    return "says of each row where its figures are from: where that changes, they may not be comparable";
  if (kind === "code" && texts.length >= height * mostlyOnce) return numbersRows;
  return reasonOfNames(column, input);
}

/** What is said of a column that says one thing of all rows, or of all but totals. */
function sameInRows(column: ColumnSurvey, survey: TableSurvey): string | undefined {
  const [only, other] = column.texts;
  if (only !== undefined && other === undefined)
    return isInEachRow(column, survey) ? `always "${only}"` : inSomeRows(only, column, survey);
  const [part, further] = column.texts.filter((text) => !isTotal(text));
  return part !== undefined && further === undefined
    ? `always "${part}", but for ${someOf(column.texts.filter(isTotal))}`
    : undefined;
}

function inSomeRows(text: string, { index, name }: ColumnSurvey, { rows, sheet }: TableSurvey): string {
  const own = rows.filter((row) => textIn(sheet, row, index) !== "").length;
  const said = isAnswer(text) || text.toLowerCase() === name.trim().toLowerCase() ? keptBeside : "";
  return `"${text}" in ${own} of ${rows.length} rows, and nothing in the others${said}`;
}
const keptBeside = ": where readers should know that of a figure, keep it beside them by layout.note";

/** Whether most texts of a column are numbers, some of them with decimals: no names, and no codes. */
const areFigures = (texts: readonly string[]): boolean =>
  texts.some((text) => /^-?\d+[.,]\d+ ?%?$/u.test(text)) &&
  texts.filter(isNumber).length > texts.length * mostlyFigures;
const isNumber = (text: string): boolean => /^-?[\d.,]*\d ?%?$/u.test(text);
const reasonOfNumbers = (texts: readonly string[]): string =>
  texts.every(isNumber) ? numbersAsNames : figuresAmongSigns;
const numbersAsNames =
  "numbers that were taken for groups or names by their heading: where they are figures, give it a measure";
const figuresAmongSigns =
  "numbers in some rows, and other signs in so many that they were not read as figures: where they are, give it a measure, and its signs a meaning in markers";

/** Why a column of names is none, each of which stands in several rows: whether it says more of these than the dimensions do. */
function reasonOfNames(column: ColumnSurvey, { survey, roles }: ReasonInput): string {
  const { alike, block, codes, figures, long, naming, period, section } = roles;
  const beside = [long?.measure, section, block].filter((own) => own !== undefined);
  const telling = [...naming, ...codes.values(), ...(period?.columns ?? []), ...beside];
  if (tells(telling, column, survey)) return toldTogether;
  if (figures.length === 0 && roles.wide === undefined)
    return "says more of rows that are counted: to break the counts down, make a dimension of it";
  if (alike?.rows === "added")
    return "says more of rows that are added up: to break the sums down, make a dimension of it";
  if (alike?.rows === "numbered")
    return "says more of rows that are called by their numbers: make a dimension of it, or name it in braces there";
  return column.filled < survey.rows.length
    ? "labels that are not in every row, and that rows are told apart without"
    : toldTogether;
}

/** Of what other columns tell together no more is known: whether figures are income or spending, say, is no remark. */
const toldTogether =
  "not needed to tell rows apart; where figures mean another thing by it, income or spending say, make a dimension of it";

/** The dimension, or the code beside it, that tells a column for itself. */
function tellingAlone(
  column: ColumnSurvey,
  { survey, roles: { attributes, codes, naming } }: ReasonInput,
): ColumnSurvey | undefined {
  const by = attributes.get(column);
  const code = by && codes.get(by);
  return [by, code, ...naming, ...codes.values()].find(
    (own) => own !== undefined && own !== column && own.texts.length > 1 && tells([own], column, survey),
  );
}

/** So many names, on average, are in each of the groups that a column says of them, where these are no codes or other names of theirs. */
const fewestInGroup = 2;
function reasonOfTold(
  { kind, texts, index }: ColumnSurvey,
  { by, survey }: { readonly by: ColumnSurvey; readonly survey: TableSurvey },
): string {
  const { name, texts: all } = by;
  if (kind === "label" && texts.length > 1 && texts.length * fewestInGroup <= all.length && texts.every(isWord))
    return `says one thing of each "${name}": where it is a group that holds them, layout.parents reads which; for the figures of groups, make a dataset of its own, with them in the place of these and repeatedRows: "sum" where figures add up`;
  const isOfEach = texts.length >= all.length * mostlyOwn && texts.every(isWord);
  if (isOfEach || isToldAgain(index, { by, survey })) return `told by "${name}"`;
  return texts.some(isNumber)
    ? `a number of each "${name}": where it is a figure, give it a measure`
    : `says one thing of each "${name}"`;
}
/** So many of the texts of a column stand for one name each, where it is another name or a code of these. */
const mostlyOwn = 0.9;

/** Whether names stand in several rows, most of them, so that what is the same in all rows of one is told by it: where each stands once, all is. */
function isToldAgain(
  index: number,
  { by, survey: { rows, sheet } }: { readonly by: ColumnSurvey; readonly survey: TableSurvey },
): boolean {
  const filled = rows.filter((row) => textIn(sheet, row, index) !== "" && textIn(sheet, row, by.index) !== "");
  const names = new Set(Array.from(filled, (row) => textIn(sheet, row, by.index)));
  return filled.length >= names.size * rowsOfName;
}
/** In so many rows, on average, stands a name that comes again. */
const rowsOfName = 1.5;

const otherPeriods =
  'says a date or a period beside rows that are told apart without it: where their figures are of that time, make it a dimension with the role "time"';

/** Whether something is so, and of how many rows. */
function reasonOfAnswers({ index, texts }: ColumnSurvey, { rows, sheet }: TableSurvey): string {
  if (texts.length > mostAnswers) return "says whether something is so";
  const all = Array.from(rows, (row) => textIn(sheet, row, index));
  const counted = texts.map((text) => `"${text}" in ${all.filter((own) => own === text).length}`);
  return `says whether something is so, ${counted.join(" and ")} of ${all.length} rows${keptBeside}`;
}
const mostAnswers = 4;

/** A rank is said to come of figures only where the rows show that it does. */
const reasonOfRank = (column: ColumnSurvey, survey: TableSurvey): string => {
  const by = rankedBy(column, survey);
  return by ? `a rank by "${by.name}", which is worked out anew from it` : ranksLeftOut;
};
const ranksLeftOut = "ranks: to print them, give them a measure";

/** Ranges of percentages, and signs for none, are no groups. */
const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** Whether a thing is so or not, as a column says of each, is no group that holds it. */
const isAnswer = (text: string): boolean =>
  /^(?:true|false|yes|no|[ynt]|ja|nein|oui|non|s[ií]|não)$/iu.test(text.trim());

const numbersRows = "names or numbers the rows, and counts nothing";

/** So many of the rows have a code of their own, where it names or numbers them. */
const mostlyOnce = 0.5;

/** What one sheet has nothing or a sign for, and others have more. */
const onSomeSheets = (only: string | undefined, all: readonly string[]): string =>
  `${only === undefined ? "nothing" : `nothing but "${only}"`} on the sheet that the headings were read from, and ${
    all.some((text) => /^-?[\d.,]*\d$/u.test(text)) ? "numbers" : "more"
  } on others: for these, name the column in layout.measures or layout.dimensions`;

/** So many texts of a column with figures and their bounds have more digits and signs than letters. */
const mostlyFigures = 0.5;

const reasonOfNote = (texts: readonly string[]): string =>
  !areLinks(texts) &&
  texts.filter((text) => text.replaceAll(/[^\p{L}]/gu, "").length < text.length / 2).length >=
    texts.length * mostlyFigures
    ? "several figures in one cell, or other than plain ones: with their bounds, say"
    : "remarks, links or long texts, by its heading or their length";
