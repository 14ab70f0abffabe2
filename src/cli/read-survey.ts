import { readFile } from "node:fs/promises";
import { periodReadings } from "../dataset/index.ts";
import { createDiagnostics } from "../diagnostics/index.ts";
import {
  describesColumns,
  guessSheets,
  isDifference,
  isToldApart,
  legendOfSheet,
  mergeLegends,
  type SheetsGuess,
  surveyTable,
  type TableSurvey,
  titleInContents,
  unreadFigures,
} from "../survey/index.ts";
import { cellText, readSheets, rowCells, type Sheet } from "../tables/index.ts";
import { InputError, inputError } from "./input-error.ts";
import { whyUnreadable } from "./read-text-file.ts";

export interface SurveyOptions {
  /** A sheet of a workbook, by name or number. */
  readonly sheet?: string;
}

export interface ReadSurvey {
  readonly survey: TableSurvey;
  /** Those that hold the same table, a period each. */
  readonly sheets: SheetsGuess | undefined;
  /** Names of the sheets that hold other tables. */
  readonly others: readonly string[];
  /** Names of further sheets with numbers, in which no table was found. */
  readonly loose: readonly string[];
  /** What stands on the first sheet, where it holds no table, and says in a few lines what the others are of. */
  readonly cover: readonly string[];
  /** Short texts of the sheets that hold no table. */
  readonly notes: readonly string[];
  /** The file, to be read again by what was guessed. */
  readonly data: { readonly bytes: Uint8Array; readonly file: string };
}

/** The table of a data file, as far as its cells tell. Throws an `InputError`. */
export async function readSurvey(file: string, { sheet }: SurveyOptions): Promise<ReadSurvey> {
  const diagnostics = createDiagnostics();
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
  const sheets = await readSheets(bytes, { file, sheets: sheetChoice(sheet), diagnostics });
  const errors = diagnostics.all.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors);
  const found = sheets.flatMap((one) => surveyTable(one) ?? []);
  const tables = found.filter((one) => !isOfContents(one, found) && !isOfCodes(one) && !describesColumns(one, found));
  const surveys = tables.length > 0 ? tables : found;
  const first = bestOf(surveys);
  const survey = first && fullestOf(guessSheets(surveys, first), surveys, first);
  const unread = survey && figuresIn(survey) === 0 ? unreadFigures(survey) : undefined;
  if (unread)
    throw inputError({
      code: "empty-file",
      message: `No column of the table holds figures: those of "${unread.name}", "${unread.example}" say, cannot be read.`,
      hint: `Write them as plain numbers. Its rows are not counted, since the other columns tell each of them apart.${countedInstead(surveys)}`,
      source: { file },
    });
  if (survey && (figuresIn(survey) > 0 || isList(survey))) {
    const same = guessSheets(surveys, survey);
    const others = surveys.flatMap((other) => {
      const { name } = other.sheet;
      const isOther = other !== survey && name !== undefined && !same?.names.includes(name);
      return isOther && figuresIn(other) > 0 ? [name] : [];
    });
    // What signs stand for is told on a sheet of notes, if not beside the table.
    const beside = sheets.filter(({ name }) => name !== survey.sheet.name);
    const legend = mergeLegends([survey.legend, ...beside.map(legendOfSheet)]);
    const isTable = ({ name }: Sheet) => name !== undefined && (others.includes(name) || same?.names.includes(name));
    const { title, unit } = metadataOf(sheets, survey);
    // Above another table stands what that one is of.
    const cover = others.includes(sheets[0]?.name ?? "") ? [] : coverOf(sheets, survey);
    return {
      survey: {
        ...survey,
        legend,
        unitAbove: survey.unitAbove ?? unit,
        contents: titleInContents(sheets, survey.sheet.name),
      },
      sheets: same,
      others,
      loose: looseAmong(sheets, found),
      cover: cover.length > 0 || title === undefined ? cover : [`Title: ${title}`],
      notes: beside.filter((one) => !isTable(one)).flatMap(shortTexts),
      data: { bytes, file },
    };
  }
  if (survey) {
    const hidden = survey.columns.filter(holdsMarkersAlone).map(({ name }) => `"${name}"`);
    throw inputError({
      code: "empty-file",
      message:
        hidden.length > 0
          ? `No column of the table holds figures: in ${hidden.slice(0, mostNamed).join(", ")}${hidden.length > mostNamed ? " and others" : ""}, all are hidden or missing.`
          : "No column of the table holds figures.",
      hint: `A briefing needs one; inspect another file, or another --sheet.${countedInstead(surveys)}`,
      source: { file },
    });
  }
  throw inputError({ ...noTable(sheets), source: { file } });
}

