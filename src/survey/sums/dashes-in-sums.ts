import { groupBy } from "../../dataset/index.ts";
import { lastHeading } from "../naming.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";

/** So many totals of so many sizes beside dashes are the sums of the rest by no chance; so many rows are looked at. */
const [fewestTotals, fewestDifferent, mostRows] = [4, 3, 5000];
/** What arithmetic leaves of sums, as a part of them. */
const nearness = 1e-9;

const dashes = ["-", "–", "—"] as const;

/**
 * The dashes that stand for none, as totals tell: beside each of them, in its row or in its column, the total is the sum of all others without it. One that
 * stood for a figure that is hidden, or not known, would leave a rest.
 */
export function dashesInSums(survey: TableSurvey): readonly string[] {
  const columns = survey.columns.filter(({ kind }) => kind === "figure");
  const found = dashes.filter((dash) => columns.some(({ texts }) => texts.includes(dash)));
  if (found.length === 0 || survey.rows.length > mostRows) return [];
  const lists = [...sumsInRows(survey, columns), ...sumsInColumns(survey, columns)];
  return found.filter((dash) => {
    const beside = lists.filter(({ total, parts }) => parts.includes(dash) && numberOf(total) > 0);
    return (
      beside.length >= fewestTotals &&
      new Set(beside.map(({ total }) => total)).size >= fewestDifferent &&
      beside.every(isSum)
    );
  });
}

/** A total and the cells that it may be the sum of. */
interface Listed {
  readonly total: string;
  readonly parts: readonly string[];
}

function isSum({ total, parts }: Listed): boolean {
  const [whole, sum] = [numberOf(total), parts.reduce((all, part) => all + numberOf(part), 0)];
  return Math.abs(whole - sum) <= Math.abs(whole) * nearness;
}

/** A number as it stands; a dash is none, and any other text no number. */
const numberOf = (text: string): number =>
  dashes.some((dash) => dash === text)
    ? 0
    : text === ""
      ? Number.NaN
      : Number(text.replaceAll(/,(?=\d{3}(?!\d))/gu, ""));

const textAt = ({ sheet }: TableSurvey, row: number, { index }: ColumnSurvey): string => textIn(sheet, row, index);

/** `Available | Total` beside all other columns below `Available`. */
function sumsInRows(survey: TableSurvey, columns: readonly ColumnSurvey[]): readonly Listed[] {
  const above = ({ name }: ColumnSurvey) => name.split(" | ").slice(0, -1).join(" | ");
  return [...groupBy(columns, above).values()].flatMap((group) => {
    const [total, other] = group.filter(({ name }) => isTotal(lastHeading(name)));
    const parts = group.filter((column) => column !== total);
    if (!total || other || parts.length < 2) return [];
    return Array.from(survey.rows, (row) => ({
      total: textAt(survey, row, total),
      parts: parts.map((part) => textAt(survey, row, part)),
    }));
  });
}

/** The one row that is called as a total, beside all others. */
function sumsInColumns(survey: TableSurvey, columns: readonly ColumnSurvey[]): readonly Listed[] {
  const names = survey.columns.find(({ kind, texts }) => kind === "label" && texts.some(isTotal));
  const totals = names ? survey.rows.filter((row) => isTotal(textAt(survey, row, names))) : [];
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const others = Array.from(survey.rows).filter((row) => row !== total);
  return columns.map((column) => ({
    total: textAt(survey, total, column),
    parts: others.map((row) => textAt(survey, row, column)),
  }));
}
