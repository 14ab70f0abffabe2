import { periodReadings } from "../../dataset/index.ts";
import { columnLetters } from "../../diagnostics/index.ts";
import { cellText, rowCells, type Sheet } from "../../tables/index.ts";
import { yearOfTitles } from "../periods/said-years.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { type FoundHeadings, topOf } from "./found-headings.ts";
import { isComment } from "./look-at-rows.ts";
import { goesOn } from "./marks-of-pages.ts";
import { cellParser } from "./survey-column.ts";
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
): Pick<TableSurvey, "titles" | "overColumns" | "periodAbove" | "unitAbove"> {
  const first = topOf(found);

  const texts: string[] = [];
  // What stands beside several others is said of its own column.
  const saidOfAll: string[] = [];
  const titled: { readonly cell: string; readonly text: string }[] = [];
  let periodAbove: TableSurvey["periodAbove"];
  for (const row of ownRowsAbove(sheet, first)) {
    const number = sheet.rowNumbers[row] as number;
    const cells = withCommas(rowCells(sheet, row).map((cell) => cellText(cell)));
    saidOfAll.push(...textsOfTitle(cells));
    for (const [column, text] of cells.entries()) {
      if (text !== "" && !goesOn.test(text)) texts.push(text);
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
  const titles = [...new Set(texts.filter(isOwn))];
  return {
    titles,
    overColumns: titles.filter((text) => !saidOfAll.includes(text)),
    periodAbove: periodAbove ?? yearOfTitles(titled),
    unitAbove: unitSaidAbove(sheet, first, { ofAll: saidOfAll.filter(isOwn), titles }),
  };
}

/**
 * The rows that say something of a table: those behind the figures of another table above it, where a title of its own follows these; else all
 * above it. What heads another table says another year, and what it counts is none.
 */
function ownRowsAbove(sheet: Sheet, header: number): readonly number[] {
  const above = [...sheet.rowNumbers.keys()].filter((row) => (sheet.rowNumbers[row] as number) < header);
  const filledIn = (row: number) => rowCells(sheet, row).filter((cell) => cell !== null);
  const figuresIn = (row: number) =>
    filledIn(row).filter((cell) => cellParser.isFigure(cell) && !/^(?:19|20)\d{2}$/u.test(cellText(cell).trim()))
      .length;
  // A name and its figure, row after row, are a table too.
  const isPair = (row: number) => filledIn(row).length === 2 && figuresIn(row) === 1;
  const isOfFigures = (row: number) =>
    figuresIn(row) >= fewestFigures || (isPair(row) && [row - 2, row - 1, row + 1, row + 2].filter(isPair).length > 1);
  const last = above.findLastIndex(isOfFigures);
  const isHeaded = above.slice(0, Math.max(0, last)).some((row) => !isOfFigures(row) && filledIn(row).length > 1);
  const isTitle = (row: number) => {
    const [only, other] = filledIn(row);
    return other === undefined && only !== undefined && /\p{L}{3}.*\s/u.test(cellText(only));
  };
  const own = isHeaded && above.slice(last + 1).some(isTitle) ? above.slice(last + 1) : above;
  return own.filter((row) => !isComment(sheet, row));
}
/** So many figures in a row are of a table, and said of none below it. */
const fewestFigures = 2;

/** The texts of a row above a table: a title that nobody quoted goes on behind its comma, `Norland, Average temperature`. */
function withCommas(cells: readonly string[]): readonly string[] {
  const texts = cells.map((text) => text.trim());
  const [first = "", next = ""] = texts;
  const isOne = /\p{L}/u.test(first) && /^ \S/u.test(cells[1] ?? "") && texts.slice(2).every((text) => text === "");
  return isOne ? [`${first}, ${next}`, ...texts.slice(1).map(() => "")] : texts;
}

/** What a row above a table says of all of it: alone in it, once over each of its pages, or at its start. */
function textsOfTitle(cells: readonly string[]): readonly string[] {
  const own = [...new Set(cells.filter((text) => text !== "" && !goesOn.test(text)))];
  const isAtStart = cells.findIndex((text) => text !== "") < mostOfTitle;
  return own.length === 1 || (own.length <= mostOfTitle && isAtStart) ? own : [];
}

/** So many cells at the start of a row above a table are a title, and what it is of. */
const mostOfTitle = 2;
