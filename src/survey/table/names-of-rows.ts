import { breakdownsIn } from "../said-in-titles.ts";
import { wordsOf } from "../words.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { descriptionName } from "./survey-column.ts";

/** Finds what rows are called by, where no column was taken for names: descriptions, what the title says that a table is by, or numbers. */
export function nameRows(
  columns: ColumnSurvey[],
  { rows, titles }: { readonly rows: number; readonly titles: readonly string[] },
): void {
  takeDescriptions(columns, rows);
  takeBreakdowns(columns, titles);
  nameByDescription(columns, rows);
  nameByNumber(columns);
  nameBySteps(columns);
  nameFromNumbers(columns);
}

/** Makes the numbers before the rows their names, below no heading, where nothing else names these: the places of products. */
function nameByNumber(columns: ColumnSurvey[]): void {
  const [first] = columns;
  const isNamed = columns.some(({ kind }) => kind !== "code" && kind !== "figure" && kind !== "blank");
  const isOnly = columns.filter(({ kind }) => kind === "code").length === 1;
  if (first?.kind === "code" && first.name === "" && isOnly && !isNamed) columns[0] = { ...first, kind: "label" };
}

/** Makes short descriptions before all figures the names of their rows, where nothing else names these: `Description` beside a code. */
function nameByDescription(columns: ColumnSurvey[], rows: number): void {
  const at = columns.findIndex(
    ({ kind, texts, filled }, columnAt) =>
      kind === "note" &&
      filled >= rows * mostlyNamed &&
      texts.length >= filled * mostlyNamed &&
      texts.every((text) => isName(text, columns.slice(0, columnAt))),
  );
  const own = columns[at];
  const isFirst = columns.findIndex(({ kind }) => kind === "figure") > at;
  const isOnly = !columns.some(({ kind }) => kind === "label" || kind === "period" || kind === "section");
  if (own && isFirst && isOnly) columns[at] = { ...own, kind: "label" };
}
/** A text that is longer describes a thing, and is no name of it; but in the first column names of measures may be so long, with their units. */
const longestName = 60;
const isName = (text: string, before: readonly ColumnSurvey[]): boolean => {
  const isFirst = before.every(({ kind }) => kind === "blank");
  const { length } = text.replaceAll(/\s+/gu, " ").trim();
  return length <= (isFirst ? longestDescription : longestName) && !/^https?:/u.test(text);
};

/** Makes numbers at even distances the names of their rows, in the first column, where nothing else names these: the bars of a histogram. */
function nameBySteps(columns: ColumnSurvey[]): void {
  const [first] = columns;
  const isNamed = columns.some(({ kind }) => kind !== "figure" && kind !== "blank" && kind !== "note");
  const others = columns.filter(({ kind }) => kind === "figure").length - 1;
  if (first?.kind !== "figure" || isNamed || others < 1 || first.figures?.gaps !== 0) return;
  const numbers = first.texts.map(Number);
  const step = (numbers[1] as number) - (numbers[0] as number);
  const areEven = numbers.every(
    (number, at) => at === 0 || Math.abs(number - (numbers[at - 1] as number) - step) < Math.abs(step) / 1000,
  );
  if (first.texts.length === first.filled && first.filled >= fewestNumbered && step !== 0 && areEven)
    columns[0] = { ...first, kind: "label", figures: undefined };
}

/** So many rows have a description, each another one, of so many letters at most, where these are their names. */
const [mostlyDescribed, longestDescription] = [0.9, 120];

/** Takes descriptions for the names of rows, where these have no other: `Description` beside the codes of occupations, or beside the lines of a form. */
function takeDescriptions(columns: ColumnSurvey[], rows: number): void {
  const isOfEach = ({ texts, filled }: ColumnSurvey) =>
    texts.length >= Math.min(rows, filled) * mostlyDescribed && filled >= rows * mostlyDescribed;
  const isOther = ({ kind, texts }: ColumnSurvey) =>
    kind === "period" || (kind === "label" && texts.length >= rows / 2);
  const found = columns.filter(
    (own) =>
      own.kind === "note" &&
      descriptionName.test(wordsOf(own.name)) &&
      isOfEach(own) &&
      own.texts.every((text) => text.length <= longestDescription && !/[.!?;]$/u.test(text.trim())),
  );
  const [only, second] = found;
  if (!only || second || columns.some(isOther)) return;
  columns[columns.indexOf(only)] = { ...only, kind: "label" };
}

/** Takes the numbers of what the title says that a table is by for names, before all other figures: `community` below `Income by Sex and Community`. */
function takeBreakdowns(columns: ColumnSurvey[], titles: readonly string[]): void {
  const said = new Set(breakdownsIn(titles).map((text) => text.toLowerCase()));
  const [first, second] = columns.filter(({ kind }) => kind === "figure");
  if (!first || !second || !said.has(wordsOf(first.name).toLowerCase())) return;
  if (first.texts.every((text) => /^-?\d{1,6}$/u.test(text)))
    columns[columns.indexOf(first)] = { ...first, kind: "label", figures: undefined, isKey: true };
}

/** Names labels by the heading over the numbers before them, where one heading stands over both: `Pollster` over `1 | Siena College`. */
function nameFromNumbers(columns: ColumnSurvey[]): void {
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1];
    const areNumbers =
      before?.kind === "code" && before.name !== "" && before.texts.every((text) => /^\d+$/u.test(text));
    if (!areNumbers || column.kind !== "label" || column.name !== "" || ofNumbers.test(wordsOf(before.name))) continue;
    columns[at] = { ...column, name: before.name };
  }
}

/** What says itself that numbers stand below it. */
const ofNumbers =
  /#|\b(?:rank(?:ing)?|place|pos(?:ition)?|no|nr|num(?:ber)?|id|codes?|index|key|row|line|order|sort)\b/iu;

/** So few numbers that follow one another are no chance. */
export const fewestNumbered = 8;

/** So many of the rows have a description, each of them another one. */
const mostlyNamed = 0.8;
