import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isOfRowNumbers } from "../table/numberings.ts";

/** The columns of names without a heading that stand behind one, before all figures: in forms each part stands a column behind what it is part of. */
export function partsBehind({ name, index }: ColumnSurvey, { columns }: TableSurvey): readonly ColumnSurvey[] {
  const end = columns.findIndex(({ kind }) => kind === "figure");
  return columns.filter(
    (other) => name === "" && other.name === "" && other.kind === "label" && other.index > index && other.index < end,
  );
}

/** Of a form whose rows have a number each, and names in several columns without a heading: the first of these, and the column of the numbers. */
export function keyOfForm(
  survey: TableSurvey,
): { readonly name: ColumnSurvey; readonly key: ColumnSurvey } | undefined {
  const { columns, rows } = survey;
  const name = columns.find((column) => column.kind === "label" && column.name === "");
  const key = columns.find(
    (column) =>
      column.kind === "code" &&
      isOfRowNumbers(column.name) &&
      column.filled === rows.length &&
      column.texts.length === rows.length,
  );
  return name && key && partsBehind(name, survey).length > 0 ? { name, key } : undefined;
}
