import { isOfCounts, isOfMoney } from "../measures/measure-kind.ts";
import { isOfValues } from "../rows/column-roles.ts";
import { tells, toldBy } from "../rows/told-by.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { isPlainTotal } from "./survey-column.ts";

/** Whether whole numbers stand for labels one for one, each in several rows: the number of a line beside its title. */
export function isNumberOfLabel(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const isNumbering = column.kind === "figure" && column.figures?.isWhole === true;
  const numbers = column.texts.map(Number);
  // The number of a line is about as large as there are lines.
  if (numbers.some((number) => !(number >= 0 && number <= 2 * numbers.length))) return false;
  if (!isNumbering || column.texts.length < 3 || column.texts.length > column.filled / 2) return false;
  return columns.some(
    (label) =>
      (label.kind === "period" || (label.kind === "label" && label.texts.some((text) => /\p{L}/u.test(text)))) &&
      label.texts.length === column.texts.length &&
      toldBy(column, [label], table, "either") !== undefined,
  );
}

/**
 * Whether each text of a column stands beside one label of the next one alone, and this beside it, below a heading that is a code itself, or says
 * that codes stand there: `C02199V02655` above `-`, `1`, `2`, beside `Sex` above `Both sexes`, `Male`, `Female`.
 */
export function isCodeBesideLabel(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { index, kind, name, texts } = column;
  const isNamed = /^(?=.*\d{3})[A-Z][A-Z\d_]*(?:\(\w+\))?$/u.test(name.trim()) || /[ _]?code$/iu.test(name.trim());
  if (kind !== "figure" || (!isNamed && !mayNumberNames(column))) return false;
  const own = sheet.columns[index];
  return columns.some((label) => {
    const other = sheet.columns[label.index];
    const isNext = Math.abs(label.index - index) === 1;
    if (label.kind !== "label" || !isNext || !own || !other || label.texts.length < 2) return false;
    const pairs = new Set(Array.from(rows, (row) => `${own.codes[row]} ${other.codes[row]}`));
    const codes = new Set(Array.from(rows, (row) => own.codes[row]));
    return (
      pairs.size === label.texts.length &&
      codes.size === pairs.size &&
      rows.length >= pairs.size * 2 &&
      texts.length <= codes.size
    );
  });
}

/**
 * Whether whole numbers stand right before a label, one for each of its texts, in a table that has further codes so, each before what it stands for:
 * `SEX` 1, 2 before `Gender`, as `GEO` `IT` before `Territory`.
 */
export function isCodeAmongPairs(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { kind, name, figures, texts } = column;
  if (kind !== "figure" || figures?.isWhole !== true || figures.hasNegative || texts.length < 2 || isOfCounts(name))
    return false;
  const isPair = (code: ColumnSurvey): boolean => {
    const label = columns.find(({ index }) => index === code.index + 1);
    return (
      label?.kind === "label" &&
      label.texts.length === code.texts.length &&
      label.texts.length * 2 <= table.rows.length &&
      tells([label], code, table)
    );
  };
  const areCodes = (own: ColumnSurvey) =>
    (own.kind === "code" || own.kind === "label") && own.texts.every((text) => /^[\p{Lu}\d_.-]+$/u.test(text));
  return isPair(column) && columns.filter((other) => areCodes(other) && isPair(other)).length >= fewestPairs;
}
/** So many other codes before what they stand for are no chance. */
const fewestPairs = 2;

/** Whether whole numbers of as many digits each stand before all else, and may be those of the names that follow: `NLC` before stations. */
const mayNumberNames = ({ index, name, figures, texts: [first = "", ...others] }: ColumnSurvey): boolean =>
  index === 0 &&
  figures?.isWhole === true &&
  !figures.hasNegative &&
  others.length + 1 >= fewestKeys &&
  others.every((text) => text.length === first.length) &&
  !isOfCounts(name) &&
  !isOfMoney(name) &&
  !isOfValues(name);

/** Whether whole numbers are those of what another column names, by the headings of both: `county` beside `countyname`. */
export function isNumberOfNamed(
  { kind, name, figures }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { rows }: Pick<TableSurvey, "rows">,
): boolean {
  const noun = lettersOf(name);
  if (kind !== "figure" || figures?.isWhole !== true || figures.hasNegative || noun === "") return false;
  return columns.some(
    (label) =>
      label.kind === "label" &&
      lettersOf(label.name) === `${noun}name` &&
      label.filled === rows.length &&
      label.texts.length > 1,
  );
}

/** Whether whole numbers before the names of rows say in which order somebody lists them: `JPP order`, one for each name. Orders of a court are several. */
export function isOrderOfNames(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { index, kind, name, figures, texts } = column;
  const isWhole = kind === "figure" && figures?.isWhole === true && !figures.hasNegative;
  if (!isWhole || texts.length < fewestKeys || !/\p{L} order$/iu.test(wordsOf(name))) return false;
  const labels = columns.filter((other) => other.kind === "label" && other.index > index);
  return labels.some((label) => label.texts.length === texts.length && tells([label], column, table));
}

