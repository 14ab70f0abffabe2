import { periodReadings } from "../../dataset/index.ts";
import { cellText, rowCells, type SheetCell } from "../../tables/index.ts";
import { type Look, mostLevels, rowsFrom } from "./look-at-rows.ts";

/** The rows of headings that are fewer than the columns below them. */
export function narrowHeadings(
  look: Look,
  given: { readonly searched: readonly number[]; readonly widths: readonly number[] },
): readonly number[] {
  const top = topAboveFigures(look, given);
  return top.length > 0 ? top : overFiguresAlone(look, given.searched);
}

/** A row with one period and nothing else, over the figures of a table that has one column of them, and names before these: `2020` above `Teachers | Men | 12`. */
export function overOneColumn({ sheet, textsOf, isFigure }: Look, searched: readonly number[]): number | undefined {
  return searched.find((row, at) => {
    const [only, other] = textsOf(row).flatMap((text, column) => (text === "" ? [] : [column]));
    const below = searched.slice(at + 1, at + 1 + fewestBelow);
    if (only === undefined || other !== undefined || below.length < fewestBelow) return false;
    const isRow = (own: number) => {
      const cells = rowCells(sheet, own);
      const figures = [...cells.keys()].filter((column) => isFigure(cells[column] ?? null));
      return figures.join() === String(only) && cells.slice(0, only).every((cell) => /\p{L}/u.test(cellText(cell)));
    };
    return only > 0 && periodReadings(textsOf(row)[only] ?? "").length > 0 && below.every(isRow);
  });
}

/** The first row of a sheet, where some of its columns have no heading: names, with figures right below them in several columns. */
function topAboveFigures(
  look: Look,
  { searched: [top, next], widths }: { readonly searched: readonly number[]; readonly widths: readonly number[] },
): readonly number[] {
  if (top === undefined || next !== top + 1 || (widths[0] ?? 0) < fewestHeadings || !look.isHeading(top)) return [];
  const [heads, cells] = [look.textsOf(top), rowCells(look.sheet, next)];
  const isNumber = (cell: SheetCell) => cell !== null && look.isFigure(cell) && /\d/u.test(cellText(cell));
  const named = [...cells.keys()].filter((column) => isNumber(cells[column] ?? null) && heads[column] !== "");
  return named.length > 1 ? [top] : [];
}

/** So many headings of a table, where others are missing. */
const fewestHeadings = 3;

/** So many rows below headings have figures where these stand, and names beside. */
const fewestBelow = 3;

/**
 * Rows of headings that stand over figures alone, and over no names beside these: `Pupils | Spending` over `Number | EUR`, above years, codes and places in
 * columns that nothing is called.
 */
function overFiguresAlone(look: Look, searched: readonly number[]): readonly number[] {
  const namedIn = (row: number) => look.textsOf(row).flatMap((text, column) => (text === "" ? [] : [column]));
  for (const [at, row] of searched.entries()) {
    const named = namedIn(row);
    if (named.length < 2 || !look.isHeading(row)) continue;
    const isLevel = (own: number) => look.isHeading(own) && namedIn(own).every((column) => named.includes(column));
    const end = searched.findIndex((own, index) => index > at && !isLevel(own));
    const below = end < 0 ? [] : searched.slice(end, end + fewestBelow);
    const isOfFigures = (own: number) => {
      const cells = rowCells(look.sheet, own);
      return (
        named.every((column) => look.isFigure(cells[column] ?? null)) &&
        cells.some((cell, column) => !named.includes(column) && /\p{L}/u.test(cellText(cell)))
      );
    };
    if (end - at <= mostLevels && below.length === fewestBelow && below.every(isOfFigures))
      return searched.slice(at, end);
  }
  return [];
}

/**
 * The rows of the headings, unless another row of names stands right above the first figures, over each of them: then what was found are notes
 * and a unit.
 */
export function aboveFigures(
  { sheet, filled, isFigure, isHeading, textsOf }: Look,
  levels: readonly number[],
): readonly number[] {
  const last = levels.at(-1);
  if (last === undefined) return levels;
  const below = rowsFrom({ filled }, last + 1, mostLevels);
  const numbersIn = (row: number) =>
    rowCells(sheet, row).flatMap((cell, column) =>
      cell !== null && isFigure(cell) && /\d/u.test(cellText(cell)) ? [column] : [],
    );
  // Years across the top are headings of the figures below them.
  const areYears = (row: number) =>
    isHeading(row) && numbersIn(row).every((column) => periodReadings(textsOf(row)[column] ?? "").length > 0);
  const at = below.findIndex((row) => numbersIn(row).length > 1 && !areYears(row));
  const above = at > 0 ? (below[at - 1] as number) : undefined;
  const first = below[at];
  if (above === undefined || first === undefined || !isHeading(above)) return levels;
  const others = numbersIn(above).filter((column) => periodReadings(textsOf(above)[column] ?? "").length === 0);
  if (others.length > 0) return levels;
  const known = levels.map(textsOf);
  if (numbersIn(first).every((column) => known.some((texts) => texts[column] !== ""))) return levels;
  const texts = textsOf(above);
  // What stands before the figures of a row names it, and has a heading or none.
  const isOver = numbersIn(first)
    .slice(1)
    .every((column) => texts[column] !== "");
  return isOver && texts.filter((text) => text !== "").length > 1 ? [above] : levels;
}
