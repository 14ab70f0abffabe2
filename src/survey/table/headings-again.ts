import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import { figuresAmong } from "./figure-cells.ts";
import { unitBelowPeriods } from "./headings-below.ts";
import { goesOn, isUnit } from "./marks-of-pages.ts";
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
  const isNumbered = isNumberedList(sheet, rows);
  const found = Array.from(rows).flatMap((row, at) => {
    if (at > 0 && !mayBeNone(row, ofFigures)) return [];
    const cells = cellsOf(row);
    const words = cells.filter(isWord);
    const [first] = words;
    if (
      isOfForm(cells, ofFigures) ||
      (at === 0 && (numbersByName(cells) || saysOneOfAll(cells, words) || goesOnBelow(cells, words, columns)))
    )
      return [{ row, first: first ?? cells.find(({ text }) => /\p{L}/u.test(text)) }];
    if (areHeadings(cells, columns) || areTitles(cells, titles)) return [{ row, first: first ?? cells[0] }];
    if (leadsOn(cells, words, isNumbered)) return [{ row, first: first ?? cells[0] }];
    if (!first) return [];
    // A unit of all periods stands below the first of them.
    if (at === 0 && unitBelowPeriods(textsIn(sheet, row), columns) !== undefined) return [{ row, first }];
    const ofRow = cells.filter(({ index }) => ofFigures.has(index));
    return at < firstRows && areShortForms(words, ofRow.length) ? [{ row, first }] : [];
  });
  if (found.length === 0) return [];
  const ofNone = new Set(found.map(({ row }) => row));
  const name =
    [...sheet.columns.keys()].find(
      (index) =>
        !ofFigures.has(index) && rows.filter((row) => cellAt(sheet, row, index) !== null).length > rows.length / 2,
    ) ?? (rows.every((row) => (cellAt(sheet, row, 0) === null) === ofNone.has(row)) ? 0 : undefined);
  const textAt = (row: number) => (name === undefined ? "" : plain(cellText(cellAt(sheet, row, name))));
  const others = new Set(
    Array.from(
      rows.filter((row) => !ofNone.has(row)),
      textAt,
    ),
  );
  // By the name of the row, where no other has it: a column of figures that rows are told by is no longer read.
  return found.flatMap(({ row, first }) => {
    if (name !== undefined && !others.has(textAt(row))) return [{ row, index: name, text: textAt(row) }];
    return first && first.index !== name ? [{ row, index: first.index, text: first.text }] : [];
  });
}

/** Whether a row says that others go on or follow, or heads some of those that are numbered. */
const leadsOn = (
  cells: readonly { readonly index: number; readonly text: string }[],
  words: readonly { readonly text: string }[],
  isNumbered: boolean,
): boolean => saysItGoesOn(cells, words) || saysPartsFollow(cells) || (isNumbered && isAloneIn(0, cells));

/** Whether each cell of a row says what the heading of its column does: in words, or in so many numbers that it is no chance, years above each block. */
const areHeadings = (
  cells: readonly { readonly index: number; readonly text: string }[],
  columns: readonly string[],
): boolean =>
  cells.length > 1 &&
  (cells.length >= fewestAgain || cells.some(({ text }) => /\p{L}/u.test(text))) &&
  cells.every(({ index, text }) => isHeading(columns[index] ?? "", text));
const fewestAgain = 3;

/** Whether a row says nothing but what stands above the table: its title once more. */
const areTitles = (cells: readonly { readonly text: string }[], titles: ReadonlySet<string>): boolean =>
  cells.every(({ text }) => titles.has(text)) && (cells.length === 1 || cells.some(({ text }) => /\p{L}/u.test(text)));

const isAloneIn = (
  column: number,
  [only, other]: readonly { readonly index: number; readonly text: string }[],
): boolean => only?.index === column && other === undefined && /\p{L}{2}/u.test(only.text);

/** So many rows are a list. */
const fewestListed = 4;

/**
 * Whether the first column numbers rows that the second tells apart: then what stands there alone heads some of them, and says nothing that their names do not:
 * `STATES:` above `1 | Assam`, `2 | Bihar`.
 */
function isNumberedList(sheet: Sheet, rows: Uint32Array): boolean {
  const listed = Array.from(rows).filter((row) => /^\d+(?:\.0)?$/u.test(textIn(sheet, row, 0)));
  const numbers = listed.map((row) => Number(textIn(sheet, row, 0)));
  const names = listed.map((row) => textIn(sheet, row, 1));
  return (
    listed.length >= fewestListed &&
    numbers.every((own, at) => own === 1 || own === (numbers[at - 1] ?? 0) + 1) &&
    names.every((name) => /\p{L}{2}/u.test(name)) &&
    new Set(names).size === names.length
  );
}

const textsIn = (sheet: Sheet, row: number): readonly string[] =>
  rowCells(sheet, row).map((cell) => cellText(cell).trim());

const isWordAlone = (cell: SheetCell): boolean => !cellParser.isFigure(cell) && /\p{L}/u.test(cellText(cell));

/** Tells whether a row has a cell alone, a word in a column of figures, or headings alone. Each different cell is looked at once. */
function createFilter(sheet: Sheet, columns: readonly string[]) {
  const looks = sheet.columns.map(({ values }, index) => ({
    areWords: values.map((cell) => cell !== null && isWordAlone(cell)),
    areChecks: values.map((cell) => cell !== null && isOfChecks(plain(cellText(cell)))),
    areHeadings: values.map((cell) => isHeading(columns[index] ?? "", plain(cellText(cell)))),
  }));
  return (row: number, ofFigures: ReadonlySet<number>): boolean => {
    let [filled, headings] = [0, 0];
    for (const [index, { codes }] of sheet.columns.entries()) {
      const code = codes[row] ?? 0;
      if (code === 0) continue;
      if (looks[index]?.areChecks[code] || (ofFigures.has(index) && looks[index]?.areWords[code])) return true;
      filled += 1;
      if (looks[index]?.areHeadings[code]) headings += 1;
    }
    return filled === 1 || headings === filled;
  };
}

