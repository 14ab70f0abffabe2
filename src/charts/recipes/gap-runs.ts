import { fieldReference } from "../spec/encoded-field.ts";
import { datumField, gapLabel, labelField } from "./figure-label.ts";
import { rowPositions } from "./line-ends.ts";

/**
 * Transforms that leave one row for each run of gaps of a line, its middle one, with [c] or [x] as label: a marker at each
 * gap of a run would touch the next. `runEnd` is the position of the last gap in the run, of the `rowCount` rows of the line.
 */
export const gapRuns = (value: string, groupby: readonly string[]) =>
  [...gapsInRuns(value, groupby), { filter: isMiddleOfRun }] as const;

/** A Vega expression: whether a gap is the middle one of its run. */
export const isMiddleOfRun = "datum.runPosition === ceil(datum.runLength / 2)";

/** Transforms that leave all gaps, each with its place in its run; of a field that is given, with what the gaps before and after it in the run have there. */
export function gapsInRuns(value: string, groupby: readonly string[], along?: string) {
  const beside =
    along === undefined
      ? []
      : ([
          { op: "lag", field: fieldReference(along), as: "gapBefore" },
          { op: "lead", field: fieldReference(along), as: "gapAfter" },
        ] as const);
  const run = [...groupby, labelField, "gapRun"];
  return [
    ...rowPositions(groupby),
    { filter: `!isValid(${datumField(value)})` },
    { calculate: gapLabel, as: labelField },
    { window: [{ op: "row_number", as: "gapPosition" }], groupby: [...groupby, labelField] },
    { calculate: "datum.rowPosition - datum.gapPosition", as: "gapRun" },
    { window: [{ op: "row_number", as: "runPosition" }, ...beside], groupby: run },
    {
      joinaggregate: [
        { op: "count", as: "runLength" },
        { op: "max", field: "rowPosition", as: "runEnd" },
      ],
      groupby: run,
    },
  ] as const;
}
