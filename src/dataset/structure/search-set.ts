import type { SearchBudget, Series } from "./series.ts";

/** Sets looked at for one whole before it is given up. */
const mostSteps = 5000;
/** Columns that a search keeps to; the rest are looked at once it has found a set. */
const mostColumns = 40;

/**
 * Searches for a set of series whose sum is another series, largest first, in every column: a part too many in any of them, or
 * too little left, ends a branch. Undefined where there is none, or none was found in so many steps.
 */
export function searchSet(
  whole: Series,
  others: readonly Series[],
  effort: SearchBudget,
): readonly Series[] | undefined {
  const columns = knownColumns([whole, ...others]);
  const target = columns.map((column) => whole.values[column] as number);
  const parts = others
    .map((own) => ({ own, values: columns.map((column) => own.values[column] as number) }))
    .filter(
      ({ values }) =>
        values.some((value) => value > 0) && values.every((value, index) => value <= (target[index] as number)),
    )
    .map((part) => ({ ...part, size: part.values.reduce((sum, value) => sum + value, 0) }))
    .sort((a, b) => b.size - a.size);
  /** What all from a position on come to. */
  const left = parts.map(() => target.map(() => 0));
  for (let at = parts.length - 1; at >= 0; at -= 1)
    left[at] = target.map((_, index) => (left[at + 1]?.[index] ?? 0) + (parts[at]?.values[index] ?? 0));
  const end = Math.min(mostSteps, effort.steps);
  let steps = 0;
  const chosen: Series[] = [];
  const search = (at: number, rest: readonly number[]): boolean => {
    if (rest.every((value) => value === 0)) return chosen.length > 1;
    const part = parts[at];
    steps += 1;
    if (!part || steps > end || rest.some((value, index) => value > (left[at]?.[index] ?? 0))) return false;
    const after = rest.map((value, index) => value - (part.values[index] as number));
    if (after.every((value) => value >= 0)) {
      chosen.push(part.own);
      if (search(at + 1, after)) return true;
      chosen.pop();
    }
    return search(at + 1, rest);
  };
  const isFound = columns.length > 0 && search(0, target);
  effort.steps -= steps;
  return isFound ? chosen : undefined;
}

/** The first columns in which every figure is known. */
function knownColumns(series: readonly Series[]): readonly number[] {
  const columns: number[] = [];
  const length = series[0]?.values.length ?? 0;
  for (let column = 0; column < length && columns.length < mostColumns; column += 1)
    if (series.every(({ values }) => !Number.isNaN(values[column]))) columns.push(column);
  return columns;
}
