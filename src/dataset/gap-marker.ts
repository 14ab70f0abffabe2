import type { Cell } from "./cell.ts";

/** What stands in the place of a figure: symbols of the UK Government Analysis Function. */
export const gapMarkers = { suppressed: "[c]", missing: "[x]", notApplicable: "[z]" } as const;

export type GapMarker = (typeof gapMarkers)[keyof typeof gapMarkers];

/** The marker of a cell that holds no number. */
export function markerOfCell(cell: Exclude<Cell, { readonly value: number }>): GapMarker {
  if (cell.state === "suppressed") return gapMarkers.suppressed;
  return cell.reason === "not-applicable" ? gapMarkers.notApplicable : gapMarkers.missing;
}

/** The marker of a row of `where()` whose figure is null. A row that is not there has no figure that anybody hid. */
export const markerOfRow = (row: { readonly state?: unknown } | undefined): GapMarker =>
  row?.state === "suppressed" ? gapMarkers.suppressed : gapMarkers.missing;
