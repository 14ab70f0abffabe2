import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** Whether each row that is read says something there: a column is looked at with the rows that are left out. */
export const isInEachRow = (
  { filled, index }: Pick<ColumnSurvey, "filled" | "index">,
  { rows, sheet }: Pick<TableSurvey, "rows" | "sheet">,
): boolean => filled === rows.length || rows.every((row) => textIn(sheet, row, index) !== "");