/** Whether a row says that the table goes on, in one cell or in columns of figures alone. */
const saysItGoesOn = (
  cells: readonly { readonly text: string }[],
  words: readonly { readonly text: string }[],
): boolean =>
  cells.length > 0 &&
  (cells.length === 1 || words.length === cells.length) &&
  cells.every(({ text }) => goesOn.test(text));

/** Whether a row without a name says one word of all columns of figures behind the first, and nothing else: `N`, right below their headings. */
const saysOneOfAll = (
  cells: readonly { readonly index: number; readonly text: string }[],
  words: readonly { readonly index: number; readonly text: string }[],
): boolean =>
  words.length >= fewestOfAll &&
  words.length === cells.length &&
  words.every(({ index, text }) => index > 0 && text === words[0]?.text);
const fewestOfAll = 3;

/**
 * Whether the first row has words in columns of figures, and no number but years that the headings above them say too: `Day | 2019 | Men | Women` below
 * `Date | 2019 | Sex | Sex`. It is one more row of headings.
 */
const goesOnBelow = (
  cells: readonly { readonly index: number; readonly text: string }[],
  words: readonly { readonly index: number }[],
  columns: readonly string[],
): boolean =>
  words.length > 1 &&
  cells.some(({ text }) => year.test(text)) &&
  cells.every(({ index, text }) =>
    year.test(text) ? (columns[index] ?? "").includes(text) : !/^[\d.,-]+$/u.test(text),
  );
const year = /^(?:19|20)\d{2}$/u;

/** Whether the words of a row are short forms of as many headings: `q(x)`, `l(x)`. */
const areShortForms = (words: readonly { readonly text: string }[], figures: number): boolean =>
  words.length > 1 &&
  words.length === figures &&
  new Set(words.map(({ text }) => text)).size === words.length &&
  words.every(({ text }) => text.length <= longestForm && !isUnit(text));

/** Whether a row numbers the columns of a form, or checks it. */
const isOfForm = (
  cells: readonly { readonly index: number; readonly text: string }[],
  ofFigures: ReadonlySet<number>,
): boolean =>
  isOfChecks(cells[0]?.text ?? "") ||
  (numberColumns(cells.map(({ text }) => text)) &&
    [...ofFigures].every((column) => cells.some(({ index }) => index === column)));

/** Whether the first row below headings says that it numbers the columns, and does: `Column no. | 1 | 2 | 3`. Behind any other word so many may be, and are no figures in turn. */
function numbersByName(cells: readonly { readonly text: string }[]): boolean {
  const [first, ...others] = cells.map(({ text }) => text);
  const areInTurn = others.every((text, at) => Number(text) === at + 1);
  return /\p{L}/u.test(first ?? "") && others.length >= fewestBehindName && areInTurn;
}
const fewestBehindName = 5;

/** So many columns that are numbered below their headings are no chance; behind a letter, fewer are none. */
const [fewestNumbered, fewestBehindLetters] = [4, 2];

/**
 * Whether a row numbers the columns of a form, as it is printed below the headings: `A | B | 1 | 2 | 3`, `1 | 2 | 3 | 4`, or `[1] | [2] | [3] | [4]`. Numbers in
 * parentheses may have been taken for ones below zero by then.
 */
function numberColumns(given: readonly string[]): boolean {
  const texts = given.map(
    (text) => /^(?:\[(?<boxed>\d+)\]|\((?<round>\d+)\)|-(?<below>\d+))$/u.exec(text)?.slice(1).find(Boolean) ?? text,
  );
  const letters = texts.findIndex((text) => !/^\p{L}$/u.test(text));
  const numbers = texts.slice(Math.max(0, letters));
  return (
    numbers.length >= (letters > 0 ? fewestBehindLetters : fewestNumbered) &&
    numbers.every((text, at) => text === String(1 + at) || (letters > 0 && text === String(1 + letters + at)))
  );
}

/** What adds up all rows of a form, wholes and parts alike, to show that it was typed rightly: no figure of anything. */
const isOfChecks = (text: string): boolean =>
  /^(?:контрольн(?:ий рядок|ая строка|а сума|ая сумма|е число)|check ?sums?|control (?:total|sum|row)|kontroll?(?:summe|zeile|zahl)|suma kontrolna|wiersz kontrolny)(?!\p{L})/iu.test(
    text,
  );

/** Whether a row says nothing but that parts of the row above it follow. */
const saysPartsFollow = (cells: readonly { readonly text: string }[]): boolean =>
  cells.length === 1 && cells.every(({ text }) => ofParts.test(text));

/** What stands between a whole and its parts, and is none of them: `of which:`. */
const ofParts =
  /^[-–(]?(?:of which|including|comprising|made up of|davon|darunter|dont|de los cuales|de las cuales|dos quais|das quais|di cui|waarvan|herav|heraf|varav|z toho|z czego|w tym|в том числе|у тому числі)\)?\s*[:.…-]*\)?$/iu;

/** The texts of some rows, as they are compared. */
export const textsOfRows = (sheet: Sheet, rows: readonly number[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => rowCells(sheet, row).map((cell) => plain(cellText(cell)))));

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, " ");

/** Whether a text is a heading, or one of several that stand above each other. */
const isHeading = (heading: string, text: string): boolean => {
  const [whole, own] = [plain(heading).toLowerCase(), text.toLowerCase()];
  return whole === own || whole.split(" | ").includes(own);
};