/**
 * Whether whole numbers, another in each row, grow as the names beside them do in the order of the alphabet, or fall: places in an index of names. What is counted
 * knows no alphabet.
 */
export function followsNames(
  { index, kind, name, figures, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const isWhole = kind === "figure" && figures?.isWhole === true && !figures.hasNegative;
  if (!isWhole || filled < fewestInOrder || texts.length < filled * mostlyKeys || isOfCounts(name) || isOfMoney(name))
    return false;
  const labels = columns.filter(
    (label) => label.kind === "label" && label.texts.length >= filled * mostlyKeys && label.texts.every(isPlainName),
  );
  return labels.some((label) => {
    const numbers = Array.from(rows, (row) => ({
      name: textIn(sheet, row, label.index),
      text: textIn(sheet, row, index),
    }))
      .filter((own) => own.name !== "" && own.text !== "")
      .sort((one, other) => byAlphabet.compare(one.name, other.name))
      .map(({ text }) => Number(text));
    const ups = numbers.filter((number, at) => at > 0 && number > (numbers[at - 1] as number)).length;
    const downs = numbers.filter((number, at) => at > 0 && number < (numbers[at - 1] as number)).length;
    return Math.max(ups, downs) >= (numbers.length - 1) * mostlyInOrder;
  });
}
const byAlphabet = new Intl.Collator("en");
/** Names with numbers in them, `10 to 14`, are in the order of these. */
const isPlainName = (text: string): boolean => /^\P{N}*\p{L}{2}\P{N}*$/u.test(text);
/** So many rows in one order are no chance; some names are put there by another word than their first. */
const [fewestInOrder, mostlyInOrder] = [20, 0.95];

/**
 * Whether numbers are the codes of a classification, `10`, `10.1`, `10.11`, beside what each is called: each stands for one label of the next column, in
 * several rows, and most that have a point go on from another. Shares that are the same so often are no such numbers.
 */
export function isNestedCode(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { index, kind, name, figures, texts, filled } = column;
  if (kind !== "figure" || figures?.hasNegative === true || isOfCounts(name) || isOfMoney(name)) return false;
  if (texts.length < fewestKeys || texts.length * 2 > filled) return false;
  const codes = new Set(texts);
  const below = texts.filter((text) => /^\d+\.\d+$/u.test(text));
  const nested = below.filter((text) => codes.has(text.slice(0, -1).replace(/\.$/u, "")));
  if (below.length * 2 < texts.length || nested.length < below.length * mostlyNested) return false;
  return columns.some(
    (label) =>
      label.kind === "label" &&
      Math.abs(label.index - index) === 1 &&
      label.texts.length >= texts.length * mostlyNested &&
      label.texts.length <= texts.length &&
      tells([column], label, table),
  );
}
/** So many codes of a classification go on from another, and have a name that no other has: `32` and `32.9` may be called alike. */
const mostlyNested = 0.6;

/**
 * Whether numbers say by a path which series each row is of: `7.19`, the seventh place and the nineteenth fuel. They are the same in all periods of a series
 * and another for each, what stands before the point is another for each name of one label, and other figures change.
 */
export function isPathOfSeries(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { kind, figures, texts, filled } = column;
  if (kind !== "figure" || figures?.hasNegative === true || texts.length < fewestKeys || texts.length * 2 > filled)
    return false;
  if (!texts.every((text) => /^[1-9]\d{0,3}\.\d{1,4}$/u.test(text))) return false;
  const labels = columns.filter(
    (other) => other.kind === "label" && other.texts.length > 1 && tells([column], other, table),
  );
  return (
    labels.some((label) => isLedByLabel(column, label, table)) &&
    tells(labels, column, table) &&
    columns.some((other) => other.kind === "figure" && other !== column && !tells([column], other, table))
  );
}

/** Whether what stands before the point of each number is another for each text of a label, of which there are fewer than numbers, and the same in all its rows. */
function isLedByLabel(
  { index, texts }: ColumnSurvey,
  label: ColumnSurvey,
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const [leads, pairs] = [new Set<string>(), new Set<string>()];
  for (const row of rows) {
    const lead = textIn(sheet, row, index).split(".")[0] ?? "";
    leads.add(lead);
    pairs.add(`${lead} ${textIn(sheet, row, label.index)}`);
  }
  return leads.size > 1 && leads.size < texts.length && leads.size === pairs.size && pairs.size === label.texts.length;
}

const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}]/gu, "");

/**
 * Whether whole numbers before the name of each row are its number, as the row of the total shows: the columns of counts have a figure there, and
 * these have none. `nlc` before stations, in no order.
 */
