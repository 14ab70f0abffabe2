import { defined } from "../../diagnostics/index.ts";
import { cellText, type Sheet, type SheetCell } from "../../tables/index.ts";
import { largestOf } from "../extremes.ts";
import { beyondSections } from "./beyond-sections.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { areNamesAmong } from "./names-among.ts";
import { type Blocks, type TitledBlocks, titledBlocks, unnamedSection } from "./titled-blocks.ts";

/**
 * Headings between rows: `North`, alone in its row, then the rows of the North. They become a column of their own, beyond those of the
 * sheet. What rows above the first of them are of has no name.
 */
export function findSections(
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
  const longest = largestOf(
    [...own].filter((row) => !titled.has(row)).map((row) => textIn(row).length),
    0,
  );
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
  const beyond = beyondSections(sheet, columns, { rows, own, label, areTitles, endsAtBlank });
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
    filled: rows.length - own.size - beyond.length,
    figures: undefined,
    ...defined({ endsAtBlank: endsAtBlank || undefined }),
  };
  return {
    again,
    rows: new Set([...own, ...unnamed, ...beyond]),
    beyond: beyond.map((row) => ({ column: label.ref, text: textIn(row) })),
    column,
    cells: { column: sheet.columns.length + 1, values, codes },
    unnamed: unnamed.length > 0 ? { column: label.ref, texts: [""], rows: new Set(unnamed) } : undefined,
    blocks,
  };
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

/** Headings between rows, as a column of their own. */
export interface FoundSections {
  /** Columns that say the same once more. */
  readonly again: ReadonlySet<number>;
  readonly rows: ReadonlySet<number>;
  /** Rows behind those of a heading that are none of its, and are left out. */
  readonly beyond?: TableSurvey["beyondSections"];
  readonly column: ColumnSurvey;
  readonly cells: Sheet["columns"][number];
  readonly unnamed: (TableSurvey["totals"] & { readonly rows: ReadonlySet<number> }) | undefined;
  /** Rows that head others and have figures of their own, and the column of their names. */
  readonly heads?: { readonly label: number; readonly names: readonly string[] };
  /** What the titles of blocks say, where others of these headings stand within each block. */
  readonly blocks?: TitledBlocks | undefined;
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

/** A text that is longer is no heading between rows. */
const longestNote = 100;
