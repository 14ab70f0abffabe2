import { periodReadings } from "../../dataset/index.ts";
import { cellAt, cellText, rowCells, type SheetCell } from "../../tables/index.ts";
import { firstSection } from "./blocks-over-figures.ts";
import { isNearlyNext, longestHeading, repeatsOver, spans } from "./headings-above.ts";
import { type Look, mostLevels, mostlyFigures, mostlySaid, nextOfSeveral, rowsFrom } from "./look-at-rows.ts";
import { isMetadata } from "./metadata-headings.ts";
import { noteSign, unitSign } from "./unit-signs.ts";

/** Adds the rows below headings that are of them: what goes on, stands below or says more of these, up to the first heading of a block. */
export function addBelow(
  look: Look,
  levels: number[],
  { searched, at }: { readonly searched: readonly number[]; readonly at: number },
): void {
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
        namesOpenColumns(look, row, levels) ||
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
}

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
export function namesRowsOnly({ sheet, textsOf, isFigure }: Look, row: number, levels: readonly number[]): boolean {
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
export function fillsGaps(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure, isHeading } = look;
  const [above, own] = [textsOf(levels.at(-1) as number), textsOf(row)];
  const named = own.flatMap((text, index) => (text === "" ? [] : [index]));
  const gaps = named.filter(
    (index) => (above[index] ?? "") === "" && above.slice(0, index).some((text) => text !== ""),
  );
  const isOverFigures = (below: number): boolean => {
    const cells = rowCells(sheet, below);
    return named.filter((index) => isFigure(cells[index] ?? null)).length >= named.length * mostlySaid;
  };
  const first = above.findIndex((text) => text !== "");
  const isSameAgain = named.length > 1 && named.every((index) => own[index] === own[named[0] as number]);
  return (
    (isHeading(row) || isSameAgain) &&
    gaps.length > 0 &&
    (own[first] ?? "") === "" &&
    named.every((index) => /\p{L}/u.test(own[index] as string)) &&
    (isOverFigures(nextOfSeveral(look, row) ?? row + 1) || isOverFigures(fullestBelow(look, row, first)))
  );
}

/**
 * The fullest of the rows right below one, the first of several, where others that begin as it does and are half as full stand before it: rows of a table
 * that hold others may have names and codes alone. Else the next one.
 */
function fullestBelow({ filled, textsOf, isHeading }: Look, row: number, first: number): number {
  const below = rowsFrom({ filled }, row + 1, mostLevels);
  const widths = below.map((own) => textsOf(own).filter((text) => text !== "").length);
  const most = Math.max(...widths);
  const at = widths.indexOf(most);
  const isOfTable = (own: number, index: number) =>
    textsOf(own)[first] !== "" && !isHeading(own) && (widths[index] as number) <= most * mostlyFigures;
  return (below.slice(0, Math.max(at, 0)).some(isOfTable) ? below[at] : below[0]) ?? row + 1;
}

/**
 * Whether a row right below headings names the columns of labels, which these leave open, and parts of what one of them stands over: `Code | Area | | | A | B | C` below
 * `| | 2019 | 2020 | Band | | `. A row of data has names there too, and figures or markers behind them that stand below a heading each.
 */
function namesOpenColumns(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure, isHeading } = look;
  const [above, own] = [textsOf(levels.at(-1) as number), textsOf(row)];
  const next = nextOfSeveral(look, row);
  const below = next === undefined ? [] : rowCells(sheet, next);
  const named = own.flatMap((text, index) => (text === "" ? [] : [index]));
  const isOpen = (index: number) => levels.every((level) => (textsOf(level)[index] ?? "") === "");
  const parts = named.filter((index) => below[index] != null && isFigure(below[index] as SheetCell));
  const labels = named.filter((index) => !parts.includes(index));
  const isFirstOfParts = (index: number) => !isOpen(index) && parts.includes(index + 1) && isOpen(index + 1);
  return (
    isHeading(row) &&
    labels.length > 0 &&
    parts.length > 1 &&
    labels.every((index) => isOpen(index) && /\p{L}{3}/u.test(own[index] ?? "")) &&
    parts.every((index) => isOpen(index) || isFirstOfParts(index)) &&
    parts.some((index) => !isOpen(index)) &&
    above.some((text, index) => text !== "" && !named.includes(index))
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
  const { sheet, textsOf, isFigure, isHeading } = look;
  const above = levels.map(textsOf);
  const own = textsOf(row);
  const isOpen = (index: number) => above.every((texts) => (texts[index] ?? "") === "");
  const below = rowsFrom(look, row + 1, rowsOfCodes);
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
 * Whether words of headings go on in a row, down to the first figures: `Number of` over `children` over `looked after`. It names what has no name
 * yet, or has words over figures, where a row of data has none.
 */
function goesOnInWords(look: Look, row: number, levels: readonly number[]): boolean {
  const { sheet, textsOf, isFigure } = look;
  const above = textsOf(levels.at(-1) as number);
  const isNumber = (cell: SheetCell) => cell !== null && isFigure(cell) && /\d/u.test(cellText(cell));
  // `Rate per` over `10,000`: the number is of the heading.
  const isOfRow = (own: number) => (cell: SheetCell, column: number) =>
    isNumber(cell) && !isPerSoMany(textsOf(own - 1)[column] ?? "", cellText(cell));
  const next = rowsFrom(look, row, mostLevels);
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
