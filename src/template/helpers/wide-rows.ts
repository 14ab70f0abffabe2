import { type ChartColumn, type ChartRow, type ChartTable, commonPart } from "../../charts/index.ts";

/** Rows that a reader can follow: one a category, with a cell for each of the other categories. */
export interface WideRows {
  /** What heads the rows, and what the columns. */
  readonly down: ChartColumn;
  readonly across: ChartColumn;
  readonly figures: ChartColumn;
  /** The categories of the columns, in the order of the rows that they come from. */
  readonly headings: readonly string[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly (ChartRow | undefined)[] }[];
}

/** Most columns of figures, and most letters of their headings: what a page is wide enough for. */
const mostColumns = 12;
const mostLetters = 60;

/** So few columns stand beside their chart, whose lines they are. */
const fewColumns = 4;

/**
 * The rows of a chart with two categories and one figure, with one of the categories across: the second, years beside one another instead of a row for
 * each year of each area, or the first where only its columns are few. Undefined of other rows, and where they would be too wide.
 */
export function wideRows(table: ChartTable): WideRows | undefined {
  const narrow = turnings(table).filter(isNarrow);
  return narrow.find(({ headings }) => headings.length <= fewColumns) ?? narrow[0];
}

/** The same either way round, however wide: the first category down, and the second. */
export function turnings({ columns, rows }: ChartTable): readonly WideRows[] {
  const names = columns.filter(({ numeric }) => !numeric);
  const [figures, ...others] = columns.filter(({ numeric }) => numeric);
  const [first, second] = names;
  if (!figures || others.length > 0 || names.length !== 2 || !first || !second) return [];
  return [
    turned({ down: first, across: second, figures }, rows),
    turned({ down: second, across: first, figures }, rows),
  ].filter((wide) => wide !== undefined);
}

function isNarrow({ headings }: WideRows): boolean {
  // What periods begin with is said once, and stands in no heading.
  const letters = headings.join("").length - headings.length * commonPart(headings).length;
  return headings.length <= mostColumns && letters <= mostLetters;
}

function turned(
  { down, across, figures }: Pick<WideRows, "down" | "across" | "figures">,
  rows: readonly ChartRow[],
): WideRows | undefined {
  const headings = distinct(rows, across);
  const stubs = distinct(rows, down);
  if (headings.length < 2 || stubs.length < 2) return undefined;
  const cells = new Map<string, ChartRow>();
  for (const row of rows) {
    const key = keyOf(row[down.id], row[across.id]);
    // Two figures of one cell are no table.
    if (cells.has(key)) return undefined;
    cells.set(key, row);
  }
  return {
    down,
    across,
    figures,
    headings,
    rows: stubs.map((heading) => ({ heading, cells: headings.map((each) => cells.get(keyOf(heading, each))) })),
  };
}

/** Some of its columns, with all of its rows. */
export const columnsOf = (wide: WideRows, from: number, to: number): WideRows => ({
  ...wide,
  headings: wide.headings.slice(from, to),
  rows: wide.rows.map(({ heading, cells }) => ({ heading, cells: cells.slice(from, to) })),
});

/**
 * How many columns to set beside one another so that there are fewest blocks of them, all of about one size. Undefined where not even one fits.
 * @param fits whether columns from one to before another do.
 */
export function columnsOfBlock(columns: number, fits: (from: number, to: number) => boolean): number | undefined {
  for (let blocks = Math.ceil(columns / mostColumns); blocks <= columns; blocks += 1) {
    const size = Math.ceil(columns / blocks);
    const starts = Array.from({ length: Math.ceil(columns / size) }, (_, index) => index * size);
    if (starts.every((from) => fits(from, Math.min(columns, from + size)))) return size;
  }
  return undefined;
}

const distinct = (rows: readonly ChartRow[], { id }: ChartColumn): readonly string[] => [
  ...new Set(rows.map((row) => String(row[id] ?? ""))),
];

const keyOf = (down: unknown, across: unknown): string => JSON.stringify([String(down ?? ""), String(across ?? "")]);
