import type { Problems } from "../../diagnostics/index.ts";
import { cellAt, cellText, type Sheet } from "../../tables/index.ts";
import type { LayoutSpec } from "./layout-spec.ts";
import { type Headings, headingLocation } from "./missing-column.ts";

interface Ragged {
  readonly headings: Headings;
  readonly rows: Uint32Array;
  readonly reading: LayoutSpec["raggedRows"];
  readonly problems: Problems;
}

/** Rows of a text whose number of fields is not the header's. */
export interface RaggedRows {
  readonly long: ReadonlySet<number>;
  readonly short: ReadonlySet<number>;
}

/** Finds rows of a text with more or fewer fields than there are headings. A row with one cell is a heading. */
export function findRagged(
  sheet: Sheet,
  { columns: names, rows }: Pick<Headings, "columns"> & Pick<Ragged, "rows">,
): RaggedRows {
  const { fieldCounts, columns } = sheet;
  const found = { long: new Set<number>(), short: new Set<number>() };
  if (!fieldCounts) return found;
  const width = names.findLastIndex((name) => name !== "") + 1;
  const fields = fieldsOfHeader(sheet, { columns: names, rows }) ?? width;
  const beyond = columns.slice(width);
  for (const row of rows) {
    const isBeyond = (fieldCounts[row] as number) > fields || fields === width;
    if (isBeyond && beyond.some(({ codes }) => codes[row] !== 0)) found.long.add(row);
    else if ((fieldCounts[row] as number) < width && columns.filter(({ codes }) => codes[row] !== 0).length !== 1)
      found.short.add(row);
  }
  return found;
}

/** How many fields the row of headings has right above the others, empty ones at its end among them: columns that nobody named. */
function fieldsOfHeader(
  sheet: Sheet,
  { columns: names, rows }: Pick<Headings, "columns"> & Pick<Ragged, "rows">,
): number | undefined {
  const row = (rows[0] ?? 0) - 1;
  if (row < 0) return undefined;
  const texts = names.map((_, index) => cellText(cellAt(sheet, row, index)).trim());
  // The lower of two rows says nothing below some headings of the upper one: `TIME | GEO (Labels)` beside `2019`.
  const isLevelled = texts.some((text, index) => text !== "" && names[index]?.endsWith(` | ${text}`));
  const isHeader = names.every((name, index) => {
    const text = texts[index] ?? "";
    return name === "" || text === name || (isLevelled && (text === "" || name.endsWith(` | ${text}`)));
  });
  const counts = [row, ...(isLevelled && row > 0 ? [row - 1] : [])].map((own) => sheet.fieldCounts?.[own] ?? 0);
  return isHeader ? Math.max(...counts) : undefined;
}

/** Rows of a text with as many fields as there are headings; the others are reported, or read as the layout says. */
export function withoutRagged(sheet: Sheet, { headings, rows, reading, problems }: Ragged): Uint32Array {
  if (reading === "read") return rows;
  const { long, short } = findRagged(sheet, { columns: headings.columns, rows });
  if (long.size + short.size === 0) return rows;
  const width = headings.columns.findLastIndex((name) => name !== "") + 1;
  const report = reading === "leave-out" ? problems.warn : problems.error;
  return rows.filter((row) => {
    const isLong = long.has(row);
    if (!isLong && !short.has(row)) return true;
    report(isLong ? "long" : "short", {
      code: "ragged-row",
      message: `The row has ${sheet.fieldCounts?.[row]} fields, the header ${width}${reading === undefined ? "" : ", and is left out"}.`,
      hint: isLong
        ? "Look for a comma in a field that is not in quotation marks."
        : 'Add the missing fields, empty if need be; or say layout.raggedRows: "read" where they are the last ones.',
      source: { ...headingLocation(headings), row: sheet.rowNumbers[row] as number },
    });
    return false;
  });
}
