/**
 * One row of a chart's data. `null` and an absent field are gaps.
 *
 * Some field names mean something to alt texts and recipes: `highlight: true` marks the row that the chart is about, `state`
 * says why a figure is null (`"suppressed"` by disclosure control, `"conflict"` where publications disagree, else missing),
 * and `rounding` to which multiple the counts are rounded.
 */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/** Fields that say something of a row, and are no data of it. */
export const fieldsOnRows: readonly string[] = ["state", "rounding", "highlight", "periodStart"];

const cellStates: readonly unknown[] = ["value", "suppressed", "missing", "conflict"];

/** Whether a text is what `state` says of a row. Other words there are the rows' own: the state of an airport. */
export const isCellState = (cell: unknown): boolean => cellStates.includes(cell);

/** Whether a cell of a row says something of it, and is no data. */
export const saysOfRow = (field: string, cell: ChartRow[string] | undefined): boolean =>
  fieldsOnRows.includes(field) && (field !== "state" || typeof cell !== "string" || isCellState(cell));

/** Whether a cell of a row holds a figure; what does not is a gap. */
export const isFigure = (cell: ChartRow[string] | undefined): cell is number => Number.isFinite(cell);

/** Of a row that is not in the data: it has no figure, and an area is drawn down to nought where it would be. No field of data is called so. */
export const drawnAtZero = "\u0000drawnAtZero";
