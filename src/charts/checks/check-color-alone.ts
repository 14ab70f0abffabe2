import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { ColorCoding } from "../spec/color-codings.ts";

/** Lines in a legend that a reader still finds in the picture. */
const mostLines = 4;

export interface CheckColorAloneOptions {
  readonly codings: readonly ColorCoding[];
  readonly rows: readonly ChartRow[];
  /** How many colours the palette has. */
  readonly paletteSize: number;
  readonly diagnostics: Diagnostics;
}

/** Warns (`chart-colour-alone`) where a legend of colours is all that tells more series apart than readers can. */
export function checkColorAlone({ codings, rows, paletteSize, diagnostics }: CheckColorAloneOptions): void {
  for (const { field, isAlone, usesPalette, isOfLines } of codings) {
    const count = new Set(rows.flatMap((row) => row[field] ?? [])).size;
    const message =
      usesPalette && count > paletteSize
        ? `The chart has ${count} series in "${field}", and the palette ${paletteSize} colours: some share one.`
        : isAlone && count > (isOfLines ? mostLines : paletteSize)
          ? `Only colour tells the ${count} series of "${field}" apart, which not all readers can follow from a legend.`
          : undefined;
    if (message === undefined) continue;
    diagnostics.warn({
      code: "chart-colour-alone",
      message,
      hint: isOfLines
        ? "Write the names at the lines (a text layer), give them dashes or shapes (strokeDash, shape), or draw a small chart for each (facet)."
        : "Show fewer, take the small ones together, or draw a small chart for each (facet).",
      source: { field },
    });
  }
}
