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

/** A transform that gives each row all of its line, for `nearest`. A window would give the first rows one list that grows while it moves on. */
export const rowsOfLine = (groupby: readonly string[]) =>
  ({ joinaggregate: [{ op: "values", field: groupby[0], as: "lineRows" }], groupby: [...groupby] }) as const;

/** A Vega expression: the lowest or the highest known figure of a field within so many rows (a Vega expression) of a gap, which `gapsInRuns` has numbered. */
export function nearest(end: "lowest" | "highest", value: string, rows: string): string {
  const within = `slice(datum.lineRows, max(0, datum.rowPosition - 1 - ceil(${rows})), datum.rowPosition + ceil(${rows}))`;
  return `extent(pluck(${within}, ${JSON.stringify(fieldReference(value))}))[${end === "lowest" ? 0 : 1}]`;
}

/**
 * Transforms that leave one row for runs of one label whose marks would touch in a plot that is so wide, px (a Vega expression), the one nearest to the middle
 * of them, or the first of those that begin with the line: `markStart` is the position of the first, and `markShift` the way from its row to that middle, px.
 */
export function closeRuns(groupby: readonly string[], plotPx: string, markPx: number) {
  const stepPx = `(${plotPx}) / max(1, datum.rowCount - 1)`;
  const ofLabel = [...groupby, labelField];
  const fromMiddle = "((datum.markStart + datum.markEnd) / 2 - datum.rowPosition)";
  return [
    { window: [{ op: "lag", field: "rowPosition", as: "runBefore" }], groupby: ofLabel },
    {
      calculate: `isValid(datum.runBefore) && (datum.rowPosition - datum.runBefore) * ${stepPx} < ${markPx} ? 0 : 1`,
      as: "isApart",
    },
    { window: [{ op: "sum", field: "isApart", as: "markNumber" }], frame: [null, 0], groupby: ofLabel },
    {
      joinaggregate: [
        { op: "min", field: "rowPosition", as: "markStart" },
        { op: "max", field: "rowPosition", as: "markEnd" },
      ],
      groupby: [...ofLabel, "markNumber"],
    },
    { calculate: `datum.markStart === 1 ? datum.rowPosition : abs(${fromMiddle})`, as: "markAway" },
    {
      window: [{ op: "row_number", as: "markOrder" }],
      sort: [{ field: "markAway" }],
      groupby: [...ofLabel, "markNumber"],
    },
    { filter: "datum.markOrder === 1" },
    { calculate: `${fromMiddle} * ${stepPx}`, as: "markShift" },
  ] as const;
}
