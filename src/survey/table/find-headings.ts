import { locateTable } from "../../dataset/index.ts";
import { cellText, type MarkedTable, rowCells, type Sheet } from "../../tables/index.ts";
import type { FoundHeadings } from "./found-headings.ts";
import { headingRows, withoutLines } from "./heading-rows.ts";
import { isOfFigures, type Look, lookAt } from "./look-at-rows.ts";
import { aboveFigures } from "./narrow-headings.ts";
import { endBeforeSameHeadings, endOfFirstPage, lastOfFirstTable, saidLast } from "./tables-below.ts";
import { belowTitles, hasNoHeadings, isRowOfData, withoutHeadings } from "./tables-without-headings.ts";

/**
 * Finds the headings of a table that nobody described: those of a table that the workbook marks; else the first row that is about as
 * wide as the table, and has names and periods where the rows below have figures. Rows above it that span its names belong to
 * them, and so does a row of units below.
 */
export function findHeadings(sheet: Sheet): FoundHeadings | undefined {
  const found = headingsOf(sheet);
  if (found && found.headerRow !== "none") return found;
  // What stands beside a table without headings of its own, behind a column without any cell, spoils the first row.
  const empty = sheet.columns.findLastIndex(({ codes }, index) => index > 1 && codes.every((code) => code === 0));
  const isBetween = empty > 0 && empty < sheet.columns.length - 1;
  const own = isBetween ? { ...sheet, columns: sheet.columns.slice(0, empty) } : undefined;
  const before = own && findHeadings(own);
  if (!own || !before || before.headerRow === "none") return found;
  const last = before.rows.findLast((row) => own.columns.some(({ codes }) => codes[row] !== 0));
  const [first] = before.rows;
  if (last === undefined || first === undefined) return before;
  // Rows among them that are of the other table alone are told apart by what they leave blank.
  const isAny = (row: number) => sheet.columns.some(({ codes }) => codes[row] !== 0);
  const rows = Uint32Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(isAny);
  const heading = sheet.rowNumbers.indexOf([before.headerRow].flat().map(Number).at(-1) ?? 0);
  const beside = heading < 0 ? [] : besideIn(sheet, heading, empty);
  return { ...before, beside: [...(before.beside ?? []), ...beside], rows, lastRow: sheet.rowNumbers[last] };
}

const besideIn = (sheet: Sheet, row: number, from: number): NonNullable<FoundHeadings["beside"]> =>
  rowCells(sheet, row).flatMap((cell, index) =>
    index > from && cell !== null ? [{ index, text: cellText(cell).trim() }] : [],
  );

function headingsOf(sheet: Sheet): FoundHeadings | undefined {
  const look = lookAt(sheet);
  const marked = newestOfLike(look, largest(sheet.markedTables));
  // A table that a workbook marks may begin below its headings.
  const isHeaded = marked !== undefined && !isOfFigures(look, marked.top);
  const levels = isHeaded ? [marked.top] : withoutLines(look, saidLast(look, aboveFigures(look, headingRows(look))));
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return hasNoHeadings(look) ? withoutHeadings(look) : belowTitles(look);
  if (!isHeaded && first === last && isRowOfData(look, first)) return withoutHeadings(look);
  const numbers = levels.map((row) => sheet.rowNumbers[row] as number);
  const headerRow =
    numbers.length > 1 ? ([numbers[0] as number, numbers.at(-1) as number] as const) : (numbers[0] as number);
  const end = marked
    ? marked.bottom
    : (endOfFirstPage(look, last) ?? endBeforeSameHeadings(look, levels) ?? lastOfFirstTable(look, last));
  const lastRow = end === undefined || end >= sheet.rowNumbers.length - 1 ? undefined : sheet.rowNumbers[end];
  const located = locateTable(
    sheet,
    { names: [], isWide: undefined, levels: levels.length, isFigure: look.isFigure },
    { headerRow, lastRow },
  );
  if (!located) return undefined;
  const above = look.filled.filter((row) => row < first).length;
  const others = sheet.markedTables.flatMap(({ top, bottom }) =>
    marked && top < bottom && top !== marked.top ? [sheet.rowNumbers[top] as number] : [],
  );
  const { columns, rows, remarks } = located;
  const otherTables = others.length > 0 ? others : undefined;
  return { headerRow, lastRow, otherTables, columns, rows, above, below: remarks.length };
}

/**
 * Of marked tables one below another that are as large as the largest, under the same first headings and each under a line that says one year, the one of the newest: what is
 * read of a series is no older than it has to be.
 */
function newestOfLike({ sheet, textsOf }: Look, own: MarkedTable | undefined): MarkedTable | undefined {
  if (own === undefined) return undefined;
  const like = sheet.markedTables.filter(
    (other) =>
      sizeOf(other) === sizeOf(own) &&
      other.left === own.left &&
      textsOf(other.top)[own.left] === textsOf(own.top)[own.left],
  );
  const dated = like.flatMap((table) => {
    const [text = "", other] = table.top > 0 ? textsOf(table.top - 1).filter(Boolean) : [];
    const years = other === undefined ? text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) : null;
    return years?.length === 1 ? [{ table, year: Number(years[0]) }] : [];
  });
  const areYears = dated.length === like.length && new Set(dated.map(({ year }) => year)).size === like.length;
  return areYears ? dated.toSorted((a, b) => b.year - a.year)[0]?.table : own;
}

const sizeOf = ({ top, bottom, left, right }: MarkedTable): number => (bottom - top) * (right - left + 1);
/** The largest table, the first of several that are so large: counts stand above the percentages that they make. */
const largest = (tables: readonly MarkedTable[]): MarkedTable | undefined =>
  [...tables].filter((table) => table.bottom > table.top).sort((a, b) => sizeOf(b) - sizeOf(a) || a.top - b.top)[0];
