import { findRagged, periodReadings } from "../../dataset/index.ts";
import { cellAt, cellText, type Sheet, type SheetCell } from "../../tables/index.ts";
import type { ColumnSurvey, RaggedSurvey } from "./column-survey.ts";
import { figuresAmong } from "./figure-cells.ts";
import type { FoundHeadings } from "./found-headings.ts";
import { cellParser, longestLabel, surveyColumn } from "./survey-column.ts";

/** A table without the texts below it that stand where its figures do. */
export function withoutTexts(sheet: Sheet, found: FoundHeadings): FoundHeadings {
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
 * A table without what follows below an empty row and a word with a colon, `Bounds:`, where no row of that has anything in the column of names that all rows above have:
 * limits or weights that the figures were worked out with.
 */
export function withoutParameters(sheet: Sheet, found: FoundHeadings): FoundHeadings {
  // Each different cell is looked at once: most tables have no such word.
  if (!sheet.columns.some(({ values }) => values.some((cell) => wordWithColon.test(cellText(cell).trim()))))
    return found;
  const rows = [...found.rows].filter((row) => sheet.columns.some(({ codes }) => codes[row] !== 0));
  const isAfterGap = (at: number) => at > 0 && (rows[at] as number) > (rows[at - 1] as number) + 1;
  const saysWhat = (row: number) => sheet.columns.some((column) => wordWithColon.test(textOf(column, row)));
  const start = rows.findIndex((row, at) => isAfterGap(at) && saysWhat(row));
  if (start < fewestNamed) return found;
  const [above, below] = [rows.slice(0, start), rows.slice(start)];
  const isNamed = sheet.columns.some(
    (column) =>
      above.every((row) => /\p{L}{2}/u.test(textOf(column, row))) &&
      below.every((row) => textOf(column, row) === "" || !hasFigures(sheet, row)),
  );
  return isNamed
    ? {
        ...found,
        rows: Uint32Array.from(above),
        lastRow: sheet.rowNumbers[above.at(-1) as number],
        below: found.below + below.length,
      }
    : found;
}
const wordWithColon = /^\p{Lu}[\p{L} ]{2,}:$/u;
/** So many rows with a name each are a table. */
const fewestNamed = 4;
const textOf = ({ codes, values }: Sheet["columns"][number], row: number): string =>
  cellText(values[codes[row] ?? 0] ?? null).trim();
/** Whether a row has several figures; the number of a note is one. */
const hasFigures = (sheet: Sheet, row: number): boolean =>
  sheet.columns.filter((column) => cellParser.isFigure(textOf(column, row)) && textOf(column, row) !== "").length > 1;

/** So many numbers of columns are no figures of a row that has lost its name; so few of them skip any. */
const [fewestColumns, mostlyInTurn] = [8, 0.9];

/** A table without the last row where that has no name, as all others have, and numbers its columns from left to right, for formulas that look them up. */
export function withoutColumnNumbers(sheet: Sheet, found: FoundHeadings): FoundHeadings {
  const [row, before] = [found.rows.at(-1), found.rows.at(-2)];
  if (row === undefined || before === undefined) return found;
  const textAt = (own: number, { codes, values }: Sheet["columns"][number]) =>
    cellText(values[codes[own] ?? 0] ?? null).trim();
  const texts = sheet.columns.map((column) => textAt(row, column));
  const numbers = texts.filter((text) => text !== "").map((text) => (/^\d+$/u.test(text) ? Number(text) : Number.NaN));
  const [first = Number.NaN] = numbers;
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] as number));
  const areInTurn = steps.filter((step) => step === 1).length >= steps.length * mostlyInTurn;
  if (numbers.length < fewestColumns || !(first < numbers.length) || !areInTurn) return found;
  const isOfFigures = (own: number) => sheet.columns.some((column) => cellParser.isFigure(textAt(own, column)));
  const named = found.rows.subarray(0, -1).filter(isOfFigures);
  const hasNames = sheet.columns.some(
    (column, at) => texts[at] === "" && named.every((own) => textAt(own, column) !== ""),
  );
  return hasNames
    ? { ...found, rows: found.rows.slice(0, -1), lastRow: sheet.rowNumbers[before], below: found.below + 1 }
    : found;
}

/**
 * Rows with more or fewer fields than the header are read where each of their cells is of the kind of its column, and a comma too many
 * can stand in the last column alone, which holds texts. Else they are left out.
 */
export function withoutRagged(
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
