import { cellText, rowCells, type Sheet } from "../../tables/index.ts";

/** What a program writes over a column that its own source had no heading of. */
const placeholder = /^Unnamed: \d+(?:_level_\d+)?$/u;
/** So many of them, beside at most one title, are the headings of nothing. */
const fewest = 2;

/**
 * A sheet without the placeholders beside its title, `Pupils by year | Unnamed: 1 | Unnamed: 2`: a program took the title for the first heading, and left the real
 * ones below. One placeholder among headings is a column without a name, and stays.
 */
export function withoutPlaceholders(sheet: Sheet): Sheet {
  const top = sheet.rowNumbers.findIndex((_, row) => sheet.columns.some(({ codes }) => codes[row] !== 0));
  if (top < 0) return sheet;
  const texts = rowCells(sheet, top).map((cell) => cellText(cell).trim());
  const isTitled = texts.every((text, column) => text === "" || column === 0 || placeholder.test(text));
  if (!isTitled || texts.filter((text) => placeholder.test(text)).length < fewest) return sheet;
  const columns = sheet.columns.map((column, index) => {
    if (!placeholder.test(texts[index] ?? "")) return column;
    const codes = column.codes.slice();
    codes[top] = 0;
    return { ...column, codes };
  });
  return { ...sheet, columns };
}
