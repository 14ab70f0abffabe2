import { createCellParser, locateTable, periodReadings } from "../../dataset/index.ts";
import { cellAt, cellText, type MarkedTable, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { isForecast, isOutturn } from "../periods/forecasts.ts";
import { isMetadata } from "./metadata-headings.ts";
import { withoutNoteMark } from "./note-marks.ts";

export interface FoundHeadings {
  readonly headerRow: number | readonly [first: number, last: number] | "none";
  /** Of a table without headings, where titles stand above it. */
  readonly firstRow?: number | undefined;
  /** Where something else follows that is no note: another table. */
  readonly lastRow: number | undefined;
  /** The rows in which other tables begin that the workbook marks. */
  readonly otherTables?: readonly number[] | undefined;
  readonly columns: readonly string[];
  /** What stands in the row of the headings over a table beside this one, and where. */
  readonly beside?: readonly { readonly index: number; readonly text: string }[];
  readonly rows: Uint32Array;
  readonly above: number;
  readonly below: number;
}

/** Rows that are looked at for the headings. */
const searchedRows = 60;
const mostLevels = 5;
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

/**
 * Finds the headings of a table that nobody described: those of a table that the workbook marks; else the first row that is about as
 * wide as the table, and has names and periods where the rows below have figures. Rows above it that span its names belong to
 * them, and so does a row of units below.
 */
export function findHeadings(sheet: Sheet): FoundHeadings | undefined {
  const found = headingsOf(sheet);
  if (found && found.headerRow !== "none") return found;
  // What stands beside a table without headings of its own, behind a column without any cell, spoils the first row.
  const empty = sheet.columns.findLastIndex(({ codes }, index) => index > 1 && codes.every((code) => code === 0));
  const isBetween = empty > 0 && empty < sheet.columns.length - 1;
  const own = isBetween ? { ...sheet, columns: sheet.columns.slice(0, empty) } : undefined;
  const before = own && findHeadings(own);
  if (!own || !before || before.headerRow === "none") return found;
  const last = before.rows.findLast((row) => own.columns.some(({ codes }) => codes[row] !== 0));
  const [first] = before.rows;
  if (last === undefined || first === undefined) return before;
  // Rows among them that are of the other table alone are told apart by what they leave blank.
  const isAny = (row: number) => sheet.columns.some(({ codes }) => codes[row] !== 0);
  const rows = Uint32Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(isAny);
  const heading = sheet.rowNumbers.indexOf([before.headerRow].flat().map(Number).at(-1) ?? 0);
  const beside = heading < 0 ? [] : besideIn(sheet, heading, empty);
  return { ...before, beside: [...(before.beside ?? []), ...beside], rows, lastRow: sheet.rowNumbers[last] };
}

const besideIn = (sheet: Sheet, row: number, from: number): NonNullable<FoundHeadings["beside"]> =>
  rowCells(sheet, row).flatMap((cell, index) =>
    index > from && cell !== null ? [{ index, text: cellText(cell).trim() }] : [],
  );

function headingsOf(sheet: Sheet): FoundHeadings | undefined {
  const look = lookAt(sheet);
  const marked = largest(sheet.markedTables);
  // A table that a workbook marks may begin below its headings.
  const isHeaded = marked !== undefined && !isOfFigures(look, marked.top);
  const levels = isHeaded ? [marked.top] : withoutLines(look, saidLast(look, aboveFigures(look, headingRows(look))));
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return hasNoHeadings(look) ? withoutHeadings(look) : belowTitles(look);
  if (!isHeaded && first === last && isRowOfData(look, first)) return withoutHeadings(look);
  const numbers = levels.map((row) => sheet.rowNumbers[row] as number);
  const headerRow =
    numbers.length > 1 ? ([numbers[0] as number, numbers.at(-1) as number] as const) : (numbers[0] as number);
  const end = marked ? marked.bottom : (endBeforeSameHeadings(look, levels) ?? lastOfFirstTable(look, last));
  const lastRow = end === undefined || end >= sheet.rowNumbers.length - 1 ? undefined : sheet.rowNumbers[end];
  const located = locateTable(
    sheet,
    { names: [], isWide: undefined, levels: levels.length, isFigure: look.isFigure },
    { headerRow, lastRow },
  );
  if (!located) return undefined;
  const above = look.filled.filter((row) => row < first).length;
  const others = sheet.markedTables.flatMap(({ top, bottom }) =>
    marked && top < bottom && top !== marked.top ? [sheet.rowNumbers[top] as number] : [],
  );
  const { columns, rows, remarks } = located;
  const otherTables = others.length > 0 ? others : undefined;
  return { headerRow, lastRow, otherTables, columns, rows, above, below: remarks.length };
}

/** So many rows of one look are a table, where none has headings. */
const fewestRows = 3;

/** So many cells of a column are figures, where the first of them is no heading. */
const mostlyNumbers = 0.8;

/** Whether a table begins with its first row: figures stand there in columns of figures, and no word in any of these. */
function hasNoHeadings({ sheet, filled, isFigure }: Look): boolean {
  const [first] = filled;
  if (first === undefined || filled.length < fewestRows || sheet.columns.length < 2) return false;
  const isNumber = (cell: SheetCell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell));
  const ofFigures = [...sheet.columns.keys()].filter((column) => {
    const cells = filled.map((row) => cellAt(sheet, row, column)).filter((cell) => cell !== null);
    return cells.length > 0 && cells.filter(isFigure).length >= cells.length * mostlyNumbers;
  });
  const firsts = ofFigures.map((column) => cellAt(sheet, first, column)).filter((cell) => cell !== null);
  return firsts.every(isFigure) && firsts.some((cell) => isNumber(cell) && periodReadings(cellText(cell)).length === 0);
}

