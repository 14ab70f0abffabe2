/**
 * survey/: what a table of data may mean, before anybody has said it.
 *
 * In: sheets. Out: what each column holds; a guess at the definition, with remarks on what the table does not tell.
 * Guarantees
 * - A guess is a definition like any other: it can be read, printed as code, and corrected.
 * - It hides rather than shows, denies no sum, and holds no figure of the data and nothing of the order of its rows.
 * Not its job: reading files (tables/), reading by a definition (dataset/), asking and writing (cli/).
 */

export { type CompleteGuess, completeGuess } from "./complete-guess.ts";
export { describesColumns } from "./describes-columns.ts";
export { type GuessChoices, guessDefinition } from "./guess-definition.ts";
export { guessSheets, type SheetsGuess } from "./guess-sheets.ts";
export { type Comparability, mayBeCompared } from "./levels/comparable.ts";
export { isForeign } from "./meaning-of.ts";
export { isBound } from "./measures/bounds-of-measures.ts";
export { isMoney } from "./measures/guess-unit.ts";
export { isNameOfFile } from "./measures/name-of-all.ts";
export { isRank } from "./measures/ranks.ts";
export { isSampleSize } from "./measures/sample-sizes.ts";
export { isRunningTotal } from "./periods/running-totals.ts";
export { isDifference } from "./periods/said-years.ts";
export { unfinishedLast } from "./periods/unfinished-last.ts";
export { isGuessed, remarksByText } from "./remarks.ts";
export { restrictionsOf } from "./restrictions.ts";
export { isToldApart } from "./rows/column-roles.ts";
export type { AlikeRows, RowsReading } from "./rows/tell-apart.ts";
export { type ReadableGuess, saferGuesses } from "./safer-guess.ts";
export type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
export { type Legend, legendOfSheet, mergeLegends } from "./table/legend.ts";
export { isPlainTotal, isTotal } from "./table/survey-column.ts";
export { surveyTable } from "./table/survey-table.ts";
export { unreadFigures } from "./table/unread-figures.ts";
export { titleInContents } from "./title-in-contents.ts";
export { titleSaid } from "./title-said.ts";
export { writeDefinition } from "./write-definition.ts";
