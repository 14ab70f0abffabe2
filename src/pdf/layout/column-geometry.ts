import { resolveLength } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";

/** Columns side by side, pt. */
export interface ColumnGeometry {
  readonly count: number;
  readonly width: number;
  readonly gap: number;
}

/** More columns than anyone reads: who asks for more has made a slip in a length. */
export const mostColumns = 1_000;

/** How many columns there are in this content width, and how wide they are (CSS Multi-column Layout 1, 3.4). */
export function columnGeometry(style: ComputedStyle, available: number): ColumnGeometry {
  const { columnCount, columnWidth } = style;
  const gap = columnGapOf(style, available);
  // A column that is asked to be no wider than nothing is a pixel wide.
  const fitting =
    columnWidth === "auto"
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.floor((available + gap) / (Math.max(0.75, columnWidth) + gap)));
  const asked = columnCount === "auto" ? Number.POSITIVE_INFINITY : columnCount;
  const count = Math.min(fitting, asked, mostColumns);
  return { count, width: Math.max(0, (available - (count - 1) * gap) / count), gap };
}

/** One em, if nothing else is said. */
export function columnGapOf({ columnGap, fontSize }: ComputedStyle, available: number): number {
  return columnGap === "normal" ? fontSize : Math.max(0, resolveLength(columnGap, available));
}
