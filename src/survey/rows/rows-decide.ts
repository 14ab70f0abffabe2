import { cellAt } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { numberAt } from "../table/number-at.ts";

/** So many columns and rows tell what decides the size of figures; so many of these have to be above zero. */
const [fewestColumns, fewestRows, mostlyPositive] = [8, 5, 0.8];

/** So much of how figures differ is told by their rows, and so little by their columns, where columns are categories of one measure. */
const [leastByRows, mostByColumns] = [0.75, 0.1];

/**
 * Whether the row of a figure decides its size, and its column hardly does: prices of many things in each of many places. Of different
 * measures, people and hectares and deaths, the column decides.
 */
export function doRowsDecide(
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
  figures: readonly ColumnSurvey[],
): boolean {
  // Rows without any figure say nothing: a list may have more of them than of others.
  const told = rows.filter((row) => figures.some(({ index }) => cellAt(sheet, row, index) !== null));
  if (figures.length < fewestColumns || told.length < fewestRows) return false;
  const cells: { readonly row: number; readonly column: number; readonly size: number }[] = [];
  for (const row of told)
    for (const { index } of figures) {
      const value = numberAt(sheet, row, index);
      if (value > 0) cells.push({ row, column: index, size: Math.log(value) });
    }
  if (cells.length < told.length * figures.length * mostlyPositive) return false;
  const mean = cells.reduce((sum, { size }) => sum + size, 0) / cells.length;
  const all = cells.reduce((sum, { size }) => sum + (size - mean) ** 2, 0);
  return all > 0 && toldBy("row") >= leastByRows && toldBy("column") <= mostByColumns;

  /** The part of all differences that lies between rows, or between columns. */
  function toldBy(key: "row" | "column"): number {
    const groups = new Map<number, { sum: number; count: number }>();
    for (const cell of cells) {
      const own = groups.get(cell[key]) ?? { sum: 0, count: 0 };
      groups.set(cell[key], own);
      own.sum += cell.size;
      own.count += 1;
    }
    return [...groups.values()].reduce((sum, own) => sum + own.count * (own.sum / own.count - mean) ** 2, 0) / all;
  }
}
