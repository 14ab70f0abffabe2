import type { Cell, MissingReason } from "../cell.ts";

/**
 * Cells, one an index: their states as numbers, their figures as doubles. A cell without a figure has NaN there. What a rounded
 * figure or a hidden count may be has arrays of its own, once any cell has it.
 */
export interface CellColumns {
  readonly states: Uint8Array;
  readonly values: Float64Array;
  readonly ranges: CellRanges | undefined;
}

/** Cells that are being set. */
export interface CellColumnsBuilder extends CellColumns {
  ranges: CellRanges | undefined;
}

/** What a rounded figure or a hidden count may be, by cell; 0 in cells that are neither. */
export interface CellRanges {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The multiple that a figure was rounded to. */
  readonly base: Float64Array;
}

/** The states of cells, as `CellColumns.states` has them. */
export const stateCode = {
  value: 0,
  roundedFigure: 1,
  roundedCounts: 2,
  suppressed: 3,
  /** Suppressed, and readers are told what it may be. */
  bounded: 4,
  "not-supplied": 5,
  "not-applicable": 6,
  unavailable: 7,
} as const;

const missingReasons: readonly MissingReason[] = ["not-supplied", "not-applicable", "unavailable"];

/** Whether a cell has a figure, rounded or not. */
export const hasValue = ({ states }: CellColumns, index: number): boolean =>
  (states[index] as number) <= stateCode.roundedCounts;

/** Whether the publisher gave no figure; a hidden one is not missing. */
export const isMissing = ({ states }: CellColumns, index: number): boolean =>
  (states[index] as number) >= stateCode["not-supplied"];

export const isSuppressed = ({ states }: CellColumns, index: number): boolean =>
  states[index] === stateCode.suppressed || states[index] === stateCode.bounded;

/** So many cells, each the figure 0 until it is set. */
export const createCellColumns = (length: number): CellColumnsBuilder => ({
  states: new Uint8Array(length),
  values: new Float64Array(length),
  ranges: undefined,
});

export function setCell(cells: CellColumnsBuilder, index: number, cell: Cell): void {
  cells.values[index] = "value" in cell ? cell.value : Number.NaN;
  if (cell.state === "value") cells.states[index] = stateCode.value;
  else if (cell.state === "missing") cells.states[index] = stateCode[cell.reason];
  else if (cell.state === "rounded") {
    cells.states[index] = cell.of === "figure" ? stateCode.roundedFigure : stateCode.roundedCounts;
    setRange(cells, index, cell);
  } else if (cell.bounds) {
    cells.states[index] = stateCode.bounded;
    setRange(cells, index, { low: cell.bounds.from, high: cell.bounds.to, base: 1 });
  } else cells.states[index] = stateCode.suppressed;
}

export function cellAt({ states, values, ranges }: CellColumns, index: number): Cell {
  const state = states[index] as number;
  const value = values[index] as number;
  if (state === stateCode.value) return { state: "value", value };
  if (state === stateCode.suppressed) return { state: "suppressed" };
  if (state >= stateCode["not-supplied"])
    return { state: "missing", reason: missingReasons[state - stateCode["not-supplied"]] as MissingReason };
  const low = ranges?.low[index] as number;
  const high = ranges?.high[index] as number;
  if (state === stateCode.bounded) return { state: "suppressed", bounds: { from: low, to: high } };
  const base = ranges?.base[index] as number;
  return { state: "rounded", value, base, of: state === stateCode.roundedFigure ? "figure" : "counts", low, high };
}

/** Gives a cell what another one holds. */
export function copyCell(from: CellColumns, index: number, to: CellColumnsBuilder, toIndex: number): void {
  to.states[toIndex] = from.states[index] as number;
  to.values[toIndex] = from.values[index] as number;
  if (!hasRange(from, index) || !from.ranges) return;
  const { low, high, base } = from.ranges;
  setRange(to, toIndex, { low: low[index] as number, high: high[index] as number, base: base[index] as number });
}

/** Whether two cells are alike in state, figure and range; gaps are alike by their reason. */
export function sameCell(cells: CellColumns, one: number, other: number): boolean {
  if (cells.states[one] !== cells.states[other] || !Object.is(cells.values[one], cells.values[other])) return false;
  if (!hasRange(cells, one) || !cells.ranges) return true;
  const { low, high, base } = cells.ranges;
  return low[one] === low[other] && high[one] === high[other] && base[one] === base[other];
}

const hasRange = ({ states }: CellColumns, index: number): boolean => {
  const state = states[index] as number;
  return state === stateCode.roundedFigure || state === stateCode.roundedCounts || state === stateCode.bounded;
};

function setRange(
  cells: CellColumnsBuilder,
  index: number,
  { low, high, base }: { readonly low: number; readonly high: number; readonly base: number },
): void {
  const { length } = cells.states;
  cells.ranges ??= { low: new Float64Array(length), high: new Float64Array(length), base: new Float64Array(length) };
  cells.ranges.low[index] = low;
  cells.ranges.high[index] = high;
  cells.ranges.base[index] = base;
}

/** Some of the cells, in the order given. */
export function takeCells({ states, values, ranges }: CellColumns, rows: Uint32Array): CellColumns {
  const taken = createCellColumns(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    taken.states[index] = states[row] as number;
    taken.values[index] = values[row] as number;
  }
  taken.ranges = mapRanges(ranges, (numbers) => takeNumbers(numbers, rows));
  return taken;
}

/** The same ranges with each array as `change` makes it; undefined where there are none. */
export const mapRanges = (
  ranges: CellRanges | undefined,
  change: (numbers: Float64Array) => Float64Array,
): CellRanges | undefined =>
  ranges && { low: change(ranges.low), high: change(ranges.high), base: change(ranges.base) };

/** Some of the numbers, in the order given. */
export function takeNumbers(numbers: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) taken[index] = numbers[rows[index] as number] as number;
  return taken;
}

/** The first cells; the same arrays where these are all. */
export function firstCells(cells: CellColumns, length: number): CellColumns {
  if (cells.states.length === length) return cells;
  const { states, values, ranges } = cells;
  return {
    states: states.slice(0, length),
    values: values.slice(0, length),
    ranges: mapRanges(ranges, (numbers) => numbers.slice(0, length)),
  };
}
