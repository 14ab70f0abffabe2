import { groupBy } from "../../dataset/index.ts";
import { columnLetters } from "../../diagnostics/index.ts";
import { cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { cellParser } from "./survey-column.ts";

/** Blocks of rows that have the same names in the same order, each below a heading of its own, and all below the headings of the first. */
export interface BlocksInTurn {
  /** Of each, from the top: the row of its heading, and what that says. */
  readonly heads: readonly { readonly row: number; readonly text: string }[];
}

/** More rows are a list, and no table that somebody laid out. */
const mostRows = 5000;
/** So many names come again in each block at least, and so much of each block is there. */
const [fewestNames, mostlyThere] = [3, 0.7];

/**
 * Blocks that no column tells apart: their rows are alike in all that names them, and come again in the same order. Undefined where a table has
 * none, or where a block has no heading that it alone has.
 */
export function blocksInTurn(survey: TableSurvey): BlocksInTurn | undefined {
  const { sheet, columns, rows, headerRow } = survey;
  if (headerRow === "none" || rows.length > mostRows || columns.some(({ kind }) => kind === "block")) return undefined;
  const keys = columns.filter(({ kind }) => isNaming.has(kind));
  const starts = startsInTurn(Array.from(rows, (row) => keyOf(sheet, keys, row)));
  if (starts.length < 2) return undefined;
  const [, last] = typeof headerRow === "number" ? [headerRow, headerRow] : headerRow;
  const header = sheet.rowNumbers.indexOf(last);
  const own = new Set(rows);
  const width = widthOf(survey);
  const gaps = starts.map(({ at, before }) => {
    const from = before === undefined ? header + 1 : (rows[before] as number) + 1;
    const between = Array.from({ length: (rows[at] as number) - from }, (_, of) => from + of);
    return between.flatMap((row) => (own.has(row) ? [] : textAlone(sheet, row, width)));
  });
  const gapsOf = groupBy(
    gaps.flatMap((texts) => [...new Set(texts.map(({ text }) => text))]),
    (text) => text,
  );
  const heads = gaps.map((texts) => texts.findLast(({ text }) => gapsOf.get(text)?.length === 1));
  const found = heads.filter((head) => head !== undefined);
  return found.length === starts.length ? { heads: found } : undefined;
}
const isNaming: ReadonlySet<ColumnSurvey["kind"]> = new Set(["label", "period", "code", "section", "level"]);

const keyOf = (sheet: Sheet, keys: readonly ColumnSurvey[], row: number): string =>
  JSON.stringify(keys.map(({ index }) => textIn(sheet, row, index)));

/**
 * Where the names that come again begin once more: of each block, the first of its rows that others have too, and the last such row before it. None
 * where names do not come again in the order of the first block, as those of cases do.
 */
function startsInTurn(
  keys: readonly string[],
): readonly { readonly at: number; readonly before: number | undefined }[] {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const again = [...times].filter(([, count]) => count > 1);
  const most = Math.max(0, ...again.map(([, count]) => count));
  const rankOf = new Map(again.map(([key], rank) => [key, rank] as const));
  const starts: { at: number; before: number | undefined }[] = [];
  let [before, rank]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const [at, key] of keys.entries()) {
    const own = rankOf.get(key);
    if (own === undefined) continue;
    if (own <= rank) starts.push({ at, before });
    [before, rank] = [at, own];
  }
  const there = again.reduce((sum, [, count]) => sum + count, 0);
  const isInTurn = starts.length === most && again.length >= fewestNames;
  return isInTurn && there >= again.length * most * mostlyThere ? starts : [];
}

/** How many columns a sheet has, without those that headings between rows were made. */
const widthOf = ({ sheet, columns }: TableSurvey): number =>
  sheet.columns.length - columns.filter(({ kind }) => kind === "section").length;

/** The only cell of a row, where it says something and is no figure. */
function textAlone(sheet: Sheet, row: number, width: number): BlocksInTurn["heads"] {
  const [cell, other] = rowCells(sheet, row)
    .slice(0, width)
    .filter((own) => own !== null && cellText(own).trim() !== "");
  return cell === undefined || cell === null || other !== undefined || cellParser.isFigure(cell)
    ? []
    : [{ row, text: cellText(cell).trim() }];
}

/** A sheet without the headings of its blocks. */
export function withoutHeads(sheet: Sheet, { heads }: BlocksInTurn): Sheet {
  return {
    ...sheet,
    columns: sheet.columns.map((column) => {
      const codes = column.codes.slice();
      for (const { row } of heads) codes[row] = 0;
      return { ...column, codes };
    }),
  };
}

/**
 * A table with the headings of its blocks as a column of its own, beyond those of the sheet. Undefined where these do not tell its rows apart, or where
 * rows stand above the first.
 */
export function withBlocks(survey: TableSurvey, { heads }: BlocksInTurn): TableSurvey | undefined {
  const { sheet, columns, rows } = survey;
  const [first] = heads;
  if (!first || rows.some((row) => row < first.row) || columns.some(({ kind }) => kind === "block")) return undefined;
  const values: SheetCell[] = [null, ...heads.map(({ text }) => text)];
  const codes = new Uint32Array(sheet.rowNumbers.length);
  for (const row of rows) codes[row] = heads.findLastIndex((head) => head.row < row) + 1;
  const keys = columns.filter(({ kind }) => isNaming.has(kind));
  const told = new Set(Array.from(rows, (row) => `${codes[row]} ${keyOf(sheet, keys, row)}`));
  if (told.size < rows.length) return undefined;
  const lettersOf = (at: number) => columnLetters(sheet.columns[at]?.column ?? at + 1);
  const width = widthOf(survey);
  const ranges = heads.map((_, block) => {
    const own = rows.filter((row) => codes[row] === block + 1);
    const [top, bottom] = [(heads[block]?.row ?? 0) + 1, own.at(-1) ?? 0];
    return `${lettersOf(0)}${sheet.rowNumbers[top]}:${lettersOf(width - 1)}${sheet.rowNumbers[bottom]}`;
  });
  const block: ColumnSurvey = {
    index: sheet.columns.length,
    name: "",
    ref: "",
    kind: "block",
    texts: heads.map(({ text }) => text),
    filled: rows.length,
    figures: undefined,
    ranges,
  };
  return {
    ...survey,
    lastRow: undefined,
    sheet: { ...sheet, columns: [...sheet.columns, { column: sheet.columns.length + 1, values, codes }] },
    columns: [...columns, block],
  };
}
