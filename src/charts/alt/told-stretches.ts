import { type ChartRow, isFigure } from "../chart-row.ts";
import { periodsInTurn, type TimeAxis } from "../recipes/time-axis.ts";
import type { PeriodTimes, TimeSteps } from "../recipes/time-steps.ts";
import type { ChartShape } from "../shape/chart-shape.ts";

/**
 * The stretches of periods that are told where the periods of an axis are not equally far apart: of those that some row has a figure for. Of a
 * period whose rows are all gaps it would be said to have figures. Undefined where those that have some are equally far apart.
 */
export function toldStretches(
  rows: readonly ChartRow[],
  { shape, timeAxis, times }: { readonly shape: ChartShape; readonly timeAxis: TimeAxis; readonly times: PeriodTimes },
): TimeSteps["stretches"] | undefined {
  const stretchesOf = (some: readonly ChartRow[]) => times.stepsOf(periodsInTurn(some, timeAxis, times.at))?.stretches;
  const fields = [shape, ...shape.also].flatMap(({ value }) => value?.field ?? []);
  // A figure that the chart computes is in none of the rows.
  const isKnown = rows.some((row) => fields.some((field) => field in row));
  const withFigure = isKnown ? rows.filter((row) => fields.some((field) => isFigure(row[field]))) : rows;
  return stretchesOf(rows) && stretchesOf(withFigure);
}
