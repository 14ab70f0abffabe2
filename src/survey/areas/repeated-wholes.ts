import { cellAt, cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** So many columns in which a row has the figure of a whole are no chance, where there are as many. */
const fewestSame = 2;

/**
 * The names beside wholes of several areas that have the figures of one of these once more, each larger than those of all others together: `National comparator`
 * below `England`. An authority that is a county of its own has the figure of this, too, and is no larger than the others.
 */
export function repeatedWholes(
  { sheet, rows, columns }: TableSurvey,
  { index, texts }: ColumnSurvey,
  wholes: readonly string[],
): readonly string[] {
  if (texts.length !== rows.length) return [];
  const nameAt = (row: number) => textIn(sheet, row, index);
  const figures = columns.filter((column) => column.kind === "figure");
  const counts = new Map<string, number>();
  for (const column of figures) {
    const values = Array.from(rows, (row) => ({
      name: nameAt(row),
      value: Number(
        cellText(cellAt(sheet, row, column.index))
          .replaceAll(",", "")
          .trim() || Number.NaN,
      ),
    }));
    const own = values.filter(({ name, value }) => !wholes.includes(name) && value > 0);
    const sum = own.reduce((total, { value }) => total + value, 0);
    const ofWholes = new Set(values.flatMap(({ name, value }) => (wholes.includes(name) ? [value] : [])));
    for (const { name, value } of own)
      if (ofWholes.has(value) && value > sum - value) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => (count >= Math.min(fewestSame, figures.length) ? [name] : []));
}
