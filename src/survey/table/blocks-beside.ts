import { columnLetters } from "../../diagnostics/index.ts";
import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { saysMeasure } from "../measures/says-measure.ts";
import { areSexes } from "../said-in-titles.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { cellParser } from "./survey-column.ts";

/** Tables side by side under the same headings, as one below the other. */
export interface BlocksBeside {
  /** The columns of the first, and the rows of all, below the headings. */
  readonly sheet: Sheet;
  /** Of each, from the left: what stands above it, its cells, and how many rows it has. None says anything where one goes on in the next. */
  readonly blocks: readonly { readonly text: string; readonly range: string; readonly rows: number }[];
  /** The row of the lowest headings, as a spreadsheet numbers it. */
  readonly header: number;
}

/** So many headings come again in each of so many tables; what each is of stands in so many rows above. */
const [fewestHeadings, fewestBlocks, mostAbove] = [2, 2, 3];

/**
 * Finds tables that stand side by side, each with all headings of the first, that of its labels too: `Area | Births` below `2019`, beside `Area | Births` below `2020`. Undefined
 * where there are none, or where numbers below the headings are in none of them.
 */
export function blocksBeside(sheet: Sheet, { headerRow, columns }: TableSurvey): BlocksBeside | undefined {
  const header = headerRow === "none" ? -1 : sheet.rowNumbers.indexOf([headerRow].flat().at(-1) as number);
  if (header < 0) return undefined;
  const heads = textsIn(sheet, header);
  const starts = startsOf(heads);
  const [first = 0, second = 0] = starts;
  const width = second - first;
  // A table that is longer than the others is the only one that the survey of columns looks into.
  const naming = new Set(
    columns.flatMap(({ index, kind }) =>
      index >= first && heads[index] && isNaming.has(kind) ? [(index - first) % width] : [],
    ),
  );
  const keys = [...naming].map((at) => first + at).sort((a, b) => a - b);
  // What stands before the first names rows of all.
  const isBefore = columns.some(({ index, kind }) => index < first && kind !== "blank");
  if (starts.length < fewestBlocks || keys.length === 0 || isBefore) return undefined;
  const rows = starts.map((start) => rowsBelow(sheet, header, { start, width }));
  const covered = new Set(rows.flatMap((own, at) => own.map((row) => `${row} ${at}`)));
  const isRead = (row: number, column: number) => covered.has(`${row} ${Math.floor((column - first) / width)}`);
  if (rows.some((own) => own.length < fewestRows) || hasOtherNumbers(sheet, header, isRead)) return undefined;
  const names = namesAbove(sheet, header, { starts, width });
  // Of two measures, one would be taken for the other: small counts of the one would be means with the other. Those of the same rows are read as they stand.
  const areMeasures = names !== undefined && !areSexes(names.texts) && names.texts.some(saysMeasure);
  const [own = "", ...others] = starts.map((_, at) =>
    JSON.stringify(rows[at]?.map((row) => keys.map((index) => textsIn(sheet, row)[index + at * width]))),
  );
  if ((areMeasures && others.every((other) => other === own)) || !areAlike(sheet, rows, { starts, width }))
    return undefined;
  const kept = Array.from({ length: header + 1 }, (_, row) => row).filter((row) => row !== names?.row);
  const cells = [
    ...kept.map((row) => ({ row, by: 0 })),
    ...rows.flatMap((own, at) => own.map((row) => ({ row, by: at * width }))),
  ];
  const lastHead = heads.findLastIndex((text, index) => text !== "" && index < second);
  const lettersOf = (index: number) => columnLetters(sheet.columns[index]?.column ?? index + 1);
  return {
    header: sheet.rowNumbers[header] as number,
    blocks: starts.map((start, at) => ({
      text: names?.texts[at] ?? "",
      range: `${lettersOf(start)}${sheet.rowNumbers[rows[at]?.[0] ?? 0]}:${lettersOf(start + lastHead - first)}${sheet.rowNumbers[rows[at]?.at(-1) ?? 0]}`,
      rows: rows[at]?.length ?? 0,
    })),
    sheet: {
      file: sheet.file,
      name: sheet.name,
      rowNumbers: Uint32Array.from(cells, ({ row }) => sheet.rowNumbers[row] as number),
      columns: sheet.columns.slice(0, lastHead + 1).map(({ column }, index) => ({
        column,
        ...coded(cells.map(({ row, by }) => cellAt(sheet, row, index + by))),
      })),
      merges: [],
      notes: [],
      markedTables: [],
    },
  };
}
const isNaming: ReadonlySet<ColumnSurvey["kind"]> = new Set(["label", "period", "code"]);
/** So few rows are no table. */
const fewestRows = 2;

const textsIn = (sheet: Sheet, row: number): readonly string[] =>
  rowCells(sheet, row).map((cell) => cellText(cell).trim());

/** Where the headings of each table begin; none where they do not come again from the first to the last, at the same distance. */
function startsOf(heads: readonly string[]): readonly number[] {
  const first = heads.findIndex((text) => text !== "");
  const second = heads.findIndex((text, index) => index > first && text === heads[first]);
  const own = heads.slice(first, second).filter((text) => text !== "");
  if (first < 0 || second < 0 || own.length < fewestHeadings || new Set(own).size < own.length) return [];
  const [width, last] = [second - first, heads.findLastIndex((text) => text !== "")];
  const isAgain = heads.every((text, index) => index < second || index > last || text === heads[index - width]);
  const isWhole = heads.slice(first, last + 1).filter((text) => text !== "").length % own.length === 0;
  const count = Math.ceil((last + 1 - first) / width);
  return isAgain && isWhole ? Array.from({ length: count }, (_, at) => first + at * width) : [];
}

