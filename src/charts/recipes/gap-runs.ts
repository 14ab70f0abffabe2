import { datumField, gapLabel, labelField } from "./figure-label.ts";

/**
 * Transforms that leave one row for each run of gaps of a line, its middle one, with [c] or [x] as label: a marker at each
 * gap of a run would touch the next.
 */
export function gapRuns(value: string, groupby: readonly string[]) {
  const run = [...groupby, labelField, "gapRun"];
  return [
    { window: [{ op: "row_number", as: "rowPlace" }], groupby: [...groupby] },
    { filter: `!isValid(${datumField(value)})` },
    { calculate: gapLabel, as: labelField },
    { window: [{ op: "row_number", as: "gapPlace" }], groupby: [...groupby, labelField] },
    { calculate: "datum.rowPlace - datum.gapPlace", as: "gapRun" },
    { window: [{ op: "row_number", as: "runPlace" }], groupby: run },
    { joinaggregate: [{ op: "count", as: "runLength" }], groupby: run },
    { filter: "datum.runPlace === ceil(datum.runLength / 2)" },
  ] as const;
}
