import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";

export interface CheckFiguresOptions {
  readonly datasets: Iterable<readonly ChartRow[]>;
  /** Fields that are read as numbers. */
  readonly fields: readonly string[];
  readonly diagnostics: Diagnostics;
}

/** Reports numbers that are none (NaN, Infinity), and words where a chart takes a number: the first of each field. */
export function checkFigures({ datasets, fields, diagnostics }: CheckFiguresOptions): void {
  const told = new Set<string>();
  for (const rows of datasets) {
    for (const [index, row] of rows.entries()) {
      for (const field in row) {
        const cell = row[field];
        const isBad = typeof cell === "number" ? !Number.isFinite(cell) : cell !== null && fields.includes(field);
        if (!isBad || told.has(field)) continue;
        told.add(field);
        const shown = typeof cell === "string" ? JSON.stringify(cell) : String(cell);
        diagnostics.error({
          code: "chart-bad-value",
          message: `Row ${index + 1} of the chart has ${shown} in "${field}", which is no number.`,
          hint: "Give a number, or null where there is none.",
          source: { field },
        });
      }
    }
  }
}
