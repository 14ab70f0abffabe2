import { locateTable, periodReadings } from "../../dataset/index.ts";
import { cellAt, cellText, rowCells, type SheetCell } from "../../tables/index.ts";
import type { FoundHeadings } from "./found-headings.ts";
import { fewestTimes, type Look, rowsFrom } from "./look-at-rows.ts";

/** So many rows of one look are a table, where none has headings. */
const fewestRows = 3;

/** So many cells of a column are figures, where the first of them is no heading. */
const mostlyNumbers = 0.8;

/** Whether a table begins with its first row: figures stand there in columns of figures, and no word in any of these. */
export function hasNoHeadings({ sheet, filled, isFigure }: Look): boolean {
  const [first] = filled;
  if (first === undefined || filled.length < fewestRows || sheet.columns.length < 2) return false;
  const isNumber = (cell: SheetCell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell));
  const ofFigures = [...sheet.columns.keys()].filter((column) => {
    const cells = filled.map((row) => cellAt(sheet, row, column)).filter((cell) => cell !== null);
    return cells.length > 0 && cells.filter(isFigure).length >= cells.length * mostlyNumbers;
  });
  const firsts = ofFigures.map((column) => cellAt(sheet, first, column)).filter((cell) => cell !== null);
  return firsts.every(isFigure) && firsts.some((cell) => isNumber(cell) && periodReadings(cellText(cell)).length === 0);
}

/** So many rows are enough to see what stands below what may be headings. */
const rowsBelow = 200;

/**
 * Whether the first row of a sheet is one of its table and no headings: numbers over numbers, words over words, and one of these is there again
 * below, or one of those is no year. `Puerto Rico,2020,Number,2259` over `Alabama,2021,Number,5341`.
 */
export function isRowOfData(look: Look, row: number): boolean {
  const { sheet, filled, isFigure } = look;
  const below = rowsFrom(look, row + 1, rowsBelow);
  if (row !== filled[0] || below.length < fewestRows || areTimesInTurn(rowCells(sheet, row).map(cellText)))
    return false;
  const isNumber = (cell: SheetCell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell));
  const isOfYear = (cell: SheetCell) => /^(?:1[5-9]|20)\d{2}(?:\.0+)?$/u.test(cellText(cell).trim());
  const columns = rowCells(sheet, row).flatMap((cell, column) => {
    const cells = below.map((own) => cellAt(sheet, own, column)).filter((own) => own !== null);
    return cell === null ? [] : [{ cell, cells, text: cellText(cell).trim() }];
  });
  const ofNumbers = columns.filter(({ cells }) => cells.filter(isNumber).length >= cells.length * mostlyNumbers);
  const areAlike = columns.every((own) => isNumber(own.cell) === ofNumbers.includes(own));
  const areYears = ({ cells }: (typeof columns)[number]) =>
    cells.filter(isOfYear).length >= cells.length * mostlyNumbers;
  const isAgain = (own: (typeof columns)[number]) =>
    (!ofNumbers.includes(own) || areYears(own)) && own.cells.some((cell) => cellText(cell).trim() === own.text);
  // Years over other figures are headings.
  const others = ofNumbers.filter((own) => !isOfYear(own.cell));
  return (
    areAlike &&
    ofNumbers.length > 0 &&
    ofNumbers.every((own) => !isOfYear(own.cell) || areYears(own)) &&
    (columns.some(isAgain) || others.some(({ text }) => /\d[\d,]{3}|\d\.\d/u.test(text)))
  );
}

/** Whether the numbers of a row are months or days, each the next of the one before it: `201011,201012,201101`, `20101130,20101201`. No figures grow so. */
function areTimesInTurn(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => text.trim()).filter((text) => /^[\d.]+$/u.test(text));
  const times = numbers.map((text) => {
    const { year, month, day } =
      /^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])?(?:\.0+)?$/u.exec(text)?.groups ?? {};
    return day === undefined
      ? Number(year) * 12 + Number(month)
      : Date.UTC(Number(year), Number(month) - 1, Number(day)) / millisecondsOfDay;
  });
  return times.length >= fewestTimes && times.every((own, at) => own === (times[0] as number) + at);
}
const millisecondsOfDay = 86_400_000;

/** A table without headings: all of its rows, or those below its titles. */
export function withoutHeadings({ sheet, isFigure }: Look, firstRow?: number): FoundHeadings | undefined {
  const wanted = { names: [], isWide: undefined, levels: 1, isFigure };
  const located = locateTable(sheet, wanted, { headerRow: "none", firstRow, lastRow: undefined });
  if (!located) return undefined;
  const { columns, rows, remarks } = located;
  const above = firstRow === undefined ? 0 : sheet.rowNumbers.findIndex((number) => number >= firstRow);
  return { headerRow: "none", firstRow, lastRow: undefined, columns, rows, above, below: remarks.length };
}

/** A table without headings below its titles: rows of one text each, and then none of one. */
export function belowTitles(look: Look): FoundHeadings | undefined {
  const { sheet, filled, isFigure } = look;
  const isTitle = (row: number) => {
    const cells = rowCells(sheet, row).filter((cell) => cell !== null);
    return cells.length === 1 && !cells.some(isFigure);
  };
  const at = filled.findIndex((row) => !isTitle(row));
  const first = filled[at];
  if (at < 1 || first === undefined) return undefined;
  const rest = { ...look, filled: filled.slice(at) };
  const firstRow = sheet.rowNumbers[first];
  return hasNoHeadings(rest) ? withoutHeadings(rest, firstRow) : undefined;
}
