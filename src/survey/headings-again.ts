import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../tables/index.ts";
import { unitOfText } from "./guess-unit.ts";
import { saysPercent } from "./measure-kind.ts";
import { cellParser } from "./survey-column.ts";

/** A row of a table that is none of its data, and the cell that a layout tells it by. */
export interface RowOfNone {
  readonly row: number;
  readonly index: number;
  readonly text: string;
}

/** So many of the cells of a column are figures; in so many of the first rows short forms of headings stand, of so many letters at most. */
const [mostlyFigures, firstRows, longestForm] = [0.7, 3, 12];

/**
 * Rows among those of a table that say its title or its headings once more, as they are printed on each page; short forms of headings below these, `q(x)`, `l(x)`,
 * `d(x)`; and words alone in columns of figures, `Continued`.
 */
export function rowsOfNone(
  sheet: Sheet,
  {
    rows,
    columns,
    titles,
  }: { readonly rows: Uint32Array; readonly columns: readonly string[]; readonly titles: ReadonlySet<string> },
): readonly RowOfNone[] {
  const cellsOf = (row: number) =>
    sheet.columns.flatMap(({ codes, values }, index) => {
      const cell = values[codes[row] ?? 0] ?? null;
      return cell === null ? [] : [{ index, cell, text: plain(cellText(cell)) }];
    });
  const ofFigures = new Set([...sheet.columns.keys()].filter((index) => isOfFigures(sheet, rows, index)));
  if (ofFigures.size === 0) return [];
  const isWord = ({ index, cell }: { readonly index: number; readonly cell: SheetCell }) =>
    ofFigures.has(index) && !cellParser.isFigure(cell) && /\p{L}/u.test(cellText(cell));
  const [own, other] = columns.filter((name) => name !== "");
  if (own === undefined || other === undefined) return [];
  const found = Array.from(rows).flatMap((row, at) => {
    const cells = cellsOf(row);
    const words = cells.filter(isWord);
    const [first] = words;
    const areHeadings =
      cells.length > 1 &&
      cells.some(({ text }) => /\p{L}/u.test(text)) &&
      cells.every(({ index, text }) => isHeading(columns[index] ?? "", text));
    const isTitle = cells.length === 1 && titles.has(cells[0]?.text ?? "");
    if (areHeadings || isTitle) return [{ row, first: first ?? cells[0] }];
    if (!first) return [];
    if (words.length === cells.length && words.every(({ text }) => goesOn.test(text))) return [{ row, first }];
    const areForms =
      at < firstRows &&
      words.length > 1 &&
      words.length === cells.filter(({ index }) => ofFigures.has(index)).length &&
      new Set(words.map(({ text }) => text)).size === words.length &&
      words.every(({ text }) => text.length <= longestForm && !isUnit(text));
    return areForms ? [{ row, first }] : [];
  });
  const name = [...sheet.columns.keys()].find(
    (index) =>
      !ofFigures.has(index) && rows.filter((row) => cellAt(sheet, row, index) !== null).length > rows.length / 2,
  );
  const textAt = (row: number) => (name === undefined ? "" : plain(cellText(cellAt(sheet, row, name))));
  const ofNone = new Set(found.map(({ row }) => row));
  const others = new Set(
    Array.from(
      rows.filter((row) => !ofNone.has(row)),
      textAt,
    ),
  );
  // By the name of the row, where no other has it: a column of figures that rows are told by is no longer read.
  return found.flatMap(({ row, first }) => {
    if (name !== undefined && !others.has(textAt(row))) return [{ row, index: name, text: textAt(row) }];
    return first ? [{ row, index: first.index, text: first.text }] : [];
  });
}

/** What is printed at the end of a page of a long table, and on its last. */
const goesOn =
  /^\W*(?:(?:to be )?contin(?:ue[ds]?|ued|úa|ua|ua[cç][aã]o|uaci[oó]n)|cont(?:'d|d)?|conclu(?:ded|si[oó]n|s[aã]o|ye)|fortsetzung|suite|segue|forts(?:ættes|ätts|\.)?|next page)(?: (?:overleaf|on next page|folgt|à la page suivante))?\W*$/iu;

const isUnit = (text: string): boolean =>
  unitOfText(text, "not") !== undefined || saysPercent(text, []) || /^(?:numbers?|no\.?|counts?|rates?)$/iu.test(text);

/** The texts of some rows, as they are compared. */
export const textsOfRows = (sheet: Sheet, rows: readonly number[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => rowCells(sheet, row).map((cell) => plain(cellText(cell)))));

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, " ");

/** Whether a text is a heading, or the lowest of several. */
const isHeading = (heading: string, text: string): boolean => {
  const [whole, own] = [plain(heading).toLowerCase(), text.toLowerCase()];
  return whole === own || whole.endsWith(` | ${own}`);
};

function isOfFigures(sheet: Sheet, rows: Uint32Array, index: number): boolean {
  const { codes, values } = sheet.columns[index] ?? { codes: new Uint32Array(), values: [] };
  const areFigures = values.map((cell) => cell !== null && cellParser.isFigure(cell));
  let [filled, figures] = [0, 0];
  for (const row of rows) {
    const code = codes[row] ?? 0;
    if (code === 0) continue;
    filled += 1;
    if (areFigures[code]) figures += 1;
  }
  return filled > 0 && figures >= filled * mostlyFigures;
}
