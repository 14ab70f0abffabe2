import type { ChartRow } from "../chart-row.ts";

/** A figure, and the multiple that it was rounded to; 0 where it was not. */
export interface Rounded {
  readonly value: number;
  readonly base: number;
}

export const baseOf = ({ rounding }: ChartRow): number => (typeof rounding === "number" && rounding > 1 ? rounding : 0);

/** A row's figure with what it was rounded to. */
export const roundedOf = ({ value, row }: { readonly value: number; readonly row: ChartRow }): Rounded => ({
  value,
  base: baseOf(row),
});

/**
 * Whether rounding leaves open which of two figures is the higher: the true ones may be half a multiple below what is written,
 * or nearly half above it.
 */
export function isOpen(a: Rounded, b: Rounded): boolean {
  const reach = (a.base + b.base) / 2;
  const gap = Math.abs(a.value - b.value);
  return reach > 0 && (a.base === b.base ? gap < reach : gap <= reach);
}
