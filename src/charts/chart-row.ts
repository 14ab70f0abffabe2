/**
 * One row of a chart's data. `null` and an absent field are gaps.
 *
 * Some field names mean something to alt texts and recipes: `highlight: true` marks the row that the chart is about, `state`
 * says why a figure is null (`"suppressed"` by disclosure control, `"conflict"` where publications disagree, else missing),
 * and `rounding` to which multiple the counts are rounded.
 */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/** Whether a cell of a row holds a figure; what does not is a gap. */
export const isFigure = (cell: ChartRow[string] | undefined): cell is number => Number.isFinite(cell);

/** Of a row that is not in the data: it has no figure, and an area is drawn down to nought where it would be. No field of data is called so. */
export const drawnAtZero = "\u0000drawnAtZero";
