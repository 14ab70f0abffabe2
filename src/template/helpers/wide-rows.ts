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

/**
 * The rows of a chart with two categories and one figure, with one of the categories across: years beside one another
 * instead of a row for each year of each area. Undefined of other rows, and where they would be too wide.
 */
export function wideRows({ columns, rows }: ChartTable): WideRows | undefined {
  const names = columns.filter(({ numeric }) => !numeric);
  const [figures, ...others] = columns.filter(({ numeric }) => numeric);
  const [first, second] = names;
  if (!figures || others.length > 0 || names.length !== 2 || !first || !second) return undefined;
  return (
    turned({ down: first, across: second, figures }, rows) ?? turned({ down: second, across: first, figures }, rows)
  );
}

function turned(
  { down, across, figures }: Pick<WideRows, "down" | "across" | "figures">,
  rows: readonly ChartRow[],
): WideRows | undefined {
  const headings = distinct(rows, across);
  const stubs = distinct(rows, down);
  // What periods begin with is said once, and stands in no heading.
  const letters = headings.join("").length - headings.length * commonPart(headings).length;
  const isNarrow = headings.length <= mostColumns && letters <= mostLetters;
  if (!isNarrow || headings.length < 2 || stubs.length < 2) return undefined;
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

const distinct = (rows: readonly ChartRow[], { id }: ChartColumn): readonly string[] => [
  ...new Set(rows.map((row) => String(row[id] ?? ""))),
];

const keyOf = (down: unknown, across: unknown): string => JSON.stringify([String(down ?? ""), String(across ?? "")]);
