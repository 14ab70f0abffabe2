/**
 * survey/: what a table of data may mean, before anybody has said it.
 *
 * In: sheets. Out: what each column holds; a guess at the definition, with remarks on what the table does not tell.
 * Guarantees
 * - A guess is a definition like any other: it can be read, printed as code, and corrected.
 * - It hides rather than shows, denies no sum, and holds no figure of the data and nothing of the order of its rows.
 * Not its job: reading files (tables/), reading by a definition (dataset/), asking and writing (cli/).
 */
export { isBound } from "./bounds-of-measures.ts";
export { isToldApart } from "./column-roles.ts";
export type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
export { forbidsRanks } from "./comparisons.ts";
export { type CompleteGuess, completeGuess } from "./complete-guess.ts";
export { saysUnlike } from "./evidence.ts";
export { type GuessChoices, guessDefinition } from "./guess-definition.ts";
export { guessSheets, type SheetsGuess } from "./guess-sheets.ts";
export { type Legend, legendOfSheet, mergeLegends } from "./legend.ts";
export { isGuessed, remarksByText } from "./remarks.ts";
export { isSampleSize } from "./sample-sizes.ts";
export { surveyTable } from "./survey-table.ts";
export type { AlikeRows, RowsReading } from "./tell-apart.ts";
export { writeDefinition } from "./write-definition.ts";
