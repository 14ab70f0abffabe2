import { createCellParser, periodReadings } from "../dataset/index.ts";
import { cellText, type Sheet, type SheetCell } from "../tables/index.ts";
import { findHeadings } from "./find-headings.ts";

/** What a column holds, as far as its cells tell. */
export type ColumnKind = "period" | "label" | "figure" | "code" | "note" | "vintage" | "blank";

export interface ColumnSurvey {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  readonly kind: ColumnKind;
  /** Different texts, blank ones left out. */
  readonly texts: readonly string[];
  /** Cells that hold anything. */
  readonly filled: number;
  /** Of a column of figures. */
  readonly figures: FigureSurvey | undefined;
}

export interface FigureSurvey {
  /** Of all numbers. */
  readonly isWhole: boolean;
  readonly hasNegative: boolean;
  readonly hasPercent: boolean;
  /** Cells with a whole number from 1 to 9. */
  readonly small: number;
  readonly largest: number;
  /** Texts that are no numbers and no usual markers, and how many cells hold each. */
  readonly unknown: ReadonlyMap<string, number>;
  /** The usual markers and empty cells. */
  readonly gaps: number;
}

/** A table as it is found in a sheet, before anybody says what it means. */
export interface TableSurvey {
  readonly sheet: Sheet;
  /** The row of the headings, or the first and the last of them. */
  readonly headerRow: number | readonly [first: number, last: number];
  readonly columns: readonly ColumnSurvey[];
  /** Indices of the sheet's rows. */
  readonly rows: Uint32Array;
  /** Rows above the headings and below the table that hold anything. */
  readonly above: number;
  readonly below: number;
}

/** Finds the table of a sheet, and what each of its columns holds. Undefined where there is none. */
export function surveyTable(sheet: Sheet): TableSurvey | undefined {
  const found = findHeadings(sheet);
  if (!found) return undefined;
  const columns = found.columns.map((name, index) => surveyColumn({ sheet, index, name, rows: found.rows }));
  return { sheet, headerRow: found.headerRow, columns, rows: found.rows, above: found.above, below: found.below };
}

interface ColumnInput {
  readonly sheet: Sheet;
  readonly index: number;
  readonly name: string;
  readonly rows: Uint32Array;
}

const parser = createCellParser({
  markers: { c: "suppressed", "~": "suppressed", ":": "unavailable", x: "unavailable" },
});
const usual = createCellParser();
const anyMeasure = { label: "", unit: { one: "", other: "" }, statType: "mean" } as const;

function surveyColumn({ sheet, index, name, rows }: ColumnInput): ColumnSurvey {
  const column = sheet.columns[index];
  const counts = new Map<number, number>();
  for (const row of rows) {
    const code = column?.codes[row] ?? 0;
    if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const cells = [...counts].map(([code, count]) => ({ cell: column?.values[code] ?? null, count }));
  const texts = [...new Set(cells.map(({ cell }) => cellText(cell).trim()))];
  const filled = cells.reduce((sum, { count }) => sum + count, 0);
  const kind = kindOf(name, { cells, texts, filled });
  return {
    index,
    name,
    kind,
    texts,
    filled,
    figures: kind === "figure" ? figuresOf(cells, rows.length - filled) : undefined,
  };
}

interface Cells {
  readonly cells: readonly { readonly cell: SheetCell; readonly count: number }[];
  readonly texts: readonly string[];
  readonly filled: number;
}

const periodName = /\b(?:years?|periods?|dates?|months?|quarters?|time|weeks?|fy|season)\b|^yr$|blwyddyn|dyddiad/iu;
const codeName =
  /(?:^|[\W_])(?:codes?|id|gss|ons|fips|iso\d?|nuts\d?|cd|lat|long?|lng|latitude|longitude|rownames?|uuid|ref)(?:$|[\W_])|\d{2}cd$|^x$|^y$/iu;
const noteName = /\b(?:notes?|comments?|remarks?|footnotes?|flags?|description|url|link)\b/iu;
const vintageName = /\b(?:published|publication|released?|vintage|updated)\b/iu;
const groupName = /\b(?:age|ages|band|decile|quintile|quartile|grade|class|ward|year group|rank)\b/iu;

function kindOf(heading: string, { cells, texts, filled }: Cells): ColumnKind {
  const name = wordsOf(heading);
  if (filled === 0) return "blank";
  if (noteName.test(name)) return "note";
  if (vintageName.test(name) && texts.every((text) => /^\d{4}(?:-\d{2}){0,2}$/u.test(text))) return "vintage";
  const isCode = texts.every((text) => /^[A-Z]{1,3}\d{2,9}$/u.test(text)) || codeName.test(name);
  if (isCode) return "code";
  if (name === "" && texts.length === filled) return "code";
  const numbers = cells.filter(({ cell }) => parser.isFigure(cell) && /\d/u.test(cellText(cell)));
  const numeric = numbers.reduce((sum, { count }) => sum + count, 0);
  const figures = cells.filter(({ cell }) => parser.isFigure(cell)).reduce((sum, { count }) => sum + count, 0);
  const isPeriods = texts.filter((text) => periodReadings(text).length > 0).length >= 0.9 * texts.length;
  const isYears = texts.every((text) => /^(?:19|20)\d{2}$/u.test(text));
  if (isPeriods && (numeric === 0 || periodName.test(name) || (isYears && texts.length < filled))) return "period";
  if (numeric > 0 && figures >= 0.7 * filled && !groupName.test(name)) return "figure";
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return length > 60 ? "note" : "label";
}

function figuresOf(cells: Cells["cells"], blank: number): FigureSurvey {
  const unknown = new Map<string, number>();
  let [isWhole, hasNegative, hasPercent, small, largest, gaps] = [true, false, false, 0, 0, blank];
  for (const { cell, count } of cells) {
    const parsed = usual(cell, anyMeasure);
    const text = cellText(cell).trim();
    if (text.includes("%")) hasPercent = true;
    if (typeof parsed === "string") unknown.set(text, (unknown.get(text) ?? 0) + count);
    else if (parsed.cell.state === "value") {
      const { value } = parsed.cell;
      isWhole &&= Number.isInteger(value);
      hasNegative ||= value < 0;
      if (Number.isInteger(value) && value >= 1 && value <= 9) small += count;
      largest = Math.max(largest, value);
    } else gaps += count;
  }
  return { isWhole, hasNegative, hasPercent, small, largest, unknown, gaps };
}

/** `areaType`, `area_type` and `AREA TYPE` are two words. */
export const wordsOf = (name: string): string =>
  name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/[_|]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
