import { cellAt } from "../../tables/index.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { anyMeasure, isPlainTotal, parseUsual } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";

/** So many rows have a total that shows that they add up; so few are no chance where several groups have one each. */
const [fewestParts, fewestGroups] = [3, 2];

/** How far a figure is off that was rounded to so many decimals. */
const offBy = (decimals: number): number => 0.5 * 10 ** -decimals + 1e-9;

/**
 * The columns of figures of which rows that are left out are the sums of the others, of each name where rows have one: `Total` below years. A mean or a rate
 * is in none.
 */
export function summedColumns(survey: TableSurvey, { period, naming, wide, long }: Roles): ReadonlySet<ColumnSurvey> {
  const [time] = period?.columns ?? [];
  const totals = wide || long || !time ? [] : (period?.others ?? []).filter(isPlainTotal);
  if (!time || totals.length === 0) return new Set();
  const groups = new Map<string, { readonly parts: number[]; readonly totals: number[] }>();
  for (const row of survey.rows) {
    const text = textIn(survey.sheet, row, time.index);
    const isTotal = totals.includes(text);
    if (!isTotal && (text === "" || period?.others?.includes(text))) continue;
    const key = JSON.stringify(naming.map(({ index }) => textIn(survey.sheet, row, index)));
    const own = groups.get(key) ?? { parts: [], totals: [] };
    groups.set(key, own);
    own[isTotal ? "totals" : "parts"].push(row);
  }
  return new Set(
    survey.columns.filter((column) => column.kind === "figure" && areSums(survey, column, [...groups.values()])),
  );
}

function areSums(
  { sheet }: TableSurvey,
  { index, figures }: ColumnSurvey,
  groups: readonly { readonly parts: readonly number[]; readonly totals: readonly number[] }[],
): boolean {
  const valueAt = (row: number): number => {
    const read = parseUsual(cellAt(sheet, row, index), anyMeasure);
    return typeof read !== "string" && read.cell.state === "value" ? read.cell.value : Number.NaN;
  };
  const known = groups.flatMap(({ parts, totals: [total, other] }) => {
    if (total === undefined || other !== undefined || parts.length < 2) return [];
    const sum = parts.reduce((all, row) => all + valueAt(row), 0);
    const rounded = offBy(figures?.decimals ?? (figures?.isWhole === true ? 0 : 1)) * (parts.length + 1);
    const whole = valueAt(total);
    return Number.isNaN(sum + whole) ? [] : [{ parts: parts.length, whole, isSum: Math.abs(sum - whole) <= rounded }];
  });
  const isShown = known.length >= fewestGroups || known.some(({ parts }) => parts >= fewestParts);
  return isShown && known.every(({ isSum }) => isSum) && known.some(({ whole }) => whole !== 0);
}
