import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../tables/index.ts";
import { figuresAmong } from "./figure-cells.ts";
import { unitBelowPeriods } from "./find-headings.ts";
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
  const mayBeNone = createFilter(sheet, columns);
  const ofFigures = new Set(
    [...sheet.columns.entries()].flatMap(([index, column]) => {
      const { filled, figures } = figuresAmong(column, rows);
      return filled > 0 && figures >= filled * mostlyFigures ? [index] : [];
    }),
  );
  if (ofFigures.size === 0) return [];
  const isWord = ({ index, cell }: { readonly index: number; readonly cell: SheetCell }) =>
    ofFigures.has(index) && isWordAlone(cell);
  const [own, other] = columns.filter((name) => name !== "");
  if (own === undefined || other === undefined) return [];
  const found = Array.from(rows).flatMap((row, at) => {
    if (!mayBeNone(row, ofFigures)) return [];
    const cells = cellsOf(row);
    const words = cells.filter(isWord);
    const [first] = words;
    const areHeadings =
      cells.length > 1 &&
      cells.some(({ text }) => /\p{L}/u.test(text)) &&
      cells.every(({ index, text }) => isHeading(columns[index] ?? "", text));
    const isTitle = cells.every(({ text }) => titles.has(text)) && cells.some(({ text }) => /\p{L}/u.test(text));
    if (areHeadings || isTitle) return [{ row, first: first ?? cells[0] }];
    const [only, second] = cells;
    if (only && !second && goesOn.test(only.text)) return [{ row, first: only }];
    if (!first) return [];
    if (words.length === cells.length && words.every(({ text }) => goesOn.test(text))) return [{ row, first }];
    // A unit of all periods stands below the first of them.
    if (at === 0 && unitBelowPeriods(textsIn(sheet, row), columns) !== undefined) return [{ row, first }];
    const areForms =
      at < firstRows &&
      words.length > 1 &&
      words.length === cells.filter(({ index }) => ofFigures.has(index)).length &&
      new Set(words.map(({ text }) => text)).size === words.length &&
      words.every(({ text }) => text.length <= longestForm && !isUnit(text));
    return areForms ? [{ row, first }] : [];
  });
  if (found.length === 0) return [];
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

const textsIn = (sheet: Sheet, row: number): readonly string[] =>
  rowCells(sheet, row).map((cell) => cellText(cell).trim());

const isWordAlone = (cell: SheetCell): boolean => !cellParser.isFigure(cell) && /\p{L}/u.test(cellText(cell));

/** Tells whether a row has a cell alone, a word in a column of figures, or headings alone. Each different cell is looked at once. */
function createFilter(sheet: Sheet, columns: readonly string[]) {
  const looks = sheet.columns.map(({ values }, index) => ({
    areWords: values.map((cell) => cell !== null && isWordAlone(cell)),
    areHeadings: values.map((cell) => isHeading(columns[index] ?? "", plain(cellText(cell)))),
  }));
  return (row: number, ofFigures: ReadonlySet<number>): boolean => {
    let [filled, headings] = [0, 0];
    for (const [index, { codes }] of sheet.columns.entries()) {
      const code = codes[row] ?? 0;
      if (code === 0) continue;
      if (ofFigures.has(index) && looks[index]?.areWords[code]) return true;
      filled += 1;
      if (looks[index]?.areHeadings[code]) headings += 1;
    }
    return filled === 1 || headings === filled;
  };
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

/** Whether a text is a heading, or one of several that stand above each other. */
const isHeading = (heading: string, text: string): boolean => {
  const [whole, own] = [plain(heading).toLowerCase(), text.toLowerCase()];
  return whole === own || whole.split(" | ").includes(own);
};
