import { firstValues } from "../measures/quotients.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** So many rows with so many different wholes show that it is no chance; of more columns nobody makes one sum. */
const [fewestRows, fewestDifferent, fewestParts, mostParts] = [5, 4, 2, 16];

/**
 * Columns of whole numbers that are the sum of those right behind or before them, in every row: they count what these count, whatever their heading seems to
 * say, as `Marital of age` before `Never married`, `Married`, … does.
 */
export function sumsBeside(survey: TableSurvey): ReadonlyMap<ColumnSurvey, readonly ColumnSurvey[]> {
  const whole = survey.columns.filter(({ figures }) => figures?.isWhole && !figures.hasNegative && !figures.hasPercent);
  const values = new Map(whole.map((column) => [column, firstValues(survey, column)] as const));
  const found = new Map<ColumnSurvey, readonly ColumnSurvey[]>();
  for (const [at, column] of whole.entries()) {
    const sides = [whole.slice(at + 1, at + 1 + mostParts), whole.slice(Math.max(0, at - mostParts), at).reverse()];
    const parts = sides.map((others) => partsOf(column, others, values)).find((own) => own !== undefined);
    if (parts) found.set(column, parts);
  }
  return found;
}

/** The first columns that come to a whole, if any do. What is not there is none of it. */
function partsOf(
  column: ColumnSurvey,
  others: readonly ColumnSurvey[],
  values: ReadonlyMap<ColumnSurvey, Float64Array>,
): readonly ColumnSurvey[] | undefined {
  const whole = values.get(column) ?? new Float64Array();
  const sums = new Float64Array(whole.length);
  const isTold = new Uint8Array(whole.length);
  for (const [at, part] of others.entries()) {
    for (const [row, value] of (values.get(part) ?? []).entries()) {
      if (Number.isNaN(value)) continue;
      sums[row] = (sums[row] as number) + value;
      isTold[row] = 1;
    }
    const rows = [...whole.keys()].filter((row) => isTold[row] === 1 && !Number.isNaN(whole[row] as number));
    if (rows.some((row) => (sums[row] as number) > (whole[row] as number))) return undefined;
    if (at + 1 < fewestParts || rows.length < fewestRows) continue;
    const areAll = rows.every((row) => sums[row] === whole[row]);
    if (areAll && new Set(rows.map((row) => whole[row])).size >= fewestDifferent) return others.slice(0, at + 1);
  }
  return undefined;
}
