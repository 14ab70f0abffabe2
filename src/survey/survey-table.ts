import { createCellParser, findRagged, indexHeads, periodReadings } from "../dataset/index.ts";
import { columnLetters } from "../diagnostics/index.ts";
import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../tables/index.ts";
import { isNameOfDivision } from "./area-names.ts";
import { looksOfCells, withFirstFigures } from "./cell-looks.ts";
import type { ColumnKind, ColumnSurvey, FigureSurvey, RaggedSurvey, TableSurvey } from "./column-survey.ts";
import { decimalOf, withPlainDigits, withPoints } from "./decimal-sign.ts";
import { codeInBrackets, isAreaName } from "./find-area.ts";
import { type FoundHeadings, findHeadings, isComment } from "./find-headings.ts";
import { unitOfText } from "./guess-unit.ts";
import { meaningOf } from "./meaning-of.ts";
import { isOfCounts, isOfMoney, saysPercent } from "./measure-kind.ts";
import { lastHeading } from "./naming.ts";
import { hasParentheses, withMinus } from "./parentheses.ts";
import { toldBy } from "./told-by.ts";
import { wordsOf } from "./words.ts";

/** Finds the table of a sheet, and what each of its columns holds. Undefined where there is none. */
export function surveyTable(written: Sheet): TableSurvey | undefined {
  const given = withPlainDigits(written);
  const looks = looksOfCells(given);
  const single = withFirstFigures(given, looks);
  const isInParentheses = hasParentheses(single);
  const plain = isInParentheses ? withMinus(single) : single;
  const decimal = decimalOf(plain);
  const sheet = decimal === "," ? withPoints(plain) : plain;
  const located = findHeadings(sheet);
  if (!located) return undefined;
  const { found, ragged } = withoutRagged(sheet, withoutTexts(sheet, located));
  const heads = indexHeads(found.columns);
  const columns = found.columns.map((name, index) =>
    surveyColumn({ sheet, index, name, rows: found.rows, isTwin: heads.named([name]).length > 1 }),
  );
  for (const [index, column] of columns.entries()) {
    const kind = kindAmong(column, columns, { sheet, rows: found.rows });
    if (kind !== column.kind) columns[index] = { ...column, kind, figures: undefined };
  }
  takeOnlyNumbers(sheet, columns, found.rows);
  nameByNumber(columns);
  nameBySteps(columns);
  nameFromNumbers(columns);
  const kept = rowsOfPeriods(sheet, columns, found.rows);
  if (kept.length < found.rows.length) {
    for (const [index, { kind, name, ref }] of columns.entries())
      if (kind === "figure") columns[index] = surveyColumn({ sheet, index, name, rows: kept, isTwin: ref !== name });
  }
  const bare = findBareRows(sheet, columns, found.rows);
  const told = bare ? found.rows.filter((row) => !bare.rows.has(row)) : found.rows;
  const totals = findTotals(sheet, columns, told) ?? bare;
  const sections = findSections(sheet, columns, told);
  const rows = told.filter((row) => !totals?.rows.has(row) && !sections?.rows.has(row));
  // What figures are is told by the rows that are read: an average above them makes no counts decimals.
  const isKept = new Set(kept);
  for (const [index, { kind, name, ref }] of rows.length < found.rows.length ? columns.entries() : []) {
    if (kind !== "figure") continue;
    const own = surveyColumn({ sheet, index, name, rows: rows.filter((row) => isKept.has(row)), isTwin: ref !== name });
    if (own.kind === "figure") columns[index] = own;
  }
  return withoutNeighbours({
    ...found,
    decimal,
    parentheses: isInParentheses ? "negative" : undefined,
    ragged,
    sheet: sections ? { ...sheet, columns: [...sheet.columns, sections.cells] } : sheet,
    rows,
    totals: totals ?? sections?.unnamed,
    columns: [...columns, ...besideTable(found), ...(sections ? [sections.column] : [])].map((column) => {
      const look = column.kind === "figure" ? looks.get(column.index) : undefined;
      return look ? { ...column, look } : column;
    }),
    spanning: findSpanning(sheet, columns, found.headerRow),
    ...readTitles(sheet, found),
  });
}

/** The columns of a table beside this one, as its first row calls them. */
const besideTable = ({ beside = [] }: FoundHeadings): readonly ColumnSurvey[] =>
  beside.map(({ index, text }) => ({
    index,
    name: text,
    ref: text,
    kind: "apart",
    texts: [],
    filled: 0,
    figures: undefined,
  }));

/** Makes the numbers before the rows their names, below no heading, where nothing else names these: the places of products. */
function nameByNumber(columns: ColumnSurvey[]): void {
  const [first] = columns;
  const isNamed = columns.some(({ kind }) => kind !== "code" && kind !== "figure" && kind !== "blank");
  const isOnly = columns.filter(({ kind }) => kind === "code").length === 1;
  if (first?.kind === "code" && first.name === "" && isOnly && !isNamed) columns[0] = { ...first, kind: "label" };
}

/** Makes numbers at even distances the names of their rows, in the first column, where nothing else names these: the bars of a histogram. */
function nameBySteps(columns: ColumnSurvey[]): void {
  const [first] = columns;
  const isNamed = columns.some(({ kind }) => kind !== "figure" && kind !== "blank" && kind !== "note");
  const others = columns.filter(({ kind }) => kind === "figure").length - 1;
  if (first?.kind !== "figure" || isNamed || others < 1 || first.figures?.gaps !== 0) return;
  const numbers = first.texts.map(Number);
  const step = (numbers[1] as number) - (numbers[0] as number);
  const areEven = numbers.every(
    (number, at) => at === 0 || Math.abs(number - (numbers[at - 1] as number) - step) < Math.abs(step) / 1000,
  );
  if (first.texts.length === first.filled && first.filled >= fewestNumbered && step !== 0 && areEven)
    columns[0] = { ...first, kind: "label", figures: undefined };
}

/** Takes the one column of numbers beside names for figures where nothing else is one, whatever its heading may be of elsewhere: `x`. */
function takeOnlyNumbers(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const [only, ...others] = columns.filter(({ kind }) => kind === "code");
  const [first] = columns;
  if (!only || others.length > 0 || first?.kind !== "label" || !onlyCoordinate.test(only.name)) return;
  if (columns.some(({ kind }) => kind === "figure")) return;
  const { index, name, ref } = only;
  const own = surveyColumn({ sheet, index, name: "Value", rows, isTwin: false });
  if (own.kind === "figure") columns[index] = { ...own, name, ref };
}

/** What programs call a column that nobody named, and maps a coordinate. */
const onlyCoordinate = /^[xyz]$/iu;

/** Names labels by the heading over the numbers before them, where one heading stands over both: `Pollster` over `1 | Siena College`. */
function nameFromNumbers(columns: ColumnSurvey[]): void {
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1];
    const areNumbers =
      before?.kind === "code" && before.name !== "" && before.texts.every((text) => /^\d+$/u.test(text));
    if (!areNumbers || column.kind !== "label" || column.name !== "" || ofNumbers.test(wordsOf(before.name))) continue;
    columns[at] = { ...column, name: before.name };
  }
}

/** What says itself that numbers stand below it. */
const ofNumbers =
  /#|\b(?:rank(?:ing)?|place|pos(?:ition)?|no|nr|num(?:ber)?|id|codes?|index|key|row|line|order|sort)\b/iu;

/** What a column holds, as the others tell: whole numbers may be those of labels, of rows, or of two ends. */
function kindAmong(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): ColumnKind {
  const isCode = isNumberOfLabel(column, columns, table) || isKeyOfRows(column, columns, table) || isNumbering(column);
  if (isCode) return "code";
  // What programs write before each row, also where they begin again.
  const isIndex = column.index === 0 && column.name === "" && column.kind === "figure" && column.figures?.isWhole;
  if (isIndex && columns.filter(({ kind }) => kind === "figure").length > 1) return "code";
  return isEndOfPair(column, columns) ? "label" : column.kind;
}

