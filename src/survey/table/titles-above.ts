import { periodReadings } from "../../dataset/index.ts";
import { columnLetters } from "../../diagnostics/index.ts";
import { cellText, rowCells, type Sheet } from "../../tables/index.ts";
import { yearOfTitles } from "../periods/said-years.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { type FoundHeadings, topOf } from "./found-headings.ts";
import { isComment } from "./look-at-rows.ts";
import { unitSaidAbove } from "./units-above.ts";

/** The one text above figures, where the first of them stands. */
export function findSpanning(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  headerRow: FoundHeadings["headerRow"],
): string | undefined {
  const first = topOf({ headerRow });
  const above = sheet.rowNumbers.indexOf(first - 1);
  const figures = columns.filter(({ kind }) => kind === "figure");
  const [start] = figures;
  if (above < 0 || !start || figures.length < 2 || isComment(sheet, above)) return undefined;
  const texts = rowCells(sheet, above).map((cell) => cellText(cell).trim());
  const others = texts.filter((text, index) => text !== "" && index > start.index);
  return others.length === 0 && texts[start.index] !== "" ? texts[start.index] : undefined;
}

/** What is said above a table: its titles, and a period and a unit of all its figures. */
export function readTitles(
  sheet: Sheet,
  found: Pick<FoundHeadings, "headerRow" | "firstRow" | "columns">,
): Pick<TableSurvey, "titles" | "periodAbove" | "unitAbove"> {
  const first = topOf(found);
  const texts: string[] = [];
  // What stands beside several others is said of its own column.
  const saidOfAll: string[] = [];
  const titled: { readonly cell: string; readonly text: string }[] = [];
  let periodAbove: TableSurvey["periodAbove"];
  for (const [row, number] of sheet.rowNumbers.entries()) {
    if (number >= first) break;
    if (isComment(sheet, row)) continue;
    const cells = rowCells(sheet, row).map((cell) => cellText(cell).trim());
    saidOfAll.push(...textsOfTitle(cells));
    for (const [column, text] of cells.entries()) {
      if (text !== "") texts.push(text);
      titled.push({ cell: `${columnLetters(sheet.columns[column]?.column ?? column + 1)}${number}`, text });
      const [, word = "", rest = ""] =
        /^((?:year|period|date|month|quarter|financial year)\s*[:=]?)\s*(.*)$/iu.exec(text) ?? [];
      const next = cells[column + 1] ?? "";
      const address = (index: number) => `${columnLetters(sheet.columns[index]?.column ?? index + 1)}${number}`;
      if (periodAbove || word === "") continue;
      if (periodReadings(rest).length > 0)
        periodAbove = { cell: address(column), pattern: text.replace(rest, "{}"), said: rest };
      else if (rest === "" && periodReadings(next).length > 0) periodAbove = { cell: address(column + 1), said: next };
    }
  }
  const headings = new Set(found.columns.map((name) => name.trim().toLowerCase()));
  const isOwn = (text: string) => !headings.has(text.toLowerCase());
  const titles = texts.filter(isOwn);
  return {
    titles,
    periodAbove: periodAbove ?? yearOfTitles(titled),
    unitAbove: unitSaidAbove(sheet, first, { ofAll: saidOfAll.filter(isOwn), titles }),
  };
}

/** What a row above a table says of all of it: alone in it, or at its start. */
function textsOfTitle(cells: readonly string[]): readonly string[] {
  const own = cells.filter((text) => text !== "");
  const isAtStart = cells.findIndex((text) => text !== "") < mostOfTitle;
  return own.length === 1 || (own.length <= mostOfTitle && isAtStart) ? own : [];
}

/** So many cells at the start of a row above a table are a title, and what it is of. */
const mostOfTitle = 2;