export function isOutsideTotal(
  { index, kind, name, figures, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const isWhole = kind === "figure" && figures?.isWhole === true && !figures.hasNegative;
  if (!isWhole || texts.length < filled * mostlyKeys || filled < fewestKeys || isOfCounts(name) || isOfMoney(name))
    return false;
  const next = columns[index + 1];
  if (next?.kind !== "label" || next.texts.length < filled * mostlyKeys) return false;
  const counts = columns.filter((column) => column.kind === "figure" && column.index !== index);
  const hasCell = (row: number, column: number) => (sheet.columns[column]?.codes[row] ?? 0) !== 0;
  const isTotalRow = (row: number) => isPlainTotal(textIn(sheet, row, next.index));
  const totals = rows.filter(isTotalRow);
  const totalled = (row: number) => counts.filter((column) => hasCell(row, column.index)).length;
  return (
    counts.length > 1 &&
    totals.length > 0 &&
    totals.every((row) => !hasCell(row, index) && totalled(row) >= counts.length * mostlyKeys)
  );
}

/** So many numbers that each stand beside all labels are those of things. */
const fewestCrossed = 8;

/** Whether the whole numbers in the first column each stand beside each text of a label, once: those of places, beside four indicators. */
export function isCrossedWithLabel(
  { index, kind, figures, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
): boolean {
  const label = columns.find((other) => other.kind === "label");
  return (
    index === 0 &&
    kind === "figure" &&
    figures?.isWhole === true &&
    !figures.hasNegative &&
    label !== undefined &&
    label.texts.length > 1 &&
    texts.length >= fewestCrossed &&
    filled === texts.length * label.texts.length &&
    label.filled === filled
  );
}

/** So many digits has a number that an office gave to a thing; so many of the rows may have it. */
const [fewestDigits, fewestKeys] = [5, 8];

/**
 * Whether whole numbers of as many digits each are the keys of what the rows are of, whatever stands above them: each stands for one label,
 * in several rows, or they are all different and stand before the first label. Counts have few digits here and many there.
 */
export function isKeyOfRows(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { kind, name, index, figures, texts, filled } = column;
  const [first = ""] = texts;
  const [, next] = columns;
  // A number that grows from row to row, before the one name of each, is its number: `STATION` 1, 3, 7, 52.
  const steps = texts.filter((text, at) => at === 0 || Number(text) > Number(texts[at - 1])).length;
  const grows = steps >= texts.length * mostlyKeys;
  const isNumber = kind === "figure" && index === 0 && figures?.isWhole === true && figures.gaps === 0 && grows;
  if (isNumber && texts.length === filled && filled >= fewestKeys && !isOfCounts(name) && !isOfMoney(name)) {
    // Of several thousand stations, two or three are called alike; their numbers have many digits.
    const isLong = texts.every((text) => text.length >= fewestDigits);
    const isName = (label: ColumnSurvey) => label.kind === "label" && label.texts.length >= filled * mostlyNamed;
    if (isLong && columns.some(isName)) return true;
    return next?.kind === "label" && next.texts.length >= filled * mostlyKeys;
  }
  const areAlike = texts.every((text) => text.length === first.length && /^[1-9]\d*$/u.test(text));
  if (kind !== "figure" || !figures || !areAlike || first.length < fewestDigits || texts.length < fewestKeys)
    return false;
  if (figures.gaps > 0 || isOfCounts(name) || isOfMoney(name)) return false;
  const labels = columns.filter((other) => other.kind === "label" && other.texts.length > 1);
  const isOnce = texts.length === filled;
  const firstLabel = labels[0]?.index ?? Number.NEGATIVE_INFINITY;
  if (isOnce) return (index < firstLabel || grows) && labels.some((label) => label.texts.length >= filled * mostlyKeys);
  return labels.some(
    (label) =>
      label.texts.length <= texts.length &&
      label.texts.length >= texts.length * mostlyKeys &&
      toldBy(label, [column], table, "either") !== undefined,
  );
}

/** What stands before the name of where something begins, and of where it ends. */
const ends = /^(?<end>from|to|origin|dest(?:ination)?|source|target)[ ](?<of>.+)$/iu;

/** Whether whole numbers are the codes of one of two ends: `to_state` beside `from_state`. */
export function isEndOfPair({ kind, name, figures, texts }: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean {
  const { end, of = "" } = ends.exec(wordsOf(name))?.groups ?? {};
  const isOther = (other: ColumnSurvey) => {
    const own = ends.exec(wordsOf(other.name))?.groups;
    return (
      own !== undefined && own.of?.toLowerCase() === of.toLowerCase() && own.end?.toLowerCase() !== end?.toLowerCase()
    );
  };
  return (
    kind === "figure" &&
    end !== undefined &&
    figures?.isWhole === true &&
    !figures.hasNegative &&
    texts.length > 1 &&
    !isOfCounts(of) &&
    !isOfMoney(of) &&
    columns.some(isOther)
  );
}

/** So many of the rows with long numbers have a name of their own. */
const mostlyNamed = 0.8;

/** So many of the keys have a name of their own. */
const mostlyKeys = 0.9;