/** A table without the texts below it that stand where its figures do. */
function withoutTexts(sheet: Sheet, found: FoundHeadings): FoundHeadings {
  const holds = (row: number, isWanted: (cell: SheetCell) => boolean) =>
    sheet.columns.some(({ codes, values }) => codes[row] !== 0 && isWanted(values[codes[row] ?? 0] ?? null));
  // The number of a note is no figure.
  const ofFigures = sheet.columns.filter((_, index) => {
    const cells = Array.from(found.rows, (row) => cellAt(sheet, row, index)).filter((cell) => cell !== null);
    return cells.filter(parser.isFigure).length >= cells.length * mostlyFigures;
  });
  const hasFigure = (row: number) =>
    (ofFigures.length > 0 ? ofFigures : sheet.columns).some(
      ({ codes, values }) => codes[row] !== 0 && parser.isFigure(values[codes[row] ?? 0] ?? null),
    );
  let end = found.rows.length;
  while (end > 0 && !hasFigure(found.rows[end - 1] as number)) end -= 1;
  const below = found.rows.subarray(end);
  const isText = (row: number) => holds(row, (cell) => cellText(cell).length > longestLabel);
  const isAlone = (row: number) => sheet.columns.filter(({ codes }) => codes[row] !== 0).length === 1;
  // The tables that figures were taken from, and their addresses, in the columns of these figures.
  const isSaidOfFigures = (row: number) =>
    ofFigures.some(
      ({ codes, values }) => codes[row] !== 0 && /\p{L}{3}/u.test(cellText(values[codes[row] ?? 0] ?? null)),
    ) && !sheet.columns.some((column) => column.codes[row] !== 0 && !ofFigures.includes(column));
  const last = found.rows[end - 1];
  return last === undefined ||
    below.length === 0 ||
    !(below.some(isText) || below.every(isAlone) || below.every(isSaidOfFigures))
    ? found
    : { ...found, rows: found.rows.slice(0, end), lastRow: sheet.rowNumbers[last], below: found.below + below.length };
}

/**
 * Rows with more or fewer fields than the header are read where each of their cells is of the kind of its column, and a comma too many
 * can stand in the last column alone, which holds texts. Else they are left out.
 */
function withoutRagged(
  sheet: Sheet,
  found: FoundHeadings,
): { readonly found: FoundHeadings; readonly ragged: RaggedSurvey | undefined } {
  const { long, short } = findRagged(sheet, found);
  if (long.size + short.size === 0) return { found, ragged: undefined };
  const isRagged = (row: number) => long.has(row) || short.has(row);
  const regular = found.rows.filter((row) => !isRagged(row));
  const own = found.rows.filter(isRagged);
  const width = found.columns.findLastIndex((name) => name !== "") + 1;
  const columns = found.columns
    .slice(0, width)
    .map((name, index) => surveyColumn({ sheet, index, name, rows: regular, isTwin: false }));
  const last = columns.at(-1);
  const isOfKind = ({ kind }: ColumnSurvey, cell: SheetCell): boolean =>
    cell === null ||
    (kind === "figure"
      ? parser.isFigure(cell)
      : kind === "period"
        ? periodReadings(cellText(cell)).length > 0
        : kind === "blank" || !parser.isFigure(cell) || /^0\d/u.test(cellText(cell)) || kind === "code");
  const fits = own.every((row) => columns.every((column, index) => isOfKind(column, cellAt(sheet, row, index))));
  const isLastText = long.size === 0 || last?.kind === "note" || last?.kind === "label";
  const areShort = long.size === 0 && isLackingAlike(sheet, short, width);
  const isUsual = regular.length > own.length || areShort;
  const reading = (fits && isLastText && isUsual) || areShort ? "read" : "leave-out";
  return {
    found: reading === "read" ? found : { ...found, rows: regular },
    ragged: { reading, rowNumbers: Array.from(own, (row) => sheet.rowNumbers[row] as number) },
  };
}

/** So many of all rows lack the same fields at their end where whoever wrote the table left these out. */
const mostlyShort = 0.5;

/** Whether most rows of a table lack the fields below its last headings, and nothing else. */
function isLackingAlike(sheet: Sheet, short: ReadonlySet<number>, width: number): boolean {
  const widths = new Map<number, number>();
  for (const row of short) {
    const own = sheet.columns.findLastIndex(({ codes }) => codes[row] !== 0) + 1;
    widths.set(own, (widths.get(own) ?? 0) + 1);
  }
  return short.size >= sheet.rowNumbers.length * mostlyShort && [...widths.keys()].every((own) => own < width);
}

/** A text that is longer, below the last figure of a table, is a note. */
const longestLabel = 60;

/** So many of the cells of a column are figures, where a text among them is none. */
const mostlyFigures = 0.5;

const totalRow = /^(?:grand )?totals?\b|^sum$/iu;

/** Rows that say `Total` in one column, and nothing in another that is full otherwise. */
function findTotals(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const labels = columns.filter(
    ({ kind, filled }) => (kind === "label" || kind === "note" || kind === "code") && filled >= rows.length * 0.8,
  );
  for (const column of labels) {
    const texts = column.texts.filter((text) => totalRow.test(text));
    const cells = sheet.columns[column.index];
    if (texts.length === 0 || !cells) continue;
    const own = rows.filter((row) => texts.includes(cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim()));
    const areApart = own.every((row) =>
      labels.some((other) => other !== column && sheet.columns[other.index]?.codes[row] === 0),
    );
    if (areApart && own.length <= Math.max(1, rows.length / 10))
      return { column: column.ref, texts: withoutFigures(texts), rows: new Set(own) };
  }
  return totalsOfCases(sheet, columns, rows);
}

/**
 * Rows that head others and stand among them: a name in the column of groups, none in that of labels, and markers in place of all figures.
 * Undefined where a row without a label has a figure.
 */
function findBareRows(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const labels = columns.filter(({ kind }) => kind === "label" || kind === "note");
  const [group, label] = labels;
  if (!group || !label || figures.length === 0) return undefined;
  const unnamed = rows.filter((row) => cellAt(sheet, row, label.index) === null);
  const isBare = (row: number) =>
    cellAt(sheet, row, group.index) !== null &&
    figures.every(({ index }) => !/\d/u.test(cellText(cellAt(sheet, row, index))));
  const areMarked = unnamed.some((row) => figures.some(({ index }) => cellAt(sheet, row, index) !== null));
  return areMarked && unnamed.length > 1 && unnamed.length < rows.length / 2 && unnamed.every(isBare)
    ? { column: label.ref, texts: [""], rows: new Set(unnamed), areBare: true }
    : undefined;
}

/** Texts as a filter of rows has them: what one says with a figure, `Total for 2009: £7,095`, by its first word. */
const withoutFigures = (texts: readonly string[]): readonly string[] =>
  texts.some((text) => /[£$€]|\d[\d,]{4}/u.test(text))
    ? [...new Set(texts.map((text) => `${/^\p{L}+/u.exec(text)?.[0] ?? ""}*`))]
    : texts;

/** What a row is called that totals some of the others: `Sub-total`, `Department total`. */
const anyTotalRow = /^(?:grand |sub[- ]?|over-?all )?totals?\b|\btotals?$|^sum$/iu;

/**
 * Rows of a list that total others: they have a figure, and nothing in the column that names each of the others. They say so, or one
 * such row stands last and is the sum of all.
 */
function totalsOfCases(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const words = columns.filter(({ kind }) => kind === "label" || kind === "code" || kind === "note");
  const counted = rows.filter((row) => figures.some(({ index }) => cellAt(sheet, row, index) !== null));
  const saysTotal = (row: number) =>
    words.some(({ index }) => anyTotalRow.test(cellText(cellAt(sheet, row, index)).trim()));
  for (const name of words) {
    const named = counted.filter((row) => cellAt(sheet, row, name.index) !== null);
    const others = counted.filter((row) => cellAt(sheet, row, name.index) === null);
    const isOfCases = named.length >= 4 && name.texts.length > named.length * 0.7 && others.length > 0;
    if (!isOfCases || named.some(saysTotal)) continue;
    const isSum =
      others.length === 1 && others[0] === counted.at(-1) && sumsUp(sheet, figures, { of: named, last: others[0] });
    if (others.every(saysTotal) || isSum) return { column: name.ref, texts: [""], rows: new Set(others) };
  }
  return undefined;
}

