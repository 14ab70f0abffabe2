import { columnLetters, type Problems } from "../../diagnostics/index.ts";
import { cellText } from "../../tables/index.ts";
import { allRows } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import type { TableColumn } from "../raw-table.ts";
import { headsTogether, isPartlyWide, purposeOf, toldBy } from "./column-names.ts";
import { createHeadReader } from "./hole-pattern.ts";
import { findColumn } from "./locate-table.ts";
import { type Headings, missingColumn } from "./missing-column.ts";
import { createNameTest } from "./names.ts";

interface Filling {
  readonly headings: Headings;
  /** Of each row, its number as a spreadsheet has it. */
  readonly rowNumbers: Uint32Array;
  readonly spec: DatasetSpec;
  readonly problems: Problems;
}

interface Filled {
  /** The columns of the table, then one a dimension that no column of its own tells. */
  readonly cells: readonly TableColumn[];
  /** Indices of the rows that are no headings between the others. */
  readonly rows: Uint32Array;
  /** Which of the columns a dimension has. */
  readonly headings: Readonly<Record<string, number>>;
}

/** Gives each row what stands above it, labels that are not repeated and headings between rows, and what its cells tell together. */
export function fillColumns(cells: readonly TableColumn[], filling: Filling): Filled {
  const repeated = withHeadings(cells, filling);
  const told = toldTogether(repeated.cells, filling);
  const width = repeated.cells.length;
  return {
    cells: [...repeated.cells, ...told.map(({ column }) => column)],
    rows: told.reduce(
      (rows, { column, isWanted }) => (isWanted ? rows.filter((row) => column.codes[row] !== 0) : rows),
      repeated.rows,
    ),
    headings: {
      ...repeated.headings,
      ...Object.fromEntries(told.map(({ dimension }, index) => [dimension, width + index])),
    },
  };
}

interface ToldTogether {
  readonly dimension: string;
  readonly column: TableColumn;
  /** Whether rows without a name there are not read. */
  readonly isWanted?: boolean;
}

/** The columns of dimensions that several columns tell, or the number of the row. */
function toldTogether(
  cells: readonly TableColumn[],
  { headings, rowNumbers, spec, problems }: Filling,
): readonly ToldTogether[] {
  return toldBy(spec).flatMap(([dimension, dimensionLayout]): readonly ToldTogether[] => {
    if (typeof dimensionLayout !== "object") return [];
    const kinds = ["joined", "rowNumber", "firstOf", "inTurn"];
    if (!kinds.some((kind) => kind in dimensionLayout)) return [];
    const columns = new Map<string, TableColumn>();
    const wide = isPartlyWide(spec, dimension) ? dimension : undefined;
    const heads = headsTogether(dimensionLayout, wide);
    for (const head of heads) {
      const index = findColumn(headings.columns, [head]);
      const column = index === undefined ? undefined : cells[index];
      if (column) columns.set(head, column);
      else problems.error(`joined ${head}`, missingColumn(headings, head, purposeOf(dimension)));
    }
    if (columns.size < new Set(heads).size) return [];
    if ("inTurn" in dimensionLayout) {
      const [of] = columns.values();
      return of ? [{ dimension, column: columnOf(textsInTurn(dimensionLayout.inTurn, of)), isWanted: true }] : [];
    }
    const texts = Array.from(rowNumbers, (number, row) =>
      "firstOf" in dimensionLayout
        ? firstText(heads, columns, row)
        : "joined" in dimensionLayout
          ? joinedText(dimensionLayout.joined, { columns, row, wide })
          : "rowNumber" in dimensionLayout
            ? numberedText(dimensionLayout.rowNumber, columns, { row, number })
            : "",
    );
    return [{ dimension, column: columnOf(texts) }];
  });
}

const partOf = (columns: ReadonlyMap<string, TableColumn>, head: string, row: number): string => {
  const column = columns.get(head.trim());
  return cellText(column?.values[column.codes[row] ?? 0] ?? null).trim();
};

/** What the first of several columns says that says anything. */
function firstText(heads: readonly string[], columns: ReadonlyMap<string, TableColumn>, row: number): string {
  for (const head of heads) {
    const text = partOf(columns, head, row);
    if (text !== "") return text;
  }
  return "";
}

interface JoinedParts {
  readonly columns: ReadonlyMap<string, TableColumn>;
  readonly row: number;
  /** The part that headings tell, which stays in braces. */
  readonly wide: string | undefined;
}

/** Blank where any of its parts is. */
function joinedText(joined: string, { columns, row, wide }: JoinedParts): string {
  let isWhole = true;
  const text = joined.replaceAll(/\{([^{}]+)\}/gu, (whole, head: string) => {
    if (head === wide) return whole;
    const part = partOf(columns, head, row);
    if (part === "") isWhole = false;
    return part;
  });
  return isWhole ? text : "";
}

/** The name of each row by its turn among those that have the same in a column, or nothing; "" of rows beyond the last. */
function textsInTurn(names: readonly string[], { codes }: TableColumn): readonly string[] {
  let turn = 0;
  return Array.from(codes, (code, row) => {
    turn = row === 0 || (code !== 0 && code !== codes[row - 1]) ? 0 : turn + 1;
    return names[turn] ?? "";
  });
}

