import { createCellParser, locateTable, periodReadings } from "../dataset/index.ts";
import { cellText, rowCells, type Sheet } from "../tables/index.ts";

export interface FoundHeadings {
  readonly headerRow: number | readonly [first: number, last: number];
  readonly columns: readonly string[];
  readonly rows: Uint32Array;
  readonly above: number;
  readonly below: number;
}

/** Rows that are looked at. */
const searchedRows = 60;

/**
 * Finds the headings of a table that nobody described: the first row that is about as wide as the table, and has names and
 * periods where the rows below have figures. A row above it with fewer names, below which names repeat, belongs to them.
 */
export function findHeadings(sheet: Sheet): FoundHeadings | undefined {
  const { isFigure } = createCellParser();
  const filledRows: number[] = [];
  for (let row = 0; row < sheet.rowNumbers.length && filledRows.length < searchedRows; row += 1)
    if (rowCells(sheet, row).some((cell) => cell !== null)) filledRows.push(row);
  const widths = filledRows.map((row) => rowCells(sheet, row).filter((cell) => cell !== null).length);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.6)] ?? 0;
  const isHeading = (row: number): boolean => {
    const filled = rowCells(sheet, row).filter((cell) => cell !== null);
    const numbers = filled.filter((cell) => isFigure(cell) && periodReadings(cellText(cell)).length === 0);
    const isRun = numbers.every(
      (cell, index) => index === 0 || Number(cellText(cell)) > Number(cellText(numbers[index - 1] ?? null)),
    );
    const areAges = numbers.length > 2 && numbers.length < filled.length && isRun;
    return (numbers.length === 0 || areAges) && new Set(filled.map(cellText)).size > 1;
  };
  const at = filledRows.findIndex(
    (row, index) => (widths[index] as number) >= Math.max(2, usual * 0.6) && isHeading(row),
  );
  if (at < 0) return undefined;
  const row = filledRows[at] as number;
  const above = filledRows[at - 1];
  const next = filledRows[at + 1];
  const span: readonly number[] =
    above !== undefined && spans(sheet, above, row)
      ? [above, row]
      : next !== undefined && isHeading(next) && spans(sheet, row, next)
        ? [row, next]
        : [row];
  const numbers = span.map((one) => sheet.rowNumbers[one] as number) as [number, ...number[]];
  const headerRow = numbers.length > 1 ? ([numbers[0], numbers[1] as number] as const) : numbers[0];
  const located = locateTable(
    sheet,
    { names: [], isWide: undefined, levels: span.length, isFigure },
    { headerRow, lastRow: undefined },
  );
  if (!located) return undefined;
  const first = filledRows.indexOf(span[0] as number);
  return { headerRow, columns: located.columns, rows: located.rows, above: first, below: located.remarks.length };
}

/** Whether headings stand over others: fewer of them, with gaps between, and the lower ones repeat. */
function spans(sheet: Sheet, upper: number, lower: number): boolean {
  const [above, below] = [upper, lower].map((row) => rowCells(sheet, row).map((cell) => cellText(cell).trim())) as [
    string[],
    string[],
  ];
  const named = below.filter((text) => text !== "");
  const over = above.filter((text) => text !== "");
  const repeats = new Set(named).size < named.length;
  const isGapped = above.some(
    (text, index) => text === "" && above.slice(0, index).some((one) => one !== "") && below[index] !== "",
  );
  return over.length > 1 && repeats && isGapped;
}