/** What is wrong with a file in which no table was found: one of numbers has headings that are not seen as such. */
function noTable(sheets: readonly Sheet[]): Parameters<typeof inputError>[0] {
  const counts = sheets.map((sheet) => ({ name: sheet.name, numbers: numbersIn(sheet) }));
  const [most] = counts.toSorted((a, b) => b.numbers - a.numbers);
  if (most === undefined || most.numbers < fewestLoose)
    return {
      code: "empty-file",
      message: "No table was found: no row has headings with figures below it.",
      hint: "If its columns have no headings, or these stand in lines of comments, write them as a row above the figures.",
    };
  const where = most.name === undefined ? "The file" : `The sheet "${most.name}"`;
  return {
    code: "no-headings",
    message: `${where} holds ${most.numbers} numbers, but no row was found to be their headings.`,
    hint: "Write one row of headings right above the first row of figures, a name over each column.",
  };
}

/** How a workbook of words alone comes to figures: by its lists, whose rows are counted where one is named. */
function countedInstead(surveys: readonly TableSurvey[]): string {
  const lists = surveys.filter(isList).flatMap(({ sheet: { name } }) => (name === undefined ? [] : [`"${name}"`]));
  if (lists.length === 0) return "";
  return ` The rows of ${lists.slice(0, mostNamed).join(", ")} can be counted: name one with --sheet.`;
}

/** So many numbers are more than the dates and pages of a cover. */
const fewestLoose = 12;

/** The sheets with numbers that no table has: whoever reads a briefing of another one would not know of them. */
const looseAmong = (sheets: readonly Sheet[], found: readonly TableSurvey[]): readonly string[] =>
  sheets.flatMap((sheet) => {
    const own = found.find((survey) => survey.sheet.name === sheet.name);
    const isLoose = (own === undefined || figuresIn(own) === 0) && numbersIn(sheet) >= fewestLoose;
    return isLoose && sheet.name !== undefined ? [sheet.name] : [];
  });

const numbersIn = ({ columns }: Sheet): number =>
  columns.reduce((sum, { values, codes }) => {
    const areNumbers = values.map(
      (cell) => typeof cell === "number" || (typeof cell === "object" && cell?.kind === "number"),
    );
    return sum + codes.reduce((own, code) => own + (areNumbers[code] ? 1 : 0), 0);
  }, 0);

/** So many of the names in a table of contents are those of sheets, and so many are there. */
const [mostlySheets, fewestSheets] = [0.6, 2];
const ofContents = /^(?:years?|pages?|(?:work)?sheets?|tabs?|tables?|no|nr|numbers?)$/iu;

/** Whether a table lists the sheets of its workbook, with no figures but their years or numbers. */
function isOfContents({ columns, sheet }: TableSurvey, surveys: readonly TableSurvey[]): boolean {
  const names = new Set(
    surveys.flatMap((other) => (other.sheet.name === sheet.name ? [] : [other.sheet.name?.trim()])),
  );
  const areListed = columns.some(({ texts }) => {
    const listed = texts.filter((text) => names.has(text));
    return listed.length >= fewestSheets && listed.length >= texts.length * mostlySheets;
  });
  return areListed && columns.every(({ kind, name }) => kind !== "figure" || ofContents.test(name.trim()));
}

/** A code that numbers tables, questions or rows: `A12`, `B3a`. One sign before a number may be a status of it, and stands once. */
const isCode = (text: string): boolean => /^\p{Lu}{1,3}\d{1,3}\p{L}{0,2}$/u.test(text);

