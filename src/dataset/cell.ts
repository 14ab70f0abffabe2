export type MissingReason = "not-supplied" | "not-applicable" | "unavailable";

/**
 * What one cell holds (SDMX's observation status, reduced). Only `value` and `rounded` carry a number: whoever reads a
 * cell has to look at its state first. A hidden cell does not tell why it is hidden, since that would help to work it out.
 */
export type Cell =
  | { readonly state: "value"; readonly value: number }
  /** A count that disclosure control rounded to a multiple of `base`; a rate that is made of such counts. */
  | { readonly state: "rounded"; readonly value: number; readonly base: number }
  | { readonly state: "suppressed" }
  | { readonly state: "missing"; readonly reason: MissingReason };

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
