import type { SheetColumn } from "../../tables/index.ts";
import { cellParser } from "./survey-column.ts";

/** Counts the rows in which a column says something, and a figure. Each different cell is looked at once: of very many rows, most are alike. */
export function figuresAmong(
  { values, codes }: SheetColumn,
  rows: Uint32Array,
): { readonly filled: number; readonly figures: number } {
  const areFigures = values.map((cell) => cell !== null && cellParser.isFigure(cell));
  let [filled, figures] = [0, 0];
  for (const row of rows) {
    const code = codes[row] ?? 0;
    if (code === 0) continue;
    filled += 1;
    if (areFigures[code]) figures += 1;
  }
  return { filled, figures };
}
