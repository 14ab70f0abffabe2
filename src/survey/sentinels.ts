import { gapMarkers } from "../dataset/index.ts";
import { cellText, type Sheet, type SheetCell } from "../tables/index.ts";

/** What programs write where there is no figure: `-999`, `-9999.0`, `-999.9`. */
const sentinel = /^-9{3,}(?:\.[09]+)?$/u;

/** The numbers of columns that stand for figures that are not there: they come again, or far below all other numbers of their column. */
export function sentinelsIn(columns: readonly Pick<Sheet["columns"][number], "values">[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { values } of columns) {
    const texts = values.flatMap((value) => (value === null ? [] : [cellText(value).trim()]));
    const own = new Set(texts.filter((text) => sentinel.test(text)));
    // Most columns have none.
    if (own.size === 0) continue;
    const others = texts.filter((text) => /^[-−]?\d/u.test(text) && !sentinel.test(text));
    const lowest = others
      .map((text) => Number(text.replaceAll(",", "")))
      .filter(Number.isFinite)
      .reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    for (const text of own) if (others.length > 0 && Number(text) < farBelow * Math.max(1, -lowest)) found.add(text);
  }
  return found;
}

/** Nothing below zero is so far from all others of its kind. */
const farBelow = -5;

/** A sheet with gaps in their place. */
export const withoutSentinels = (sheet: Sheet, sentinels: ReadonlySet<string>): Sheet => {
  const read = (value: SheetCell): SheetCell =>
    value !== null && sentinels.has(cellText(value).trim()) ? gapMarkers.missing : value;
  return sentinels.size === 0
    ? sheet
    : { ...sheet, columns: sheet.columns.map((column) => ({ ...column, values: column.values.map(read) })) };
};
