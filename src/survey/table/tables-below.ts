import { periodReadings } from "../../dataset/index.ts";
import { cellText, rowCells, type SheetCell } from "../../tables/index.ts";
import { type Look, mostLevels } from "./look-at-rows.ts";

/** The rows of headings; of those that say the same again, in small letters say, the last alone. */
export function saidLast({ sheet, textsOf, isFigure }: Look, levels: readonly number[]): readonly number[] {
  const last = levels.at(-1);
  if (last === undefined) return levels;
  let own = last;
  while (own + 1 < sheet.rowNumbers.length && isSame(own, own + 1)) own += 1;
  const above = levels.at(-2);
  return own > last || (levels.length === 2 && above !== undefined && isSame(above, last)) ? [own] : levels;

  function isSame(upper: number, lower: number): boolean {
    const [above, below] = [textsOf(upper), textsOf(lower)];
    const said = below.flatMap((text, index) => (text === "" ? [] : [index]));
    const same = said.filter((index) => above[index]?.toLowerCase() === below[index]?.toLowerCase());
    const hasFigure = rowCells(sheet, lower).some(
      (cell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell)),
    );
    return said.length > 2 && !hasFigure && same.length >= said.length * mostlySame;
  }
}

/** So many of the headings that stand in two rows are the same. */
const mostlySame = 0.6;

/**
 * The last row before another table of the same form: one that has the same rows of headings, several of them, below a title of its own. Undefined where
 * there is none: headings that come again below no title, or below the same, are those of the next page.
 */
export function endBeforeSameHeadings({ sheet, filled, textsOf }: Look, levels: readonly number[]): number | undefined {
  const [top] = levels;
  if (top === undefined || levels.length < 2) return undefined;
  const heads = levels.map(textsOf);
  const titles = new Set(filled.filter((row) => row < top).flatMap(textsOf));
  // Most rows are told apart by one cell.
  const column = sheet.columns.find(({ codes }) => codes[top] !== 0);
  const own = filled.filter((row) => row > (levels.at(-1) as number));
  for (const [at, row] of own.entries()) {
    if (!column || column.codes[row] !== column.codes[top]) continue;
    if (
      !heads.every((head, level) => own[at + level] !== undefined && isSame(head, textsOf(own[at + level] as number)))
    )
      continue;
    // What stood above the first headings too, over several of them say, stands between a title and these; so does that it is the same table still.
    const above = own
      .slice(0, at)
      .findLastIndex((other) => textsOf(other).some((text) => text !== "" && !titles.has(text) && !isStill.test(text)));
    const texts = above < 1 || at - above > mostLevels ? [] : textsOf(own[above] as number).filter(Boolean);
    if (new Set(texts).size === 1) return own[above - 1];
  }
  return undefined;
}

/**
 * The last row of the first of several printed pages, below its headings: the one before a form feed, or `Table 3`, that stands alone in its row or
 * beside the number of a page, where a title of its own, or words, follow it, and no figures. Undefined where there is none.
 */
export function endOfFirstPage({ sheet, filled, isFigure }: Look, header: number): number | undefined {
  const cellsOf = (row: number) => rowCells(sheet, row).filter((cell) => cell !== null);
  const isFeed = (row: number) => {
    const [first, ...others] = cellsOf(row).map(cellText);
    return first !== undefined && endOfPage.test(first) && others.every((text) => numberOfPage.test(text));
  };
  // Each different cell is looked at once: there may be hundreds of thousands of rows.
  const isAnywhere = sheet.columns.some(({ values }) => values.some((cell) => endOfPage.test(cellText(cell))));
  if (!isAnywhere) return undefined;
  const body = filled.filter((row) => row > header);
  const at = body.findIndex(isFeed);
  const [before, next] = [body[at - 1], body[at + 1]];
  if (before === undefined || next === undefined) return undefined;
  const isWords = cellsOf(next).every((cell) => !isFigure(cell));
  return isWords ? before : undefined;
}

/** As it is, or as workbooks write it; or the number of the next table alone. */
const endOfPage = /^ *(?:\f|_x000C_|tab(?:le|elle|leau) \d{1,4}) *$/iu;

const numberOfPage = /^\s*(?:page|seite|p\.) \d{1,4}\s*$/iu;

/** That a table goes on from the page before. */
const isStill = /^\(?(?:table )?cont(?:inued|inues|[’']?d)?\.{0,3}\)?\.{0,3}$/iu;

/** Whether a row has the headings of another one, of which it may leave out a few: the name of the rows, where these are the same again. */
function isSame(heads: readonly string[], own: readonly string[]): boolean {
  const said = heads.filter((text) => text !== "").length;
  const again = own.filter((text, index) => text !== "" && text === heads[index]).length;
  return own.every((text, index) => text === "" || text === heads[index]) && again >= said * mostlyAgain;
}
const mostlyAgain = 0.9;

/** What a heading says, and no sign of a figure that is hidden or not there: `:`, `[c]`, `x`. */
const saysWord = /[\p{L}\p{N}].*[\p{L}\p{N}]/u;

/**
 * The last row before another table: one that begins after an empty row, with headings where there were figures. Undefined where
 * there is none.
 */
export function lastOfFirstTable(look: Look, header: number): number | undefined {
  const { sheet, filled, isFigure } = look;
  const body = filled.filter((row) => row > header);
  const headings = look.textsOf(header);
  // Each different cell is looked at once: there may be hundreds of thousands of rows.
  const areFigures = sheet.columns.map(({ values }) => values.map((cell) => cell !== null && isFigure(cell)));
  const isFigureAt = (row: number, column: number) =>
    areFigures[column]?.[sheet.columns[column]?.codes[row] ?? 0] === true;
  // The same years may stand over both.
  const isSaidAgain = (column: number, cell: SheetCell) => {
    const text = cellText(cell).trim();
    return headings[column] === text && periodReadings(text).length > 0;
  };
  const figures = new Set<number>();
  for (const [index, row] of body.entries()) {
    const next = body[index + 1];
    if (figures.size > 0 && next !== undefined && isStart(row, next)) {
      let before = index - 1;
      // Headings may have another row above them, likewise without a figure.
      const isAbove = (at: number) =>
        look.textsOf(body[at] as number).filter(Boolean).length < 2 || !hasFigure(body[at] as number);
      while (before > 0 && isAbove(before)) before -= 1;
      const end = body[before] as number;
      return (body[before + 1] as number) > end + 1 ? end : undefined;
    }
    for (const column of sheet.columns.keys()) if (isFigureAt(row, column)) figures.add(column);
  }
  return undefined;

  function hasFigure(row: number): boolean {
    return sheet.columns.some((_, column) => isFigureAt(row, column));
  }

  function isStart(row: number, next: number): boolean {
    let [named, overFigures] = [0, 0];
    for (const [column, { codes, values }] of sheet.columns.entries()) {
      const code = codes[row] ?? 0;
      if (code === 0) continue;
      named += 1;
      if (!figures.has(column)) continue;
      const cell = values[code] ?? null;
      if (isFigureAt(row, column) ? isSaidAgain(column, cell) : saysWord.test(cellText(cell))) overFigures += 1;
    }
    const begins = named > 1 && overFigures > 0 && overFigures >= named / 3;
    return (
      begins &&
      look.isHeading(row) &&
      hasFigure(next) &&
      look.textsOf(row).some((text, column) => text !== headings[column])
    );
  }
}
