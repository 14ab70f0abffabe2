import { roundingOf } from "../compiled-chart.ts";
import { gapOf, gapsOf, type Reading } from "./reading.ts";

/** How many rows have no figure, and why; nothing where every row has one. That counts are rounded is said too. */
export function describeGaps(reading: Reading): readonly string[] {
  const { kind, rows, words } = reading;
  const reasons = gapsOf(reading).map(gapOf);
  const count = (reason: (typeof reasons)[number]) => reasons.filter((own) => own === reason).length;
  const [suppressed, missing, disputed] = [count("suppressed"), count("missing"), count("disputed")];
  const base = roundingOf(rows);
  const of = kind === "map" || kind === "tile" ? "areas" : "values";
  return [
    ...(reasons.length > 0 ? [words.charts.gaps({ suppressed, missing, disputed, of })] : []),
    ...(base > 1 ? [words.notes.rounded({ base })] : []),
  ];
}
