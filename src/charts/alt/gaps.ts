import { isFigure } from "../compiled-chart.ts";
import { counted, type Reading } from "./reading.ts";

/** `2 values are suppressed and 1 is missing.` Nothing where every row has a figure. */
export function describeGaps({ rows, value }: Reading): string[] {
  const gaps = rows.filter((row) => !isFigure(row[value.field]));
  const suppressed = gaps.filter((row) => row.state === "suppressed").length;
  const missing = gaps.length - suppressed;
  const are = (n: number) => (n === 1 ? "is" : "are");
  if (suppressed > 0 && missing > 0) {
    return [`${counted(suppressed, "value")} ${are(suppressed)} suppressed and ${missing} ${are(missing)} missing.`];
  }
  if (suppressed > 0) return [`${counted(suppressed, "value")} ${are(suppressed)} suppressed.`];
  return missing > 0 ? [`${counted(missing, "value")} ${are(missing)} missing.`] : [];
}
