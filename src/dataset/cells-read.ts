import { readFile } from "node:fs/promises";
import { columnLetters, createDiagnostics, createProblems } from "../diagnostics/index.ts";
import { cellText, type Sheet, type SheetCell } from "../tables/index.ts";
import type { CellWatch } from "./build-input.ts";
import { contentOf, type DataInput } from "./data-input.ts";
import type { DatasetSpec } from "./definition.ts";
import type { DimensionLayout } from "./layout/layout-spec.ts";
import { headBreak, headOf } from "./layout/names.ts";
import type { RawTable } from "./raw-table.ts";
import { isDataset } from "./read-dataset.ts";
import { cellsBy, readSheetsBy } from "./read-sheets-by.ts";
import { readInput } from "./read-table.ts";
import type { ResolvedColumns } from "./resolved-columns.ts";

/** What a number in a sheet is to a definition that reads it. */
export type CellUse =
  /** A figure of the dataset. */
  | "figure"
  /** It says what figures are of: a period, a code, a name. */
  | "key"
  /** In a column that `layout.ignore` lists. */
  | "ignored"
  /** In a row of the table from which no figure is read: one that `layout.rows` leaves out, say. */
  | "row left out"
  /** In a column of the table from which no figure is read, and that nothing names. */
  | "unused"
  /** Above the headings. */
  | "above"
  /** Below the last row of the table. */
  | "below";

/** A number of a sheet that is read, and what it is used for. */
export interface NumberRead {
  readonly sheet: Sheet;
  /** Of its column, "" where it has none. */
  readonly heading: string;
  /** Of its column, from 0. */
  readonly column: number;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly use: CellUse;
}

/**
 * Tells of each cell with a number, on the sheets that a definition reads, what it is used for: none is forgotten. Of a dataset that was read before, nothing is
 * told.
 * @param tell called once for each, column by column.
 */
export async function tellNumbers(spec: DatasetSpec, data: DataInput, tell: (number: NumberRead) => void) {
  const diagnostics = createDiagnostics();
  const content = await contentOf(data, "data");
  if (isDataset(content)) return;
  const context = { id: "data", readFile: (path: string) => readFile(path), wanted: spec.layout?.sheets, diagnostics };
  const sheets = await readInput(content, context);
  const readings = sheets.map((sheet) => createReading(sheet, spec));
  const problems = createProblems(diagnostics);
  const readingOf = new Map<RawTable, ReturnType<typeof createReading>>();
  const watch: CellWatch = {
    table(table, columns) {
      const reading = readings.find((own) => own.isOf(table));
      if (!reading) return;
      readingOf.set(table, reading);
      reading.table(table, columns);
    },
    figure: (table, index, row) => readingOf.get(table)?.figure(index, row),
  };
  readSheetsBy(spec, sheets, { problems, watch });
  for (const reading of readings) reading.tell(tell);
}

/** What is known of the cells of one sheet: a table of it or more, and which cells of these are figures. */
function createReading(sheet: Sheet, spec: DatasetSpec) {
  const { parseCell } = cellsBy(spec);
  const tables: { readonly table: RawTable; readonly columns: ResolvedColumns }[] = [];
  const figures = new Map<number, Set<number>>();
  const rows = new Set<number>();
  const isNumber = (cell: SheetCell): boolean =>
    (typeof cell !== "string" || /\d/u.test(cell)) && parseCell.isFigure(cell);
  const cellsOfKeys = new Set(Object.values(spec.layout?.dimensions ?? {}).flatMap((own) => cellNamed(own)));
  const toldOfTables = new Set((spec.layout?.tables ?? []).flatMap(({ at = {} }) => Object.values(at)));
  const isHeading = (cell: SheetCell, column: number): boolean =>
    tables.some(({ table }) => table.columns[column]?.split(headBreak).includes(headOf(cellText(cell))) === true);
  const useOf = (cell: SheetCell, column: number, row: number): CellUse => {
    if (figures.get(column)?.has(row)) return "figure";
    if (cellsOfKeys.has(`${columnLetters(column + 1)}${row}`)) return "key";
    const within = tables.filter(({ table }) => row > table.headerRow && row <= table.lastRow);
    // Of tables side by side, the one whose column it is.
    const own = within.find(({ table }) => (table.columns[column] ?? "") !== "") ?? within[0];
    if (!own) {
      if (toldOfTables.has(cellText(cell).trim())) return "key";
      const isAbove = tables.some(({ table }) => row <= table.headerRow);
      return isAbove ? (isHeading(cell, column) ? "key" : "above") : "below";
    }
    const { telling, ignored } = own.columns;
    if (telling.has(column)) return "key";
    if (!rows.has(row)) return "row left out";
    return ignored.has(column) ? "ignored" : "unused";
  };
  return {
    isOf: ({ file, sheet: name }: RawTable): boolean => file === sheet.file && name === sheet.name,
    table: (table: RawTable, columns: ResolvedColumns): void => void tables.push({ table, columns }),
    figure(column: number, row: number): void {
      const known = figures.get(column) ?? new Set<number>();
      figures.set(column, known.add(row));
      rows.add(row);
    },
    tell(told: (number: NumberRead) => void): void {
      for (const [column, { values, codes }] of sheet.columns.entries()) {
        const areNumbers = values.map(isNumber);
        const heading = tables.map(({ table }) => table.columns[column] ?? "").find((name) => name !== "") ?? "";
        for (const [index, code] of codes.entries()) {
          const row = sheet.rowNumbers[index] as number;
          if (!areNumbers[code]) continue;
          told({ sheet, heading, column, row, use: useOf(values[code] ?? null, column, row) });
        }
      }
    },
  };
}

/** The cell that tells a dimension of a whole sheet. */
const cellNamed = (own: DimensionLayout): readonly string[] =>
  typeof own === "object" && "cell" in own ? [own.cell.toUpperCase()] : [];
