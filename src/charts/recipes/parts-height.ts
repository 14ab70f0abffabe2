import * as z from "zod";
import type { ChartRow } from "../chart-row.ts";

/** How high a chart of parts is at least that stand in rows of as many columns: one part for each text of a field. */
export interface PartsHeight {
  readonly field: string;
  readonly columns: number;
  /** A part, and what is between two of them, px. */
  readonly eachPx: number;
  readonly betweenPx: number;
}

const partsHeight: z.ZodType<PartsHeight> = z.object({
  field: z.string(),
  columns: z.number().positive(),
  eachPx: z.number(),
  betweenPx: z.number(),
});

/** A spec may come from a file, with notes that no recipe wrote. Undefined: nothing is known. */
export const readPartsHeight = (height: unknown): PartsHeight | undefined => partsHeight.safeParse(height).data;

/** In px. */
export function leastHeightPx({ field, columns, eachPx, betweenPx }: PartsHeight, rows: readonly ChartRow[]): number {
  const lines = Math.ceil(new Set(rows.map((row) => row[field])).size / columns);
  return lines * eachPx + (lines - 1) * betweenPx;
}