/** So many rows are enough to see what stands below what may be headings. */
const rowsBelow = 200;

/**
 * Whether the first row of a sheet is one of its table and no headings: numbers over numbers, words over words, and one of these is there again
 * below, or one of those is no year. `Puerto Rico,2020,Number,2259` over `Alabama,2021,Number,5341`.
 */
function isRowOfData({ sheet, filled, isFigure }: Look, row: number): boolean {
  const below = filled.filter((own) => own > row).slice(0, rowsBelow);
  if (row !== filled[0] || below.length < fewestRows || areTimesInTurn(rowCells(sheet, row).map(cellText)))
    return false;
  const isNumber = (cell: SheetCell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell));
  const isOfYear = (cell: SheetCell) => /^(?:1[5-9]|20)\d{2}(?:\.0+)?$/u.test(cellText(cell).trim());
  const columns = rowCells(sheet, row).flatMap((cell, column) => {
    const cells = below.map((own) => cellAt(sheet, own, column)).filter((own) => own !== null);
    return cell === null ? [] : [{ cell, cells, text: cellText(cell).trim() }];
  });
  const ofNumbers = columns.filter(({ cells }) => cells.filter(isNumber).length >= cells.length * mostlyNumbers);
  const areAlike = columns.every((own) => isNumber(own.cell) === ofNumbers.includes(own));
  const areYears = ({ cells }: (typeof columns)[number]) =>
    cells.filter(isOfYear).length >= cells.length * mostlyNumbers;
  const isAgain = (own: (typeof columns)[number]) =>
    (!ofNumbers.includes(own) || areYears(own)) && own.cells.some((cell) => cellText(cell).trim() === own.text);
  // Years over other figures are headings.
  const others = ofNumbers.filter((own) => !isOfYear(own.cell));
  return (
    areAlike &&
    ofNumbers.length > 0 &&
    ofNumbers.every((own) => !isOfYear(own.cell) || areYears(own)) &&
    (columns.some(isAgain) || others.some(({ text }) => /\d[\d,]{3}|\d\.\d/u.test(text)))
  );
}

/** Whether the numbers of a row are months or days, each the next of the one before it: `201011,201012,201101`, `20101130,20101201`. No figures grow so. */
function areTimesInTurn(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => text.trim()).filter((text) => /^[\d.]+$/u.test(text));
  const times = numbers.map((text) => {
    const { year, month, day } =
      /^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])?(?:\.0+)?$/u.exec(text)?.groups ?? {};
    return day === undefined
      ? Number(year) * 12 + Number(month)
      : Date.UTC(Number(year), Number(month) - 1, Number(day)) / millisecondsOfDay;
  });
  return times.length >= fewestTimes && times.every((own, at) => own === (times[0] as number) + at);
}

/** So many months or days in turn are no chance. */
const fewestTimes = 3;
const millisecondsOfDay = 86_400_000;

/** Whether most of a row are figures, which are neither periods nor numbers in turn, as ages are: no headings. */
function isOfFigures({ sheet, isFigure, isHeading }: Look, row: number): boolean {
  const cells = rowCells(sheet, row).filter((cell) => cell !== null);
  const numbers = cells.filter((cell) => isFigure(cell) && /\d/u.test(cellText(cell)));
  const plain = numbers.filter((cell) => periodReadings(cellText(cell)).length === 0);
  return !isHeading(row) && plain.length > 1 && numbers.length >= cells.length * mostlyFigures;
}

/** A table without headings: all of its rows, or those below its titles. */
function withoutHeadings({ sheet, isFigure }: Look, firstRow?: number): FoundHeadings | undefined {
  const wanted = { names: [], isWide: undefined, levels: 1, isFigure };
  const located = locateTable(sheet, wanted, { headerRow: "none", firstRow, lastRow: undefined });
  if (!located) return undefined;
  const { columns, rows, remarks } = located;
  const above = firstRow === undefined ? 0 : sheet.rowNumbers.findIndex((number) => number >= firstRow);
  return { headerRow: "none", firstRow, lastRow: undefined, columns, rows, above, below: remarks.length };
}

/** A table without headings below its titles: rows of one text each, and then none of one. */
function belowTitles(look: Look): FoundHeadings | undefined {
  const { sheet, filled, isFigure } = look;
  const isTitle = (row: number) => {
    const cells = rowCells(sheet, row).filter((cell) => cell !== null);
    return cells.length === 1 && !cells.some(isFigure);
  };
  const at = filled.findIndex((row) => !isTitle(row));
  const first = filled[at];
  if (at < 1 || first === undefined) return undefined;
  const rest = { ...look, filled: filled.slice(at) };
  const firstRow = sheet.rowNumbers[first];
  return hasNoHeadings(rest) ? withoutHeadings(rest, firstRow) : undefined;
}

const sizeOf = ({ top, bottom, left, right }: MarkedTable): number => (bottom - top) * (right - left + 1);
/** The largest table, the first of several that are so large: counts stand above the percentages that they make. */
const largest = (tables: readonly MarkedTable[]): MarkedTable | undefined =>
  [...tables].filter((table) => table.bottom > table.top).sort((a, b) => sizeOf(b) - sizeOf(a) || a.top - b.top)[0];

/** What the rows of a sheet hold. */
interface Look {
  readonly sheet: Sheet;
  /** Indices of the rows that hold anything. */
  readonly filled: readonly number[];
  readonly isFigure: ReturnType<typeof createCellParser>["isFigure"];
  textsOf(row: number): readonly string[];
  /** Whether a row has names, and no figure but periods and ages. */
  isHeading(row: number): boolean;
}

