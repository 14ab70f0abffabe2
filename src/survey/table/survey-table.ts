import { indexHeads } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import type { Sheet } from "../../tables/index.ts";
import { durationsIn, withoutDurations } from "../periods/durations.ts";
import { blocksBelow } from "./blocks-below.ts";
import { blocksBeside, withTablesBeside } from "./blocks-beside.ts";
import { blocksInTurn, withBlocks, withoutHeads } from "./blocks-in-turn.ts";
import { findBlocks } from "./blocks-over-figures.ts";
import { brokenHeadings } from "./broken-headings.ts";
import { looksOfCells, withFirstFigures, withoutShareOfCell } from "./cell-looks.ts";
import { takeKeys } from "./codes-among-figures.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { surveyPeriods, takeReadRows } from "./columns-again.ts";
import { decimalOf, withPlainDigits, withPoints } from "./decimal-sign.ts";
import { withDefinitions } from "./definitions-below.ts";
import { findHeadings } from "./find-headings.ts";
import type { FoundHeadings } from "./found-headings.ts";
import { rowsOfNone, textsOfRows } from "./headings-again.ts";
import { findHeadsWithFigures } from "./heads-with-figures.ts";
import { type LabelsBelow, labelsBelow } from "./labels-below-figures.ts";
import { takeLabelsWithoutHeadings } from "./labels-without-headings.ts";
import { legendIn } from "./legend.ts";
import { marksBehindNumbers, withoutMarksBehind } from "./marks-behind-numbers.ts";
import { withoutMetadata } from "./metadata-headings.ts";
import { nameRows } from "./names-of-rows.ts";
import { withNoteNumbers } from "./note-numbers.ts";
import { rowsOfNumbersAlone } from "./numberings.ts";
import { takeFigures } from "./numbers-as-figures.ts";
import { hasParentheses, withMinus } from "./parentheses.ts";
import { withoutPlaceholders } from "./placeholders.ts";
import { findOtherThanDurations } from "./rows-of-durations.ts";
import { withoutColumnNumbers, withoutParameters, withoutRagged, withoutTexts } from "./rows-of-figures.ts";
import { findAverages, findRates } from "./rows-of-rates.ts";
import { findBareRows, findTotals, findTotalsOfGroups } from "./rows-of-totals.ts";
import { findSections } from "./sections.ts";
import { sentinelsIn, withoutSentinels } from "./sentinels.ts";
import { isTotal, surveyColumn } from "./survey-column.ts";
import { besideTable, withoutNeighbours } from "./tables-beside.ts";
import { notesOfTexts, rowsOutside, shortTexts } from "./texts-around.ts";
import { blocksOf } from "./titled-blocks.ts";
import { findSpanning, readTitles } from "./titles-above.ts";
import { unitSaidBelow, unitsAbovePeriods, unitToldIn, withUnitOfPeriods } from "./units-above.ts";

/** Finds the table of a sheet, and what each of its columns holds. Undefined where there is none. */
export function surveyTable(read: Sheet): TableSurvey | undefined {
  const survey = surveyRows(read);
  const beside = survey && blocksBeside(read, survey);
  const stacked = beside && surveyRows(beside.sheet);
  const tables = stacked && withTablesBeside(stacked, beside, survey);
  if (tables) return tables;
  const below = survey && blocksBelow(read, survey);
  const inOne = below && surveyRows(below.sheet);
  const again = inOne && withTablesBeside(inOne, below, { notes: below.notes, legend: survey.legend });
  if (again) return again;
  const blocks = survey && blocksInTurn(survey);
  const own = blocks && surveyRows(withoutHeads(read, blocks));
  return (own && withBlocks(own, blocks)) ?? survey;
}

