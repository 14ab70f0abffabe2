import { createPartReader, findRagged, indexHeads, periodReadings } from "../../dataset/index.ts";
import { columnLetters, defined } from "../../diagnostics/index.ts";
import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { isNameOfCountry, isNameOfDivision } from "../areas/area-names.ts";
import { isNameOfAverage, isNameOfMeasuredAverage } from "../areas/average-names.ts";
import { isShareAlone, unitOfText } from "../measures/guess-unit.ts";
import { isOfCounts, isOfMoney, saysPercent } from "../measures/measure-kind.ts";
import { durationsIn, withoutDurations } from "../periods/durations.ts";
import { yearOfTitles } from "../periods/said-years.ts";
import { isOfUnits, isOfValues } from "../rows/column-roles.ts";
import { toldBy } from "../rows/told-by.ts";
import { breakdownsIn } from "../said-in-titles.ts";
import { wordsOf } from "../words.ts";
import { brokenHeadings } from "./broken-headings.ts";
import { looksOfCells, withFirstFigures, withoutShareOfCell } from "./cell-looks.ts";
import type { ColumnKind, ColumnSurvey, RaggedSurvey, TableSurvey } from "./column-survey.ts";
import { decimalOf, withPlainDigits, withPoints } from "./decimal-sign.ts";
import { figuresAmong } from "./figure-cells.ts";
import { type FoundHeadings, findHeadings, isComment, sectionIn, unitBelowPeriods } from "./find-headings.ts";
import { rowsOfNone, textsOfRows } from "./headings-again.ts";
import { legendIn } from "./legend.ts";
import { marksBehindNumbers, withoutMarksBehind } from "./marks-behind-numbers.ts";
import { withoutMetadata } from "./metadata-headings.ts";
import { notesIn, withoutNoteNumbers } from "./numbered-notes.ts";
import { isNumbering, isRanking, isRowNumber, rowsOfNumbersAlone } from "./numberings.ts";
import { hasParentheses, withMinus } from "./parentheses.ts";
import { withoutPlaceholders } from "./placeholders.ts";
import { sentinelsIn, withoutSentinels } from "./sentinels.ts";
import {
  anyMeasure,
  cellParser,
  descriptionName,
  isPeriodCode,
  isPlainTotal,
  isTotal,
  longestLabel,
  midYear,
  parseUsual,
  surveyColumn,
} from "./survey-column.ts";

/** Finds the table of a sheet, and what each of its columns holds. Undefined where there is none. */
export function surveyTable(read: Sheet): TableSurvey | undefined {
  const written = withoutPlaceholders(read);
  const sentinels = sentinelsIn(written.columns);
  const digits = withPlainDigits(withoutSentinels(written, sentinels));
  const durations = durationsIn(digits);
  const given = withoutDurations(digits, durations);
  const looks = looksOfCells(given);
  const single = withFirstFigures(given, looks);
  const isInParentheses = hasParentheses(single);
  const signed = isInParentheses ? withMinus(single) : single;
  const behind = marksBehindNumbers(signed);
  const plain = withoutMarksBehind(signed, behind);
  const decimal = decimalOf(plain);
  const sheet = decimal === "," ? withPoints(plain) : plain;
  const located = findHeadings(sheet);
  if (!located) return undefined;
  const { found: whole, ragged } = withoutRagged(sheet, withoutTexts(sheet, located));
  const outside = rowsOutside(sheet, whole);
  const above = outside.filter((row) => row < (whole.rows[0] ?? 0));
  const none = [
    ...rowsOfNone(sheet, { ...whole, titles: textsOfRows(sheet, above) }),
    ...rowsOfNumbersAlone(sheet, whole.rows),
  ];
  const leftOut = new Set(none.map(({ row }) => row));
  const all = leftOut.size > 0 ? { ...whole, rows: whole.rows.filter((row) => !leftOut.has(row)) } : whole;
  const blocks = findBlocks(sheet, all.rows);
  const found = blocks ? { ...all, rows: all.rows.filter((row) => !blocks.own.has(row)) } : all;
  const heads = indexHeads(found.columns);
  const broken = brokenHeadings(sheet, found);
  const said = readTitles(sheet, found);
  const notes = notesOfTexts(sheet, found, { titles: said.titles, outside });
  const columns = found.columns.map((name, index) => {
    const whole = broken?.get(index) ?? name;
    const plain = notes.get(whole) ?? whole;
    const isTwin = whole !== name || heads.named([name]).length > 1;
    const own = surveyColumn({ sheet, index, name: plain, rows: found.rows, isTwin });
    return plain === name ? own : { ...own, heading: name, ref: isTwin ? own.ref : name };
  });
  takeKeys(sheet, columns, found.rows);
  takeOnlyNumbers(sheet, columns, found.rows);
  takeCountsOfTraits(sheet, columns, found.rows);
  takePlacesOfNames(sheet, columns, found.rows);
  takeDescriptions(columns, found.rows.length);
  takeBreakdowns(columns, said.titles);
  nameByDescription(columns, found.rows.length);
  nameByNumber(columns);
  nameBySteps(columns);
  nameFromNumbers(columns);
  const kept = surveyPeriods(sheet, columns, found.rows);
  const units = unitsAbovePeriods(sheet, columns, found.rows);
  const bare = findBareRows(sheet, columns, found.rows);
  const told = bare ? found.rows.filter((row) => !bare.rows.has(row)) : found.rows;
  const sections = blocks ?? findSections(sheet, columns, { ...blocksOf(sheet, found), rows: told });
  const between = [sections, sections?.blocks].filter((own) => own !== undefined);
  const totals =
    findTotals(sheet, columns, told) ??
    findTotalsOfGroups(sheet, columns, told) ??
    bare ??
    findAverages(sheet, columns, told) ??
    findRates(sheet, columns, { rows: told, isSectioned: sections !== undefined });
  const rows = told.filter((row) => !totals?.rows.has(row) && !sections?.rows.has(row));
  if (rows.length < found.rows.length) takeReadRows(sheet, columns, { rows, kept, sections });
  const spanning = findSpanning(sheet, columns, found.headerRow);
  return withoutNeighbours({
    ...found,
    decimal,
    parentheses: isInParentheses ? "negative" : undefined,
    noteMarks: behind.marks,
    outOfScale: behind.odd,
    sentinels,
    legend: legendIn(sheet, outside),
    notes: shortTexts(sheet, outside),
    notData: [
      ...none.flatMap(({ index, text }) => (columns[index] ? [{ column: columns[index].ref, text }] : [])),
      ...(sections?.blocks?.lines ?? []),
    ],
    ragged,
    sheet: { ...sheet, columns: [...sheet.columns, ...between.map(({ cells }) => cells)] },
    rows,
    totals: totals ?? sections?.unnamed,
    columns: withoutMetadata(
      [...columns, ...besideTable(found), ...between.map(({ column }) => column)].map((column) => {
        if (sections?.again.has(column.index)) return { ...column, kind: "note", isAgain: true };
        if (column.kind !== "figure") return column;
        if (isUnnamed(column, columns)) return { ...column, kind: "note", figures: undefined, isUnnamed: true };
        const { index } = column;
        const look = looks.get(index);
        return {
          ...column,
          name: look?.holds === "share" ? withoutShareOfCell(column.name) : column.name,
          ...defined({ look, durations: durations.get(index), unit: units?.[index] }),
        };
      }),
    ),
    spanning,
    notesBehind: notes,
    ...withUnitOfPeriods(
      { ...said, titles: said.titles.map((text) => notes.get(text) ?? text) },
      { sheet, row: whole.rows[0], columns, headings: whole.columns, spanning },
    ),
  });
}