/** The rows of one table below its headings, without empty ones, up to the first that has less than a name and a figure. */
function rowsBelow(
  sheet: Sheet,
  header: number,
  { start, width }: { readonly start: number; readonly width: number },
): readonly number[] {
  const rows: number[] = [];
  for (let row = header + 1; row < sheet.rowNumbers.length; row += 1) {
    const cells = Array.from({ length: width }, (_, at) => cellAt(sheet, row, start + at)).filter(
      (cell) => cell !== null,
    );
    if (cells.length === 0) continue;
    if (cells.length < fewestHeadings || !cells.some(cellParser.isFigure)) break;
    rows.push(row);
  }
  return rows;
}

/** Whether a number below the headings stands in no table. */
function hasOtherNumbers(sheet: Sheet, header: number, isRead: (row: number, column: number) => boolean): boolean {
  return sheet.columns.some(({ values, codes }, column) => {
    const areNumbers = values.map((cell) => cell !== null && cellParser.isFigure(cell) && /\d/u.test(cellText(cell)));
    return codes.some((code, row) => row > header && areNumbers[code] === true && !isRead(row, column));
  });
}

/** Whether the figures of each column are whole numbers in all tables, or in none. */
const areAlike = (
  sheet: Sheet,
  rows: readonly (readonly number[])[],
  { starts, width }: { readonly starts: readonly number[]; readonly width: number },
): boolean =>
  Array.from({ length: width }, (_, by) => {
    const kinds = starts.map((start, at) => {
      const texts = (rows[at] ?? []).map((row) => cellText(cellAt(sheet, row, start + by)));
      return texts.some((text) => /\d[.,]\d{1,2}(?!\d)|%/u.test(text));
    });
    return new Set(kinds).size;
  }).every((count) => count === 1);

/** The nearest row above the headings that has one text over each table, and nothing else: what that is of. */
function namesAbove(
  sheet: Sheet,
  header: number,
  { starts, width }: { readonly starts: readonly number[]; readonly width: number },
): { readonly row: number; readonly texts: readonly string[] } | undefined {
  for (let row = header - 1; row >= Math.max(0, header - mostAbove); row -= 1) {
    const texts = textsIn(sheet, row);
    const named = starts.map((start) => texts.slice(start, start + width).filter((text) => text !== ""));
    const own = named.flatMap(([text]) => text ?? []);
    const isAll = texts.filter((text) => text !== "").length === own.length;
    if (isAll && named.every(({ length }) => length === 1) && new Set(own).size === own.length)
      return { row, texts: own };
  }
  return undefined;
}

/** Cells in a row of codes, as columns hold them. */
export function coded(cells: readonly SheetCell[]): Pick<Sheet["columns"][number], "values" | "codes"> {
  const values: SheetCell[] = [null];
  const known = new Map<SheetCell, number>([[null, 0]]);
  const codes = Uint32Array.from(cells, (cell) => {
    const code = known.get(cell) ?? values.push(cell) - 1;
    known.set(cell, code);
    return code;
  });
  return { values, codes };
}

/**
 * What was surveyed of tables as one below the other, with what each is of as a column of its own, beyond those of the sheet. Undefined where this does not tell its
 * rows apart, where another row of headings was found, or rows are left over.
 */
export function withTablesBeside(
  survey: TableSurvey,
  { blocks, header }: BlocksBeside,
  { notes, legend }: Pick<TableSurvey, "notes" | "legend">,
): TableSurvey | undefined {
  const { sheet, columns, rows, headerRow } = survey;
  if ([headerRow].flat().at(-1) !== header || columns.some(({ kind }) => kind === "block")) return undefined;
  const values: SheetCell[] = [null, ...blocks.map(({ text }) => text)];
  const first = sheet.rowNumbers.length - blocks.reduce((sum, own) => sum + own.rows, 0);
  const codes = new Uint32Array(sheet.rowNumbers.length);
  let row = first;
  for (const [at, own] of blocks.entries()) {
    codes.fill(at + 1, row, row + own.rows);
    row += own.rows;
  }
  const areNamed = blocks.some(({ text }) => text !== "");
  const keys = columns.filter(({ kind }) => isNaming.has(kind));
  const told = Array.from(rows, (own) =>
    JSON.stringify([areNamed ? codes[own] : 0, ...keys.map(({ index }) => textIn(sheet, own, index))]),
  );
  if (new Set(told).size < rows.length || rows.some((own) => own < first)) return undefined;
  const block: ColumnSurvey = {
    index: sheet.columns.length,
    name: "",
    ref: "",
    kind: "block",
    texts: areNamed ? blocks.map(({ text }) => text) : [],
    filled: rows.length,
    figures: undefined,
    ranges: blocks.map(({ range }) => range),
  };
  return {
    ...survey,
    notes,
    legend,
    lastRow: undefined,
    sheet: { ...sheet, columns: [...sheet.columns, { column: sheet.columns.length + 1, values, codes }] },
    columns: [...columns, block],
  };
}
