import { periodReadings } from "../../dataset/index.ts";
import { rowCells, type SheetCell } from "../../tables/index.ts";
import { addAbove, saysWhatHappened } from "./headings-above.ts";
import { addBelow, fillsGaps, namesRowsOnly } from "./headings-below.ts";
import { isOfPeriods, type Look, mostLevels, mostlySaid } from "./look-at-rows.ts";
import { narrowHeadings, overOneColumn } from "./narrow-headings.ts";

/** Rows that are looked at for the headings. */
const searchedRows = 60;

/** The rows of the headings, from above. */
export function headingRows(look: Look): readonly number[] {
  const searched = look.filled.slice(0, searchedRows);
  const widths = searched.map((row) => look.textsOf(row).filter((text) => text !== "").length);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.6)] ?? 0;
  let at = searched.findIndex(
    (row, index) =>
      widthWithNext(row, index) >= Math.max(2, usual * 0.6) &&
      look.isHeading(row) &&
      !numbersColumns(look, row, searched.slice(index + 1)),
  );
  // Headings may leave to those below them what they do not say: `Violent crime` above nothing, beside `Rate per 100,000`.
  function widthWithNext(row: number, index: number): number {
    const next = searched[index + 1];
    const own = widths[index] as number;
    if (own < 3 || next !== row + 1 || !look.isHeading(row) || !fillsGaps(look, next, [row])) return own;
    return own + look.textsOf(next).filter((text, column) => text !== "" && look.textsOf(row)[column] === "").length;
  }
  const [top] = searched;
  // `"","x"` above names and their figures, as programmes write a list.
  if (top !== undefined && usual === 2 && widths[0] === 1 && at !== 0 && isBareHeading(look, top)) return [top];
  const period = overOneColumn(look, searched);
  if (period !== undefined && (at < 0 || period < (searched[at] as number))) return [period];
  if (at < 0) return narrowHeadings(look, { searched, widths });
  at = cornerOfPeriods(look, searched, at) ?? at;
  const numbered = searched.slice(at, at + mostLevels).map((row) => namesOverNumbers(look, row));
  const overNumbers = numbered.find((rows) => rows.length > 0);
  if (overNumbers) return overNumbers;
  const below = searched[at + 1];
  const own = searched[at] as number;
  if (below !== undefined && isOfPeriods(look, below) && !isOfPeriods(look, own))
    return saysWhatHappened(look, own, [below]) ? [own, below] : [below];
  const ruled = searched.findIndex((row, index) => index > at && index <= at + mostLevels && isRule(look, row));
  if (ruled > 0) return searched.slice(at, ruled + 1);
  const levels = [searched[at] as number];
  addAbove(look, levels, { searched, at });
  addBelow(look, levels, { searched, at });
  return levels;
}

/** So many columns that are numbered are no chance; so many of them have a name in one row below; so many numbers are left out. */
const [fewestNumbered, mostlyNamed, mostOfStep] = [5, 0.6, 2];

/**
 * Whether a row numbers its columns, each with more than the one before and few numbers left out, as a form whose columns are added up does, and a row of names
 * follows before any figure: ages and years across the top stand right above figures.
 */
function numbersColumns({ sheet, textsOf, isHeading }: Look, row: number, below: readonly number[]): boolean {
  const texts = textsOf(row);
  const numbered = texts.flatMap((text, column) => (/^\d{1,3}$/u.test(text) ? [column] : []));
  const numbers = numbered.map((column) => Number(texts[column]));
  const areInTurn = numbers.every((own, at) => at === 0 || own > (numbers[at - 1] as number));
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  if (numbered.length < fewestNumbered || !areInTurn || last - first >= numbered.length * mostOfStep) return false;
  const names = below.slice(0, mostLevels);
  const end = names.findIndex((own) => !isHeading(own) && rowCells(sheet, own).filter(Boolean).length > 1);
  return names.slice(0, end < 0 ? names.length : end).some((own) => {
    const heads = textsOf(own);
    return numbered.filter((column) => /\p{L}/u.test(heads[column] ?? "")).length >= numbered.length * mostlyNamed;
  });
}

/**
 * The rows of headings right above one that numbers the columns of a form, `Region | 1 | 2 | 3`: together they name nearly each of these, and by different words.
 * What numbers columns is no heading of them; ages and places in turn have at most one name above them all.
 */
