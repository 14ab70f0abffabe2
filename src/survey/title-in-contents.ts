import { cellText, rowCells, type Sheet } from "../tables/index.ts";

/** A list of sheets stands on one of the first, in rows of a few cells each; what is longer is a table. */
const [firstSheets, mostRows, mostCells] = [6, 300, 4];

/**
 * What the contents of a workbook say that one of its sheets holds: `Table 1 | Deaths by place of death`, or, of a sheet `T3_1`, `Table 3.1: Average rents`. Undefined
 * where no row, or more than one, is of that sheet.
 */
export function titleInContents(sheets: readonly Sheet[], name: string | undefined): string | undefined {
  const own = asKey(name ?? "");
  if (own === "") return undefined;
  const found = sheets.slice(0, firstSheets).flatMap((sheet) => {
    if (sheet.name === name || sheet.rowNumbers.length > mostRows) return [];
    return [...sheet.rowNumbers.keys()].flatMap((row) => {
      const cells = rowCells(sheet, row).map((cell) => cellText(cell).trim());
      return titleBeside(
        own,
        cells.filter((text) => text !== ""),
      );
    });
  });
  const [title, other] = new Set(found);
  return other === undefined ? title : undefined;
}

/** What stands in a row of contents beside the name of a sheet, or behind it in one cell. */
function titleBeside(own: string, cells: readonly string[]): readonly string[] {
  if (cells.length > mostCells) return [];
  const at = cells.findIndex((text) => asKey(text) === own);
  if (at >= 0)
    return cells
      .slice(at + 1)
      .filter(isTitle)
      .slice(0, 1);
  if (!isNumberOfTable.test(own)) return [];
  return cells.flatMap((text) => {
    const { key = "", title = "" } = numberedTitle.exec(text)?.groups ?? {};
    return asKey(key) === own && isTitle(title) ? [title] : [];
  });
}

const isTitle = (text: string): boolean => /\p{L}{2,}(?:.*?\s\p{L}{2,}){2}/u.test(text);

/** `Table 3.1: Average rents`, `Table 3.1 Average rents` */
const numberedTitle =
  /^(?<key>(?:table|tab|figure|fig|chart|sheet|worksheet)\.? ?[a-z]?\d{1,3}(?:[._-]\d{1,3})*[a-z]?)\s*[:.–-]?\s+(?<title>\S.*)$/iu;

/** The name of a sheet, or what a list calls it, as both are written alike: `T3_1`, `Table 3.1` and `Table 3.1 ` are the table `3.1`. */
const asKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:table|tab|t)[\s._-]*(?=[a-z]?\d)/u, "")
    .replaceAll(/[\s_.-]+/gu, ".")
    .replaceAll(/^\.|\.$/gu, "");
const isNumberOfTable = /^[a-z]?\d{1,3}(?:\.\d{1,3})*[a-z]?$/u;
