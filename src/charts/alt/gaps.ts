import { isFigure, roundingOf } from "../compiled-chart.ts";
import type { Reading } from "./reading.ts";

/** How many rows have no figure, and why; nothing where every row has one. That counts are rounded is said too. */
export function describeGaps({ rows, value, words }: Reading): string[] {
  const gaps = rows.filter((row) => !isFigure(row[value.field]));
  const suppressed = gaps.filter((row) => row.state === "suppressed").length;
  const disputed = gaps.filter((row) => row.state === "conflict").length;
  const missing = gaps.length - suppressed - disputed;
  const base = roundingOf(rows);
  return [
    ...(gaps.length > 0 ? [words.charts.gaps({ suppressed, missing, disputed })] : []),
    ...(base > 1 ? [words.notes.rounded({ base })] : []),
  ];
}
