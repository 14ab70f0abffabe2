import { groupBy } from "../../dataset/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { hasOwnYear } from "./said-years.ts";

/**
 * A table of yearly editions, in which each area or group comes again in nearly each, and no other column or heading tells a period, with
 * these as its periods: the figures of one edition are no correction of those of another. Other tables are as they were.
 */
export function withYearsOfEditions(survey: TableSurvey): TableSurvey {
  const { columns } = survey;
  const editions = columns.find(({ kind, texts }) => kind === "vintage" && texts.length > 1);
  const isTimed = columns.some(
    ({ kind, name, texts }) => (kind === "period" && texts.length > 1) || (kind === "figure" && hasOwnYear(name)),
  );
  if (!editions || isTimed || !editions.texts.every((text) => /^\d{4}$/u.test(text))) return survey;
  if (!comeAgain(survey, editions)) return survey;
  const years: ColumnSurvey = { ...editions, kind: "period", isOfEditions: true };
  return { ...survey, columns: columns.map((column) => (column === editions ? years : column)) };
}

/** Whether some column names rows, or none does, so that nearly each name stands in nearly each edition. */
function comeAgain({ sheet, rows, columns }: TableSurvey, editions: ColumnSurvey): boolean {
  const labels = columns.filter(({ kind, texts }) => kind === "label" && texts.length > 1);
  if (labels.length === 0) return editions.texts.length === rows.length;
  return labels.some(({ index, texts }) => {
    const inRows = groupBy(rows, (row) => textIn(sheet, row, index));
    const all = [...inRows.values()].reduce(
      (sum, own) => sum + new Set(own.map((row) => textIn(sheet, row, editions.index))).size,
      0,
    );
    return all >= texts.length * editions.texts.length * nearlyAll;
  });
}
const nearlyAll = 0.8;
