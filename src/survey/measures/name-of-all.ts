import { guessedFrom } from "../remarks.ts";
import { measureName } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import type { OwnNaming, TitledNaming } from "./guessed-measures.ts";
import { headOfTitle } from "./things-of-titles.ts";
import { saysUnitOfRows } from "./unit-evidence.ts";
import { isRatio } from "./units-by-name.ts";

/** What figures are called by that are called as all of them are, and what is in doubt then. */
export function whatCalls(
  called: string,
  survey: TableSurvey,
  naming: TitledNaming,
): Pick<OwnNaming, "fileName" | "doubtOfCalled"> {
  const isByTitle = [naming.title, naming.called].some((text) => called === headOfTitle(text));
  if (isByTitle && isNameOfFile(naming)) return { fileName: called, doubtOfCalled: calledAsFile };
  const doubtOfTitle = isByTitle && naming.isOfCover ? calledAsCover : undefined;
  return {
    fileName: undefined,
    doubtOfCalled: doubtOfTitle ?? (isWordOfSheet(called, survey) ? calledAsSheet : undefined),
  };
}

/**
 * What all figures are of, where no heading says it: by the column that names the one measure, the pivot table, the title, the sheet,
 * or the file.
 */
export function nameOfAll(survey: TableSurvey, { called, title }: TitledNaming): string {
  const { sheet, titles } = survey;
  const series = seriesOf(survey);
  // What stands behind a colon is what the one measure is of: `Indices of Deprivation: Living Environment`.
  const [told = ""] = series?.texts ?? [];
  // The ratio of a distribution of earnings is none of earnings.
  const isOfRatios = survey.columns.some((column) => saysUnitOfRows(column) && column.texts.every(isRatio));
  if (told !== "") return told.includes(": ") || isOfRatios ? told : headOfTitle(told);
  const summed = titles.flatMap(
    (text) => /^(?:sum|count|average|total) of (?<name>.*\p{L}{3}.*)$/iu.exec(text)?.groups?.name ?? [],
  );
  if (summed[0] !== undefined) return summed[0];
  // `Counting: Households on Universal Credit`
  const counted = titles.flatMap((text) => /^counting\s*:\s*(?<name>.*\p{L}{3}.*)$/iu.exec(text)?.groups?.name ?? []);
  if (counted[0] !== undefined) return counted[0];
  // `Measure`, and beside it what it is.
  const of = titles.findIndex((text) => /^(?:measure|indicator|variable|series)s?\s*:?$/iu.test(text.trim()));
  const measured = of < 0 ? undefined : titles[of + 1];
  if (measured !== undefined && /\p{L}{3}/u.test(measured)) return measured;
  const own = sheet.name ?? "";
  // A title names all that the sheets of a workbook have, and each sheet one of them: `Área plantada (Hectares)`.
  if (!isNameOfFile({ called, title })) return isNamedIn(own, title) ? own : headOfTitle(title);
  // Of a sheet for each area, the area is no name of what is measured.
  const isOfRows = survey.columns.some(({ texts: [text, other] }) => other === undefined && text === own.trim());
  return isOfRows || isGenericSheet(own) ? headOfTitle(called) : own;
}

/** Whether a table has no title but the name of its file, with who alone is counted: `Arrests, Females (sex)`. */
export const isNameOfFile = ({ called, title }: Pick<TitledNaming, "called" | "title">): boolean =>
  title === called || title.startsWith(`${called}, `);

/** Whether figures are called by a word or two that are the name of a sheet: these may be of anything. */
const isWordOfSheet = (called: string, { sheet }: Pick<TableSurvey, "sheet">): boolean =>
  called === sheet.name && called.trim().split(/[\s_-]+/u).length < fewestWords;
/** So many words are a name of figures. */
const fewestWords = 3;

/** Whether a sheet is called as one of several things that a title lists: by several words, before its unit. */
function isNamedIn(sheet: string, title: string): boolean {
  const words = /^(?<words>.+?) \([^()]+\)$/u.exec(sheet.trim())?.groups?.words?.toLowerCase() ?? "";
  return (
    /\p{L} \p{L}/u.test(words) &&
    title
      .toLowerCase()
      .split(/, | - /u)
      .includes(words)
  );
}

/** The column that names the one measure of all rows; of a code and what it stands for, the latter. */
export function seriesOf({ columns }: Pick<TableSurvey, "columns">): ColumnSurvey | undefined {
  const named = columns.filter(
    ({ name, texts: [text = "", other] }) =>
      measureName.test(name.trim()) && other === undefined && /\p{L}{2}/u.test(text) && text.length <= longestName,
  );
  return named.find(({ texts: [text = ""] }) => /\p{Ll}{2}/u.test(text)) ?? named[0];
}

/** A text that is longer describes a measure, and is no name of it. */
const longestName = 120;

/** Names of sheets that say nothing of what stands in them. */
/** Whether the name of a sheet says nothing of what it holds: `Sheet1`, `Table 2.3a`. */
export const isGenericSheet = (name: string): boolean => genericSheet.test(name.trim());
const genericSheet =
  /^(?:(?:sheet|web|table|tabelle|tablica|tabl[ae]|tableau|tabela|tabella|tabell|feuil(?:le)?|hoja|folha|foglio|blad|ark(?:usz)?|лист|planilha|tab|data|fig(?:ures?)?|results?|export|csv|chart|main|all|raw|final|output|analysis|pivot|sheet name|top|in|\d+)?[\s_.-]*)*\d*[a-z]?$/iu;
const calledAsFile = guessedFrom(
  "the name of the file",
  "No heading says what these figures are: called as the table or the file is. Say what they are.",
);
const calledAsSheet = guessedFrom(
  "the name of the sheet",
  "No heading says what these figures are: called as the sheet is. Say what they are.",
);
const calledAsCover = guessedFrom(
  "a sheet before it",
  "No heading says what these figures are: called as that sheet is, which may be of others too. Say what they are.",
);