/** So many codes of a column are no figures with a sign beside them. */
const fewestCodes = 6;

/** Whether most columns below periods hold codes in place of figures: a list of what had which number when, whose few plain numbers are none. */
function isOfCodes({ columns }: TableSurvey): boolean {
  const ofPeriods = columns.filter(({ name, filled }) => filled > 0 && periodReadings(name).length > 0);
  const ofCodes = ofPeriods.filter(({ kind, texts }) => {
    const codes = texts.filter(isCode);
    return kind !== "figure" && codes.length >= fewestCodes && codes.length * 2 > texts.length;
  });
  return ofCodes.length * 2 > ofPeriods.length;
}

/** Whether a column has signs in the place of figures, in each of its rows: `c`, `..`, `*`. */
const holdsMarkersAlone = ({ kind, name, texts, filled }: TableSurvey["columns"][number]): boolean =>
  kind === "label" &&
  name !== "" &&
  filled >= fewestMarked &&
  texts.every((text) => /^(?:[a-z:*~#xX-]|\.{1,3}|…|\[[a-z]\]|n\/?a|suppressed|<\s?\d{1,2})$/iu.test(text));
const [fewestMarked, mostNamed] = [3, 6];

/** So many rows at most say what a workbook is of: a list of its tables, or of notes, is longer. */
const mostOfCover = 12;
/** So many rows are no sheet of notes, and what is longer is read by nobody for a period. */
const [mostOfNotes, longestNote] = [80, 200];

function shortTexts(sheet: Sheet): readonly string[] {
  if (sheet.rowNumbers.length > mostOfNotes) return [];
  const texts = [...sheet.rowNumbers.keys()].flatMap((row) =>
    rowCells(sheet, row).flatMap((cell) => (typeof cell === "string" ? [cell.trim()] : [])),
  );
  return texts.filter((text) => text !== "" && text.length <= longestNote);
}

/** So many words are a name of what a sheet holds. */
const fewestWords = 3;

/** What the first sheet says of a table whose own sheet is called by a word or two, `WEB`: all of it, or what stands above a list, where that is the number and the title of one table. */
function coverOf([first]: readonly Sheet[], { sheet }: TableSurvey): readonly string[] {
  const isNamed = (sheet.name ?? "").trim().split(/[\s_-]+/u).length >= fewestWords;
  if (!first || first.name === sheet.name || isNamed) return [];
  const rows = [...first.rowNumbers.keys()].flatMap((row) => {
    const texts = rowCells(first, row).flatMap((cell) => (cell === null ? [] : [cellText(cell).trim()]));
    return texts.length === 0 ? [] : [texts];
  });
  if (rows.length > mostOfCover) {
    const list = rows.findIndex((texts) => texts.length >= fewestOfRow);
    const numbered = rows.slice(0, Math.max(0, list)).filter(([text = ""]) => numberedTitle.test(text));
    return numbered.length === 1 && list <= mostOfCover ? numbered.flat() : [];
  }
  const areNames = rows.length > 1 && rows.every((texts) => texts.length >= fewestOfRow);
  return areNames ? [] : rows.flat();
}
const numberedTitle = /^table [a-z]?\d{1,3}(?:\.\d{1,3})*[.:]? +\p{Lu}/iu;
/** So many texts in each row are a table of names, and no cover. */
const fewestOfRow = 3;

/** What a sheet of keys and values says of the table of another: `Title` and `Unit of Measure`, as the census of England and Wales does. */
function metadataOf(
  sheets: readonly Sheet[],
  { sheet }: TableSurvey,
): { readonly title?: string | undefined; readonly unit?: string | undefined } {
  const own = sheets.find(({ name }) => name !== sheet.name && nameOfMetadata.test(name?.trim() ?? ""));
  if (!own) return {};
  const rows = [...own.rowNumbers.keys()].map((row) => rowCells(own, row).map((cell) => cellText(cell).trim()));
  const saidOf = (key: RegExp): string | undefined => {
    const found = rows.filter(([name = "", value = ""]) => key.test(name) && value !== "");
    return found.length === 1 ? found[0]?.[1] : undefined;
  };
  return { title: saidOf(/^title:?$/iu), unit: saidOf(/^unit of measure(?:ment)?:?$/iu) };
}
const nameOfMetadata = /^(?:meta ?data|about(?: this data)?|information)$/iu;

/** So many rows without a figure are a list, whose rows can be counted. */
const fewestOfList = 12;

/** Whether rows can be counted: by a date, or by names that come again and again. */
const isList = (survey: TableSurvey): boolean =>
  survey.rows.length >= fewestOfList &&
  unreadFigures(survey) === undefined &&
  survey.columns.some(
    ({ kind, texts }) =>
      (kind === "period" && texts.length > 0) ||
      (kind === "label" && texts.length > 1 && texts.length * 4 <= survey.rows.length),
  );

/** The first table with about as many figures as any: cover sheets and notes have none. */
export const bestSurvey = (sheets: readonly Sheet[]): TableSurvey | undefined =>
  bestOf(sheets.flatMap((one) => surveyTable(one) ?? []));

/** The first table of a workbook is what it is about, also where others break it down further. */
const leastPart = 0.1;

function bestOf(surveys: readonly TableSurvey[]): TableSurvey | undefined {
  const most = Math.max(0, ...surveys.map(figuresIn));
  const large = surveys.filter((survey) => figuresIn(survey) >= most * leastPart);
  const tables = large.filter((survey) => !isHelper(survey.sheet) && !isOfDifferences(survey, large));
  const chosen = tables.length > 0 ? tables : large;
  return chosen.find(isToldApart) ?? chosen[0];
}

/** Of the sheets that hold the same table, one with the most columns of figures, the first where none has more: what is none in one period, and a sign in all rows, has figures in others. */
function fullestOf(same: SheetsGuess | undefined, surveys: readonly TableSurvey[], first: TableSurvey): TableSurvey {
  const alike = surveys.filter(({ sheet: { name } }) => name !== undefined && same?.names.includes(name));
  const figuresOf = ({ columns }: TableSurvey) => columns.filter(({ kind }) => kind === "figure").length;
  const most = Math.max(figuresOf(first), ...alike.map(figuresOf));
  return [first, ...alike].find((survey) => figuresOf(survey) === most) ?? first;
}

/** Whether a sheet is called as what stands behind a chart or a list to choose from: it repeats some of a table, where there is one. */
const isHelper = ({ name = "" }: Sheet): boolean => helperName.test(name.replaceAll(/[\s_.-]+/gu, " ").trim());
const helperName =
  /\b(?:charts?|graphs?|plots?|pivots?|look ?ups?|calc(?:ulation)?s?|workings|dashboards?|interactive)\b|^(?:drop ?down )?lists?$|^data (?:for|behind) fig(?:ures?|s)?\b/iu;

/** Whether a sheet is called after a difference, and another one that is not has the figures that it is worked out from, below the same headings: `Net increase` beside `2011`. */
function isOfDifferences(survey: TableSurvey, surveys: readonly TableSurvey[]): boolean {
  const headings = figureHeadings(survey);
  return (
    isDifference(survey.sheet.name) &&
    headings.length > 1 &&
    surveys.some((other) => {
      const own = new Set(figureHeadings(other));
      return !isDifference(other.sheet.name) && headings.every((name) => own.has(name));
    })
  );
}
const figureHeadings = ({ columns }: TableSurvey): readonly string[] =>
  columns.flatMap(({ kind, name }) => (kind === "figure" && name !== "" ? [name.trim().toLowerCase()] : []));

const sheetChoice = (sheet: string | undefined): string | number | undefined =>
  sheet !== undefined && /^\d+$/u.test(sheet) ? Number(sheet) : sheet;

const figuresIn = ({ columns }: TableSurvey): number =>
  columns.reduce((sum, { kind, filled }) => sum + (kind === "figure" ? filled : 0), 0);
