import { cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** Between the parts of a key, in its heading and in each of its cells. */
const gap = ",";
/** So many parts are no name with a comma, `Kent, county of`; with a stroke in their heading, that says what stands across the top, two are enough. */
const fewestParts = 3;
const fewestBeforeStroke = 2;

/**
 * A table whose first column has several names in each cell, as its heading says, `freq,unit,sex,geo\TIME_PERIOD` above `A,PC,F,AT`, with a column more for
 * each of them. What stands behind a stroke is across the top. Other tables are as they were.
 */
export function withCompoundKeys(survey: TableSurvey): TableSurvey {
  const { sheet, columns } = survey;
  const [key] = columns;
  const cells = sheet.columns[key?.index ?? 0];
  const names = key?.name.replace(/\\.*$/u, "").split(gap) ?? [];
  const fewest = key?.name.includes("\\") ? fewestBeforeStroke : fewestParts;
  if (!key || !cells || key.ref !== key.name || names.length < fewest) return survey;
  const areParted = key.texts.length > 0 && key.texts.every((text) => text.split(gap).length === names.length);
  if (!areParted || names.some((name) => !/^\w+$/u.test(name.trim()))) return survey;
  const textsAt = (at: number) =>
    cells.values.map((cell) => (cell === null ? null : (cellText(cell).split(gap)[at] ?? "").trim()));
  const parts = names.map((name, at): ColumnSurvey => {
    const pattern = names.map((_, other) => (other === at ? "{}" : "*")).join(gap);
    return {
      index: sheet.columns.length + at,
      name: name.trim(),
      ref: name.trim(),
      kind: "label",
      texts: [...new Set(key.texts.map((text) => (text.split(gap)[at] ?? "").trim()))],
      filled: key.filled,
      figures: undefined,
      partOf: { column: key.ref, pattern },
    };
  });
  const own = names.map((_, at) => ({
    column: sheet.columns.length + at + 1,
    values: textsAt(at),
    codes: cells.codes,
  }));
  return {
    ...survey,
    sheet: { ...sheet, columns: [...sheet.columns, ...own] },
    columns: [...columns.map((column) => (column === key ? { ...column, kind: "level" as const } : column)), ...parts],
  };
}
