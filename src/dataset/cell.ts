import type { ObservationStatus } from "./observation-status.ts";

export type MissingReason = "not-supplied" | "not-applicable" | "unavailable";

/**
 * What one cell holds (SDMX's observation status, reduced). Only `value` and `rounded` carry a number: whoever reads a
 * cell has to look at its state first. A hidden cell does not tell why it is hidden, since that would help to work it out.
 */
export type Cell =
  | { readonly state: "value"; readonly value: number }
  | RoundedCell
  | HiddenCell
  | { readonly state: "missing"; readonly reason: MissingReason };

/** `bounds`: what its publisher says that it is, as in `<5`; read by disclosure control, and kept by nothing after it. */
export interface HiddenCell {
  readonly state: "suppressed";
  readonly bounds?: CountBounds;
}

/** The least and the greatest of the counts that a cell may hold. */
export interface CountBounds {
  readonly from: number;
  readonly to: number;
}

/**
 * A figure that its publisher or disclosure control rounded to a multiple of `base`; a rate that is made of counts that
 * were rounded to it. Every value from `low` to `high`, both included, may be the one behind it: they follow from the rule
 * and from what is published, and from nothing else.
 */
export interface RoundedCell {
  readonly state: "rounded";
  readonly value: number;
  readonly base: number;
  /** What was rounded: the figure itself, or the counts that it was then made of. */
  readonly of: "figure" | "counts";
  readonly low: number;
  readonly high: number;
}

/** A multiple, and the least and the greatest of the values that are rounded to it so. */
export type CellRounding = Pick<RoundedCell, "base" | "of" | "low" | "high">;

/** The cell states that a marker in the data may stand for. */
export type CellState = "suppressed" | MissingReason;

/**
 * What a marker in the data stands for: a state of the cell; `zero`, where publishers write a dash for none; a hidden count of which
 * readers are told what it may be; a status, by itself or beside a number.
 */
export type CellMarker = CellState | "zero" | CountBounds | ObservationStatus;

/**
 * The markers that are read without being declared: the symbols of the UK Government Analysis Function that mean one thing, the
 * asterisk, and the usual words for nothing. An empty cell is `not-supplied`. A definition's `markers` come beside them.
 */
export const defaultMarkers: Readonly<Record<string, CellMarker>> = {
  "[c]": "suppressed",
  "*": "suppressed",
  "[x]": "unavailable",
  "[z]": "not-applicable",
  NA: "unavailable",
  "N/A": "unavailable",
  "..": "unavailable",
  "-": "not-supplied",
  "": "not-supplied",
  "[b]": "break",
  "[e]": "estimated",
  "[p]": "provisional",
  "[r]": "revised",
  "[f]": "forecast",
  "(p)": "provisional",
  "(r)": "revised",
};

export function cellOfState(state: CellState): Cell {
  return state === "suppressed" ? { state: "suppressed" } : { state: "missing", reason: state };
}

/** The sum of two counts: hidden where either is, and else missing where either is. */
export function sumOfCells(a: Cell, b: Cell): Cell {
  if (a.state === "suppressed" || b.state === "suppressed") return { state: "suppressed" };
  if (a.state === "missing") return a;
  if (b.state === "missing") return b;
  const value = a.value + b.value;
  if (a.state === "value" && b.state === "value") return { state: "value", value };
  const rounded = a.state === "rounded" ? a : (b as RoundedCell);
  const [low, high] = [a, b].reduce(
    (sum, cell) => {
      const ends = cell.state === "rounded" ? [cell.low, cell.high] : [cell.value, cell.value];
      return [sum[0] + (ends[0] as number), sum[1] + (ends[1] as number)] as const;
    },
    [0, 0] as readonly [number, number],
  );
  return { ...rounded, value, low, high };
}
