import * as z from "zod";
import { categoriesNamed, type Dataset, isInSentence } from "../../dataset/index.ts";
import { checkShape, createDiagnostics, type DiagnosticDetails } from "../../diagnostics/index.ts";
import type { Claim } from "../result/claim.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import { countFromOneEnd } from "./count-from-one-end.ts";
import type { ClaimEvaluator } from "./evaluate-claims.ts";

/** What a row is about: a `Category` or a `Period` does as it is. */
export interface TableRowSpec {
  readonly id: string;
  readonly label: string;
}

/** A table whose every cell is a claim. */
export interface TableSpec<Row extends TableRowSpec = TableRowSpec> {
  /** A small template, as the briefing's title is: `Offences by year, {{area.label}}`. */
  readonly caption: string;
  /** Heading of the column of row headings. */
  readonly rowHeader: string;
  readonly rows: readonly Row[];
  readonly columns: Readonly<Record<string, TableColumnSpec<Row>>>;
  /** Id of the row that the briefing is about. */
  readonly highlight?: string;
  /** Orders the rows by a column's figure; rows without one come last. Default: as given. */
  readonly sort?: { readonly by: string; readonly order: "ascending" | "descending" };
}

/** A column of a table of claims: its heading, and the claim of the cell in each row. */
export interface TableColumnSpec<Row extends TableRowSpec = TableRowSpec> {
  /** A text, or a period or category of a dataset, whose label is the heading. */
  readonly header: string | TableRowSpec;
  cell(row: Row): ClaimSpec;
  /** Which of the claim's words the cell prints. Default `value`. */
  readonly show?: ShownWords;
  /**
   * A bar beside each figure, all of the column on one scale that begins at zero: a ranking that needs no chart. What has no figure
   * has no bar. Default false.
   */
  readonly bars?: boolean;
}

/** `value` and `signed` are figures, and stand at the right of their column. */
type ShownWords = "value" | "signed" | "phrase" | "change";

/** Lets the compiler see what the rows are, so that `cell` gets a `Category` or a `Period` rather than an id and a label. */
export function table<const Row extends TableRowSpec>(spec: TableSpec<Row>): TableSpec {
  return spec as TableSpec;
}

const rowSchema = z.looseObject({ id: z.string(), label: z.string() });

/** The shape of a `TableSpec`. */
const tableSchema = z.strictObject({
  caption: z.string(),
  rowHeader: z.string(),
  rows: z.array(rowSchema),
  columns: z.record(
    z.string(),
    z.strictObject({
      header: z.union([z.string(), rowSchema]),
      cell: z.custom((value) => typeof value === "function", "has to be a function of a row that gives a claim"),
      show: z.enum(["value", "signed", "phrase", "change"]).optional(),
      bars: z.boolean().optional(),
    }),
  ),
  highlight: z.string().optional(),
  sort: z.strictObject({ by: z.string(), order: z.enum(["ascending", "descending"]) }).optional(),
});

/** An evaluated table: traced, rounded and hidden as any other figure. */
export interface ClaimTable {
  readonly id: string;
  readonly caption: string;
  readonly rowHeader: string;
  readonly columns: readonly ClaimTableColumn[];
  readonly rows: readonly ClaimTableRow[];
}

export interface ClaimTableColumn {
  readonly id: string;
  readonly header: string;
  /** The header is a label of a dataset, not the author's words. */
  readonly fromData: boolean;
  readonly show: ShownWords;
  /** A bar stands beside each figure. */
  readonly bars: boolean;
}

export interface ClaimTableRow {
  readonly id: string;
  readonly header: string;
  /** The header is a label of a dataset, not the author's words. */
  readonly fromData: boolean;
  /** The row that the briefing is about. */
  readonly highlight: boolean;
  /** One a column. */
  readonly cells: readonly Claim[];
}

/**
 * Evaluates a table, cell by cell.
 * @throws BriefingError with every cell whose claim cannot be evaluated.
 */