/** The texts of some rows, but for those that are as long as paragraphs; of very many rows, none. */
function shortTexts(sheet: Sheet, rows: readonly number[]): readonly string[] {
  if (rows.length > mostNotes) return [];
  return rows.flatMap((row) =>
    rowCells(sheet, row).flatMap((cell) => {
      const text = cellText(cell).trim();
      return /\p{L}/u.test(text) && text.length <= longestText ? [text] : [];
    }),
  );
}
/** So many rows are notes, and so long is one of them. */
const [mostNotes, longestText] = [300, 300];

/** The titles, headings and names of a table without the numbers of the notes that stand below it, by the text. */
function notesOfTexts(
  sheet: Sheet,
  { columns, rows }: FoundHeadings,
  { titles, outside }: { readonly titles: readonly string[]; readonly outside: readonly number[] },
): ReadonlyMap<string, string> {
  const last = rows.at(-1) ?? 0;
  const count = notesIn(
    sheet,
    outside.filter((row) => row > last),
  );
  if (count === 0) return new Map();
  const names = sheet.columns.map(({ codes, values }) => [
    ...new Set(Array.from(rows, (row) => cellText(values[codes[row] ?? 0] ?? null).trim())),
  ]);
  const ofNames = names.filter((texts) => texts.length <= mostNamed && texts.some((text) => /\p{L}{3}/u.test(text)));
  return withoutNoteNumbers(count, [titles, columns, ...ofNames]);
}

/** Of more names than these a table has no notes. */
const mostNamed = 2000;

/** The rows above the headings and below the table. */
function rowsOutside(sheet: Sheet, { headerRow, firstRow, rows }: FoundHeadings): readonly number[] {
  const [first, last] = [topOf({ headerRow, firstRow }), rows.at(-1) ?? 0];
  return [...sheet.rowNumbers.keys()].filter((row) => (sheet.rowNumbers[row] ?? 0) < first || row > last);
}

