import type { Problems } from "../../diagnostics/index.ts";
import type { Sheet } from "../../tables/index.ts";
import { type Headings, headingLocation } from "./missing-column.ts";

interface Ragged {
  readonly headings: Headings;
  readonly rows: Uint32Array;
  readonly problems: Problems;
}

/** Rows of a text with as many fields as there are headings; the others are reported. A row with one cell is a heading. */
export function withoutRagged(sheet: Sheet, { headings, rows, problems }: Ragged): Uint32Array {
  const { fieldCounts, columns, rowNumbers } = sheet;
  if (!fieldCounts) return rows;
  const width = headings.columns.findLastIndex((name) => name !== "") + 1;
  const beyond = columns.slice(width);
  return rows.filter((row) => {
    const count = fieldCounts[row] as number;
    const isLong = beyond.some(({ codes }) => codes[row] !== 0);
    if (!isLong && (count >= width || columns.filter(({ codes }) => codes[row] !== 0).length === 1)) return true;
    problems.error(isLong ? "long" : "short", {
      code: "ragged-row",
      message: `The row has ${count} fields, the header ${width}.`,
      hint: isLong
        ? "Look for a comma in a field that is not in quotation marks."
        : "Add the missing fields, empty if need be.",
      source: { ...headingLocation(headings), row: rowNumbers[row] as number },
    });
    return false;
  });
}
