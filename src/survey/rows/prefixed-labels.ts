import { cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** What all labels of a column begin with has so many letters at most, and two labels at least show that. */
const [longestPrefix, fewestLabels] = [40, 2];

/**
 * A table one of whose columns says in each cell what its labels are of, `Area type: National` and `Area type: Urban`, with a column more that has what stands
 * behind that. Other tables are as they were.
 */
export function withoutPrefixes(survey: TableSurvey): TableSurvey {
  return survey.columns.reduce(withoutPrefix, survey);
}

function withoutPrefix(survey: TableSurvey, column: ColumnSurvey): TableSurvey {
  const { sheet, columns } = survey;
  const cells = sheet.columns[column.index];
  const [prefix = "", other] = new Set(
    column.texts.map((text) => /^(?<prefix>\p{L}[^:{}*]*): \S/u.exec(text)?.groups?.prefix),
  );
  const isAlone = prefix.length > 0 && prefix.length <= longestPrefix && other === undefined;
  if (column.kind !== "label" || column.texts.length < fewestLabels || !isAlone || !cells) return survey;
  if (columns.some(({ name, ref }) => [name, ref].some((text) => text.toLowerCase() === prefix.toLowerCase())))
    return survey;
  const start = `${prefix}: `;
  const behind = (text: string) => text.trim().slice(start.length).trim();
  const part: ColumnSurvey = {
    ...column,
    index: sheet.columns.length,
    name: prefix,
    ref: prefix,
    texts: column.texts.map(behind),
    partOf: { column: column.ref, pattern: `${start}{}` },
  };
  const values = cells.values.map((cell) => (cell === null ? null : behind(cellText(cell))));
  return {
    ...survey,
    sheet: { ...sheet, columns: [...sheet.columns, { ...cells, column: sheet.columns.length + 1, values }] },
    columns: [...columns.map((own) => (own === column ? { ...own, kind: "level" as const } : own)), part],
  };
}
