import { cellAt, cellText, type Sheet } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { anyMeasure, parseUsual } from "./survey-column.ts";

const totalRow = /^(?:grand )?totals?\b|^sum$/iu;

/** Rows that say `Total` in one column, and nothing in another that is full otherwise. */
export function findTotals(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const labels = columns.filter(
    ({ kind, filled }) => (kind === "label" || kind === "note" || kind === "code") && filled >= rows.length * 0.8,
  );
  for (const column of labels) {
    const texts = column.texts.filter((text) => totalRow.test(text));
    const cells = sheet.columns[column.index];
    if (texts.length === 0 || !cells) continue;
    const own = rows.filter((row) => texts.includes(cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim()));
    const areApart = own.every((row) =>
      labels.some((other) => other !== column && sheet.columns[other.index]?.codes[row] === 0),
    );
    if (areApart && own.length <= Math.max(1, rows.length / 10))
      return { column: column.ref, texts: withoutFigures(texts), rows: new Set(own) };
  }
  return totalsOfCases(sheet, columns, rows) ?? sumsBelow(sheet, columns, rows);
}

/** So many groups have a total each, so many of which are the sum of the others; a column of so many kinds says which rows these are. */
const [fewestTotalled, mostlySummed, mostKinds] = [3, 0.8, 12];

/**
 * Rows that total the group that they are called by, `Alabama` of `Alabama` before its counties, where another column says of them, and of
 * no other, that they are of another kind: `040` beside `050`. Their figures have to be the sums of the others.
 */
export function findTotalsOfGroups(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const labels = columns.filter(({ kind, texts }) => kind === "label" && texts.length >= fewestTotalled);
  const kinds = columns.filter(
    ({ kind, texts }) => (kind === "code" || kind === "label") && texts.length > 1 && texts.length <= mostKinds,
  );
  const figure = columns.find(({ kind, figures }) => kind === "figure" && figures?.isWhole);
  if (!figure || kinds.length === 0) return undefined;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const pairs = labels.flatMap((group) =>
    labels
      .filter(({ texts }) => texts.length > group.texts.length && group.texts.every((text) => texts.includes(text)))
      .map((name) => ({ group, name })),
  );
  for (const { group, name } of pairs)
    for (const kind of kinds)
      for (const text of kind.texts) {
        const own = rows.filter((row) => textAt(row, kind) === text);
        const areCalled = own.every((row) => textAt(row, group) === textAt(row, name));
        if (own.length !== group.texts.length || !areCalled) continue;
        const figures = Array.from(rows, (row) => ({
          of: textAt(row, group),
          value: Number(textAt(row, figure)) || 0,
        }));
        const isWhole = new Set(own);
        if (areSums(figures, (at) => isWhole.has(rows[at] as number)))
          return { column: kind.ref, texts: [text], rows: isWhole };
      }
  return undefined;
}

/** Whether the wholes of most groups are the sums of their parts. */
function areSums(
  figures: readonly { readonly of: string; readonly value: number }[],
  isWhole: (at: number) => boolean,
): boolean {
  const sums = new Map<string, { whole: number; parts: number }>();
  for (const [at, { of, value }] of figures.entries()) {
    const known = sums.get(of) ?? { whole: 0, parts: 0 };
    sums.set(of, known);
    known[isWhole(at) ? "whole" : "parts"] += value;
  }
  const summed = [...sums.values()].filter(({ whole, parts }) => Math.abs(whole - parts) <= whole / 100);
  return summed.length >= sums.size * mostlySummed;
}

/**
 * Rows that head others and stand among them: a name in the column of groups, none in that of labels, and markers in place of all figures.
 * Undefined where a row without a label has a figure.
 */
export function findBareRows(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const labels = columns.filter(({ kind }) => kind === "label" || kind === "note");
  const [group, label] = labels;
  if (!group || !label || figures.length === 0) return undefined;
  const unnamed = rows.filter((row) => cellAt(sheet, row, label.index) === null);
  const isBare = (row: number) =>
    cellAt(sheet, row, group.index) !== null &&
    figures.every(({ index }) => !/\d/u.test(cellText(cellAt(sheet, row, index))));
  const areMarked = unnamed.some((row) => figures.some(({ index }) => cellAt(sheet, row, index) !== null));
  return areMarked && unnamed.length > 1 && unnamed.length < rows.length / 2 && unnamed.every(isBare)
    ? { column: label.ref, texts: [""], rows: new Set(unnamed), areBare: true }
    : undefined;
}