/** A table, where headings between its rows are of one level. */
function surveyRows(read: Sheet): TableSurvey | undefined {
  const cells = readCells(read);
  const { sheet } = cells;
  const located = findRows(sheet);
  if (!located) return undefined;
  const { whole, found, none, labels, blocks, outside, ragged } = located;
  const above = withUnitOfHeadings(readTitles(sheet, found), found.columns);
  const said = { ...above, unitAbove: above.unitAbove ?? unitSaidBelow(shortTexts(sheet, outside), above.titles) };
  const notes = notesOfTexts(sheet, found, { titles: said.titles, outside });
  const columns = surveyColumns(sheet, found, { titles: said.titles, notes, labels });
  const kept = surveyPeriods(sheet, columns, found.rows);
  const units = unitsAbovePeriods(sheet, columns, found.rows);
  const { rows, sections, totals } = findApart(sheet, columns, { found, blocks, cells });
  const between = [sections, sections?.blocks].filter((own) => own !== undefined);
  if (rows.length < found.rows.length) takeReadRows(sheet, columns, { rows, kept, sections });
  const spanning = findSpanning(sheet, columns, found.headerRow);
  return withoutNeighbours({
    ...found,
    decimal: cells.decimal,
    parentheses: cells.isInParentheses ? "negative" : undefined,
    noteMarks: cells.behind.marks,
    outOfScale: cells.behind.odd,
    sentinels: cells.sentinels,
    legend: legendIn(sheet, outside),
    notes: shortTexts(sheet, outside),
    notData: [
      ...none.flatMap(({ index, text }) => (columns[index] ? [{ column: columns[index].ref, text }] : [])),
      ...(sections?.blocks?.lines ?? []),
    ],
    beyondSections: sections?.beyond,
    aboveLabels: labels?.none.slice(0, -1).map(({ text }) => text),
    ragged,
    sheet: { ...sheet, columns: [...sheet.columns, ...between.map(({ cells }) => cells)] },
    rows,
    totals: totals ?? sections?.unnamed,
    columns: withDefinitions(
      withoutMetadata(
        [...withNoteNumbers(columns, rows.length), ...besideTable(found), ...between.map(({ column }) => column)].map(
          (column) =>
            sections?.again.has(column.index)
              ? { ...column, kind: "note", isAgain: true }
              : sections?.heads?.label === column.index
                ? { ...column, heads: sections.heads.names }
                : withItsLook(column, columns, { cells, units }),
        ),
      ),
      { sheet, headerRow: found.headerRow },
    ),
    spanning,
    notesBehind: notes,
    ...withUnitOfPeriods(
      { ...said, titles: said.titles.map((text) => notes.get(text) ?? text) },
      { sheet, row: whole.rows[0], columns, headings: whole.columns, spanning },
    ),
  });
}

/** What is said above a table, with the unit that one of its headings says of all figures where nothing above says it. */
function withUnitOfHeadings<T extends Pick<TableSurvey, "unitAbove">>(said: T, headings: readonly string[]): T {
  const [unit, other] = new Set(headings.flatMap((name) => unitToldIn(name) ?? []));
  return said.unitAbove !== undefined || unit === undefined || other !== undefined
    ? said
    : { ...said, unitAbove: unit };
}

/** The cells of a sheet with their figures as plain numbers, and how they were written: each step reads what those before it left. */
function readCells(read: Sheet) {
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
  return { sheet, written: digits, sentinels, durations, looks, isInParentheses, behind, decimal };
}

/** The headings and rows of the table in a sheet, without the rows that are none of its data. Undefined where there is no table. */
function findRows(sheet: Sheet) {
  const located = findHeadings(sheet);
  if (!located) return undefined;
  const { found: whole, ragged } = withoutRagged(
    sheet,
    withoutColumnNumbers(sheet, withoutTexts(sheet, withoutParameters(sheet, located))),
  );
  const outside = rowsOutside(sheet, whole);
  const above = outside.filter((row) => row < (whole.rows[0] ?? 0));
  const labels = labelsBelow(sheet, whole);
  const none = [
    ...(labels?.none ?? []),
    ...rowsOfNone(sheet, { ...whole, titles: textsOfRows(sheet, above) }),
    ...rowsOfNumbersAlone(sheet, whole.rows),
  ];
  const leftOut = new Set(none.map(({ row }) => row));
  const all = leftOut.size > 0 ? { ...whole, rows: whole.rows.filter((row) => !leftOut.has(row)) } : whole;
  const blocks = findBlocks(sheet, all.rows);
  const found = blocks ? { ...all, rows: all.rows.filter((row) => !blocks.own.has(row)) } : all;
  return { whole, found, none, labels, blocks, outside, ragged };
}