/** Whether a row has the sums of others, in each column of figures where it has anything. */
function sumsUp(
  sheet: Sheet,
  figures: readonly ColumnSurvey[],
  { of, last }: { readonly of: Uint32Array; readonly last: number | undefined },
): boolean {
  const valueAt = (row: number, { index }: ColumnSurvey): number => {
    const parsed = usual(cellAt(sheet, row, index), anyMeasure);
    return typeof parsed !== "string" && parsed.cell.state === "value" ? parsed.cell.value : 0;
  };
  const own = figures.filter(({ index }) => last !== undefined && cellAt(sheet, last, index) !== null);
  return (
    own.length > 0 &&
    own.every((column) => {
      const total = valueAt(last as number, column);
      return total !== 0 && Math.abs(of.reduce((sum, row) => sum + valueAt(row, column), 0) - total) < 1;
    })
  );
}

/**
 * Headings between rows: `North`, alone in its row, then the rows of the North. They become a column of their own, beyond those of the
 * sheet. What rows above the first of them are of has no name.
 */
function findSections(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  if (!columns.some(({ kind }) => kind === "figure")) return undefined;
  const labels = columns.filter(({ kind }) => kind === "label");
  const isAloneIn = (index: number) => (row: number) =>
    sheet.columns.every(({ codes }, at) => (at === index) === (codes[row] !== 0));
  const found = labels.map((column) => ({ column, own: new Set(rows.filter(isAloneIn(column.index))) }));
  const best = found.sort((a, b) => b.own.size - a.own.size)[0];
  const cells = sheet.columns[best?.column.index ?? -1];
  if (!best || !cells) return undefined;
  const { column: label, own } = best;
  const heads = rows.filter((row, at) => own.has(row) && !own.has(rows[at - 1] ?? -1));
  const isLast = own.has(rows.at(-1) ?? -1);
  const longest = Math.max(...[...own].map((row) => cellText(cells.values[cells.codes[row] ?? 0] ?? null).length));
  if (heads.length < 2 || isLast || rows.length - own.size < heads.length * 2 || longest > longestNote)
    return undefined;
  const textIn = (row: number) => cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
  if (areNamesAmong(Array.from(own, textIn), label.texts, Array.from(rows, textIn))) return undefined;
  // Rows of which the column says nothing are of another kind than those below the headings.
  const unnamed = rows.filter((row) => !own.has(row) && cells.codes[row] === 0);
  const first = rows.findIndex((row) => own.has(row));
  const firstHead = rows[first] as number;
  if (unnamed.length > 0 && (unnamed.some((row) => row > firstHead) || label.filled < rows.length * 0.6))
    return undefined;
  const values: SheetCell[] = [null];
  const codes = new Uint32Array(cells.codes.length);
  const texts = new Set<string>();
  const hasFirst = rows.subarray(0, first).some((row) => cells.codes[row] !== 0);
  if (hasFirst) values.push(unnamedSection);
  let current = hasFirst ? 1 : 0;
  let above: string | undefined;
  for (const row of rows) {
    if (own.has(row)) {
      const text = cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
      above = above === undefined ? text : `${above}: ${text}`;
      current = values.push(above) - 1;
    } else {
      above = undefined;
      texts.add(cellText(values[current] ?? null));
    }
    codes[row] = current;
  }
  const column: ColumnSurvey = {
    index: sheet.columns.length,
    name: hasFirst ? unnamedSection : "",
    ref: label.ref,
    kind: "section",
    texts: [...texts].filter((text) => text !== ""),
    filled: rows.length - own.size,
    figures: undefined,
  };
  return {
    rows: new Set([...own, ...unnamed]),
    column,
    cells: { column: sheet.columns.length + 1, values, codes },
    unnamed: unnamed.length > 0 ? { column: label.ref, texts: [""], rows: new Set(unnamed) } : undefined,
  };
}

/** Whether rows that are alone are of the kind that the others are, and no headings. */
const areNamesAmong = (own: readonly string[], all: readonly string[], inRows: readonly string[]): boolean =>
  areCodesAmong(own, all) || areAreasAmong(own, all) || areInOrder(inRows);

/** A code among codes is a row whose figures are not known: `AQ`, between `AO` and `AR`. */
const areCodesAmong = (own: readonly string[], all: readonly string[]): boolean =>
  own.every((text) => isCodeLike(text) && text.length > 1) && all.filter(isCodeLike).length >= all.length * mostlyKeys;
const isCodeLike = (text: string): boolean => /^[\p{Lu}\d_.-]{1,16}$/u.test(text);

/** So many names in the order of the alphabet are no chance, where so many of them follow the one before. */
const [fewestInOrder, mostlyInOrder] = [8, 0.97];

/** Whether names stand in the order of the alphabet: one of them without figures is a name whose figures are not known, and no heading. */
function areInOrder(texts: readonly string[]): boolean {
  const names = texts.filter((text) => text !== "" && !isTotal(text)).map((text) => text.toLowerCase());
  const following = names.filter((name, at) => at > 0 && name > (names[at - 1] as string)).length;
  return names.length >= fewestInOrder && following >= (names.length - 1) * mostlyInOrder;
}

/** Whether rows that are alone are areas, of the kind that nearly all the others are: `Oregon` among states. */
const areAreasAmong = (own: readonly string[], all: readonly string[]): boolean =>
  own.every(isNameOfDivision) && all.filter(isNameOfDivision).length >= all.length * mostlyKeys;

/** What rows above the first heading between rows are of. */
const unnamedSection = "Without a heading";

/** A text that is longer is no heading between rows. */
const longestNote = 100;

/** The first row of the headings; 0 where there are none. */
const topOf = (headerRow: FoundHeadings["headerRow"]): number =>
  headerRow === "none" ? 0 : typeof headerRow === "number" ? headerRow : headerRow[0];

/** The one text above figures, where the first of them stands. */
function findSpanning(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  headerRow: FoundHeadings["headerRow"],
): string | undefined {
  const first = topOf(headerRow);
  const above = sheet.rowNumbers.indexOf(first - 1);
  const figures = columns.filter(({ kind }) => kind === "figure");
  const [start] = figures;
  if (above < 0 || !start || figures.length < 2 || isComment(sheet, above)) return undefined;
  const texts = rowCells(sheet, above).map((cell) => cellText(cell).trim());
  const others = texts.filter((text, index) => text !== "" && index > start.index);
  return others.length === 0 && texts[start.index] !== "" ? texts[start.index] : undefined;
}

/** The rows whose labels are periods, or totals of them: what stands in others is told by no figure. */
function rowsOfPeriods(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array): Uint32Array {
  const period = columns.find(({ kind }) => kind === "period");
  const cells = sheet.columns[period?.index ?? -1];
  if (!cells) return rows;
  const isOdd = cells.values.map((cell) => {
    const text = cellText(cell).trim();
    return text !== "" && !isTotal(text) && !midYear.test(text) && periodReadings(text).length === 0;
  });
  return rows.filter((row) => !isOdd[cells.codes[row] ?? 0]);
}

function readTitles(
  sheet: Sheet,
  { headerRow, columns }: Pick<FoundHeadings, "headerRow" | "columns">,
): Pick<TableSurvey, "titles" | "periodAbove" | "unitAbove"> {
  const first = topOf(headerRow);
  const texts: string[] = [];
  let periodAbove: TableSurvey["periodAbove"];
  for (const [row, number] of sheet.rowNumbers.entries()) {
    if (number >= first) break;
    if (isComment(sheet, row)) continue;
    const cells = rowCells(sheet, row).map((cell) => cellText(cell).trim());
    for (const [column, text] of cells.entries()) {
      if (text !== "") texts.push(text);
      const [, word = "", rest = ""] =
        /^((?:year|period|date|month|quarter|financial year)\s*[:=]?)\s*(.*)$/iu.exec(text) ?? [];
      const next = cells[column + 1] ?? "";
      const address = (index: number) => `${columnLetters(sheet.columns[index]?.column ?? index + 1)}${number}`;
      if (periodAbove || word === "") continue;
      if (periodReadings(rest).length > 0) periodAbove = { cell: address(column), pattern: text.replace(rest, "{}") };
      else if (rest === "" && periodReadings(next).length > 0) periodAbove = { cell: address(column + 1) };
    }
  }
  const headings = new Set(columns.map((name) => name.trim().toLowerCase()));
  const titles = texts.filter((text) => !headings.has(text.toLowerCase()));
  return { titles, periodAbove, unitAbove: titles.flatMap((text) => unitOfTitle(text) ?? [])[0] };
}