/** Texts as a filter of rows has them: what one says with a figure, `Total for 2009: £7,095`, by its first word. */
const withoutFigures = (texts: readonly string[]): readonly string[] =>
  texts.some((text) => /[£$€]|\d[\d,]{4}/u.test(text))
    ? [...new Set(texts.map((text) => `${/^\p{L}+/u.exec(text)?.[0] ?? ""}*`))]
    : texts;

/** What a row is called that totals some of the others: `Sub-total`, `Department total`. */
const anyTotalRow = /^(?:grand |sub[- ]?|over-?all )?totals?\b|\btotals?$|^sum$/iu;

/**
 * Rows of a list that total others: they have a figure, and nothing in the column that names each of the others. They say so, or one
 * such row stands last and is the sum of all.
 */
function totalsOfCases(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const words = columns.filter(({ kind }) => kind === "label" || kind === "code" || kind === "note");
  const counted = rows.filter((row) => figures.some(({ index }) => cellAt(sheet, row, index) !== null));
  const saysTotal = (row: number) => words.some(({ index }) => anyTotalRow.test(textIn(sheet, row, index)));
  for (const name of words) {
    const named = counted.filter((row) => cellAt(sheet, row, name.index) !== null);
    const others = counted.filter((row) => cellAt(sheet, row, name.index) === null);
    const isOfCases = named.length >= 4 && name.texts.length > named.length * 0.7 && others.length > 0;
    if (!isOfCases || named.some(saysTotal)) continue;
    const isSum =
      others.length === 1 && others[0] === counted.at(-1) && sumsUp(sheet, figures, { of: named, last: others[0] });
    if (others.every(saysTotal) || isSum) return { column: name.ref, texts: [""], rows: new Set(others) };
  }
  return undefined;
}

/** So many rows have a sum below them, with at most so many others: zeros that check it, say. */
const [fewestSummedUp, mostBelow] = [4, 3];

/**
 * Rows at the end that leave a label blank which all others have, one of which is the sum of all others in each column, and the rest zeros: what has decimals
 * adds up then, and is no mean. Whole numbers are known to add up.
 */
function sumsBelow(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const words = columns.filter(
    ({ kind, filled }) => (kind === "label" || kind === "code") && filled >= rows.length * 0.8 && filled < rows.length,
  );
  const isBlank = (row: number, { index }: ColumnSurvey) => cellAt(sheet, row, index) === null;
  const isNothing = (row: number) => figures.every(({ index }) => Number(textIn(sheet, row, index) || "0") === 0);
  if (figures.every((column) => column.figures?.isWhole)) return undefined;
  for (const column of words) {
    const named = rows.filter((row) => !isBlank(row, column));
    const others = rows.filter((row) => isBlank(row, column));
    const areLast = (named.at(-1) ?? 0) < (others[0] ?? 0);
    if (named.length < fewestSummedUp || others.length > mostBelow || !areLast) continue;
    const sums = others.filter((row) => sumsUp(sheet, figures, { of: named, last: row }));
    if (sums.length > 0 && others.every((row) => sums.includes(row) || isNothing(row)))
      return { column: column.ref, texts: [""], rows: new Set(others), areSums: true };
  }
  return undefined;
}

/** Whether a row has the sums of others, in each column of figures where it has anything. */
function sumsUp(
  sheet: Sheet,
  figures: readonly ColumnSurvey[],
  { of, last }: { readonly of: Uint32Array; readonly last: number | undefined },
): boolean {
  const valueAt = (row: number, { index }: ColumnSurvey): number => {
    const parsed = parseUsual(cellAt(sheet, row, index), anyMeasure);
    return typeof parsed !== "string" && parsed.cell.state === "value" ? parsed.cell.value : 0;
  };
  const own = figures.filter(({ index }) => last !== undefined && cellAt(sheet, last, index) !== null);
  return (
    own.length > 0 &&
    own.every((column) => {
      const total = valueAt(last as number, column);
      return total !== 0 && Math.abs(of.reduce((sum, row) => sum + valueAt(row, column), 0) - total) < 1;
    })
  );
}
