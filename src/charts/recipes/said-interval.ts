import type { Words } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";

/** The intervals of a recipe's figures, and what is known of what they are. */
export interface SaidInterval {
  /** Fields of their ends. */
  readonly low: string;
  readonly high: string;
  /** The level of confidence intervals, such as 0.95, or what they are in the author's words. */
  readonly is?: number | string | undefined;
  /** What a band of them is called. */
  readonly label?: string | undefined;
}

/** Whether the figure of a row is an end of a 95% confidence interval. */
export type IsConfidenceEnd = (row: ChartRow, field: string) => boolean;

/** That of the intervals of counts and rates that the library works out. */
const usualLevel = 0.95;

/** Whether all ends of the intervals in some rows are known to be those of 95% confidence intervals. */
export function areConfidenceIntervals(
  interval: SaidInterval | undefined,
  rows: readonly ChartRow[],
  isEnd: IsConfidenceEnd | undefined,
): boolean {
  if (interval === undefined || isEnd === undefined) return false;
  const { low, high } = interval;
  const ends = rows.flatMap((row) =>
    [low, high].flatMap((field) => (typeof row[field] === "number" ? [isEnd(row, field)] : [])),
  );
  return ends.length > 0 && ends.every(Boolean);
}

/** The level that is known of the intervals, as words of the language. */
export function levelSaid(
  { is }: SaidInterval,
  isKnown: boolean,
  { confidenceInterval }: Pick<Words["charts"], "confidenceInterval">,
): string | undefined {
  const level = is ?? (isKnown ? usualLevel : undefined);
  // Nothing is said of 95, which would be 9,500%.
  return typeof level === "number" && level > 0 && level < 1 ? confidenceInterval(level) : undefined;
}

/** What the intervals are, as it is written on the chart, by the level that is known; undefined where nobody has said it. */
export function intervalSaid({ is, label }: SaidInterval, level: string | undefined): string | undefined {
  const what = typeof is === "string" ? is : level;
  if (label === undefined) return what;
  return what === undefined ? label : `${label} (${what})`;
}

/** The parameter of a spec that has what is said; empty where nothing is. */
export const intervalParam = "intervalSaid";

/** A spec that says on the chart what its intervals are. */
export const withIntervalSaid = (spec: JsonObject, said: string | undefined): JsonObject =>
  Array.isArray(spec.params)
    ? {
        ...spec,
        params: spec.params.map((param: unknown) =>
          isObject(param) && param.name === intervalParam ? { ...param, value: said ?? "" } : param,
        ),
      }
    : spec;