/** What each column holds: by its own cells first, then as the others tell. */
function surveyColumns(
  sheet: Sheet,
  found: FoundHeadings,
  {
    titles,
    notes,
    labels,
  }: {
    readonly titles: readonly string[];
    readonly notes: ReadonlyMap<string, string>;
    readonly labels: LabelsBelow | undefined;
  },
): ColumnSurvey[] {
  const heads = indexHeads(found.columns);
  const broken = brokenHeadings(sheet, found);
  const columns = found.columns.map((name, index) => {
    const whole = broken?.get(index) ?? name;
    const plain = labels?.names.get(index) ?? notes.get(whole) ?? whole;
    const isTwin = name === "" || whole !== name || heads.named([name]).length > 1;
    const read = surveyColumn({ sheet, index, name: plain, rows: found.rows, isTwin });
    // What stands over names and says what the figures are told in, is no name of these.
    const isUnit = read.kind !== "figure" && unitToldIn(plain) !== undefined;
    const own = isUnit ? surveyColumn({ sheet, index, name: "", rows: found.rows, isTwin }) : read;
    return own.name === name ? own : { ...own, heading: name, ref: isTwin ? own.ref : name };
  });
  takeKeys(sheet, columns, found.rows);
  takeLabelsWithoutHeadings(sheet, columns, found.rows);
  takeFigures(sheet, columns, found.rows);
  nameRows(columns, { rows: found.rows.length, titles });
  return columns;
}

/** The rows that are read, apart from those that head others, total others, or tell another measure than these. */
function findApart(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  {
    found,
    blocks,
    cells: { written, durations },
  }: {
    readonly found: FoundHeadings;
    readonly blocks: ReturnType<typeof findBlocks>;
    readonly cells: Pick<ReturnType<typeof readCells>, "written" | "durations">;
  },
) {
  const bare = findBareRows(sheet, columns, found.rows);
  const told = bare ? found.rows.filter((row) => !bare.rows.has(row)) : found.rows;
  const sections =
    blocks ??
    findSections(sheet, columns, { ...blocksOf(sheet, found), rows: told }) ??
    findHeadsWithFigures(sheet, columns, told);
  const totals =
    findOtherThanDurations(written, columns, { rows: told, durations }) ??
    findTotals(sheet, columns, told) ??
    findTotalsOfGroups(sheet, columns, told) ??
    bare ??
    findAverages(sheet, columns, told) ??
    findRates(sheet, columns, { rows: told, isSectioned: sections !== undefined });
  const rows = told.filter((row) => !totals?.rows.has(row) && !sections?.rows.has(row));
  return { rows, sections, totals };
}

/** A column of figures with how its cells were written; a note where nobody says what its figures are. */
function withItsLook(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  {
    cells: { looks, durations },
    units,
  }: {
    readonly cells: Pick<ReturnType<typeof readCells>, "looks" | "durations">;
    readonly units: ReturnType<typeof unitsAbovePeriods>;
  },
): ColumnSurvey {
  if (column.kind !== "figure") return column;
  if (isUnnamed(column, columns)) return { ...column, kind: "note", figures: undefined, isUnnamed: true };
  const { index } = column;
  const look = looks.get(index);
  return {
    ...column,
    name: look?.holds === "share" ? withoutShareOfCell(column.name) : column.name,
    ...defined({ look, durations: durations.get(index), unit: units?.[index] }),
  };
}

/** Whether a column of figures has the heading of its group alone, behind others that have one of their own below it: nobody says what it is. */
const isUnnamed = ({ index, name }: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  name !== "" &&
  columns.some((other) => other.index < index && other.name.startsWith(`${name} | `)) &&
  // `All`, below nothing or points, is that of all groups.
  !name.split(" | ").every((part) => isTotal(part) || !/[\p{L}\d]/u.test(part));
