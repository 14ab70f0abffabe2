import { cellText, rowCells, type Sheet } from "../../tables/index.ts";
import { figuresAmong } from "./figure-cells.ts";
import type { FoundHeadings } from "./found-headings.ts";
import type { RowOfNone } from "./headings-again.ts";
import { cellParser } from "./survey-column.ts";

/** A row among those of a table that names the columns of labels, and those above it. */
export interface LabelsBelow {
  /** By the place of the column. */
  readonly names: ReadonlyMap<number, string>;
  readonly none: readonly RowOfNone[];
}

/** In so many of the first rows it stands; so many of the cells of a column are figures. */
const [firstRows, mostlyFigures] = [4, 0.7];

/**
 * The row that names the columns of labels below a row of figures that says how many there are of each heading, and is none of their parts:
 *
 *     |                 |        | Men | Women |             |
 *     | Incidents       |        | 519 | 287   |             |
 *     | Type of tactic  | Tactic |     |       | Total used  |
 *     | Restraint       | Cuffs  | 336 | 261   | 597         |
 *
 * It stands in columns without a heading alone, over labels and the figures of a column that nothing else names, or below rows that have one label each.
 */
export function labelsBelow(
  sheet: Sheet,
  { rows, columns }: Pick<FoundHeadings, "rows" | "columns">,
): LabelsBelow | undefined {
  const isOpen = (index: number) => (columns[index] ?? "").trim() === "";
  const cellsOf = (row: number) =>
    rowCells(sheet, row).flatMap((cell, index) =>
      cell === null ? [] : [{ index, cell, text: cellText(cell).trim() }],
    );
  const isLabel = ({
    cell,
    text,
  }: {
    readonly cell: Parameters<typeof cellParser.isFigure>[0];
    readonly text: string;
  }) => cell !== null && !cellParser.isFigure(cell) && /\p{L}{3}/u.test(text);
  const names = (row: number) => {
    const cells = cellsOf(row);
    return cells.length > 1 && cells.every((own) => isOpen(own.index) && isLabel(own));
  };
  const at = [...rows.subarray(0, firstRows)].findIndex(names);
  const row = rows[at];
  const below = rows.subarray(at + 1);
  if (at < 0 || row === undefined || below.length < firstRows) return undefined;
  const own = cellsOf(row);
  const areFigures = ({ index }: { readonly index: number }) => {
    const column = sheet.columns[index];
    const { filled, figures } = column ? figuresAmong(column, below) : { filled: 0, figures: 0 };
    return filled >= below.length / 2 && figures >= filled * mostlyFigures;
  };
  const above = [...rows.subarray(0, at)].map(cellsOf);
  const first = own[0]?.index;
  const areOfAll =
    above.length > 0 &&
    above.every((cells) => cells[0]?.index === first && cells.filter(isLabel).length === 1 && cells.length > 2);
  const isOverFigures = own.some(areFigures);
  if (first === undefined || !(isOverFigures || areOfAll) || (above.length > 0 && !areOfAll)) return undefined;
  const none = [...above, own].map((cells, place) => ({
    row: rows[place] as number,
    index: first,
    text: cells[0]?.text ?? "",
  }));
  return { names: new Map(own.filter((cell) => !areFigures(cell)).map(({ index, text }) => [index, text])), none };
}