function namesOverNumbers({ filled, textsOf, isHeading }: Look, row: number): readonly number[] {
  const own = textsOf(row);
  const numbered = own.flatMap((text, column) => (/^\d{1,3}(?:\.0)?$/u.test(text) ? [column] : []));
  const isForm = numbered.every((column, at) => Number(own[column]) === Number(own[numbered[0] ?? 0]) + at);
  if (numbered.length < fewestNumbered || !isForm || Number(own[numbered[0] ?? 0]) > 2) return [];
  const above = filled.filter((other) => other < row);
  const last = above.findLastIndex((other) => !isHeading(other) || textsOf(other).filter(Boolean).length < 2);
  const levels = above.slice(last + 1);
  const texts = levels.map(textsOf);
  const lowest = numbered.map((column) => texts.findLast((level) => (level[column] ?? "") !== "")?.[column] ?? "");
  const named = lowest.filter((text) => /\p{L}/u.test(text));
  const areNamed = named.length >= numbered.length * mostlySaid && new Set(named).size >= named.length * mostlyNamed;
  return areNamed ? levels : [];
}

/**
 * The row of periods below lines that say what a table is of, two or three cells each: `Unit of measure | Number` above `TIME | 2019 | 2020`. These
 * lines may be more than those of the figures. Undefined where none follows.
 */
function cornerOfPeriods(look: Look, searched: readonly number[], at: number): number | undefined {
  const { sheet, textsOf, isFigure } = look;
  const isCorner = (row: number, next: number | undefined) => {
    const texts = textsOf(row);
    const [first = 0, ...others] = texts.flatMap((text, index) => (text === "" ? [] : [index]));
    const areYears = others.length > 0 && others.every((index) => /^(?:19|20)\d{2}(?:\D|$)/u.test(texts[index] ?? ""));
    if (next === undefined || !areYears || !cornerName.test(texts[first] ?? "")) return false;
    const below = rowCells(sheet, next);
    return (
      others.some((index) => below[index] != null && isFigure(below[index] as SheetCell)) ||
      namesRowsOnly(look, next, [row])
    );
  };
  const isLine = (row: number) => textsOf(row).filter((text) => text !== "").length <= mostOfLine;
  const found = searched.findIndex((row, index) => index > at && isCorner(row, searched[index + 1]));
  return found > at && searched.slice(at, found).every(isLine) ? found : undefined;
}

/** What stands in the corner over the names of rows and before periods, as databases of offices write it. */
const cornerName =
  /^(?:time(?: period)?|years?|periods?|geo(?:\s*[/\\|]\s*time)?|(?:geo|region|country|area)\s*[/\\|]\s*(?:time|years?|periods?))$/iu;

/** So many cells has a line that says one thing of a table. */
const mostOfLine = 3;

/**
 * The rows of headings without lines above them that say things of the whole table: `Published: | 20th November 2014`, `Units: Degrees` alone in the
 * first column, whom to ask, and a number beside the name of the sheet.
 */
export function withoutLines({ textsOf }: Look, levels: readonly number[]): readonly number[] {
  const filledIn = (row: number) => textsOf(row).filter((text) => text !== "");
  const isLine = (row: number) => {
    const texts = filledIn(row);
    const isKeyed = texts.length <= mostOfLine && /\p{L}:$/u.test(texts[0] ?? "");
    const isAlone = texts.length === 1 && /^\p{L}[\p{L} ]*: \S/u.test(textsOf(row)[0] ?? "");
    return isKeyed || isAlone || texts.some((text) => eMail.test(text));
  };
  const isNumbered = (row: number) => {
    const texts = filledIn(row);
    return (
      texts.length === 2 && texts.some((text) => /^\d+(?:\.\d+)?$/u.test(text) && periodReadings(text).length === 0)
    );
  };
  const above = levels.slice(0, -1);
  let first = above.findLastIndex(isLine) + 1;
  while (first < above.length && isNumbered(above[first] as number)) first += 1;
  return levels.slice(first);
}
const eMail = /[^\s@]@[^\s@]+\.\p{L}/u;

/** Whether a row says something of the figures in the next row alone, and nothing of the names before them. */
function isBareHeading({ sheet, isFigure }: Look, row: number): boolean {
  const [first = null, own = null] = rowCells(sheet, row);
  const next = [1, 2, 3].map((step) => row + step).find((at) => rowCells(sheet, at)[1] != null) ?? row + 1;
  const [name = null, figure = null] = rowCells(sheet, next);
  const isSaid = (cell: SheetCell) => cell !== null && !isFigure(cell);
  return first === null && isSaid(own) && name !== null && figure !== null && isFigure(figure);
}

/** Whether a row has dashes alone, which rule headings off from what is below them. */
function isRule({ textsOf }: Look, row: number): boolean {
  const texts = textsOf(row).filter((text) => text !== "");
  return texts.length > 1 && texts.every((text) => /^[-–—=_]{2,}$/u.test(text));
}
