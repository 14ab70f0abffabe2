import type { ChartRow } from "../chart-row.ts";
import { readUtcDate } from "../spec/utc-dates.ts";
import type { Figure, Reading } from "./reading.ts";

/** Rows come in reading order; a scale of time or numbers puts its own order on them. */
export function inOrder<F extends Pick<Figure, "row">>(
  figures: readonly F[],
  { category }: Pick<Reading, "category">,
): readonly F[] {
  if (!category) return figures;
  const at = ({ row }: F) => row[category.field] ?? "";
  if (category.type === "quantitative") return figures.toSorted((a, b) => Number(at(a)) - Number(at(b)));
  if (category.type !== "temporal")
    return category.order === "words" ? figures.toSorted((a, b) => compare(at(a), at(b))) : figures;
  const time = (figure: F) => {
    const cell = at(figure);
    return typeof cell === "string" ? readUtcDate(cell) : Number(cell);
  };
  return figures.toSorted((a, b) => time(a) - time(b));
}

/** As Vega-Lite orders an axis of words that nothing else is said of. */
function compare(a: ChartRow[string], b: ChartRow[string]): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Names along an axis, each once, in order; those of gaps too. */
export function namesOnAxis(reading: Reading): readonly string[] {
  const { category, nameOf, rows } = reading;
  if (!category) return [];
  const all = rows.map((row) => ({ name: nameOf(row, category), row }));
  return [...new Set(inOrder(all, reading).map(({ name }) => name))];
}

/** Whether names are of periods, so that figures rise and fall between them: `2018/19`, `March 2019`. */
export const arePeriods = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => /(?<!\d)(?:18|19|20|21)\d\d(?!\d)/.test(name));
