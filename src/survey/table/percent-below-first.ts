import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/**
 * A table with the unit of all its figures, where a row below the headings has `Percent` under the first of them alone: it is centred over all, and a spreadsheet
 * keeps it in one cell. All figures are of one kind, and none is above 100; whole ones may be counts, unless a title says that they are none.
 */
export function withPercentBelowFirst(survey: TableSurvey): TableSurvey {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const [first, ...others] = figures;
  const { words } =
    /^(?<words>[^|]+) \| \(?(?:%|per ?cent(?:age)?|prozent)\)?$/iu.exec(first?.name ?? "")?.groups ?? {};
  const isSaid = survey.titles.some((text) => /%|\bper ?cent/iu.test(text));
  const mayBePercent = ({ figures: own }: ColumnSurvey) =>
    own !== undefined && !own.hasNegative && own.largest <= mostPercent && (isSaid || !own.isWhole);
  const isOfAll = others.length > 0 && others.every(({ name }) => !name.includes(" | ")) && figures.every(mayBePercent);
  if (words === undefined || !isOfAll || survey.unitAbove !== undefined) return survey;
  const columns = survey.columns.map((own) => (own === first ? { ...own, name: words } : own));
  return { ...survey, columns, unitAbove: "%" };
}
const mostPercent = 100;
