export type MissingReason = "not-supplied" | "not-applicable" | "unavailable";

/**
 * What one cell holds (SDMX's observation status, reduced). Only `value` and `rounded` carry a number: whoever reads a
 * cell has to look at its state first. A hidden cell does not tell why it is hidden, since that would help to work it out.
 */
export type Cell =
  | { readonly state: "value"; readonly value: number }
  | RoundedCell
  | { readonly state: "suppressed" }
  | { readonly state: "missing"; readonly reason: MissingReason };

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

/** The cell states that a marker in the data may stand for. */
export type CellState = "suppressed" | MissingReason;

/**
 * Markers read when a definition names none: the square-bracket symbols of the UK Government Analysis Function, the
 * asterisk, and the usual words for nothing. An empty cell is `not-supplied`.
 */
export const defaultMarkers: Readonly<Record<string, CellState>> = {
  "[c]": "suppressed",
  "*": "suppressed",
  "[x]": "unavailable",
  "[z]": "not-applicable",
  NA: "unavailable",
  "N/A": "unavailable",
  "..": "unavailable",
  "-": "not-supplied",
  "": "not-supplied",
};

export function cellOfState(state: CellState): Cell {
  return state === "suppressed" ? { state: "suppressed" } : { state: "missing", reason: state };
}
