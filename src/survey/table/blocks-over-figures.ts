import { columnLetters } from "../../diagnostics/index.ts";
import { cellText, type Sheet } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import { type Look, mostLevels } from "./look-at-rows.ts";
import type { FoundSections } from "./sections.ts";
import { cellParser } from "./survey-column.ts";

/**
 * Headings of blocks that stand above figures, alone in their rows, and not above the names of these: `Men` over the second column. Undefined
 * unless all rows are below one.
 */
export function findBlocks(
  sheet: Sheet,
  rows: Uint32Array,
): (FoundSections & { readonly own: ReadonlySet<number> }) | undefined {
  const columnOf = new Map(
    Array.from(rows, (row) => [row, sectionIn(sheet, row, cellParser.isFigure)] as const).filter(
      ([, at]) => at !== undefined,
    ),
  );
  const [index] = columnOf.values();
  const own = new Set(columnOf.keys());
  const cells = sheet.columns[index ?? 0];
  if (!index || !cells || own.size < 2 || [...columnOf.values()].some((at) => at !== index)) return undefined;
  const isHead = (row: number | undefined) => row !== undefined && own.has(row);
  const areBlocks = rows.every(
    (row, at) => !isHead(row) || (at + fewestInBlock < rows.length && !isHead(rows[at + 1]) && !isHead(rows[at + 2])),
  );
  if (!isHead(rows[0]) || !areBlocks) return undefined;
  const codes = new Uint32Array(cells.codes.length);
  let current = 0;
  for (const row of rows) {
    if (own.has(row)) current = cells.codes[row] ?? 0;
    else codes[row] = current;
  }
  const texts = [...new Set(Array.from(own, (row) => textIn(sheet, row, index)))];
  return {
    own,
    again: new Set(),
    rows: own,
    column: {
      index: sheet.columns.length,
      name: "",
      ref: `#${columnLetters(cells.column ?? index + 1)}`,
      kind: "section",
      texts,
      filled: rows.length - own.size,
      figures: undefined,
    },
    cells: { column: sheet.columns.length + 1, values: cells.values, codes },
    unnamed: undefined,
  };
}
/** So few rows are a block. */
const fewestInBlock = 2;

/** Where the first heading of a block of rows stands right below headings; else the end. */
export const firstSection = (look: Look, searched: readonly number[], at: number): number => {
  const next =
    at +
    1 +
    searched.slice(at + 1, at + 1 + mostLevels).findIndex((row) => isFirstSection(look, row, searched[at] as number));
  return next > at ? next : searched.length;
};

/**
 * Whether a row with one text is the heading of a block of rows: others stand alone there further below, with figures
 * between, `Men` and `Women` below `Men and women`.
 */
function isFirstSection(look: Look, row: number, header: number): boolean {
  const column = sectionIn(look.sheet, row, look.isFigure);
  // Below a heading of the names of rows, one more may be another of these: `GEO (Labels)` below `TIME`.
  if (column === undefined || (column === 0 && look.textsOf(header)[0] !== "")) return false;
  const next = look.filled.filter((other) => other > row);
  const others = next.filter((other) => sectionIn(look.sheet, other, look.isFigure) === column);
  const [first] = others;
  return first !== undefined && next.indexOf(first) >= fewestInBlock;
}

/** The column of the one cell of a row, where it is a text and no figure. */
function sectionIn(sheet: Sheet, row: number, isFigure: Look["isFigure"]): number | undefined {
  let found: number | undefined;
  for (const [index, { codes, values }] of sheet.columns.entries()) {
    const code = codes[row] ?? 0;
    if (code === 0) continue;
    const cell = values[code] ?? null;
    if (found !== undefined || isFigure(cell) || !/\p{L}{3}/u.test(cellText(cell))) return undefined;
    found = index;
  }
  return found;
}
