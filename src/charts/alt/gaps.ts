import { isFigure } from "../compiled-chart.ts";
import { counted, type Reading } from "./reading.ts";

/**
 * `2 values are suppressed and 1 is missing. For 1 value, publications disagree.` Nothing where every row has a figure as
 * published. That counts are rounded is said too.
 */
export function describeGaps({ rows, value }: Reading): string[] {
  const gaps = rows.filter((row) => !isFigure(row[value.field]));
  const suppressed = gaps.filter((row) => row.state === "suppressed").length;
  const disputed = gaps.filter((row) => row.state === "conflict").length;
  const missing = gaps.length - suppressed - disputed;
  const base = rows.reduce((most, { rounding }) => Math.max(most, Number(rounding ?? 1)), 1);
  const are = (n: number) => (n === 1 ? "is" : "are");
  const absent = [
    suppressed > 0 ? `${counted(suppressed, "value")} ${are(suppressed)} suppressed` : "",
    missing > 0 ? `${suppressed > 0 ? missing : counted(missing, "value")} ${are(missing)} missing` : "",
  ].filter(Boolean);
  return [
    ...(absent.length > 0 ? [`${absent.join(" and ")}.`] : []),
    ...(base > 1 ? [`Counts are rounded to the nearest ${base}.`] : []),
    ...(disputed > 0 ? [`For ${counted(disputed, "value")}, publications disagree.`] : []),
  ];
}