export function evaluateTable<Row extends TableRowSpec>(
  id: string,
  spec: TableSpec<Row>,
  evaluator: ClaimEvaluator,
): ClaimTable {
  checkShape(spec, tableSchema, { code: "invalid-table", what: "The table", source: { id } });
  const diagnostics = createDiagnostics();
  const columns = Object.entries(spec.columns);
  const rows = spec.rows.map((row): ClaimTableRow => {
    const cells: Claim[] = [];
    for (const [column, { cell, show = "value" }] of columns) {
      const claim = diagnostics.collect(() => {
        const spec = cell(row);
        const told = show === "value" || show === "signed" ? countFromOneEnd(spec) : spec;
        return evaluator.evaluate(`${id}.${row.id}.${column}`, told, "table");
      });
      if (claim) cells.push(claim);
    }
    return {
      id: row.id,
      header: row.label,
      fromData: isLabel(row.label, evaluator.datasets),
      highlight: row.id === spec.highlight,
      cells,
    };
  });
  if (spec.sort && !(spec.sort.by in spec.columns)) {
    diagnostics.error({
      code: "unknown-column",
      message: `The table is sorted by "${spec.sort.by}", which is not one of its columns.`,
      source: { id },
    });
  }
  const sorted = columns.findIndex(([column]) => column === spec.sort?.by);
  if (rows.some(({ cells }) => cells[sorted]?.ownPeriod)) {
    diagnostics.error({
      code: "mixed-periods",
      message: `The table is sorted by "${spec.sort?.by}", whose figures are each of an area's own period.`,
      hint: 'Sort it by figures of one period: "latest".',
      source: { id },
    });
  }
  for (const [index, [column, { show = "value", bars = false }]] of columns.entries()) {
    const problem = bars ? whyNoBars(rows, index, show) : undefined;
    if (problem) diagnostics.error({ ...problem, source: { id: `${id}.${column}` } });
  }
  diagnostics.throwIfErrors();
  return {
    id,
    caption: spec.caption,
    rowHeader: spec.rowHeader,
    columns: columns.map(([column, { header, show = "value", bars = false }]) => ({
      id: column,
      header: typeof header === "string" ? header : header.label,
      fromData: isLabel(typeof header === "string" ? header : header.label, evaluator.datasets),
      show,
      bars,
    })),
    rows: spec.sort
      ? sortRows(
          rows,
          columns.findIndex(([column]) => column === spec.sort?.by),
          spec.sort.order,
        )
      : rows,
  };
}

/** Why figures of a column may not be drawn on one scale: bars compare what is of one kind, unit, measure and moment. */
function whyNoBars(
  rows: readonly ClaimTableRow[],
  index: number,
  show: ShownWords,
): Pick<DiagnosticDetails, "code" | "message" | "hint"> | undefined {
  const cells = rows.flatMap(({ cells }) => cells[index] ?? []);
  const units = new Set(cells.flatMap(({ figure }) => figure?.unit ?? []));
  const measures = new Set(
    cells.flatMap(({ evidence }) => evidence.map(({ dataset, observation }) => `${dataset}: ${observation.measure}`)),
  );
  const hint = "Leave `bars` out of this column, or give it figures of one measure and unit.";
  const unlike = (why: string) => ({ code: "unlike-bars" as const, message: `The column has bars, and ${why}.`, hint });
  if (show !== "value" && show !== "signed") return unlike("shows words in place of figures");
  if (units.has("position")) return unlike("its figures are places in an order, of which the lowest is the first");
  if (units.size > 1) return unlike(`its figures are in several units: ${[...units].join(", ")}`);
  if (measures.size > 1 && new Set(cells.map(({ kind }) => kind)).size > 1)
    return unlike("its figures are of several measures");
  if (cells.some(({ ownPeriod }) => ownPeriod))
    return {
      code: "mixed-periods",
      message: "The column has bars, and its figures are each of an area's own period.",
      hint: 'Ask for figures of one period: "latest".',
    };
  return undefined;
}

/** Whether a text is the label of a category or period that a dataset holds, whatever object it was taken from. */
function isLabel(text: string, datasets: ReadonlyMap<string, Dataset>): boolean {
  return categoriesNamed(text, datasets).some((category) => text === category.label || isInSentence(text, category));
}

function sortRows(
  rows: readonly ClaimTableRow[],
  column: number,
  order: "ascending" | "descending",
): readonly ClaimTableRow[] {
  const sign = order === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [sortKey(a.cells[column]), sortKey(b.cells[column])];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  });
}

/** A range stands by its middle. */
function sortKey(cell: Claim | undefined): number | undefined {
  const { value = null, bounds } = cell?.figure ?? {};
  return value ?? (bounds && (bounds.low + bounds.high) / 2);
}

/** The cells of tables, in their order. */
export const tableCells = (tables: ReadonlyMap<string, ClaimTable>): readonly Claim[] =>
  [...tables.values()].flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
