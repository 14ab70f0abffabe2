import { toldBy } from "../rows/told-by.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** What looks like a figure, and was read as none: `12:45`, `3-4`, `1.2.3`. */
const likeFigure = /^[^\p{L}]*\d[^\p{L}]*\p{L}{0,3}$/u;
/** So many cells of a column have to look so; and a grid has so many of the rows that it could have. */
const [mostOfCells, mostOfGrid] = [0.5, 0.8];

/**
 * The column of a table without figures that holds what looks like some, where the others are a grid: each row is another combination of theirs, and nearly all
 * combinations are there. Such rows are no cases, and their number says nothing.
 */
export function unreadFigures(
  survey: Pick<TableSurvey, "columns" | "rows" | "sheet">,
): { readonly name: string; readonly example: string } | undefined {
  const { columns, rows, sheet } = survey;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const several = columns.filter(({ kind, texts }) => texts.length > 1 && (kind === "label" || kind === "period"));
  for (const column of columns) {
    const looks = rows.filter((row) => likeFigure.test(textAt(row, column)));
    const [first] = looks;
    if (column.kind === "period" || first === undefined || looks.length < rows.length * mostOfCells) continue;
    const others = several.filter((other) => other !== column);
    const own = others.filter((other) => toldBy(other, others, survey) === undefined);
    const keys = new Set(Array.from(rows, (row) => own.map((other) => textAt(row, other)).join("\n")));
    const combinations = own.reduce((product, { texts }) => product * texts.length, 1);
    const isGrid = own.length > 1 && keys.size === rows.length && rows.length >= combinations * mostOfGrid;
    if (isGrid && toldBy(column, others, survey) === undefined)
      return { name: column.name, example: textAt(first, column) };
  }
  return undefined;
}