/** Whether a column of figures has the heading of its group alone, behind others that have one of their own below it: nobody says what it is. */
const isUnnamed = ({ index, name }: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  name !== "" &&
  columns.some((other) => other.index < index && other.name.startsWith(`${name} | `)) &&
  // `All`, below nothing or points, is that of all groups.
  !name.split(" | ").every((part) => isTotal(part) || !/[\p{L}\d]/u.test(part));

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

/** Makes short descriptions before all figures the names of their rows, where nothing else names these: `Description` beside a code. */
function nameByDescription(columns: ColumnSurvey[], rows: number): void {
  const at = columns.findIndex(
    ({ kind, texts, filled }) =>
      kind === "note" &&
      filled >= rows * mostlyNamed &&
      texts.length >= filled * mostlyNamed &&
      texts.every((text) => text.length <= longestName && !/^https?:/u.test(text)),
  );
  const own = columns[at];
  const isFirst = columns.findIndex(({ kind }) => kind === "figure") > at;
  const isOnly = !columns.some(({ kind }) => kind === "label" || kind === "period" || kind === "section");
  if (own && isFirst && isOnly) columns[at] = { ...own, kind: "label" };
}
/** A text that is longer describes a thing, and is no name of it. */
const longestName = 60;

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

/** What groups of people are of, each of which may be counted in a column. */
const traitName = /\b(?:sex|gender|ethnic(?:ity)?|marital(?: ?status)?|religion|severity|type)\b/iu;

/** So many different numbers are no codes of groups, whose largest is so many times as large as there are: codes are given in turn. */
const [fewestCounts, timesAsLarge] = [5, 2];

/**
 * Takes numbers below what groups are of for figures, where these are what was counted for it: `Gender` beside `Disability`, in a table of motives
 * across the top. Codes begin with one, and hardly leave any out; here each row has a name of its own, and figures stand beside it.
 */
function takeCountsOfTraits(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const isNamed = columns.some(
    ({ kind, texts, filled }) =>
      kind === "label" &&
      texts.length === filled &&
      filled === rows.length &&
      texts.some((text) => /\p{L}{3}/u.test(text)),
  );
  for (const [at, { index, kind, name, ref, texts, filled }] of isNamed ? columns.entries() : []) {
    const areNumbers = kind === "label" && filled === rows.length && texts.every((text) => /^\d+$/u.test(text));
    const largest = Math.max(...texts.map(Number));
    const areCounts = texts.includes("0") && texts.length >= fewestCounts && largest >= texts.length * timesAsLarge;
    const isBeside = [columns[at - 1], columns[at + 1]].some((other) => other?.figures?.isWhole);
    if (!areNumbers || !areCounts || !isBeside || !traitName.test(wordsOf(name))) continue;
    const own = surveyColumn({ sheet, index, name: "Value", rows, isTwin: false });
    if (own.kind === "figure") columns[at] = { ...own, name, ref };
  }
}

/**
 * Takes numbers of fifths and tenths for figures, where each row has a name of its own and nothing else is told of it: `Vulnerability quintile` of each
 * authority. Beside figures they are what rows are grouped by.
 */
function takePlacesOfNames(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const isNamed = columns.some(
    ({ kind, texts, filled }) => kind === "label" && texts.length === rows.length && filled === rows.length,
  );
  if (!isNamed || columns.some(({ kind }) => kind === "figure")) return;
  for (const [at, { index, kind, name, ref, texts }] of columns.entries()) {
    if (kind !== "label" || !placeName.test(wordsOf(name)) || !texts.every((text) => /^\d{1,2}$/u.test(text))) continue;
    const own = surveyColumn({ sheet, index, name: "Value", rows, isTwin: false });
    if (own.kind === "figure") columns[at] = { ...own, name, ref };
  }
}
const placeName = /\b(?:deciles?|quintiles?|quartiles?|vigintiles?)$/iu;

/** So many rows have a description, each another one, of so many letters at most, where these are their names. */
const [mostlyDescribed, longestDescription] = [0.9, 120];

/** Takes descriptions for the names of rows, where these have no other: `Description` beside the codes of occupations, or beside the lines of a form. */
function takeDescriptions(columns: ColumnSurvey[], rows: number): void {
  const isOfEach = ({ texts, filled }: ColumnSurvey) =>
    texts.length >= Math.min(rows, filled) * mostlyDescribed && filled >= rows * mostlyDescribed;
  const isOther = ({ kind, texts }: ColumnSurvey) =>
    kind === "period" || (kind === "label" && texts.length >= rows / 2);
  const found = columns.filter(
    (own) =>
      own.kind === "note" &&
      descriptionName.test(wordsOf(own.name)) &&
      isOfEach(own) &&
      own.texts.every((text) => text.length <= longestDescription && !/[.!?;]$/u.test(text.trim())),
  );
  const [only, second] = found;
  if (!only || second || columns.some(isOther)) return;
  columns[columns.indexOf(only)] = { ...only, kind: "label" };
}

/** Takes the numbers of what the title says that a table is by for names, before all other figures: `community` below `Income by Sex and Community`. */
function takeBreakdowns(columns: ColumnSurvey[], titles: readonly string[]): void {
  const said = new Set(breakdownsIn(titles).map((text) => text.toLowerCase()));
  const [first, second] = columns.filter(({ kind }) => kind === "figure");
  if (!first || !second || !said.has(wordsOf(first.name).toLowerCase())) return;
  if (first.texts.every((text) => /^-?\d{1,6}$/u.test(text)))
    columns[columns.indexOf(first)] = { ...first, kind: "label", figures: undefined, isKey: true };
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

/** Takes numbers for keys and codes, as the rows that hold figures tell: what stands in others may come again, or be in no order. */
function takeKeys(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const names = columns.findIndex(({ kind }) => kind === "label");
  const behind = columns.filter(({ kind, index }) => kind === "figure" && index > names);
  const counted = rows.filter((row) => behind.some(({ index }) => sheet.columns[index]?.codes[row] !== 0));
  const areAll = behind.length === 0 || counted.length === rows.length;
  const own = areAll ? columns : columns.map((column) => surveyIn(sheet, column, counted));
  const table = { sheet, rows: areAll ? rows : counted };
  for (const [index, column] of own.entries()) {
    const kind = kindAmong(column, own, table);
    if (kind === column.kind) continue;
    own[index] = { ...column, kind, figures: undefined };
    columns[index] = { ...(columns[index] as ColumnSurvey), kind, figures: undefined };
  }
}

/** What a column of names or numbers holds in some rows; it is of the same kind. */
function surveyIn(sheet: Sheet, column: ColumnSurvey, rows: Uint32Array): ColumnSurvey {
  const { index, name, ref, kind } = column;
  if (kind !== "label" && kind !== "figure") return column;
  const own = surveyColumn({ sheet, index, name, rows, isTwin: ref !== name });
  return own.kind === kind ? { ...column, texts: own.texts, filled: own.filled, figures: own.figures } : column;
}

/** What a column holds, as the others tell: whole numbers may be those of labels, of rows, or of two ends. */
function kindAmong(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): ColumnKind {
  const isCode =
    isNumberOfLabel(column, columns, table) ||
    isKeyOfRows(column, columns, table) ||
    isCodeBesideLabel(column, columns, table) ||
    isSameOfAll(column, columns) ||
    isSumOfAnother(column, columns, table) ||
    ofOrder.test(wordsOf(column.name)) ||
    isOfQuality(column) ||
    isInTurn(column, columns, table) ||
    isCrossedWithLabel(column, columns) ||
    isRowNumber(column) ||
    (isNumbering(column) && !isRanking(column, columns));
  if (areSwitches(column) || marksRows(column, table)) return "flag";
  if (isCode) return "code";
  // What programs write before each row, also where they begin again.
  const isIndex = column.index === 0 && column.name === "" && column.kind === "figure" && column.figures?.isWhole;
  if (isIndex && columns.filter(({ kind }) => kind === "figure").length > 1) return "code";
  return isEndOfPair(column, columns) || areNamesWithTotal(column) ? "label" : column.kind;
}

/** Whether whole numbers follow one another, each once, and a row below them says `Total` in their place: ages, and no figures of these. */
const areNamesWithTotal = ({ kind, figures, texts, filled }: ColumnSurvey): boolean => {
  const numbers = texts.filter((text) => /^\d+$/u.test(text));
  const others = texts.filter((text) => !numbers.includes(text));
  return (
    kind === "figure" &&
    figures?.isWhole === true &&
    texts.length === filled &&
    numbers.length >= fewestNumbered &&
    // `100 and over`
    others.length <= mostOthers &&
    others.some(isPlainTotal) &&
    numbers.every((text, at) => at === 0 || Number(text) === Number(numbers[at - 1]) + 1)
  );
};
/** So few names are no numbers, among those that are. */
const mostOthers = 3;

/** A table without the texts below it that stand where its figures do. */
function withoutTexts(sheet: Sheet, found: FoundHeadings): FoundHeadings {
  const holds = (row: number, isWanted: (cell: SheetCell) => boolean) =>
    sheet.columns.some(({ codes, values }) => codes[row] !== 0 && isWanted(values[codes[row] ?? 0] ?? null));
  // The number of a note is no figure.
  const ofFigures = sheet.columns.filter((column) => {
    const { filled, figures } = figuresAmong(column, found.rows);
    return figures >= filled * mostlyFigures;
  });
  const hasFigure = (row: number) =>
    (ofFigures.length > 0 ? ofFigures : sheet.columns).some(
      ({ codes, values }) => codes[row] !== 0 && cellParser.isFigure(values[codes[row] ?? 0] ?? null),
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
      ? cellParser.isFigure(cell)
      : kind === "period"
        ? periodReadings(cellText(cell)).length > 0
        : kind === "blank" || !cellParser.isFigure(cell) || /^0\d/u.test(cellText(cell)) || kind === "code");
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

const [ofCounts, ofRates] = [
  /\b(?:numbers?|counts?|offen[cs]es|cases|deaths|incidents|victims|crimes|arrests)\b/iu,
  /\brates?\b|\bper (?:\d|cent|capita|head|thousand|million)|%|\bpercent/iu,
];

/** Rows of rates between rows of counts, some of which are small: together they would be means, so that nobody hid a count; and would say it. */
function findRates(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  { rows, isSectioned }: { readonly rows: Uint32Array; readonly isSectioned: boolean },
) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const textAt = (row: number, { index }: ColumnSurvey) => cellText(cellAt(sheet, row, index)).trim();
  for (const column of columns.filter(({ kind }) => kind === "label")) {
    const texts = column.texts.filter((text) => ofRates.test(text));
    // By units, and by what each row is called a measure of, counts and rates are told apart as measures.
    if (isOfUnits(column.name)) continue;
    if (texts.length === 0 || !column.texts.some((text) => ofCounts.test(text) && !ofRates.test(text))) continue;
    const own = new Set(rows.filter((row) => texts.includes(textAt(row, column))));
    const others = rows.filter((row) => !own.has(row));
    const haveSmall = figures.some(
      (figure) =>
        others.every((row) => !/\d\.0*[1-9]/u.test(textAt(row, figure))) &&
        others.some((row) => /^[1-4](?:\.0*)?$/u.test(textAt(row, figure))),
    );
    // What is left has to be told apart by another column, or by headings between the rows.
    const isTold =
      isSectioned || columns.some((other) => other !== column && (other.kind === "label" || other.kind === "code"));
    if (isTold && others.length > 0 && haveSmall) return { column: column.ref, texts, rows: own, areRates: true };
  }
  return undefined;
}

/** So few of the rows are means. */
const mostAverages = 0.25;
/** How far a mean in whole numbers may be from that of the others. */
const ofWholeMean = 0.51;

/** Rows of means below counts, which would make these no counts, so that nobody hid small ones; and would say them. */
function findAverages(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const textAt = (row: number, { index }: ColumnSurvey) => cellText(cellAt(sheet, row, index)).trim();
  const isWhole = (row: number, column: ColumnSurvey) => !/\d\.0*[1-9]/u.test(textAt(row, column));
  const periods = columns.filter(({ kind }) => kind === "period");
  const isMean = (row: number, figure: ColumnSurvey, others: Uint32Array) => {
    const beside = others.filter((other) => periods.every((period) => textAt(other, period) === textAt(row, period)));
    const values = Array.from(beside, (other) => Number(textAt(other, figure).replaceAll(",", "")));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.abs(Number(textAt(row, figure).replaceAll(",", "")) - mean) <= ofWholeMean;
  };
  for (const column of columns.filter(({ kind }) => kind === "label")) {
    const texts = column.texts.filter((text) => isNameOfAverage(text) || isNameOfMeasuredAverage(text));
    if (texts.length === 0 || texts.length === column.texts.length) continue;
    const own = new Set(rows.filter((row) => texts.includes(textAt(row, column))));
    const others = rows.filter((row) => !own.has(row));
    const areCounts = figures.some(
      (figure) =>
        others.every((row) => isWhole(row, figure)) &&
        ([...own].some((row) => !isWhole(row, figure)) || [...own].every((row) => isMean(row, figure, others))),
    );
    if (own.size > 0 && own.size <= rows.length * mostAverages && areCounts)
      return { column: column.ref, texts, rows: own, areMeans: true };
  }
  return undefined;
}

/** So many groups have a total each, so many of which are the sum of the others; a column of so many kinds says which rows these are. */
const [fewestTotalled, mostlySummed, mostKinds] = [3, 0.8, 12];

/**
 * Rows that total the group that they are called by, `Alabama` of `Alabama` before its counties, where another column says of them, and of
 * no other, that they are of another kind: `040` beside `050`. Their figures have to be the sums of the others.
 */
function findTotalsOfGroups(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const labels = columns.filter(({ kind, texts }) => kind === "label" && texts.length >= fewestTotalled);
  const kinds = columns.filter(
    ({ kind, texts }) => (kind === "code" || kind === "label") && texts.length > 1 && texts.length <= mostKinds,
  );
  const figure = columns.find(({ kind, figures }) => kind === "figure" && figures?.isWhole);
  if (!figure || kinds.length === 0) return undefined;
  const textAt = (row: number, { index }: ColumnSurvey) => cellText(cellAt(sheet, row, index)).trim();
  const pairs = labels.flatMap((group) =>
    labels
      .filter(({ texts }) => texts.length > group.texts.length && group.texts.every((text) => texts.includes(text)))
      .map((name) => ({ group, name })),
  );
  for (const { group, name } of pairs)
    for (const kind of kinds)
      for (const text of kind.texts) {
        const own = rows.filter((row) => textAt(row, kind) === text);
        const areCalled = own.every((row) => textAt(row, group) === textAt(row, name));
        if (own.length !== group.texts.length || !areCalled) continue;
        const figures = Array.from(rows, (row) => ({
          of: textAt(row, group),
          value: Number(textAt(row, figure)) || 0,
        }));
        const isWhole = new Set(own);
        if (areSums(figures, (at) => isWhole.has(rows[at] as number)))
          return { column: kind.ref, texts: [text], rows: isWhole };
      }
  return undefined;
}

/** Whether the wholes of most groups are the sums of their parts. */
function areSums(
  figures: readonly { readonly of: string; readonly value: number }[],
  isWhole: (at: number) => boolean,
): boolean {
  const sums = new Map<string, { whole: number; parts: number }>();
  for (const [at, { of, value }] of figures.entries()) {
    const known = sums.get(of) ?? { whole: 0, parts: 0 };
    sums.set(of, known);
    known[isWhole(at) ? "whole" : "parts"] += value;
  }
  const summed = [...sums.values()].filter(({ whole, parts }) => Math.abs(whole - parts) <= whole / 100);
  return summed.length >= sums.size * mostlySummed;
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
    const parsed = parseUsual(cellAt(sheet, row, index), anyMeasure);
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

/** Blocks of a table that each have a title, and the headings below it once more. */
interface Blocks {
  /** The rows of the titles. */
  readonly titled: ReadonlySet<number>;
  /** That of the first block, above the headings of all. */
  readonly titleAbove: string | undefined;
  /** All that stands above the headings. */
  readonly titles: readonly string[];
}

/** The rows that stand alone right above headings that come again: `Table 2: Deaths`, above `Area | 2020 | 2021` for the second time. */
function blocksOf(sheet: Sheet, found: FoundHeadings): Blocks {
  const { rows, columns } = found;
  const textsOf = (row: number) =>
    rowCells(sheet, row).flatMap((cell, index) => (cell === null ? [] : [{ index, text: cellText(cell).trim() }]));
  const isHeading = (row: number) => {
    const named = textsOf(row);
    const isSame = ({ index, text }: (typeof named)[number]) =>
      columns[index] === text || columns[index]?.endsWith(` | ${text}`) === true;
    return named.length > 1 && named.every(isSame);
  };
  const titled = rows.filter((row, at) => {
    const next = rows[at + 1] ?? row;
    const between = Array.from({ length: next - row - 1 }, (_, of) => row + 1 + of);
    return between.length > 0 && textsOf(row).length === 1 && between.some(isHeading);
  });
  const top = topOf(found);
  const above = sheet.rowNumbers.findLastIndex((number) => number < top);
  const [title, other] = above < 0 ? [] : textsOf(above);
  const titles = Array.from({ length: above + 1 }, (_, row) => textsOf(row).map(({ text }) => text)).flat();
  return { titled: new Set(titled), titleAbove: other === undefined ? title?.text : undefined, titles };
}

/**
 * Headings between rows: `North`, alone in its row, then the rows of the North. They become a column of their own, beyond those of the
 * sheet. What rows above the first of them are of has no name.
 */
function findSections(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  { rows, titled, titleAbove, titles }: Blocks & { readonly rows: Uint32Array },
): FoundSections | undefined {
  if (!columns.some(({ kind }) => kind === "figure")) return undefined;
  const labels = columns.filter(({ kind }) => kind === "label");
  const again = namesAgain(sheet, columns, rows);
  const last = columns.findLastIndex(({ kind }) => kind === "figure");
  const remarks = new Set(columns.flatMap(({ kind, index }) => (kind === "note" && index > last ? [index] : [])));
  const isAloneIn = (index: number) => (row: number) =>
    sheet.columns.every(({ codes }, at) => again.has(at) || remarks.has(at) || (at === index) === (codes[row] !== 0));
  const found = labels.map((column) => ({ column, own: new Set(rows.filter(isAloneIn(column.index))) }));
  const best = found.sort((a, b) => b.own.size - a.own.size)[0];
  const cells = sheet.columns[best?.column.index ?? -1];
  if (!best || !cells) return undefined;
  const { column: label, own } = best;
  const heads = rows.filter((row, at) => own.has(row) && !own.has(rows[at - 1] ?? -1));
  const isLast = own.has(rows.at(-1) ?? -1);
  const textIn = (row: number) => cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
  // The title of a block says more than a heading between rows does.
  const longest = Math.max(0, ...[...own].filter((row) => !titled.has(row)).map((row) => textIn(row).length));
  // Where headings come again below it, one is the title of a block of its own, whatever the names of its rows.
  const areTitles = heads.length > 0 && heads.every((row) => titled.has(row));
  if (
    heads.length < (areTitles ? 1 : 2) ||
    isLast ||
    rows.length - own.size < heads.length * 2 ||
    longest > longestNote
  )
    return undefined;
  if (!areTitles && areNamesAmong(Array.from(own, textIn), label.texts, Array.from(rows, textIn))) return undefined;
  // Rows of which the column says nothing are of another kind than those below the headings.
  const unnamed = rows.filter((row) => !own.has(row) && cells.codes[row] === 0);
  const first = rows.findIndex((row) => own.has(row));
  const firstHead = rows[first] as number;
  if (unnamed.length > 0 && (unnamed.some((row) => row > firstHead) || label.filled < rows.length * 0.6))
    return undefined;
  const ofFirst = (areTitles ? titleAbove : undefined) ?? unnamedSection;
  const endsAtBlank = !areTitles && doHeadingsEnd(sheet, rows, own);
  const hasFirst = endsAtBlank || rows.subarray(0, first).some((row) => cells.codes[row] !== 0);
  const blocks = areTitles ? undefined : titledBlocks(sheet, { cells, label, titles, rows, titled, own });
  const { values, codes, texts } = sectionsInRows(sheet, rows, {
    cells,
    own,
    titled: blocks?.rows ?? new Set(),
    ofFirst: hasFirst ? ofFirst : undefined,
    endsAtBlank,
  });
  const column: ColumnSurvey = {
    index: sheet.columns.length,
    name: hasFirst ? ofFirst : "",
    ref: label.ref,
    kind: "section",
    texts: [...texts].filter((text) => text !== ""),
    filled: rows.length - own.size,
    figures: undefined,
    ...defined({ endsAtBlank: endsAtBlank || undefined }),
  };
  return {
    again,
    rows: new Set([...own, ...unnamed]),
    column,
    cells: { column: sheet.columns.length + 1, values, codes },
    unnamed: unnamed.length > 0 ? { column: label.ref, texts: [""], rows: new Set(unnamed) } : undefined,
    blocks,
  };
}

/**
 * What the titles of blocks tell apart, each above headings that come again, where other headings stand between the rows of each block: `Crime in Zastron,
 * 2003 to 2013`. They are known by the words that all of them have.
 */
function titledBlocks(
  sheet: Sheet,
  {
    cells,
    label,
    titles,
    rows,
    titled,
    own,
  }: Pick<Blocks, "titled" | "titles"> & {
    readonly cells: Sheet["columns"][number];
    readonly label: ColumnSurvey;
    readonly rows: Uint32Array;
    readonly own: ReadonlySet<number>;
  },
): TitledBlocks | undefined {
  const textIn = (row: number) => cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
  const starts = new Set<number>();
  // What stands below a title, and above the headings, is a remark on its block.
  const lines = new Set<number>();
  for (const end of rows.keys()) {
    if (!titled.has(rows[end] as number)) continue;
    let at = end;
    for (; own.has(rows[at - 1] ?? -1); at -= 1) lines.add(rows[at] as number);
    starts.add(rows[at] as number);
  }
  const pattern = patternOfTitles(Array.from(starts, textIn));
  if (pattern === undefined || [...starts].some((row) => !own.has(row))) return undefined;
  const read = createPartReader(pattern);
  const others = [...own].filter((row) => !starts.has(row));
  if (others.some((row) => read(textIn(row)) !== undefined)) return undefined;
  const first = titles.flatMap((text) => read(text) ?? []).at(-1) ?? unnamedSection;
  const values: SheetCell[] = [null, first];
  const codes = new Uint32Array(cells.codes.length);
  for (const row of rows) {
    if (starts.has(row)) values.push(read(textIn(row)) ?? null);
    codes[row] = values.length - 1;
  }
  return {
    column: {
      index: sheet.columns.length + 1,
      name: first,
      ref: label.ref,
      kind: "block",
      texts: [...new Set(values.slice(1).map(cellText))],
      filled: rows.length - own.size,
      figures: undefined,
      pattern,
    },
    cells: { column: sheet.columns.length + 2, values, codes },
    rows: new Set([...starts, ...lines]),
    lines: Array.from(lines, (row) => ({ column: label.ref, text: textIn(row) })),
  };
}

/** So many titles show what is the same in all. */
const fewestTitles = 2;

/** What titles of blocks look like, by the words that all begin and end with; undefined where none is the same, or nothing differs. */
function patternOfTitles(titles: readonly string[]): string | undefined {
  if (titles.length < fewestTitles || titles.some((text) => /[{}*]/u.test(text))) return undefined;
  const all = titles.map((text) => text.split(/\s+/u));
  const [first = []] = all;
  const shortest = Math.min(...all.map((words) => words.length));
  const isSame = (at: number) => all.every((words) => words.at(at) === first.at(at));
  let before = 0;
  while (before < shortest && isSame(before)) before += 1;
  let after = 0;
  while (after < shortest - before && isSame(-1 - after)) after += 1;
  if (before + after === 0 || before + after >= shortest) return undefined;
  return [...first.slice(0, before), "{}", ...first.slice(first.length - after)].join(" ");
}

/** The heading that each row is below; those right below each other are one. */
function sectionsInRows(
  sheet: Sheet,
  rows: Uint32Array,
  {
    cells,
    own,
    titled,
    ofFirst,
    endsAtBlank,
  }: {
    readonly cells: Sheet["columns"][number];
    readonly own: ReadonlySet<number>;
    /** Those of them that are told apart for themselves, as titles of blocks. */
    readonly titled: ReadonlySet<number>;
    /** What the rows above the first heading are called, where there are any. */
    readonly ofFirst: string | undefined;
    readonly endsAtBlank: boolean;
  },
) {
  const values: SheetCell[] = [null];
  const codes = new Uint32Array(cells.codes.length);
  const texts = new Set<string>();
  if (ofFirst !== undefined) values.push(ofFirst);
  const unheaded = values.length - 1;
  let current = unheaded;
  let above: string | undefined;
  for (const [at, row] of rows.entries()) {
    if (endsAtBlank && isBelowBlank(sheet, rows, at)) current = unheaded;
    if (titled.has(row)) above = undefined;
    else if (own.has(row)) {
      const text = cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
      above = above === undefined ? text : `${above}: ${text}`;
      current = values.push(above) - 1;
    } else {
      above = undefined;
      texts.add(cellText(values[current] ?? null));
    }
    codes[row] = current;
  }
  return { values, codes, texts };
}

/** Whether empty rows stand between a row and the one before it. */
const isBelowBlank = ({ rowNumbers, columns }: Sheet, rows: Uint32Array, at: number): boolean => {
  const [before, own] = [rows[at - 1], rows[at]];
  if (before === undefined || own === undefined) return false;
  for (let between = before + 1; between < own; between += 1)
    if (columns.some(({ codes }) => codes[between] !== 0)) return false;
  return (rowNumbers[own] ?? 0) - (rowNumbers[before] ?? 0) > 1;
};

/**
 * Whether headings between rows hold up to the next empty row: one stands before each of them but the first, and rows without a heading follow the last
 * of them alone.
 */
function doHeadingsEnd(sheet: Sheet, rows: Uint32Array, heads: ReadonlySet<number>): boolean {
  const isHead = (at: number) => heads.has(rows[at] ?? -1);
  const blanks = [...rows.keys()].filter((at) => isBelowBlank(sheet, rows, at));
  const starts = [...rows.keys()].filter((at) => isHead(at) && !isHead(at - 1));
  const unheaded = blanks.filter((at) => !isHead(at));
  const last = starts.at(-1) ?? 0;
  return (
    unheaded.length > 0 &&
    unheaded.length < starts.length &&
    starts.slice(1).every((at) => blanks.includes(at)) &&
    unheaded.every((at) => at > last && !isHead(at - 1))
  );
}

/**
 * Headings of blocks that stand above figures, alone in their rows, and not above the names of these: `Men` over the second column. Undefined
 * unless all rows are below one.
 */
function findBlocks(
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
  const texts = [...new Set(Array.from(own, (row) => cellText(cellAt(sheet, row, index)).trim()))];
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

/** Headings between rows, as a column of their own. */
interface FoundSections {
  /** Columns that say the same once more. */
  readonly again: ReadonlySet<number>;
  readonly rows: ReadonlySet<number>;
  readonly column: ColumnSurvey;
  readonly cells: Sheet["columns"][number];
  readonly unnamed: (TableSurvey["totals"] & { readonly rows: ReadonlySet<number> }) | undefined;
  /** What the titles of blocks say, where others of these headings stand within each block. */
  readonly blocks?: TitledBlocks | undefined;
}

interface TitledBlocks extends Pick<FoundSections, "column" | "cells"> {
  /** Those of titles, and of lines below them. */
  readonly rows: ReadonlySet<number>;
  /** What stands below titles. */
  readonly lines: TableSurvey["notData"];
}

/** The columns behind all figures that say once more what the first label of each row says, as tables in two languages do. */
function namesAgain(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array): ReadonlySet<number> {
  const first = columns.find(({ kind }) => kind === "label");
  const last = columns.findLastIndex(({ kind }) => kind === "figure");
  if (!first || first.index > last) return new Set();
  const isFilled = (index: number, row: number) => sheet.columns[index]?.codes[row] !== 0;
  // Two words behind all rows are no names of theirs: `Female`, `Male`.
  const isAgain = ({ kind, index, texts }: ColumnSurvey) =>
    (kind === "label" || kind === "note") &&
    index > last &&
    texts.length >= first.texts.length * mostlySaidAgain &&
    rows.filter((row) => isFilled(index, row) !== isFilled(first.index, row)).length <= rows.length * fewGaps;
  return new Set(columns.filter(isAgain).map(({ index }) => index));
}
/** So many names are there in the other language. */
const mostlySaidAgain = 0.5;
/** So few rows lack one of their two names. */
const fewGaps = 0.05;

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

/** Whether rows that are alone are areas, of the kind that nearly all the others are: `Oregon` among states, `Togo` among countries and their groups. */
const areAreasAmong = (own: readonly string[], all: readonly string[]): boolean =>
  (own.every(isNameOfDivision) && all.filter(isNameOfDivision).length >= all.length * mostlyKeys) ||
  (own.every(isNameOfCountry) && all.filter(isNameOfCountry).length >= all.length * mostlyNamed);

/** What rows above the first heading between rows are of. */
const unnamedSection = "Without a heading";

/** A text that is longer is no heading between rows. */
const longestNote = 100;

/** The first row of the headings; of the table where there are none. */
const topOf = ({ headerRow, firstRow = 0 }: Pick<FoundHeadings, "headerRow" | "firstRow">): number =>
  headerRow === "none" ? firstRow : typeof headerRow === "number" ? headerRow : headerRow[0];

/** The one text above figures, where the first of them stands. */
function findSpanning(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  headerRow: FoundHeadings["headerRow"],
): string | undefined {
  const first = topOf({ headerRow });
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
    return (
      text !== "" && !isTotal(text) && !midYear.test(text) && !isPeriodCode(text) && periodReadings(text).length === 0
    );
  });
  return rows.filter((row) => !isOdd[cells.codes[row] ?? 0]);
}

/** Surveys columns again where some rows are of no period, without these rows, which are given back without them. */
function surveyPeriods(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): Uint32Array {
  const kept = rowsOfPeriods(sheet, columns, rows);
  for (const [index, { kind, name, ref, heading, texts }] of kept.length < rows.length ? columns.entries() : []) {
    // Numbers that have a total among them are names, whatever is left of them.
    if (kind === "period" || kind === "blank" || (kind === "label" && texts.some(isPlainTotal))) continue;
    const own = surveyColumn({ sheet, index, name, rows: kept, isTwin: ref !== name });
    if (kind === "figure" || own.kind === "figure") columns[index] = heading === undefined ? own : { ...own, heading };
  }
  return kept;
}

/** What a row of units says of each column, which stands among other lines above the first period: `Unit | 000 | Percent`. */
function unitsAbovePeriods(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  rows: Uint32Array,
): readonly (string | undefined)[] | undefined {
  const period = columns.find(({ kind }) => kind === "period");
  const { values, codes } = sheet.columns[period?.index ?? -1] ?? { values: [], codes: new Uint32Array() };
  const areUnits = values.map((cell) => isOfUnits(cellText(cell).trim()));
  const row = rows.find((own) => areUnits[codes[own] ?? 0] === true);
  return row === undefined
    ? undefined
    : columns.map(({ index }) => cellText(cellAt(sheet, row, index)).trim() || undefined);
}

/**
 * Looks again at columns, by the rows that are read alone: an average above others makes no counts decimals, and headings between rows are no names
 * of rows, which may be periods.
 */
function takeReadRows(
  sheet: Sheet,
  columns: ColumnSurvey[],
  {
    rows,
    kept,
    sections,
  }: {
    readonly rows: Uint32Array;
    readonly kept: Iterable<number>;
    readonly sections: { readonly column: ColumnSurvey } | undefined;
  },
): void {
  const isKept = new Set(kept);
  const lookAgain = (of: Uint32Array, { index, name, ref, heading }: ColumnSurvey): ColumnSurvey => ({
    ...surveyColumn({ sheet, index, name, rows: of, isTwin: ref !== name }),
    ...defined({ heading }),
  });
  for (const [index, column] of columns.entries()) {
    if (column.kind === "label" && column.ref === sections?.column.ref) {
      const own = lookAgain(rows, column);
      columns[index] = own.kind === "period" ? own : { ...column, texts: own.texts, filled: own.filled };
    } else if (column.kind === "figure") {
      const own = lookAgain(
        rows.filter((row) => isKept.has(row)),
        column,
      );
      if (own.kind === "figure") columns[index] = own;
    }
  }
}

function readTitles(
  sheet: Sheet,
  found: Pick<FoundHeadings, "headerRow" | "firstRow" | "columns">,
): Pick<TableSurvey, "titles" | "periodAbove" | "unitAbove"> {
  const first = topOf(found);
  const texts: string[] = [];
  // What stands beside several others is said of its own column.
  const saidOfAll: string[] = [];
  const titled: { readonly cell: string; readonly text: string }[] = [];
  let periodAbove: TableSurvey["periodAbove"];
  for (const [row, number] of sheet.rowNumbers.entries()) {
    if (number >= first) break;
    if (isComment(sheet, row)) continue;
    const cells = rowCells(sheet, row).map((cell) => cellText(cell).trim());
    saidOfAll.push(...textsOfTitle(cells));
    for (const [column, text] of cells.entries()) {
      if (text !== "") texts.push(text);
      titled.push({ cell: `${columnLetters(sheet.columns[column]?.column ?? column + 1)}${number}`, text });
      const [, word = "", rest = ""] =
        /^((?:year|period|date|month|quarter|financial year)\s*[:=]?)\s*(.*)$/iu.exec(text) ?? [];
      const next = cells[column + 1] ?? "";
      const address = (index: number) => `${columnLetters(sheet.columns[index]?.column ?? index + 1)}${number}`;
      if (periodAbove || word === "") continue;
      if (periodReadings(rest).length > 0)
        periodAbove = { cell: address(column), pattern: text.replace(rest, "{}"), said: rest };
      else if (rest === "" && periodReadings(next).length > 0) periodAbove = { cell: address(column + 1), said: next };
    }
  }
  const headings = new Set(found.columns.map((name) => name.trim().toLowerCase()));
  const isOwn = (text: string) => !headings.has(text.toLowerCase());
  const titles = texts.filter(isOwn);
  return {
    titles,
    periodAbove: periodAbove ?? yearOfTitles(titled),
    unitAbove: unitSaidAbove(sheet, first, { ofAll: saidOfAll.filter(isOwn), titles }),
  };
}

/** What is said above a table, with the unit that stands alone below the first of several periods, or above it. */
function withUnitOfPeriods<T extends Pick<TableSurvey, "unitAbove">>(
  said: T,
  {
    sheet,
    row,
    columns,
    headings,
    spanning,
  }: {
    readonly sheet: Sheet;
    readonly row: number | undefined;
    readonly columns: readonly ColumnSurvey[];
    readonly headings: readonly string[];
    readonly spanning: string | undefined;
  },
): T {
  const texts = row === undefined ? [] : rowCells(sheet, row).map((cell) => cellText(cell).trim());
  const areTimed = columns.every(({ kind, name }) => kind !== "figure" || periodReadings(name).length > 0);
  const above = areTimed && spanning !== undefined && saysUnit(spanning) ? spanning : undefined;
  const unit = unitBelowPeriods(texts, headings) ?? above;
  return unit === undefined ? said : { ...said, unitAbove: unit };
}

/** Whether a text above periods says what their figures are told in: no `Financial year`, no `Years`. */
const saysUnit = (text: string): boolean =>
  !/\b(?:years?|months?|quarters?|weeks?|days?)$/iu.test(text.trim()) &&
  (saysPercent(text, []) ||
    unitOfText(text, "not") !== undefined ||
    /\brates?\b|\bper (?:\d|head|capita|thousand|million)|^(?:numbers?|no\.?) of \p{L}/iu.test(text));

/** The unit that a line above a table names, or else what is said there of all figures. */
function unitSaidAbove(
  sheet: Sheet,
  first: number,
  { ofAll, titles }: { readonly ofAll: readonly string[]; readonly titles: readonly string[] },
): string | undefined {
  const above = Array.from(sheet.rowNumbers).flatMap((number, row) => (number < first ? [row] : []));
  const [named] = above.flatMap((row) => unitOfLine(rowCells(sheet, row).map((cell) => cellText(cell).trim())) ?? []);
  return named ?? ofAll.flatMap((text) => unitOfTitle(text) ?? [])[0] ?? unitOfAmounts(titles);
}

/** What is said above any column of all amounts: `Amounts: £ million`, at the right edge. Undefined where others have another unit. */
function unitOfAmounts(titles: readonly string[]): string | undefined {
  const said = titles.flatMap((text) => ofAmounts.exec(text.trim())?.groups?.unit ?? []);
  const [unit, other] = new Set(said.filter((text) => unitOfText(text, "not") !== undefined));
  return other === undefined ? unit : undefined;
}
const ofAmounts =
  /^(?:all )?(?:amounts?|figures|numbers|values|prices)(?: (?:are|shown|given|expressed)){0,2}(?:\s*:| in)\s*(?<unit>\S.*?)\.?$/iu;

/** What a line above a table says of its unit: `Unit of measure` and, beside it, `Percentage`; `Units : | Persons`. */
function unitOfLine(cells: readonly string[]): string | undefined {
  const [key = "", said, other] = cells.filter((text) => text !== "");
  const isKey = /^units?(?: of measure(?:ment)?)?\s*:?$/iu.test(key);
  return isKey && other === undefined && said !== undefined && /^[\p{L}%]/u.test(said) ? said : undefined;
}

/** What a row above a table says of all of it: alone in it, or at its start. */
function textsOfTitle(cells: readonly string[]): readonly string[] {
  const own = cells.filter((text) => text !== "");
  const isAtStart = cells.findIndex((text) => text !== "") < mostOfTitle;
  return own.length === 1 || (own.length <= mostOfTitle && isAtStart) ? own : [];
}

/** So many cells at the start of a row above a table are a title, and what it is of. */
const mostOfTitle = 2;

const unitNouns =
  "(?:(?:us|u\\.s\\.|canadian|australian) )?dollars?|pounds?(?: sterling)?|euros?|(?:metric )?tonnes|hectares|gwh|mwh|twh|ktoe|mtoe|percent|per cent";
/** What a title says in its midst of the unit: `GDP at current prices in US Dollars (all countries)`, `Spending, £000s, by region`. */
const inWords = new RegExp(
  `\\bin (?:(?:current|constant|nominal|real|\\d{4}) )?(?<said>(?:(?:thousands?|millions?|billions?) (?:of )?)?(?:${unitNouns}))(?![\\p{L}\\d])|(?<=^|[\\s(,:;])(?<sign>[£€$] ?(?:m|mn|bn|k|['’]?000s?|millions?|thousands?|billions?))(?=[\\s),:;.]|$)`,
  "iu",
);
const unitInWords = (text: string): string | undefined => {
  const { said, sign } = inWords.exec(text)?.groups ?? {};
  return said ?? sign;
};

/** `Units are in thousands of green tonnes`, `All figures are shown in £ million.` */
const saidInSentence = (text: string): string | undefined =>
  /\b(?:units?|figures|values|amounts|numbers|volumes|quantities|data)(?: \p{L}+){0,4} (?:are|is)(?: (?:shown|given|expressed|presented|reported|measured))? in (?<said>[^.;,()]{2,60})/iu
    .exec(text)
    ?.groups?.said?.trim();

/** What says of all figures that they are so many people, `NHS staff, headcount`, and not of some beside the work that these do. */
const ofHeads = /^(?!.*\b(?:ftes?|wtes?|equivalents?)\b).*(?:^|[\s(,:;–-])headcounts?(?:$|[\s),.;])/iu;

/** The unit that a text above a table is, or ends with: `(In thousands)`, `Unit: £ million`, `Spending by region (£m)`. */
function unitOfTitle(text: string): string | undefined {
  const { measured } = /^(?:measures?|statistic)\s*:\s*(?<measured>.+)$/iu.exec(text)?.groups ?? {};
  if (measured !== undefined && saysPercent(measured, [])) return "%";
  if (ofHeads.test(text)) return "people";
  if (isShareAlone(text)) return "%";
  const alone = text
    .replace(/^[(（](?<inside>(?:units?|単位|단위|单位)\s*[:：][^()（）]+)[)）]$/iu, "$<inside>")
    .replace(/^(?:単位|단위|单位)\s*[:：]\s*/u, "")
    .replace(/^(?:units?|unidad(?:es)?|unités?|einheit(?:en)?|unità|unidades?|enhet|eenheid)\s*:\s*/iu, "")
    .replace(/^\((?<inside>[^()]+)\)$/u, "$<inside>");
  const inside =
    /\((?<inside>[^()]+)\)\s*$/u.exec(text)?.groups?.inside ??
    /\((?<inside>in (?:thousands|millions|billions)|['’]?000s?|[£€$] ?(?:m|million|bn|k|000s?))\)/iu.exec(text)?.groups
      ?.inside ??
    /, (?<last>[^,]+)$/u.exec(text)?.groups?.last;
  const bracketed = [...text.matchAll(/\((?<said>[^()]+)\)/gu)].flatMap(({ groups }) => groups?.said ?? []);
  if (alone !== text && saysPercent(alone, [])) return "%";
  const isMoney = (own: string) => unitOfText(own, "not")?.kind === "money";
  // `Unidades: Personas` names what is counted, in whatever language.
  const counted = /^\p{L}+\s*:\s*(?<things>\p{L}{4,}s)$/u.exec(text.trim())?.groups?.things;
  if (counted !== undefined && alone !== text) return counted;
  // `Deaths by area (per 100,000 people)`
  const perSoMany = bracketed.find((own) =>
    /^(?:rates? )?per (?:\d[\d,. ]*|thousand|million)(?: \p{L}.*)?$/iu.test(own.trim()),
  );
  if (perSoMany !== undefined) return perSoMany;
  return [alone, inside, ...bracketed.filter(isMoney), unitInWords(text), saidInSentence(text)].find(
    (own) => own !== undefined && unitOfText(own) !== undefined,
  );
}

/**
 * Of tables that stand side by side, with an empty column between, the one with the most figures. One that stands beside another has
 * labels or periods of its own, and other rows: days, and the months that these make.
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
  const below = new Map<number, string>();
  for (const group of groups.filter(({ length }) => length > 0)) {
    const headings = headingsBelow(survey, group);
    for (const [index, text] of headings ?? []) below.set(index, text);
    const [first] = group;
    const before = tables.at(-1);
    // The number of a row stands before its name.
    const named = first?.kind === "code" ? group[1] : first;
    const isNamed = named?.kind === "label" || named?.kind === "period";
    const isOwn = isNamed && named.name !== "" && group.some(({ kind }) => kind === "figure");
    const isAgain = first !== undefined && starts.has(first.index);
    if (!before || isAgain || headings || (isOwn && filledBy(before).length !== filledBy(group).length))
      tables.push([...group]);
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
        : { ...column, ...headedBelow(column, below.get(column.index)), kind: "apart", figures: undefined },
    ),
    rows: own,
    lastRow: last === undefined || last === rows.at(-1) ? survey.lastRow : sheet.rowNumbers[last],
  };
}

/** A column as the heading further below calls it, which other columns may have too: a layout has its letter. */
const headedBelow = ({ ref }: ColumnSurvey, text: string | undefined): Partial<ColumnSurvey> =>
  text === undefined ? {} : { name: text, heading: ref };

/** The headings of a table that begins further below than the one beside it: all columns begin in one row, with a name of their own each. */
function headingsBelow(
  { sheet, rows }: TableSurvey,
  group: readonly ColumnSurvey[],
): ReadonlyMap<number, string> | undefined {
  const firsts = group.map(({ index }) => rows.find((row) => sheet.columns[index]?.codes[row] !== 0));
  const [first] = firsts;
  if (group.length < fewestBeside || first === undefined || group.some(({ name }) => name !== "")) return undefined;
  const cells = group.map(({ index }) => cellAt(sheet, first, index));
  const texts = cells.map((cell) => cellText(cell).trim());
  const areHeadings = new Set(texts).size === texts.length && !cells.some(cellParser.isFigure);
  return areHeadings && firsts.every((row) => row === first)
    ? new Map(group.map(({ index }, at) => [index, texts[at] ?? ""]))
    : undefined;
}
/** One column without a heading has notes. */
const fewestBeside = 2;

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

/** Whether the digits of each number are marks of their own, 0, 1 or 2, and as many in all: `11112010`, which of the elements a station has. */
const areSwitches = ({ kind, texts }: ColumnSurvey): boolean =>
  kind === "figure" &&
  texts.length > 1 &&
  texts.every((text) => /^[012]{6,}$/u.test(text)) &&
  // More than half of them are marks of as many things: what leads with nothing has lost a zero.
  texts.filter((text) => text.length === texts[0]?.length).length > texts.length / 2;

/** So few numbers that follow one another are no chance. */
const fewestNumbered = 8;

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

/**
 * Whether each text of a column stands beside one label of the next one alone, and this beside it, below a heading that is a code itself, or says
 * that codes stand there: `C02199V02655` above `-`, `1`, `2`, beside `Sex` above `Both sexes`, `Male`, `Female`.
 */
function isCodeBesideLabel(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const { index, kind, name, texts } = column;
  const isNamed = /^(?=.*\d{3})[A-Z][A-Z\d_]*(?:\(\w+\))?$/u.test(name.trim()) || /[ _]?code$/iu.test(name.trim());
  if (kind !== "figure" || (!isNamed && !mayNumberNames(column))) return false;
  const own = sheet.columns[index];
  return columns.some((label) => {
    const other = sheet.columns[label.index];
    const isNext = Math.abs(label.index - index) === 1;
    if (label.kind !== "label" || !isNext || !own || !other || label.texts.length < 2) return false;
    const pairs = new Set(Array.from(rows, (row) => `${own.codes[row]} ${other.codes[row]}`));
    const codes = new Set(Array.from(rows, (row) => own.codes[row]));
    return (
      pairs.size === label.texts.length &&
      codes.size === pairs.size &&
      rows.length >= pairs.size * 2 &&
      texts.length <= codes.size
    );
  });
}

/** Whether whole numbers of as many digits each stand before all else, and may be those of the names that follow: `NLC` before stations. */
const mayNumberNames = ({ index, name, figures, texts: [first = "", ...others] }: ColumnSurvey): boolean =>
  index === 0 &&
  figures?.isWhole === true &&
  !figures.hasNegative &&
  others.length + 1 >= fewestKeys &&
  others.every((text) => text.length === first.length) &&
  !isOfCounts(name) &&
  !isOfMoney(name) &&
  !isOfValues(name);

/** So few marks say how good a figure is. */
const mostMarks = 6;

/** Whether a few whole numbers are marks for how good a figure beside them is: `share_in_debt_quality`, 1 to 3. */
const isOfQuality = ({ kind, name, figures, texts, filled }: ColumnSurvey): boolean =>
  kind === "figure" &&
  figures?.isWhole === true &&
  texts.length <= mostMarks &&
  filled >= texts.length * 2 &&
  figures.largest <= 10 &&
  /\p{L} (?:data )?(?:quality|reliability)(?: (?:flag|code|grade|indicator|mark|rating))?$/iu.test(wordsOf(name));

/** So many parts of a year are numbered; so many of the numbers follow one another. */
const [mostInTurn, mostlyInTurn] = [53, 0.9];

/** Whether whole numbers say which part of its year each row is of, where a column of periods does: `Reporting Period`, 1 to 13, and 1 again. */
function isInTurn(
  { index, kind, name, figures, texts }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const isNumbered = kind === "figure" && figures?.isWhole === true && !figures.hasNegative;
  if (!isNumbered || figures.largest > mostInTurn || texts.length < 4 || !ofParts.test(wordsOf(name))) return false;
  if (!columns.some((other) => other.kind === "period" && other.index !== index)) return false;
  const numbers = Array.from(rows, (row) => cellText(cellAt(sheet, row, index)).trim())
    .filter((text) => text !== "")
    .map(Number);
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] as number));
  const follow = steps.filter((step, at) => step === 0 || step === 1 || (numbers[at + 1] as number) === 1);
  return follow.length >= steps.length * mostlyInTurn;
}
const ofParts =
  /^(?:(?:reporting|accounting|fiscal|financial|calendar|iso|epi|school) )?(?:periods?|weeks?|quarters?|months?|terms?)(?: (?:no|nr|num|number|id|in year|of year))?$/iu;

/** What rows are put in order by. */
const ofOrder = /\bsort(?:able)?(?: (?:order|key|by))?$/iu;

/** So many rows of one number are no chance. */
const fewestSame = 12;

/** Whether a column has a one in each row, and counts nothing by its heading: it marks rows that somebody filtered. */
const marksRows = ({ kind, name, texts, filled }: ColumnSurvey, { rows }: Pick<TableSurvey, "rows">): boolean =>
  kind === "figure" &&
  filled >= fewestSame &&
  filled === rows.length &&
  texts.length === 1 &&
  texts[0] === "1" &&
  !isOfCounts(name) &&
  !isOfValues(name);

/** Whether a number is the same in all rows, beside others that are called the value: it says which target of a list these are of. */
const isSameOfAll = ({ kind, name, texts, filled }: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  kind === "figure" &&
  filled >= fewestSame &&
  texts.length === 1 &&
  Number(texts[0]) !== 0 &&
  !isOfValues(name) &&
  !isOfCounts(name) &&
  columns.some((other) => other.kind === "figure" && isOfValues(other.name) && other.texts.length > 1);

/** Whether a number is the same in all rows, and the sum of what another column has in them: the population of a city, beside those of its parts. */
function isSumOfAnother(
  { kind, texts: [text, other], filled, index }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  if (kind !== "figure" || text === undefined || other !== undefined || filled < fewestSame || filled < rows.length)
    return false;
  const whole = Number(text);
  return columns.some((column) => {
    if (column.kind !== "figure" || column.index === index || column.texts.length < 2) return false;
    const sum = rows.reduce((all, row) => all + Number(cellText(cellAt(sheet, row, column.index))), 0);
    return whole > 0 && Math.abs(sum - whole) < 1;
  });
}

/** So many numbers that each stand beside all labels are those of things. */
const fewestCrossed = 8;

/** Whether the whole numbers in the first column each stand beside each text of a label, once: those of places, beside four indicators. */
function isCrossedWithLabel(
  { index, kind, figures, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
): boolean {
  const label = columns.find((other) => other.kind === "label");
  return (
    index === 0 &&
    kind === "figure" &&
    figures?.isWhole === true &&
    !figures.hasNegative &&
    label !== undefined &&
    label.texts.length > 1 &&
    texts.length >= fewestCrossed &&
    filled === texts.length * label.texts.length &&
    label.filled === filled
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
  if (isNumber && texts.length === filled && filled >= fewestKeys && !isOfCounts(name) && !isOfMoney(name)) {
    // Of several thousand stations, two or three are called alike; their numbers have many digits.
    const isLong = texts.every((text) => text.length >= fewestDigits);
    const isName = (label: ColumnSurvey) => label.kind === "label" && label.texts.length >= filled * mostlyNamed;
    if (isLong && columns.some(isName)) return true;
    return next?.kind === "label" && next.texts.length >= filled * mostlyKeys;
  }
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

/** So many of the rows with long numbers have a name of their own. */
const mostlyNamed = 0.8;

/** So many of the keys have a name of their own. */
const mostlyKeys = 0.9;
