import type { Sheet } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** So many columns of figures have a definition each, and nearly all of them. */
const [fewestDefined, mostlyDefined] = [3, 0.8];

/**
 * Columns with what the row right below their headings says of each of them, where it names no row and has no figure: `Number of households` below
 * `Households`.
 */
export function withDefinitions(
  columns: readonly ColumnSurvey[],
  { sheet, headerRow }: Pick<TableSurvey, "sheet" | "headerRow">,
): readonly ColumnSurvey[] {
  const said = definitionsBelow(columns, sheet, sheet.rowNumbers.indexOf(Number([headerRow].flat().at(-1))) + 1);
  return said
    ? columns.map((column) => {
        const definition = said.get(column.index);
        return definition === undefined ? column : { ...column, definition };
      })
    : columns;
}

function definitionsBelow(
  columns: readonly ColumnSurvey[],
  sheet: Sheet,
  row: number,
): ReadonlyMap<number, string> | undefined {
  if (row === 0 || row >= sheet.rowNumbers.length) return undefined;
  const textOf = ({ index }: ColumnSurvey) => textIn(sheet, row, index);
  const figures = columns.filter(({ kind }) => kind === "figure");
  const isNameless = columns.every((column) => column.kind === "figure" || textOf(column) === "");
  const said = figures.flatMap((column) => (isWords(textOf(column)) ? [[column.index, textOf(column)] as const] : []));
  const isOther = figures.some((column) => textOf(column) !== "" && !isWords(textOf(column)));
  const areMost = said.length >= Math.max(fewestDefined, figures.length * mostlyDefined);
  const areApart = new Set(said.map(([, text]) => text)).size > said.length / 2;
  return isNameless && !isOther && areMost && areApart ? new Map(said) : undefined;
}

/** Whether a cell has words, and no marker or unit alone. */
const isWords = (text: string): boolean => /\p{L}{3}.*\s.*\p{L}{2}/u.test(text);