/** A row without a name has its number. */
const numberedText = (
  pattern: string,
  columns: ReadonlyMap<string, TableColumn>,
  { row, number }: { readonly row: number; readonly number: number },
): string =>
  pattern
    .replaceAll(/\{([^{}]*)\}/gu, (_, head: string) => (head === "" ? String(number) : partOf(columns, head, row)))
    .trim();

function columnOf(texts: readonly string[]): TableColumn {
  const values: (string | null)[] = [null];
  const known = new Map<string, number>([["", 0]]);
  const codes = Uint32Array.from(texts, (text) => {
    const code = known.get(text) ?? values.push(text) - 1;
    known.set(text, code);
    return code;
  });
  return { values, codes };
}

function withHeadings(cells: readonly TableColumn[], { headings, rowNumbers, spec, problems }: Filling): Filled {
  const { layout = {} } = spec;
  const filled = [...cells];
  for (const name of layout.fillDown ?? []) {
    const index = findColumn(headings.columns, [name]);
    const column = index === undefined ? undefined : cells[index];
    if (index === undefined || !column)
      problems.error(`fill ${name}`, missingColumn(headings, name, "layout.fillDown"));
    else filled[index] = { values: column.values, codes: fillDown(column.codes) };
  }
  const headingDimensions = toldBy(spec).flatMap(([dimension, dimensionLayout]) => {
    if (typeof dimensionLayout !== "object" || !("heading" in dimensionLayout)) return [];
    const index = findColumn(headings.columns, [dimensionLayout.heading]);
    const column = index === undefined ? undefined : cells[index];
    const { heading, pattern, blank, ends, names } = dimensionLayout;
    const read = createHeadReader(pattern);
    const isLeftOut = createNameTest([layout.rows?.except?.[heading] ?? []].flat().filter((text) => text !== ""));
    const isNamed = names && createNameTest(names);
    const isHeading = (text: string) => (isLeftOut(text) || isNamed?.(text) === false ? undefined : read(text));
    if (column) return { dimension, column, isHeading, blank, ends, names, joins: pattern === undefined };
    problems.error(
      `heading ${dimensionLayout.heading}`,
      missingColumn(headings, dimensionLayout.heading, purposeOf(dimension)),
    );
    return [];
  });
  const height = cells[0]?.codes.length ?? 0;
  const all = allRows({ length: height });
  if (headingDimensions.length === 0) return { cells: filled, rows: all, headings: {} };
  const values = headingDimensions.map(({ blank }): (string | null)[] => [
    null,
    ...(blank === undefined ? [] : [blank]),
  ]);
  const codes = headingDimensions.map(() => new Uint32Array(height));
  const unheaded = headingDimensions.map(({ blank }): number => (blank === undefined ? 0 : 1));
  const current = [...unheaded];
  /** The heading right above, of a row that is one. */
  const above = headingDimensions.map((): string | undefined => undefined);
  /** Ends the headings that hold up to an empty row, below one. */
  const endAtBlank = (row: number): void => {
    if (row === 0 || (rowNumbers[row] ?? 0) - (rowNumbers[row - 1] ?? 0) <= 1) return;
    for (const [index, { ends }] of headingDimensions.entries())
      if (ends !== undefined) current[index] = unheaded[index] as number;
  };
  // What is left out says nothing of a row, its name in another language, say; but for the headings that stand there.
  const isIgnored = createNameTest(layout.ignore ?? []);
  const ofHeadings = new Set(headingDimensions.map(({ column }) => column));
  const counted = cells.filter(
    (column, index) =>
      ofHeadings.has(column) ||
      (!isIgnored(`#${columnLetters(index + 1)}`) && !isIgnored(headings.columns[index] ?? "")),
  );
  const rows = all.filter((row) => {
    endAtBlank(row);
    const isAlone = counted.filter((column) => column.codes[row] !== 0).length === 1;
    for (const [index, { column, isHeading, joins, names }] of headingDimensions.entries()) {
      if (!isAlone && names === undefined) continue;
      const own =
        column.codes[row] === 0 ? undefined : isHeading(cellText(column.values[column.codes[row] as number] ?? null));
      if (own === undefined) continue;
      const text = joins && above[index] !== undefined ? `${above[index]}: ${own}` : own;
      above.fill(undefined);
      above[index] = text;
      current[index] = (values[index] as (string | null)[]).push(text) - 1;
      if (isAlone) return false;
    }
    above.fill(undefined);
    for (const [index, own] of codes.entries()) own[row] = current[index] as number;
    return true;
  });
  return {
    cells: [
      ...filled,
      ...headingDimensions.map((_, index) => ({ values: values[index] ?? [], codes: codes[index] as Uint32Array })),
    ],
    rows,
    headings: Object.fromEntries(headingDimensions.map(({ dimension }, index) => [dimension, cells.length + index])),
  };
}

function fillDown(codes: Uint32Array): Uint32Array {
  const filled = codes.slice();
  for (let row = 1; row < filled.length; row += 1) if (filled[row] === 0) filled[row] = filled[row - 1] as number;
  return filled;
}
