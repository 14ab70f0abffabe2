import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import type { RoundingOf } from "../alt/rounding.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import { writingAs } from "../round-as-printed.ts";

export interface CheckRoundedTwiceOptions {
  readonly rows: readonly ChartRow[];
  /** How the recipe writes figures of some fields. */
  readonly written: RecipeNotes["written"];
  readonly roundingOf: RoundingOf | undefined;
  readonly source: DiagnosticDetails["source"];
}

/**
 * Tells of a figure that was rounded when it was computed, and that the format of the chart rounds once more to another number than what it was
 * rounded from: 11.48 is 11.5, and 12 by `.0f` (`chart-rounded-twice`). One of a field is told.
 */
export function checkRoundedTwice({
  rows,
  written,
  roundingOf,
  source,
}: CheckRoundedTwiceOptions): readonly DiagnosticDetails[] {
  if (written === undefined || roundingOf === undefined) return [];
  const { fields, format } = written;
  const asWritten = writingAs(format);
  return fields.flatMap((field) => {
    for (const row of rows) {
      const value = row[field];
      if (!isFigure(value)) continue;
      const said = asWritten(value);
      if (said === value) continue;
      const rounding = roundingOf(row, field);
      // Counts that were rounded have no figure from before that readers may know.
      if (rounding === undefined || rounding.low !== rounding.high) continue;
      const own = asWritten(rounding.low);
      if (said === own) continue;
      return [
        {
          code: "chart-rounded-twice",
          message: `The chart's format "${format}" writes ${said} for a figure in "${field}" that is ${own} so rounded: it was rounded to ${value} before.`,
          hint: `Give the recipe a format with the decimals that the figure has in texts, "${asFormatOf(value, format)}", or the measure the decimals that the chart writes.`,
          source: { ...source, field },
        },
      ];
    }
    return [];
  });
}

/** A format that writes all digits of a figure. */
function asFormatOf(value: number, format: string): string {
  const isShare = format.endsWith("%");
  const decimals = (String(value).split(".")[1] ?? "").length;
  return `${format.includes(",") ? "," : ""}.${Math.max(0, decimals - (isShare ? 2 : 0))}${isShare ? "%" : "f"}`;
}
