import { createCellParser, periodReadings } from "../../dataset/index.ts";
import { cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import { withoutNoteMark } from "./note-marks.ts";

/** So many rows are headings at most. */
export const mostLevels = 5;
/** So few headings may be what stands for a figure elsewhere. */
const fewMarkers = 0.25;
/** So many spans of ages are headings, where few others stand among them. */
const fewestSpans = 3;
/** Beside so many spans of ages `Under 16` is one too. */
const fewestBesideOpen = 2;
/** `16-24`, `16 to 24`, `65+`, `65 and over`. */
const isSpanOfAges = (text: string): boolean =>
  /^\d{1,3} ?(?:(?:[-–]|to) ?\d{1,3}|\+|plus|(?:and|or) (?:over|above|older))$/iu.test(text);
/** Ages, and other numbers that are headings in turn, have so few digits: figures that grow from year to year have more. */
const longestOfRun = 5;
/** So many names after a number are headings. */
const fewestNames = 5;

/** So many months or days in turn are no chance. */
export const fewestTimes = 3;

/** Whether most of a row are figures, which are neither periods nor numbers in turn, as ages are: no headings. */
export function isOfFigures({ sheet, isFigure, isHeading }: Look, row: number): boolean {
  const cells = rowCells(sheet, row).filter((cell) => cell !== null);
  const numbers = cells.filter((cell) => isFigure(cell) && /\d/u.test(cellText(cell)));
  const plain = numbers.filter((cell) => periodReadings(cellText(cell)).length === 0);
  return !isHeading(row) && plain.length > 1 && numbers.length >= cells.length * mostlyFigures;
}

/** What the rows of a sheet hold. */
export interface Look {
  readonly sheet: Sheet;
  /** Indices of the rows that hold anything. */
  readonly filled: readonly number[];
  readonly isFigure: ReturnType<typeof createCellParser>["isFigure"];
  textsOf(row: number): readonly string[];
  /** Whether a row has names, and no figure but periods and ages. */
  isHeading(row: number): boolean;
}

/** Looks at the rows of a sheet: which of them hold anything, and which may be headings. */
export function lookAt(sheet: Sheet): Look {
  const { isFigure } = createCellParser();
  const filled: number[] = [];
  for (let row = 0; row < sheet.rowNumbers.length; row += 1)
    if (sheet.columns.some(({ codes }) => codes[row] !== 0)) filled.push(row);
  filled.splice(0, commentsAbove(sheet, filled));
  return {
    sheet,
    filled,
    isFigure,
    textsOf: (row) => rowCells(sheet, row).map((cell) => cellText(cell).trim()),
    isHeading(row) {
      const cells = rowCells(sheet, row).filter((cell) => cell !== null);
      if (cells.some((cell) => /^https?:\/\/\S+$/u.test(cellText(cell).trim()))) return false;
      const middles = middlesOfYears(cells);
      const ages = agesInTurn(cells);
      const years = yearsInTurn(cells);
      if (namesRowsBelow(sheet, row)) return true;
      const figures = cells.filter(
        (cell) =>
          isFigure(cell) &&
          !isOfTime(cellText(cell)) &&
          !middles.includes(cell) &&
          !ages.includes(cell) &&
          !years.includes(cell),
      );
      // `Under 18 [note 3]`
      const textOf = (cell: SheetCell) => withoutNoteMark(cellText(cell));
      const spans = cells.filter((cell) => isSpanOfAges(textOf(cell)));
      // `Under 16`, among `16 to 24` and `65 and over`, is no count that somebody hid.
      const isOpenSpan = (cell: SheetCell) =>
        spans.length >= fewestBesideOpen && /^(?:under|over|below|above) \d{1,3}$/iu.test(textOf(cell));
      const numbers = figures.filter(
        (cell) => /\d/u.test(cellText(cell)) && !isOpenSpan(cell) && !isOpenAgeAmongWords(cell, cells),
      );
      // `N/A` stands over what is of none of the others; in a row of them figures are missing.
      if (figures.filter((cell) => !/\d/u.test(cellText(cell))).length > cells.length * fewMarkers) return false;
      const isRun = numbers.every(
        (cell, index) => index === 0 || Number(cellText(cell)) > Number(cellText(numbers[index - 1] ?? null)),
      );
      // `0 | Area name | Under 5 | 5 to 9 | …`: an index without a name, before names.
      const isIndexed =
        numbers.length === 1 &&
        cells[0] === numbers[0] &&
        /^[01]$/u.test(cellText(cells[0] ?? null)) &&
        cells.length >= fewestNames;
      const areAges =
        numbers.length > 2 &&
        numbers.length < cells.length &&
        isRun &&
        // `Barnet | 12.5 | 14.5 | 15.5` is a row of figures that grow.
        numbers.every((cell) => Number.isInteger(Number(cellText(cell)))) &&
        numbers.every((cell) => cellText(cell).length <= longestOfRun);
      // `1-4`, `0` among other ages: one that is no span of years.
      const isOneAge =
        numbers.length === 1 && spans.length >= fewestSpans && spans.length >= cells.length - fewestSpans;
      return (numbers.length === 0 || areAges || isOneAge || isIndexed) && new Set(cells.map(cellText)).size > 1;
    },
  };
}

/** The cells of a row that are years by their middles, where each is of the year after the one before: `1950.5,1951.5,1952.5`. No figures grow so. */
function middlesOfYears(cells: readonly SheetCell[]): readonly SheetCell[] {
  const found = cells.filter((cell) => /^(?:1[5-9]|20)\d{2}\.5$/u.test(cellText(cell).trim()));
  const years = found.map((cell) => Number(cellText(cell)));
  const areInTurn = years.every((year, at) => year === (years[0] as number) + at);
  return found.length >= fewestTimes && areInTurn ? found : [];
}

/**
 * Whether the cells of a row are the names of the rows below it, in the same order: stations that people leave across the top, and those that they enter
 * down the side. Some of them may be numbers.
 */
function namesRowsBelow(sheet: Sheet, row: number): boolean {
  const across = rowCells(sheet, row).flatMap((cell) => (cell === null ? [] : [cellText(cell).trim()]));
  const [first = ""] = across;
  if (across.length < fewestAcross || new Set(across).size < across.length) return false;
  return sheet.columns.slice(0, mostNaming).some((_, column) => {
    const down = (at: number) => textIn(sheet, row + at, column);
    const from = [down(1), down(2)].includes(first) ? 0 : 1;
    const start = down(1) === across[from] ? 1 : 2;
    const named = across.slice(from).findIndex((text, at) => text !== down(start + at));
    return (named < 0 ? across.length - from : named) >= Math.max(fewestAcross, across.length * mostlyAcross);
  });
}
/** So many names that come again down the side are no chance; so much of a row are these; in so many of the first columns they stand. */
const [fewestAcross, mostlyAcross, mostNaming] = [5, 0.8, 3];

/** The cells of a row that are years, each after the one before it and most of them written with four digits: `1 | 1000 | 1500 | 1600 | … | 2007`. */
function yearsInTurn(cells: readonly SheetCell[]): readonly SheetCell[] {
  return cells.slice(...runOfYears(cells.map((cell) => cellText(cell).trim())));
}

/**
 * From where to where texts are years, each after the one before it: so many of four digits that no figures grow so, and before these perhaps
 * earlier ones. `[0, 0]` where there are none.
 */
export function runOfYears(texts: readonly string[]): readonly [number, number] {
  const years = texts.map((text) => (/^\d{1,4}(?:\.0)?$/u.test(text) ? Number(text) : Number.NaN));
  const follows = (at: number) => (years[at] as number) > (years[at - 1] as number);
  for (let from = 0, to = 1; from < years.length; from = to, to += 1) {
    while (to < years.length && follows(to)) to += 1;
    const plain = years.slice(from, to).filter((year) => year >= firstYear && year <= lastYear);
    if (plain.length >= fewestYears && plain.length * 2 > to - from && (years[to - 1] as number) <= lastYear)
      return [from, to];
  }
  return [0, 0];
}
/** Years from and to which a number of four digits is one at sight, and so many of them that no figures grow so. */
const [firstYear, lastYear, fewestYears] = [1500, 2100, 10];

/** The cells of a row that are single ages among spans of these, each the one after that before it: `10-14 | 15 | 16 | 17+`. */
function agesInTurn(cells: readonly SheetCell[]): readonly SheetCell[] {
  const spans = cells.map((cell) => {
    const { from, to = from } =
      /^(?<from>\d{1,3})(?:(?: ?[-–] ?| to )(?<to>\d{1,3})| ?\+)?$/u.exec(cellText(cell).trim())?.groups ?? {};
    return {
      cell,
      from: Number(from ?? Number.NaN),
      to: Number(to),
      isSingle: cell !== null && /^\d+$/u.test(cellText(cell).trim()),
    };
  });
  const follows = (at: number) => spans[at]?.from === (spans[at - 1]?.to ?? Number.NaN) + 1;
  const first = spans.findIndex((_, at) => follows(at + 1));
  if (first < 0) return [];
  const end = spans.findIndex((_, at) => at > first && !follows(at));
  const run = spans.slice(first, end < 0 ? undefined : end);
  const isOfSpans = run.length >= fewestSpans && run.some(({ isSingle }) => !isSingle);
  return isOfSpans ? run.flatMap(({ cell, isSingle }) => (isSingle ? [cell] : [])) : [];
}

/** Whether a text is a period. `167112` may be December 1671, and is a figure. */
const isOfTime = (text: string): boolean =>
  periodReadings(text).length > 0 && !/^(?!1[89]|20)\d{6}(?:\.0)?$/u.test(text.trim());

/**
 * Whether a cell is an age, `Under 16`, beside words that are not the name of a row, `Under 16 | All children`: counts that are hidden stand behind
 * such a name, beside numbers.
 */
function isOpenAgeAmongWords(cell: SheetCell, cells: readonly SheetCell[]): boolean {
  const isAge = (own: SheetCell) => /^(?:under|over|aged?) \d{1,2}$/iu.test(cellText(own).trim());
  const others = cells.filter((own) => !isAge(own));
  return (
    isAge(cell) &&
    others.length > 0 &&
    isAge(cells[0] ?? null) &&
    others.every((own) => /\p{L}{2}/u.test(cellText(own)))
  );
}

/** How many rows above a table are comments, as programmes mark them: `# From the census, by`. One alone may be headings: `# of cases`. */
function commentsAbove(sheet: Sheet, filled: readonly number[]): number {
  const end = filled.findIndex((row) => !isComment(sheet, row));
  return end > 1 ? end : 0;
}

/** Whether a row above headings is a comment, as programmes mark it. */
export const isComment = (sheet: Sheet, row: number): boolean => /^#(?:\s|$)/u.test(textIn(sheet, row, 0));

/** Whether a row names periods, and at most two other things before them: dates below the numbers of weeks. */
export function isOfPeriods({ textsOf }: Look, row: number): boolean {
  const texts = textsOf(row).filter((text) => text !== "");
  const periods = texts.filter((text) => !/^\d+(?:\.\d+)?$/u.test(text) && periodReadings(text).length > 0);
  return periods.length > 2 && new Set(periods).size === periods.length && texts.length <= periods.length + 2;
}

/** The first rows with something in them, from a row on. */
export function rowsFrom({ filled }: Pick<Look, "filled">, from: number, most: number): readonly number[] {
  const at = filled.findIndex((row) => row >= from);
  return at < 0 ? [] : filled.slice(at, at + most);
}

/** The next row with several cells: a unit alone, below the headings, is no row of the table. */
export const nextOfSeveral = ({ filled, textsOf }: Look, after: number): number | undefined =>
  filled.find((row) => row > after && textsOf(row).filter((text) => text !== "").length > 1);

/** So much of the headings is said again in words, and so much of what is below the words are figures. */
export const [mostlySaid, mostlyFigures] = [0.8, 0.5];