const unitNouns =
  "(?:(?:us|u\\.s\\.|canadian|australian) )?dollars?|pounds?(?: sterling)?|euros?|(?:metric )?tonnes|hectares|gwh|mwh|twh|ktoe|mtoe|percent|per cent";
/** What a title says in its midst of the unit: `GDP at current prices in US Dollars (all countries)`, `Spending, £000s, by region`. */
const inWords = new RegExp(
  `\\bin (?<said>(?:(?:thousands?|millions?|billions?) (?:of )?)?(?:${unitNouns}))(?![\\p{L}\\d])|(?<=^|[\\s(,:;])(?<sign>[£€$] ?(?:m|mn|bn|k|['’]?000s?|millions?|thousands?|billions?))(?=[\\s),:;.]|$)`,
  "iu",
);
const unitInWords = (text: string): string | undefined => {
  const { said, sign } = inWords.exec(text)?.groups ?? {};
  return said ?? sign;
};

/** The unit that a text above a table is, or ends with: `(In thousands)`, `Unit: £ million`, `Spending by region (£m)`. */
function unitOfTitle(text: string): string | undefined {
  const { measured } = /^(?:measures?|statistic)\s*:\s*(?<measured>.+)$/iu.exec(text)?.groups ?? {};
  if (measured !== undefined && saysPercent(measured, [])) return "%";
  const alone = text.replace(/^units?\s*:\s*/iu, "").replace(/^\((?<inside>[^()]+)\)$/u, "$<inside>");
  const inside =
    /\((?<inside>[^()]+)\)\s*$/u.exec(text)?.groups?.inside ??
    /\((?<inside>in (?:thousands|millions|billions)|['’]?000s?|[£€$] ?(?:m|million|bn|k|000s?))\)/iu.exec(text)?.groups
      ?.inside ??
    /, (?<last>[^,]+)$/u.exec(text)?.groups?.last;
  const bracketed = [...text.matchAll(/\((?<said>[^()]+)\)/gu)].flatMap(({ groups }) => groups?.said ?? []);
  const isMoney = (own: string) => unitOfText(own, "not")?.kind === "money";
  return [alone, inside, ...bracketed.filter(isMoney), unitInWords(text)].find(
    (own) => own !== undefined && unitOfText(own) !== undefined,
  );
}

/**
 * Of tables that stand side by side, with an empty column between, the one with the most figures. One that stands beside another has
 * labels of its own, and other rows.
 */
function withoutNeighbours(survey: TableSurvey): TableSurvey {
  const { sheet, columns, rows } = survey;
  const starts = startsOfTables(survey);
  const groups: ColumnSurvey[][] = [[]];
  for (const column of columns) {
    if (starts.has(column.index)) groups.push([]);
    if (column.kind === "blank" && column.name === "") groups.push([]);
    else groups.at(-1)?.push(column);
  }
  const filledBy = (own: readonly ColumnSurvey[]) =>
    rows.filter((row) => own.some(({ index }) => sheet.columns[index]?.codes[row] !== 0));
  const tables: ColumnSurvey[][] = [];
  for (const group of groups.filter(({ length }) => length > 0)) {
    const [first] = group;
    const before = tables.at(-1);
    // The number of a row stands before its name.
    const named = first?.kind === "code" ? group[1] : first;
    const isOwn = named?.kind === "label" && named.name !== "" && group.some(({ kind }) => kind === "figure");
    const isAgain = first !== undefined && starts.has(first.index);
    if (!before || isAgain || (isOwn && filledBy(before).length !== filledBy(group).length)) tables.push([...group]);
    else before.push(...group);
  }
  const figuresIn = (own: readonly ColumnSurvey[]) =>
    own.reduce((sum, { kind, filled }) => sum + (kind === "figure" ? filled : 0), 0);
  const [best, other] = [...tables].sort((a, b) => figuresIn(b) - figuresIn(a));
  if (!best || !other) return survey;
  const own = filledBy(best);
  const last = own.at(-1);
  return {
    ...survey,
    columns: columns.map((column) =>
      best.includes(column) || column.kind === "blank" || column.kind === "section"
        ? column
        : { ...column, kind: "apart", figures: undefined },
    ),
    rows: own,
    lastRow: last === undefined || last === rows.at(-1) ? survey.lastRow : sheet.rowNumbers[last],
  };
}

/**
 * Where tables begin that stand beside the first without a gap: its headings of codes and labels come again, over other labels in
 * the same rows.
 */
function startsOfTables({ sheet, columns }: TableSurvey): ReadonlySet<number> {
  const firstFigure = columns.findIndex(({ kind }) => kind === "figure");
  const keys = columns.slice(0, Math.max(0, firstFigure)).filter(({ name, kind }) => name !== "" && kind !== "blank");
  const label = keys.find(({ kind }) => kind === "label");
  const textsOf = (index: number) => {
    const { codes, values } = sheet.columns[index] ?? { codes: new Uint32Array(), values: [] };
    return Array.from(codes, (code) => cellText(values[code] ?? null).trim());
  };
  const again = columns.filter(
    (column) =>
      label && column !== label && column.index > firstFigure && column.kind === "label" && column.name === label.name,
  );
  if (!label || again.length === 0) return new Set();
  const own = JSON.stringify(textsOf(label.index).slice(1));
  if (again.some(({ index }) => JSON.stringify(textsOf(index).slice(1)) === own)) return new Set();
  const first = keys[0] ?? label;
  const width = label.index - first.index;
  return new Set(again.map(({ index }) => (columns[index - width]?.name === first.name ? index - width : index)));
}

/** Whether the numbers from 1 on stand in the rows, each once and in any order: places in a list, numbers of constituencies. */
function isNumbering({ kind, figures, texts, filled }: ColumnSurvey): boolean {
  if (kind !== "figure" || !figures?.isWhole || texts.length !== filled || filled < fewestNumbered) return false;
  const numbers = texts.map(Number);
  const first = Math.min(...numbers.slice(0, mostNumbered));
  const last = Math.max(...numbers.slice(0, mostNumbered));
  return filled <= mostNumbered && (first === 0 || first === 1) && last - first === filled - 1;
}

/** So few numbers that are all there are no chance; so many are looked at. */
const [fewestNumbered, mostNumbered] = [8, 100_000];

/** Whether whole numbers stand for labels one for one, each in several rows: the number of a line beside its title. */
function isNumberOfLabel(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const isNumbering = column.kind === "figure" && column.figures?.isWhole === true;
  const numbers = column.texts.map(Number);
  // The number of a line is about as large as there are lines.
  if (numbers.some((number) => !(number >= 0 && number <= 2 * numbers.length))) return false;
  if (!isNumbering || column.texts.length < 3 || column.texts.length > column.filled / 2) return false;
  return columns.some(
    (label) =>
      (label.kind === "period" || (label.kind === "label" && label.texts.some((text) => /\p{L}/u.test(text)))) &&
      label.texts.length === column.texts.length &&
      toldBy(column, [label], table, "either") !== undefined,
  );
}

/** So many digits has a number that an office gave to a thing; so many of the rows may have it. */
const [fewestDigits, fewestKeys] = [5, 8];

/**
 * Whether whole numbers of as many digits each are the keys of what the rows are of, whatever stands above them: each stands for one label,
 * in several rows, or they are all different and stand before the first label. Counts have few digits here and many there.
 */
function isKeyOfRows(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { kind, name, index, figures, texts, filled } = column;
  const [first = ""] = texts;
  const [, next] = columns;
  // A number that grows from row to row, before the one name of each, is its number: `STATION` 1, 3, 7, 52.
  const steps = texts.filter((text, at) => at === 0 || Number(text) > Number(texts[at - 1])).length;
  const grows = steps >= texts.length * mostlyKeys;
  const isNumber = kind === "figure" && index === 0 && figures?.isWhole === true && figures.gaps === 0 && grows;
  if (isNumber && texts.length === filled && filled >= fewestKeys && !isOfCounts(name) && !isOfMoney(name))
    return next?.kind === "label" && next.texts.length >= filled * mostlyKeys;
  const areAlike = texts.every((text) => text.length === first.length && /^[1-9]\d*$/u.test(text));
  if (kind !== "figure" || !figures || !areAlike || first.length < fewestDigits || texts.length < fewestKeys)
    return false;
  if (figures.gaps > 0 || isOfCounts(name) || isOfMoney(name)) return false;
  const labels = columns.filter((other) => other.kind === "label" && other.texts.length > 1);
  const isOnce = texts.length === filled;
  const firstLabel = labels[0]?.index ?? Number.NEGATIVE_INFINITY;
  if (isOnce) return (index < firstLabel || grows) && labels.some((label) => label.texts.length >= filled * mostlyKeys);
  return labels.some(
    (label) =>
      label.texts.length <= texts.length &&
      label.texts.length >= texts.length * mostlyKeys &&
      toldBy(label, [column], table, "either") !== undefined,
  );
}

/** What stands before the name of where something begins, and of where it ends. */
const ends = /^(?<end>from|to|origin|dest(?:ination)?|source|target)[ ](?<of>.+)$/iu;

/** Whether whole numbers are the codes of one of two ends: `to_state` beside `from_state`. */
function isEndOfPair({ kind, name, figures, texts }: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean {
  const { end, of = "" } = ends.exec(wordsOf(name))?.groups ?? {};
  const isOther = (other: ColumnSurvey) => {
    const own = ends.exec(wordsOf(other.name))?.groups;
    return (
      own !== undefined && own.of?.toLowerCase() === of.toLowerCase() && own.end?.toLowerCase() !== end?.toLowerCase()
    );
  };
  return (
    kind === "figure" &&
    end !== undefined &&
    figures?.isWhole === true &&
    !figures.hasNegative &&
    texts.length > 1 &&
    !isOfCounts(of) &&
    !isOfMoney(of) &&
    columns.some(isOther)
  );
}

/** So many of the keys have a name of their own. */
const mostlyKeys = 0.9;

interface ColumnInput {
  readonly sheet: Sheet;
  readonly index: number;
  readonly name: string;
  readonly rows: Uint32Array;
  /** Whether another column has the same name. */
  readonly isTwin: boolean;
}

const parser = createCellParser({
  markers: { c: "suppressed", "~": "suppressed", ":": "unavailable", x: "unavailable" },
});
const usual = createCellParser();
const anyMeasure = { label: "", unit: { one: "", other: "" }, statType: "mean" } as const;
const anyCount = { ...anyMeasure, statType: "count" } as const;

/** The different cells of a column, and how often each stands there. */
function cellsOf({ columns }: Sheet, index: number, rows: Uint32Array) {
  const column = columns[index];
  const counts = new Map<number, number>();
  for (const row of rows) {
    const code = column?.codes[row] ?? 0;
    if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const cells = [...counts].map(([code, count]) => ({ cell: column?.values[code] ?? null, count }));
  const filled = cells.reduce((sum, { count }) => sum + count, 0);
  return { cells, filled, blank: rows.length - filled };
}

function surveyColumn({ sheet, index, name, rows, isTwin }: ColumnInput): ColumnSurvey {
  const { cells, filled, blank } = cellsOf(sheet, index, rows);
  const texts = [...new Set(cells.map(({ cell }) => cellText(cell).trim()))];
  const kind = kindOf(name, { cells, texts, filled });
  return {
    index,
    name,
    ref: name === "" || isTwin || /[{}]/u.test(name) ? `#${columnLetters(index + 1)}` : name,
    kind,
    texts,
    filled,
    figures: kind === "figure" ? figuresOf(cells, blank) : undefined,
  };
}

/** Rows in which a column says something. */
export interface RowsWhere {
  readonly column: ColumnSurvey;
  readonly text: string;
}

function rowsWhere({ sheet, rows }: TableSurvey, { column, text }: RowsWhere): Uint32Array {
  const cells = sheet.columns[column.index];
  const isOwn = cells?.values.map((cell) => cellText(cell).trim() === text) ?? [];
  return rows.filter((row) => isOwn[cells?.codes[row] ?? 0] ?? false);
}

/** What a column says in some rows. */
export function textsWhere(survey: TableSurvey, column: ColumnSurvey, where: RowsWhere): readonly string[] {
  const cells = survey.sheet.columns[column.index];
  const codes = new Set(Array.from(rowsWhere(survey, where), (row) => cells?.codes[row] ?? 0));
  return [...new Set([...codes].map((code) => cellText(cells?.values[code] ?? null).trim()))];
}

/** The figures of a column in some rows. */
export function figuresIn(survey: TableSurvey, { index }: ColumnSurvey, where: RowsWhere): FigureSurvey {
  const { cells, blank } = cellsOf(survey.sheet, index, rowsWhere(survey, where));
  return figuresOf(cells, blank);
}

interface Cells {
  readonly cells: readonly { readonly cell: SheetCell; readonly count: number }[];
  readonly texts: readonly string[];
  readonly filled: number;
}

/** How many labels of a column of periods may be none: `Dataset identifier`, `Latest year`, `Release date`. */
const mostOddRows = 12;

/** Words that say of a figure that it is not there. */
export const notKnown =
  /^\W*(?:(?:not|no|none) (?:stated|available|applicable|held|provided|given|recorded|known|supplied|data|reported|collected|disclosed|response)|refused|unknown|withheld|suppressed|tbc|n\/?a\.?|nil|none|null|nan|missing|unavailable)\W*$/iu;

/** What a workbook shows in place of a value that it could not work out: `#N/A`, `#DIV/0!`. */
export const isWorkbookError = (text: string): boolean => /^#[A-Z/0]+[!?]?$/u.test(text);

/** A figure that is given as a range with one end, to protect people: `20 or less`, `>950`. */
export const isCensored = (text: string): boolean =>
  /^(?:(?:\p{L}[\p{L} ]{0,24} )?[<>≤≥]=? ?\d[\d,.]*%?|(?:fewer|less|more|under|over) (?:than )?\d[\d,.]*|\d[\d,.]* (?:or|and) (?:less|fewer|more|under|over|above|below))$/iu.test(
    text.trim(),
  );

/** How many different words may stand in the place of figures. */
const mostMarkers = 8;

const periodName =
  /\b(?:opened|closed|founded|built|established|years?|periods?|dates?|date ?stamps?|time ?stamps?|months?|quarters?|time|weeks?|fy|season)\b|^yr$|blwyddyn|dyddiad/iu;
const codeName =
  /(?:^|[\W_])(?:codes?\d?|vocabulary|cod|c[oó]digo|naics|isic|soc|(?:super)?sector rollup|isced|id|gss|ons|fips|iso\d?|nuts\d?|cd|rownames?|uuid|plz|identifi(?:er|kator|cant)|kennung|ref(?![ _]?(?:area|date|period|year|month))|dguid|vector|coordinate|(?:mod)?zcta|zip|join|object_?id|fid|uk?prn|urn|[uo]prn|usrn|laestab|geo_?id|ein|nces|qid|wikidata|u?locale|puma|crn|sba|cbsa|nta|boro_?cd|index[ _]?num(?:ber)?|sort[ _]?order|order[ _]?num(?:ber)?|seq[ _]?n(?:br|o|um(?:ber)?))(?:$|[\W_])|\d{2}cd$|^x$|^y$/iu;
/** `Region number`, `claim_no`: numbers of things, where those of people are counts. */
const numberName =
  /\b(?:document|transaction|invoice|voucher|payment|cheque|receipt|supplier|vendor|creditor|purchase order|po|contract|journal|batch|inventar|inventory|accession|objekt|katalog|catalogue|establishment|(?:unique )?reference|identification|region|area|district|ward|bfs|route|case|claim|line|row|order|serial|house|flight|file|record|docket|page|version|org|urn|lea?|licen[cs]e|permit|registration|charity|company|account|phone|telephone|school|precinct|pct|seq|contest|candidate|start(?:ing)?|bib|lane|seed|squad|shirt|jersey|draw|station|item|question|table)[ _]?(?:numbers?|nummer|num|nbr|no|nr)\.?$|^(?:la|lea)number$|^sort$|(?<!anzahl )\b\p{L}{3,}(?:nummer|nr)\.?$/iu;
const noteName = /\bdata quality\b|\b(?:notes?|comments?|remarks?|footnotes?|flags?|description|url|link)\b/iu;
const flagName = /^(?:is|has|was|had|did|are)\b/iu;
const vintageName =
  /\b(?:published|publication|released?|vintage|updated|(?:book|data|budget|report) version|edition)\b/iu;
const groupName =
  /\b(?:hour|weekday|age|ages|band|deciles?|quintiles?|quartiles?|quantiles?|vigintiles?|imd|simd|wimd|type|grade|class|ward|year group|rank|region|division|sumlev|district|precinct|state|month|(?:calendar|mmwr|iso) week|day|quarter|qtr|mes|d[ií]a|monat|mois|jour|mese|giorno)\b/iu;

/** Whether a heading is of groups: by its last word, or by a word of a few. */
const isOfGroups = (name: string): boolean => {
  const found = groupName.exec(name);
  // `7-day cases` are of seven days each, and no days.
  if (/\b\d+[ -]?(?:day|week|month|quarter|hour)s?\b(?! \d)/iu.test(name)) return false;
  return (
    found !== null &&
    // `district_detainees` are people of a district.
    !/\b(?!class)\p{L}{5,}s$/u.test(name.slice(found.index + found[0].length)) &&
    (name.split(" ").length <= 3 || /^\W*\d*\W*(?:\(.*\))?$/u.test(name.slice(found.index + found[0].length)))
  );
};

/** So often, on average, stands what describes a thing in a table of its figures. */
const fewestOfDescription = 3;

/** Of so many days a table was published. */
const mostVintages = 12;

/** Four digits that are no year of any table: 5000 `Drawn in year`. */
const notYear = /^(?:[03-9]\d|2[2-9])\d{2}$/u;
/** Years of the Thai calendar, where a heading says that they are years. */
const thaiYear = /^2[456]\d{2}$/u;

/** A description, in whichever language. */
const descriptionName = /\bdescription(?: \p{L}{2})?$/iu;

/** Whether descriptions stand in row after row, and are names: short ones in two, all others in three. */
const areRepeated = (texts: readonly string[], filled: number): boolean =>
  texts.length <= filled / fewestOfDescription ||
  (texts.length <= filled / 2 && texts.every((text) => text.length <= longestLabel));

/** Whether a column is of notes by its heading, or of links. A description of each of a few things, row after row, is its name. */
const isOfNotes = (name: string, texts: readonly string[], filled: number): boolean =>
  (noteName.test(name) && !(descriptionName.test(wordsOf(name)) && areRepeated(texts, filled))) ||
  texts.filter((text) => /^https?:/u.test(text)).length > texts.length * 0.3;

function kindOf(heading: string, { cells, texts, filled }: Cells): ColumnKind {
  const name = meaningOf(lastHeading(heading));
  if (filled === 0) return "blank";
  if (isOfNotes(name, texts, filled)) return "note";
  if (vintageName.test(name) && texts.every((text) => /^\d{4}(?:-\d{2}){0,2}$/u.test(text)))
    // What was published on each of many days is a series of these.
    return texts.length > mostVintages && texts.length > filled / 2 ? "period" : "vintage";
  const written = kindOfWritten(name, texts);
  if (written !== undefined) return written;
  if (areCodes(name, { cells, texts, filled })) return "code";
  // Whether something is so is no number of anything.
  if (flagName.test(name) && texts.every((text) => /^[01]$/u.test(text))) return "flag";
  const ofTime = kindByTime(name, texts);
  if (ofTime !== undefined) return ofTime;
  const numbers = cells.filter(({ cell }) => parser.isFigure(cell) && /\d/u.test(cellText(cell)));
  const numeric = numbers.reduce((sum, { count }) => sum + count, 0);
  const figures = cells.filter(({ cell }) => parser.isFigure(cell)).reduce((sum, { count }) => sum + count, 0);
  const named = texts.filter((text) => !isTotal(text) && !notKnown.test(text));
  const areThai = periodName.test(name) && named.every((text) => thaiYear.test(text));
  const odd = areThai ? [] : named.filter((text) => periodReadings(text).length === 0 || notYear.test(text));
  const isPeriods = named.length > 0 && odd.length <= Math.min(mostOddRows, named.length / 10);
  // `1955 Q1` between years is no number of anything.
  const areSaid =
    named.filter((text) => /\D/u.test(text) && !/^\d+\.\d+$/u.test(text) && periodReadings(text).length > 0).length >=
    named.length / 2;
  if (
    isPeriods &&
    (numeric === 0 ||
      areSaid ||
      periodName.test(name) ||
      areYears(
        name,
        named.filter((text) => !odd.includes(text)),
        filled,
      ))
  )
    return "period";
  const words = cells.filter(({ cell }) => !parser.isFigure(cell));
  // "Not held", "Refused": few words that stand for what is not known.
  const areMarkers = standForGaps(words, { numbers, numeric, filled });
  // `1`, `2`, `semi`, `final`, each again and again: rounds, and no figures of which some are missing.
  const areRounds =
    words.filter(({ cell }) => !isGap(cell)).length > 1 &&
    numbers.length <= mostRepeated &&
    filled >= texts.length * fewestEach;
  // What has a total among its numbers, in row after row, are the groups that it is the total of.
  const hasTotal = texts.length <= filled / 2 && texts.some(isPlainTotal);
  if (
    numeric > 0 &&
    !hasTotal &&
    !areRounds &&
    (figures >= 0.7 * filled || areMarkers) &&
    !(isOfGroups(name) && areGroups(name, numbers))
  )
    return "figure";
  return isNote(name, texts, filled) ? "note" : "label";
}

const isGap = (cell: SheetCell): boolean =>
  notKnown.test(cellText(cell).trim()) || isWorkbookError(cellText(cell).trim());

/** Whether words among numbers stand for figures that are not there: a few of them, or those that say so. */
const standForGaps = (
  words: Cells["cells"],
  { numbers, numeric, filled }: { readonly numbers: Cells["cells"]; readonly numeric: number; readonly filled: number },
): boolean =>
  words.every(({ cell }) => isGap(cell)) ||
  isOneMarker(words, numbers) ||
  (words.length <= mostMarkers &&
    numbers.length >= 5 &&
    numeric >= 0.25 * filled &&
    words.every(({ cell }) => !/\d/u.test(cellText(cell)) || isCensored(cellText(cell))) &&
    // The first and the second round of an election.
    !words.some(({ cell }) => /^[IVX]{2,4}$/u.test(cellText(cell).trim())));

/** Whether the only text among decimals is a letter or two, as statistical secrecy is marked, in however many rows: `s`. */
const isOneMarker = (words: Cells["cells"], numbers: Cells["cells"]): boolean =>
  words.length === 1 &&
  /^\p{Ll}{1,2}$/u.test(cellText(words[0]?.cell ?? null).trim()) &&
  numbers.length > 1 &&
  numbers.some(({ cell }) => /\.\d/u.test(cellText(cell)));

/** Whether texts say something of their rows, and are no names. */
function isNote(name: string, texts: readonly string[], filled: number): boolean {
  // `1.2% (0.1% - 4.3%)`: a figure that nobody can read as one.
  if (
    texts.filter((text) => text.length <= longestBounded && withBounds.test(text)).length >=
    texts.length * mostlyBounded
  )
    return true;
  // `±34,559`: how far a figure beside it may be from the truth.
  if (texts.filter((text) => /^±\s?\d/u.test(text)).length >= texts.length * mostlyMargins) return true;
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  // Long names of a few things stand in row after row; notes are of one row each.
  const isRepeated =
    (texts.length <= Math.min(mostLongNames, filled / 2) || texts.length <= filled / 3) && length <= longestName;
  // The names of census tracts say what all of them lie in.
  const areAreas = length <= longestName && texts.length === filled && isAreaName(name);
  return length > 60 && !isRepeated && !areAreas;
}

const withBounds = /^[^\p{L}(]*\d[^\p{L}(]*[([][^\p{L}\d]*\d[^\p{L}]*(?:-|–|,|;|\bto\b)[^\p{L}]*\d[^\p{L}]*[)\]]$/u;
/** So many of the texts are margins of error, where a few say that there is none. */
const mostlyMargins = 0.5;
/** Longer texts are no figures. */
const longestBounded = 200;
const mostlyBounded = 0.8;

/** Whether numbers are years: in row after row, or below no heading. */
const areYears = (name: string, texts: readonly string[], filled: number): boolean =>
  texts.every((text) => /^(?:1[5-9]|20)\d{2}$/u.test(text)) &&
  // A round number in all rows, `1500`, is a price or a threshold as well.
  !(texts.length === 1 && /00$/u.test(texts[0] ?? "")) &&
  (texts.length < filled || /^(?:x|column [a-z]{1,3})?$/iu.test(name));

/** So many long texts may be names of categories, with so many letters on average. */
const [mostLongNames, longestName] = [60, 200];

/** So few numbers, each in so many rows, number something where words stand among them. */
const [mostRepeated, fewestEach] = [12, 20];

/** So many of the different texts have decimals; of so many with one each, none is the number of a chapter. */
const [mostlyDecimal, fewestTenths] = [0.5, 8];

/** Whether cells are codes or numbers of something, and no figures. */
function areCodes(name: string, { cells: all, texts: allTexts, filled }: Cells): boolean {
  // What is not known of a thing says nothing of its number.
  const texts = allTexts.filter((text) => !notKnown.test(text));
  const cells = all.filter(({ cell }) => !notKnown.test(cellText(cell).trim()));
  if (texts.length === 0) return false;
  const digits = texts.filter((text) => /^\d+$/u.test(text));
  // "05" is the number of something, also where a few others are letters: `01`, `02`, …, `U`.
  const areNumbered =
    (texts.some((text) => /^0+[1-9]/u.test(text)) ||
      (/^0\d/u.test(texts[0] ?? "") && texts.every((text) => text.length === texts[0]?.length))) &&
    (digits.length === texts.length ||
      (digits.length >= texts.length * mostlyNumbers &&
        digits.every((text) => text.length === digits[0]?.length) &&
        texts.every((text) => /^[\dA-Z.-]{1,8}$/u.test(text))));
  const isWord = texts.filter((text) => !/\s/u.test(text)).length >= 0.8 * texts.length;
  const isCode =
    texts.every((text) =>
      /^[A-Z]{1,3}\d{2,9}$|^[a-z]\d{8}$|^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/u.test(text),
    ) ||
    (codeName.test(name.replace(codeInBrackets, "")) &&
      isWord &&
      !(name === "x" && texts.every(isYear)) &&
      !/\b(?:population|deaths|births|cases|counts?|total)$/iu.test(name));
  // Codes have no decimals: `ny_gdp_pcap_cd`, `& Soc A`.
  const decimals = texts.filter((text) => /^-?\d+\.\d{2,}$/u.test(text) && !/0$/u.test(text)).length;
  const tenths = texts.filter((text) => /^\d{1,5}\.\d$/u.test(text)).length;
  const isOfOthers =
    /\s/u.test(name.trim()) &&
    !/\b(?:codes?|naics|isic|isced|lat|lon|lng|long|x|y|id|version|no|number)\b/iu.test(name);
  if (tenths >= texts.length * mostlyDecimal && texts.length >= fewestTenths && isOfOthers && !numberName.test(name))
    return false;
  if (
    decimals >= texts.length * mostlyDecimal &&
    !numberName.test(name) &&
    !/\b(?:codes?|naics|isic|soc|isced|lat|lon|lng|long|x|y)\b|(?:lat|long?|lng)(?:itude)?$/iu.test(name)
  )
    return false;
  // Nothing is called by a number below zero: `socChg`.
  if (texts.some((text) => /^-\d/u.test(text)) && !isOfCoordinates(name)) return false;
  return (
    isCode ||
    areNumbered ||
    numberName.test(name) ||
    (/\bnames?$/iu.test(name) && digits.length === texts.length) ||
    isRunning(cells, filled) ||
    isNumberOfThing(name, cells, filled) ||
    (name === "" && texts.length === filled && texts.every((text) => /^[\d.]+$/u.test(text)) && !texts.every(isYear))
  );
}

/** Whether texts are periods and nothing else: `2022-W29` below `YearWeekISO`. */
const areWrittenPeriods = (name: string, texts: readonly string[]): boolean =>
  periodName.test(wordsOf(name)) && texts.every((text) => /^\d{4}\D/u.test(text) && periodReadings(text).length > 0);

/** What a column holds whose texts are periods and nothing else: hours are no periods here. */
function kindOfWritten(name: string, texts: readonly string[]): ColumnKind | undefined {
  if (!areWrittenPeriods(name, texts) && !areMoments(texts) && !areDayNumbers(texts)) return undefined;
  return areHours(texts) ? "label" : "period";
}

/** A day and a time of it: `2020-03-04T17:00:00`. */
const moment = /^(?<day>\d{4}-\d{1,2}-\d{1,2})[T ](?<time>\d{1,2}:\d{2}(?::\d{2})?)/u;
/** Whether texts are days with the time of each. */
const areMoments = (texts: readonly string[]): boolean =>
  texts.every((text) => moment.test(text) && periodReadings(text).length > 0);
/** Whether some of them are of the same day, so that they are hours and no days: not where all are its beginning, as workbooks write days. */
const areHours = (texts: readonly string[]): boolean => {
  const read = texts.flatMap((text) => {
    const { day, time = "" } = moment.exec(text)?.groups ?? {};
    return day === undefined ? [] : [{ day, isMidnight: /^0?0:00(?::00)?$/u.test(time) }];
  });
  if (read.every(({ isMidnight }) => isMidnight)) return false;
  const days = read.map(({ day }) => day);
  return days.length > 0 && new Set(days).size < texts.length;
};
/** Whether numbers are days, `20180221`, whatever stands above them: no count of anything is one in each of several rows. */
const areDayNumbers = (texts: readonly string[]): boolean =>
  texts.length >= fewestDays &&
  texts.every((text) => /^(?:19|20)\d{6}$/u.test(text) && periodReadings(text).length > 0);
const fewestDays = 3;

/** What columns hold that say of a time what no look of a period has. */
function kindByTime(name: string, texts: readonly string[]): ColumnKind | undefined {
  if (isOfMidYears(name, texts)) return "period";
  // Years before Christ are labels.
  const hasNegative = texts.length > 2 && texts.some((text) => /^-\d+$/u.test(text));
  if (hasNegative && /^years?$/iu.test(name)) return "label";
  // Days as spreadsheets number them, 43831 for the first of 2020: no figures, whatever a reader makes of them.
  if (/\b(?:date|day)\b/iu.test(name) && texts.length > 1 && texts.every(isDayOfSheet)) return "label";
  // What another column says of a period, as a part of its year.
  return /^(?:decimal ?(?:date|year)|date ?decimal|year ?fraction)$/iu.test(name) ? "code" : undefined;
}

/** Whether a number is one that a spreadsheet has for a day between 1955 and 2064. */
const isDayOfSheet = (text: string): boolean => /^[2-5]\d{4}$/u.test(text);

/** Whether a column has the middles of years, 1993.5 below `time`, as tables of the United Nations do. */
const isOfMidYears = (name: string, texts: readonly string[]): boolean =>
  periodName.test(name) && texts.length > 1 && texts.every((text) => midYear.test(text));
/** The middle of a year. */
export const midYear = /^(?:1[5-9]|20|21)\d{2}\.50*$/u;

/** Whether numbers below `Age` or `Ward` are groups, and no figures of `Year group 1` or `Total of school age`. */
const areGroups = (name: string, numbers: Cells["cells"]): boolean =>
  !/\d\W*$|\b(?:all|total|number|count|average|mean|median)\b|%/iu.test(name) &&
  numbers.every(({ cell }) => {
    const value = Number(cellText(cell));
    return Number.isInteger(value) && value <= 130;
  });

/** Whether a column numbers its rows: 1, 2, 3, … in each of them once. */
function isRunning(cells: Cells["cells"], filled: number): boolean {
  const numbers = cells.map(({ cell }) => Number(cellText(cell)));
  if (cells.length !== filled || filled < 5 || !numbers.every(Number.isInteger)) return false;
  const first = Math.min(...numbers.slice(0, 1000));
  return (first === 0 || first === 1) && numbers.every((number, index) => number === first + index);
}

const thingName = /(?:id\d?|index|name|phone|zip)$/iu;
const coordinateName = /\b(?:lat|lng|lon)$|(?:latitude|longitude|easting|northing)$|^long$/iu;
/** Whether a heading ends as one of coordinates does: `closestlat`, and no name of a place, `Dalat`. */
const isOfCoordinates = (name: string): boolean =>
  coordinateName.test(wordsOf(name)) || /^[\p{Ll}_ ]+(?:lat|lng|lon)$/u.test(name);
/** Whether numbers say where something lies on the map: `city_lat`, of which each is a part of a circle. */
const isCoordinate = (name: string, cells: Cells["cells"]): boolean =>
  /(?:^|[ _.])(?:lat|lng|lon|long|latitude|longitude)$/iu.test(name) &&
  cells.every(({ cell }) => !(Math.abs(Number(cellText(cell))) > 180)) &&
  cells.some(({ cell }) => /\.\d{2}/u.test(cellText(cell)));
/** Words that end as those do. */
const otherName = /(?:aid|bid|covid|grid|hybrid|valid|avoid|void|liquid|flat|salon)$/iu;

/** So much is known of where things lie. */
const mostlyKnown = 0.6;

/** So many of the codes of a column are numbers. */
const mostlyNumbers = 0.9;

/** Whether numbers only name things: `nearestid`, or numbers that grow from row to row below `index`, or below nothing. */
function isNumberOfThing(name: string, cells: Cells["cells"], filled: number): boolean {
  const isNumber = ({ cell }: { readonly cell: SheetCell }) => /^[-+]?\d+(?:\.\d+)?$/u.test(cellText(cell).trim());
  // `PCTCODE`, `CONGDIST`: what is called so is a code, however often each stands there, and whatever a row of totals says.
  if (
    /(?:code|dist)$|^(?:ID|ORGID)\p{Lu}{2,}$/u.test(name.replace(/(?:code|dist)$/iu, "code")) &&
    filled > 4 &&
    cells.filter(isNumber).length >= cells.length * mostlyNumbers
  )
    return true;
  const areNumbers = cells.filter(isNumber).length >= cells.length * mostlyKnown;
  if (filled > 4 && areNumbers && isCoordinate(name, cells)) return true;
  if (filled < 5 || !cells.every(isNumber)) return false;
  const numbers = cells.map(({ cell }) => Number(cellText(cell)));
  const grows =
    cells.length === filled &&
    numbers.every((number, at) => Number.isInteger(number) && (at === 0 || number > (numbers[at - 1] as number)));
  const areYears = name === "" && cells.every(({ cell }) => isYear(cellText(cell).trim()));
  if (grows && !areYears && /^(?:|index|row|unnamed: \d+|serial(?: number)?|number|no\.?|#)$/iu.test(name)) return true;
  const areWhole = numbers.every(Number.isInteger);
  const isThing = (thingName.test(name) && areWhole) || isOfCoordinates(name);
  return isThing && !otherName.test(name) && cells.length > filled / 2;
}

/** Whether a number below no heading, in the first column say, is a year. */
const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d{2}$/u.test(text);

/** So many of the changes that are fractions are no larger than what they are of. */
const mostlyWithin = 0.9;

function figuresOf(cells: Cells["cells"], blank: number): FigureSurvey {
  const read = cells.map(({ cell, count }) => ({ ...readFigure(cell), count }));
  const numbers = read.flatMap(({ value, ...one }) => (value === undefined ? [] : [{ ...one, value }]));
  const sumOf = (of: readonly { readonly count: number }[]): number => of.reduce((sum, { count }) => sum + count, 0);
  const values = sumOf(numbers);
  const within = sumOf(numbers.filter(({ value }) => Math.abs(value) <= 1));
  const fine = sumOf(numbers.filter(({ text }) => /\.\d{3}/u.test(text) || /e-\d+$/iu.test(text)));
  const fixed = sumOf(numbers.filter(({ text }) => /\.\d{2,3}$/u.test(text)));
  // Nobody counts `1.00`.
  const isWhole = numbers.every((one) => one.isWhole) && !(fixed > 0 && fixed >= values * mostlyWithin);
  const signs = new Set(read.flatMap(({ text }) => (/\d/u.test(text) ? [/[£$€]/u.exec(text)?.[0]] : [])));
  const isMostly = values > 0 && within >= values * mostlyWithin;
  return {
    isWhole,
    hasNegative: numbers.some(({ value }) => value < 0),
    hasPercent: read.some(({ text }) => text.includes("%")),
    sign: signs.size === 1 ? [...signs][0] : undefined,
    isMostlySmall: !isWhole && isMostly,
    isMostlyFraction: isMostly && fine >= values / 2,
    small: sumOf(numbers.filter(({ value }) => Number.isInteger(value) && value >= 1 && value <= 9)),
    largest: numbers.reduce((largest, { value }) => Math.max(largest, value), 0),
    unknown: new Map(read.flatMap(({ text, isUnknown, count }) => (isUnknown ? [[text, count] as const] : []))),
    gaps: blank + sumOf(read.filter(({ value, isUnknown }) => value === undefined && !isUnknown)),
  };
}

/** What a cell of figures holds: a number, a gap, or what is neither. */
function readFigure(cell: SheetCell) {
  const text = cellText(cell).trim();
  const parsed = usual(cell, anyMeasure);
  if (typeof parsed === "string") return { text, isUnknown: true, value: undefined, isWhole: false };
  const value = parsed.cell.state === "value" ? parsed.cell.value : undefined;
  // What arithmetic left of a whole number, 130.00000000000001, is read as one in counts.
  const isWhole = text.includes("%") ? Number.isInteger(value) : typeof usual(cell, anyCount) !== "string";
  return { text, isUnknown: false, value, isWhole };
}

/** What the total of others is called. */
const totalName =
  /^(?:all|total|totals|overall|grand total|both|persons|everyone|world|.+ \(total\)|total \(.+\)|total \S+(?: \S+)?|all (?:aged? )?\d+(?: ?(?:\+|(?:-|–|to) ?\d+|(?:and|or) (?:over|above|older)))?(?: years?)?|all (?!the |my |our |your |other)(?:\S+ ){0,3}(?:\S+s|people|children|men|women)|.* total|(?:.+ \()?(?:nation|state|city|borough|county|country|district|company)[ -]?wide\)?|cyfanswm|pawb)$/iu;

/** What says by itself that it is all there is; `_T` is the total of SDMX. */
const plainTotal = /^(?:all|total|totals|sum|overall|grand total|both|persons|everyone|world|cyfanswm|pawb|_T)$/iu;

/** Whether a label is the name of a total, in one of the languages that are known. */
export const isTotal = (text: string): boolean =>
  totalName.test(text) || isPlainTotal(text) || (text.length <= longestTotal && totalName.test(meaningOf(text)));

/** Whether a label says by itself that it is all there is. */
export const isPlainTotal = (text: string): boolean =>
  plainTotal.test(text) || (text.length <= longestTotal && plainTotal.test(meaningOf(text)));

/** A text that is longer is no total in any of the languages that are known. */
const longestTotal = 24;