function lookAt(sheet: Sheet): Look {
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
      const figures = cells.filter(
        (cell) => isFigure(cell) && !isOfTime(cellText(cell)) && !middles.includes(cell) && !ages.includes(cell),
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
export const isComment = (sheet: Sheet, row: number): boolean =>
  /^#(?:\s|$)/u.test(cellText(cellAt(sheet, row, 0)).trim());

/** The rows of the headings, from above. */
function headingRows(look: Look): readonly number[] {
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
  const end = Math.min(searched.length, firstSection(look, searched, at));
  for (let index = at + 1; index < end && levels.length < mostLevels; index += 1) {
    const row = searched[index] as number;
    if (isUnitOfAll(look, row, levels)) break;
    const isBelow = standsBelow(look, row, levels);
    const isNext = row === (levels.at(-1) as number) + 1;
    if (
      !(isNext || (isBelow && isNearlyNext(look, levels.at(-1) as number, row))) ||
      !(
        isBelow ||
        (look.isHeading(row) && repeatsOver(look, levels.at(-1) as number, [row])) ||
        reachesInto(look, levels.at(-1) as number, row) ||
        isOfUnits(look, row, levels) ||
        isOfLabels(look, row, levels) ||
        namesRowsOnly(look, row, levels) ||
        fillsGaps(look, row, levels) ||
        isOfDescriptions(look, row, levels) ||
        isSaidAgain(look, row, levels) ||
        goesOnInWords(look, row, levels) ||
        tellsSeriesApart(look, row, levels) ||
        tellsPeriodsApart(look, row, levels)
      )
    )
      break;
    levels.push(row);
  }
  return levels;
}

/** So many columns that are numbered are no chance; so many of them have a name in one row below. */
const [fewestNumbered, mostlyNamed] = [5, 0.6];

/**
 * Whether a row numbers its columns, each with one more than the one before, and a row of names follows before any figure: ages and years across the top stand
 * right above figures.
 */
function numbersColumns({ sheet, textsOf, isHeading }: Look, row: number, below: readonly number[]): boolean {
  const texts = textsOf(row);
  const numbered = texts.flatMap((text, column) => (/^\d{1,3}$/u.test(text) ? [column] : []));
  const areInTurn = numbered.every(
    (column, at) => at === 0 || Number(texts[column]) === Number(texts[numbered[at - 1] ?? 0]) + 1,
  );
  if (numbered.length < fewestNumbered || !areInTurn) return false;
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

/** Adds the rows above headings that are of them. */
function addAbove(
  look: Look,
  levels: number[],
  { searched, at }: { readonly searched: readonly number[]; readonly at: number },
): void {
  for (let index = at - 1; index >= 0 && levels.length < mostLevels; index -= 1) {
    const row = searched[index] as number;
    if (isNoteAlone(look, row)) continue;
    if (isLineOfUnit(look, row)) break;
    const isNext = row === (levels[0] as number) - 1;
    if (
      isTitle(look, row, levels[0] as number) ||
      !(isNext || isNearlyNext(look, row, levels[0] as number)) ||
      !(
        spans(look, row, levels) ||
        isMergedOver(look, row, levels) ||
        isMergedOverFigures(look, row, levels) ||
        repeatsOver(look, row, levels) ||
        spansPeriods(look, row, levels) ||
        saysWhatHappened(look, row, levels) ||
        namesRowsAndPeriods(look, row, levels) ||
        namesWhatIsBlank(look, row, levels) ||
        namesBracketed(look, row, levels)
      )
    )
      break;
    levels.unshift(row);
  }
}

/** Whether a row above headings says what all figures are in, at its end: `Numbers: thousands`, beside what blocks of rows are at most. */
function isLineOfUnit({ textsOf }: Look, row: number): boolean {
  const [first, second, third] = textsOf(row).filter((text) => text !== "");
  return third === undefined && ofUnits.test(second ?? first ?? "");
}
const ofUnits = /^(?:numbers?|amounts?|units?|figures|values?)\s*:\s*\S/iu;

/**
 * Whether a row is of metadata, and it or one of those right below it tells series apart that the headings above call alike: `Series Type | Trend |
 * Seasonally Adjusted | Original`, below `Unit`, below the same name three times.
 */
function tellsSeriesApart({ textsOf }: Look, row: number, levels: readonly number[]): boolean {
  const namesBy = (rows: readonly number[]): number => {
    const texts = rows.map(textsOf);
    return new Set(texts[0]?.slice(1).map((_, at) => JSON.stringify(texts.map((own) => own[at + 1])))).size;
  };
  const isOfAll = (own: readonly string[]) => isMetadata(own[0] ?? "") && own.every((text) => text !== "");
  const told = namesBy(levels);
  if (told === textsOf(row).length - 1) return false;
  for (let below = row; below < row + mostLevels && isOfAll(textsOf(below)); below += 1)
    if (namesBy([...levels, below]) > told) return true;
  return false;
}

/**
 * Whether a row has periods alone, which tell columns apart that are called alike: `1997 | 1998 | 1999` below the same words three times, and below nothing else.
 */
function tellsPeriodsApart({ textsOf }: Look, row: number, levels: readonly number[]): boolean {
  const [above, own] = [textsOf(levels.at(-1) as number), textsOf(row)];
  const named = own.flatMap((text, index) => (text === "" ? [] : [index]));
  const isTwin = (index: number) => named.some((other) => other !== index && above[other] === above[index]);
  return (
    named.every((index) => above[index] !== "" && isTwin(index) && periodReadings(own[index] ?? "").length > 0) &&
    new Set(named.map((index) => `${above[index]}\n${own[index]}`)).size === named.length
  );
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

/** A text that is longer, over what names the rows, is the title of the table. */
const longestHeading = 60;

/** Whether a row begins with a text that is too long for a heading, or is the title of a report, over a name of rows that has one of its own. */
function isTitle({ textsOf }: Look, row: number, lower: number): boolean {
  const [above, own] = [textsOf(row), textsOf(lower)];
  const first = above.findIndex((text) => text !== "");
  const text = above[first] ?? "";
  // A long line over each half of a wide table is the title of both.
  if (text.length > longestHeading && new Set(above.filter((other) => other !== "")).size === 1) return true;
  // What says that it is a title stands over no names of rows, whether these have a heading or none.
  if (titleOfReport.test(text)) return (own[first + 1] ?? "") !== "";
  return text.length > longestHeading && (own[first] ?? "") !== "" && (own[first + 1] ?? "") !== "";
}

/** `Report 1d - Analysis by age, sex and station`, `Table 3: Deaths`. */
const titleOfReport = /^(?:report|table|figure|chart|appendix|annex) \d*\p{L}?[\d.]*\s?[:.–—-]\s?\p{L}/iu;

/** The rows of headings that are fewer than the columns below them. */
function narrowHeadings(
  look: Look,
  given: { readonly searched: readonly number[]; readonly widths: readonly number[] },
): readonly number[] {
  const top = topAboveFigures(look, given);
  return top.length > 0 ? top : overFiguresAlone(look, given.searched);
}

/** A row with one period and nothing else, over the figures of a table that has one column of them, and names before these: `2020` above `Teachers | Men | 12`. */
function overOneColumn({ sheet, textsOf, isFigure }: Look, searched: readonly number[]): number | undefined {
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
function aboveFigures(
  { sheet, filled, isFigure, isHeading, textsOf }: Look,
  levels: readonly number[],
): readonly number[] {
  const last = levels.at(-1);
  if (last === undefined) return levels;
  const below = filled.filter((row) => row > last).slice(0, mostLevels);
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

/**
 * The rows of headings without lines above them that say things of the whole table: `Published: | 20th November 2014`, whom to ask, and a number
 * beside the name of the sheet.
 */
function withoutLines({ textsOf }: Look, levels: readonly number[]): readonly number[] {
  const filledIn = (row: number) => textsOf(row).filter((text) => text !== "");
  const isLine = (row: number) => {
    const texts = filledIn(row);
    const isKeyed = texts.length <= mostOfLine && /\p{L}:$/u.test(texts[0] ?? "");
    return isKeyed || texts.some((text) => eMail.test(text));
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

/** So many empty rows may stand between headings. */
const mostEmpty = 3;

/** Whether nothing but a few empty rows, or a note before all columns, stands between two rows of headings. */
const isNearlyNext = (look: Look, upper: number, lower: number): boolean =>
  look.filled.every((row) => row <= upper || row >= lower || isNoteAlone(look, row)) &&
  (look.sheet.rowNumbers[lower] as number) - (look.sheet.rowNumbers[upper] as number) <= mostEmpty + 1;

/** Whether a row has one text alone, in its first column, which a sign marks as a note: `*see the table below`. */
const isNoteAlone = ({ textsOf }: Look, row: number): boolean => {
  const [first = "", ...others] = textsOf(row);
  return /^[*†‡]+ ?\p{L}/u.test(first) && others.every((text) => text === "");
};

/** The rows of headings; of those that say the same again, in small letters say, the last alone. */
function saidLast({ sheet, textsOf, isFigure }: Look, levels: readonly number[]): readonly number[] {
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

/** Whether a row says something of the figures in the next row alone, and nothing of the names before them. */
function isBareHeading({ sheet, isFigure }: Look, row: number): boolean {
  const [first = null, own = null] = rowCells(sheet, row);
  const next = [1, 2, 3].map((step) => row + step).find((at) => rowCells(sheet, at)[1] != null) ?? row + 1;
  const [name = null, figure = null] = rowCells(sheet, next);
  const isSaid = (cell: SheetCell) => cell !== null && !isFigure(cell);
  return first === null && isSaid(own) && name !== null && figure !== null && isFigure(figure);
}

/** Whether a row names periods, and at most two other things before them: dates below the numbers of weeks. */
function isOfPeriods({ textsOf }: Look, row: number): boolean {
  const texts = textsOf(row).filter((text) => text !== "");
  const periods = texts.filter((text) => !/^\d+(?:\.\d+)?$/u.test(text) && periodReadings(text).length > 0);
  return periods.length > 2 && new Set(periods).size === periods.length && texts.length <= periods.length + 2;
}

/** Whether headings stand over others: fewer of them, with gaps between, and the lower ones repeat. */
function spans({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const above = textsOf(upper);
  const levels = lower.map(textsOf);
  const below = above.map((_, index) => levels.map((texts) => texts[index] ?? "").join("|"));
  const named = below.filter((text) => text.replaceAll("|", "") !== "");
  const repeats = new Set(named).size < named.length;
  const isNamed = (index: number) => (below[index] ?? "").replaceAll("|", "") !== "";
  const isGapped = above.some(
    (text, index) => text === "" && above.slice(0, index).some((one) => one !== "") && isNamed(index),
  );
  return above.filter((text) => text !== "").length > 1 && repeats && isGapped;
}

/**
 * Whether headings stand over periods alone, the first of them over the first period: `Index | | Growth (%)` over `1990 | 2000 | 1990-2000`. What one line
 * says of the table and another of its source do not stand so.
 */
function spansPeriods({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const above = textsOf(upper);
  const levels = lower.map(textsOf);
  const below = textsOf(lower.at(-1) as number);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const periods = below.flatMap((text, index) => (periodReadings(text).length > 0 ? [index] : []));
  const first = named[0] ?? -1;
  return (
    named.length > 1 &&
    periods.length > named.length &&
    first === periods[0] &&
    periods.length >= below.slice(first).filter((text) => text !== "").length * mostlySaid &&
    named.every(
      (index) => levels.some((texts) => (texts[index] ?? "") !== "") && /\p{L}|%|[£$€]/u.test(above[index] ?? ""),
    )
  );
}

/** Whether a row says of periods below it which have happened and which are expected, and nothing else of them: `Outturn | | Forecast |` over years. */
function saysWhatHappened({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const below = textsOf(lower.at(-1) as number);
  const over = textsOf(upper).filter((text, index) => text !== "" && periodReadings(below[index] ?? "").length > 0);
  return over.some(isForecast) && over.every((text) => isForecast(text) || isOutturn(text));
}

/**
 * Whether one heading stands over the names of the rows, and one over periods right below it, which have nothing else beside them: `Province | Population` over
 * `| 2000 | 2010`. What a line says of the table has a key or a number instead: `Unit | Persons`, `Table 1 | Births`.
 */
function namesRowsAndPeriods(look: Look, upper: number, lower: readonly number[]): boolean {
  const [above, below] = [look.textsOf(upper), look.textsOf(lower[0] as number)];
  const [names, figures, other] = above.flatMap((text, index) => (text === "" ? [] : [index]));
  if (names === undefined || figures === undefined || other !== undefined || lower.length > 1) return false;
  const periods = below.flatMap((text, index) => (text === "" ? [] : [index]));
  const first = nextOfSeveral(look, lower[0] as number);
  // A heading of the names of rows may stand over their codes too, which some of them do not have.
  const called = first === undefined ? [] : rowCells(look.sheet, first).slice(names, figures);
  const name = called.find((cell) => cell !== null) ?? null;
  return (
    (lower[0] as number) === upper + 1 &&
    look.isHeading(upper) &&
    periods.length > 1 &&
    periods[0] === figures &&
    periods.every((index) => periodReadings((below[index] ?? "").replace(signOfYear, "")).length > 0) &&
    name !== null &&
    !look.isFigure(name) &&
    !isMetadata(above[names] ?? "") &&
    [names, figures].every((index) => /^[^\d:]{2,60}$/u.test(above[index] ?? ""))
  );
}

/** What stands behind a year and says that it is one: `2005年`, `2005년`, `2005 г.` */
const signOfYear = /(?<=^\d{4}) ?(?:年度?|년|г\.?)$/u;

/** Whether several cells of a row are each merged over several of the headings below it. */
function isMergedOver({ sheet, textsOf, isHeading }: Look, upper: number, lower: readonly number[]): boolean {
  const own = textsOf(lower[0] as number);
  const merged = sheet.merges.filter(
    ({ top, bottom, left, right }) =>
      top === upper && bottom === upper && own.slice(left, right + 1).filter((text) => text !== "").length > 1,
  );
  return merged.length > 1 && isHeading(upper);
}

/**
 * Whether the one text of a row is merged over some of the headings below it, behind those of the rows' names: `Percentage immunised` over
 * `Polio | Hib`, and not over `Area`. A title stands over all of them. What it says of shares or means makes no counts such: each has decimals.
 */
function isMergedOverFigures(
  { sheet, textsOf, isFigure, filled }: Look,
  upper: number,
  lower: readonly number[],
): boolean {
  const [only, other] = textsOf(upper).flatMap((text, index) => (text === "" ? [] : [index]));
  const levels = lower.map(textsOf);
  // What stands between may be over other columns alone: `Projections`.
  const own = textsOf(lower[0] as number).map((_, index) => levels.map((texts) => texts[index] ?? "").join(""));
  const [merge] = sheet.merges.filter(
    ({ top, bottom, left }) => top === upper && bottom < (lower.at(-1) as number) && left === only,
  );
  if (!merge || other !== undefined || isFigure(cellAt(sheet, upper, merge.left))) return false;
  const below = own.slice(merge.left, merge.right + 1).filter((text) => text !== "");
  const before = own.slice(0, merge.left).filter((text) => text !== "");
  const rows = filled.filter((row) => row > (lower.at(-1) as number)).slice(0, rowsOfDecimals);
  const hasDecimals = (index: number) =>
    rows.some(
      (row) => /\d[.,]\d*[1-9]/u.test(cellText(cellAt(sheet, row, index))) && isFigure(cellAt(sheet, row, index)),
    );
  const areNoCounts = own.every(
    (text, index) => text === "" || index < merge.left || index > merge.right || hasDecimals(index),
  );
  return below.length > 1 && before.length > 0 && areNoCounts;
}

/** So many rows show whether figures have decimals. */
const rowsOfDecimals = 200;

/** Whether a row has dashes alone, which rule headings off from what is below them. */
function isRule({ textsOf }: Look, row: number): boolean {
  const texts = textsOf(row).filter((text) => text !== "");
  return texts.length > 1 && texts.every((text) => /^[-–—=_]{2,}$/u.test(text));
}

/**
 * Whether headings stand over others that repeat in cell after cell: `Land use | Land use | Land use` over `Total | Homes | Roads`. One that stands over all
 * figures may leave it to the first of them to be all that it names: over nothing, `Women`, `Men`.
 */
function repeatsOver({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const above = textsOf(upper);
  const below = textsOf(lower[0] as number);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const again = named.filter((index) => above[index] === above[index - 1]);
  const isOne = named.length > 3 && again.length === named.length - 1;
  return (
    named.length > 2 &&
    again.length >= named.length / 2 &&
    named.every((index, at) => (below[index] ?? "") !== "" || (isOne && at === 0))
  );
}

/** Signs and words that are a unit and nothing else. */
export const unitSign =
  /^(?:£|€|\$|%|no\.?|nos\.?|number|numbers|thousands?|millions?|billions?|['’]?000s?|[£€$] ?(?:m|k|bn|thousands?|millions?|billions?)|per ?cent|index|rate|ratio|years?|days?|hours?|minutes?|kg|km|km2|km²|qm|m2|m²|ha|ar|hektar|tonnes?|anzahl|personen|prozent|tsd\.?(?: eur)?|mio\.?(?: eur)?|mill\.?(?: eur)?|eur|euro|antal|procent|aantal|nombre|£ per .+|\((?:thousands?|millions?|billions?|['’]?000s?|%|per ?cent|[£€$](?:m|k|bn)?)\))$/iu;

/** Where the first heading of a block of rows stands right below headings; else the end. */
const firstSection = (look: Look, searched: readonly number[], at: number): number => {
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
/** So few rows are a block. */
const fewestInBlock = 2;

/** The column of the one cell of a row, where it is a text and no figure. */
export function sectionIn(sheet: Sheet, row: number, isFigure: Look["isFigure"]): number | undefined {
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

/** A reference to notes, or to columns, alone in its cell: `[note 2]`, `[A]`, `= [A] + [B]`. */
export const noteSign =
  /^(?:[([]?notes? ?\d[\d, and]*[)\]]?|=? ?[([]\p{Lu}[)\]](?: ?[-+*/×÷] ?(?:[([]\p{Lu}[)\]]|\d+))*)$/iu;

/** Whether a row below headings has nothing but units, most of them below a heading. */
function isOfUnits(look: Look, row: number, levels: readonly number[]): boolean {
  const all = levels.map(look.textsOf);
  const above = all[0]?.map((_, index) => all.map((texts) => texts[index] ?? "").join("")) ?? [];
  const units = look.textsOf(row).flatMap((text, index) => (text === "" ? [] : [{ text, index }]));
  const isNamed = /^(?:units?|notes?)$/iu.test(units[0]?.text ?? "");
  const signs = isNamed ? units.slice(1) : units;
  return (
    signs.length > 0 &&
    signs.every(
      ({ text, index }) => (isNamed || unitSign.test(text) || noteSign.test(text)) && (above[index] ?? "") !== "",
    ) &&
    look.isHeading(row) === new Set(units.map(({ text }) => text)).size > 1
  );
}

/** Whether the one cell of a row stands below the first of several periods, as a unit of all of them does: `Rates per 1,000 population`. */
const isUnitOfAll = ({ textsOf }: Look, row: number, levels: readonly number[]): boolean =>
  unitBelowPeriods(textsOf(row), textsOf(levels.at(-1) as number)) !== undefined;

/** What the one text of a row says below the first of several periods; undefined of what is said of this period alone. */
export function unitBelowPeriods(texts: readonly string[], heads: readonly string[]): string | undefined {
  const [only, other] = texts.flatMap((text, index) => (text === "" ? [] : [index]));
  const text = texts[only ?? 0] ?? "";
  if (only === undefined || other !== undefined || !/\p{L}{2}|[%£$€]/u.test(text) || ofOnePeriod.test(text))
    return undefined;
  const periods = heads.flatMap((head, index) => (periodReadings(head).length > 0 ? [index] : []));
  return periods.length > 1 && periods[0] === only ? text : undefined;
}
/** What is said of one period, and no unit. */
const ofOnePeriod =
  /\b(?:provisional|revised|estimated?|estimates|forecast|projected|projection|preliminary|baseline|base year|note|census|break|part[- ]year|year to date|to date|outturn|budget|plan(?:ned)?|actual)\b/iu;

/** Whether a row below headings names the columns of labels alone, and the row above it those of figures. */
function isOfLabels({ sheet, textsOf, isHeading, isFigure }: Look, row: number, levels: readonly number[]): boolean {
  const [above, own] = [levels.map(textsOf), textsOf(row)];
  const isOpen = (index: number) => above.every((texts) => (texts[index] ?? "") === "");
  const below = rowCells(sheet, row + 1);
  const figures = below.flatMap((cell, index) => (cell !== null && isFigure(cell) ? [index] : []));
  const isApart = figures.length > 0 && figures.every((index) => own[index] === "" && !isOpen(index));
  // A long text beside the table is a note, and no heading.
  const named = own.flatMap((text, index) => (text === "" || text.length > longestHeading ? [] : [index]));
  const isOwn = named.filter(isOpen).length >= named.length / 2;
  return isApart && isOwn && isHeading(row) && named.length > 1;
}

/**
 * Whether a row below periods has nothing but what the rows are called by, where what stands before these is of them: `Country` below `Time | 2003 |
 * 2004`.
 */
function namesRowsOnly({ sheet, textsOf, isFigure }: Look, row: number, levels: readonly number[]): boolean {
  const [above, own, below] = [textsOf(levels.at(-1) as number), textsOf(row), rowCells(sheet, row + 1)];
  const first = above.findIndex((text) => text !== "");
  const periods = above.flatMap((text, index) => (index > first && periodReadings(text).length > 0 ? [index] : []));
  const named = own.filter((text) => text !== "");
  return (
    named.length === 1 &&
    /\p{L}{3}/u.test(own[first] ?? "") &&
    /^(?:time(?: period)?|years?|periods?|months?|quarters?)$/iu.test(above[first] ?? "") &&
    periods.length > 0 &&
    periods.filter((index) => below[index] != null && isFigure(below[index] as SheetCell)).length >= periods.length / 2
  );
}

/**
 * Whether a row below headings has the names that these leave open, over figures: `Men | Other` below `Turnout` and nothing. It says nothing
 * where rows have their labels.
 */
function fillsGaps(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure, isHeading } = look;
  const [above, own] = [textsOf(levels.at(-1) as number), textsOf(row)];
  const below = rowCells(sheet, nextOfSeveral(look, row) ?? row + 1);
  const named = own.flatMap((text, index) => (text === "" ? [] : [index]));
  const gaps = named.filter(
    (index) => (above[index] ?? "") === "" && above.slice(0, index).some((text) => text !== ""),
  );
  const overFigures = named.filter((index) => below[index] != null && isFigure(below[index] as SheetCell));
  const first = above.findIndex((text) => text !== "");
  const isSameAgain = named.length > 1 && named.every((index) => own[index] === own[named[0] as number]);
  return (
    (isHeading(row) || isSameAgain) &&
    gaps.length > 0 &&
    (own[first] ?? "") === "" &&
    named.every((index) => /\p{L}/u.test(own[index] as string)) &&
    overFigures.length >= named.length * mostlySaid
  );
}

/** Whether a row is of the headings above it, also where an empty one stands between. */
const standsBelow = (look: Look, row: number, levels: readonly number[]): boolean =>
  (look.isHeading(row) && spans(look, levels.at(-1) as number, [row])) || isOfCodes(look, row, levels);

/**
 * Whether a row right above figures names the columns of labels, one of which the headings above leave open, and has the code of each of the others: `Code |
 * Authority | e11a | e11b` below `White | Black`, which stand over the figures alone.
 */
function isOfCodes(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure, isHeading, filled } = look;
  const above = levels.map(textsOf);
  const own = textsOf(row);
  const isOpen = (index: number) => above.every((texts) => (texts[index] ?? "") === "");
  const below = filled.filter((other) => other > row).slice(0, rowsOfCodes);
  const isOverFigures = (index: number) =>
    below.some((other) => {
      const cell = cellAt(sheet, other, index);
      return cell !== null && isFigure(cell);
    });
  const named = own.flatMap((text, index) => (text === "" ? [] : [index]));
  const labels = named.filter((index) => !isOverFigures(index));
  const codes = named.filter(isOverFigures);
  return (
    isHeading(row) &&
    labels.some(isOpen) &&
    codes.length > 1 &&
    labels.every((index) => index < (codes[0] as number) && /\p{L}{3}/u.test(own[index] ?? "")) &&
    codes.every((index) => !isOpen(index) && /^(?=.*\d)(?=.*\p{L})[\p{L}\d_.-]{2,12}$/u.test(own[index] ?? ""))
  );
}

/** So many rows below codes say which of them stand over figures. */
const rowsOfCodes = 5;

/**
 * Whether a row above headings names columns that these leave blank: `Rank | Country` above nothing, beside `Interval` above `Lower | Upper`. Of
 * a few such columns, each of the others has to stand over several names: `Population | | Acres` over `2000 | 2010 |`.
 */
function namesWhatIsBlank(look: Look, upper: number, lower: readonly number[]): boolean {
  const { sheet, textsOf, isHeading, isFigure } = look;
  const [above, own] = [textsOf(upper), textsOf(lower[0] as number)];
  const levels = lower.map(textsOf);
  const next = nextOfSeveral(look, lower.at(-1) as number);
  const below = next === undefined ? [] : rowCells(sheet, next);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const isOpen = (index: number) => levels.every((texts) => (texts[index] ?? "") === "");
  const overBlanks = named.filter((index) => isOpen(index) && below[index] != null);
  const isOver = (index: number) => {
    const next = named.find((other) => other > index) ?? above.length;
    return own.slice(index, next).filter((text) => text !== "").length > 1;
  };
  const others = named.filter((index) => !overBlanks.includes(index));
  const areOver =
    others.length > 0 && others.every(isOver) && overBlanks.some((index) => isFigure(below[index] ?? null));
  return isHeading(upper) && ((overBlanks.length >= 2 && overBlanks.length >= named.length / 2) || areOver);
}

/** Whether a row above headings names columns of figures alone, which these leave blank or say nothing but a unit of: `Jobs | Per cent` over `(thousand) | `. */
function namesBracketed(look: Look, upper: number, lower: readonly number[]): boolean {
  const { sheet, textsOf, isFigure } = look;
  const [above, own] = [textsOf(upper), textsOf(lower[0] as number)];
  const next = nextOfSeveral(look, lower.at(-1) as number);
  const below = next === undefined ? [] : rowCells(sheet, next);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const units = named.filter((index) => /^\([^()]+\)$/u.test(own[index] ?? ""));
  return (
    units.length > 0 &&
    named.every((index) => (units.includes(index) || (own[index] ?? "") === "") && isFigure(below[index] ?? null))
  );
}

/**
 * Whether words of headings go on in a row, down to the first figures: `Number of` over `children` over `looked after`. It names what has no name
 * yet, or has words over figures, where a row of data has none.
 */
function goesOnInWords(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure, filled } = look;
  const above = textsOf(levels.at(-1) as number);
  const isNumber = (cell: SheetCell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell));
  // `Rate per` over `10,000`: the number is of the heading.
  const isOfRow = (own: number) => (cell: SheetCell, column: number) =>
    isNumber(cell) && !isPerSoMany(textsOf(own - 1)[column] ?? "", cellText(cell));
  const next = filled.filter((other) => other >= row).slice(0, mostLevels);
  const first = next.find((own) => rowCells(sheet, own).filter(isOfRow(own)).length > 1);
  if (first === undefined || first === row || !next.includes(row)) return false;
  const overFigures = [...rowCells(sheet, first).entries()].flatMap(([column, cell]) =>
    isNumber(cell) ? [column] : [],
  );
  const cells = rowCells(sheet, row);
  const words = overFigures.filter((column) => {
    const cell = cells[column] ?? null;
    return cell !== null && (!isFigure(cell) || isPerSoMany(above[column] ?? "", cellText(cell)));
  });
  const named = overFigures.filter((column) => cells[column] != null);
  // What rows are called may stand below what their blocks are: `Year`, below nothing, below `Region`.
  const open = (column: number) => (above[column] ?? "") === "";
  const ofRows = [...cells.keys()].filter((column) => cells[column] !== null && !overFigures.includes(column));
  const areWords = words.filter((column) => /\p{L}{2}|%/u.test(cellText(cells[column] ?? null)));
  return (
    named.length > 0 &&
    words.length === named.length &&
    areWords.length >= words.length / 2 &&
    // A letter above a heading is a key to it, and no word that goes on: `C` over `White`.
    words.some((column) => /\p{L}{2}|%/u.test(above[column] ?? "")) &&
    ofRows.every((column) => open(column) || /^[\p{Ll}(]/u.test(cellText(cells[column] ?? null).trim()))
  );
}

/** Whether a number goes on with a heading above it: `10,000` below `Rate per`. */
const isPerSoMany = (above: string, number: string): boolean =>
  /\bper$/iu.test(above.trim()) && /^1[0 ,.]*$/u.test(number.trim());

/** The next row with several cells: a unit alone, below the headings, is no row of the table. */
const nextOfSeveral = ({ filled, textsOf }: Look, after: number): number | undefined =>
  filled.find((row) => row > after && textsOf(row).filter((text) => text !== "").length > 1);

/** Whether headings are merged with the cells of the row below them, so that it is of the headings too. */
const reachesInto = ({ sheet }: Look, header: number, row: number): boolean =>
  sheet.merges.filter(({ top, bottom }) => top <= header && bottom === row).length > 1;

/** Whether a row below headings says more of the columns of figures, and nothing of those of labels. */
function isOfDescriptions({ sheet, textsOf, isFigure }: Look, row: number, levels: readonly number[]): boolean {
  const [above, own] = [textsOf(levels.at(-1) as number), textsOf(row)];
  const [cells, below] = [rowCells(sheet, row), rowCells(sheet, row + 1)];
  const named = own.flatMap((text, index) => (text === "" ? [] : [index]));
  const isOver = named.every((index) => {
    const [cell = null, next = null] = [cells[index], below[index]];
    return !isFigure(cell) && next !== null && isFigure(next) && above[index] !== "";
  });
  const first = above.findIndex((text) => text !== "");
  return named.length > 0 && isOver && !named.includes(first) && (below[first] ?? null) !== null;
}

/** So much of the headings is said again in words, and so much of what is below the words are figures. */
const [mostlySaid, mostlyFigures] = [0.8, 0.5];

/** Whether a row says in words what the headings above it have as codes: `HC01_EST_VC01` over `Total; Estimate; Population`. */
function isSaidAgain(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure } = look;
  const heads = textsOf(levels.at(-1) as number);
  const above = heads.filter((text) => text !== "");
  const [cells, below] = [rowCells(sheet, row), rowCells(sheet, row + 1)];
  const said = [...cells.keys()].filter((column) => cells[column] !== null);
  const areWords = said.every((column) => /\p{L}{3}|^id\d?$/iu.test(cellText(cells[column] ?? null)));
  const figures = said.filter((column) => below[column] != null && isFigure(below[column] as SheetCell));
  const isCode = (text: string) => /^\w*[_.\d]\w*(?:[.-]\w+)*$/u.test(text);
  const overFigures = figures.map((column) => heads[column] ?? "");
  // `GEO_ID | NAME | B25077_001E`: what stands over figures is a code, if not over names.
  const areCodes =
    above.filter(isCode).length >= above.length * mostlySaid ||
    (overFigures.length > 1 && overFigures.every((text) => isCode(text) && /\d{3}/u.test(text)));
  return (
    areCodes && areWords && said.length >= above.length * mostlySaid && figures.length >= said.length * mostlyFigures
  );
}

/**
 * The last row before another table of the same form: one that has the same rows of headings, several of them, below a title of its own. Undefined where
 * there is none: headings that come again below no title, or below the same, are those of the next page.
 */
function endBeforeSameHeadings({ sheet, filled, textsOf }: Look, levels: readonly number[]): number | undefined {
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

/** That a table goes on from the page before. */
const isStill = /^\(?(?:table )?cont(?:inued|inues|[’']?d)?\.{0,3}\)?\.{0,3}$/iu;

/** Whether a row has the headings of another one, of which it may leave out a few: the name of the rows, where these are the same again. */
function isSame(heads: readonly string[], own: readonly string[]): boolean {
  const said = heads.filter((text) => text !== "").length;
  const again = own.filter((text, index) => text !== "" && text === heads[index]).length;
  return own.every((text, index) => text === "" || text === heads[index]) && again >= said * mostlyAgain;
}
const mostlyAgain = 0.9;

/**
 * The last row before another table: one that begins after an empty row, with headings where there were figures. Undefined where
 * there is none.
 */
function lastOfFirstTable(look: Look, header: number): number | undefined {
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
      if (figures.has(column) && (!isFigureAt(row, column) || isSaidAgain(column, values[code] ?? null)))
        overFigures += 1;
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
