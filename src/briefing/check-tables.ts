import type { Claim, ClaimTable } from "../claims/index.ts";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import {
  type CategoryNames,
  checkFigureRows,
  claimFigure,
  type FigureRow,
  type TracedFigure,
} from "../tracing/index.ts";
import { misplacedFigure } from "./misplaced-figure.ts";

const rowHint = "Let `cell` use the row that it is given, and take `rows` from the dataset: periods(), categories(…).";
const columnHint = "Let `cell` use the period or category that the column's `header` names.";

export type CheckTables = (tables: ReadonlyMap<string, ClaimTable>) => readonly DiagnosticDetails[];

/**
 * Makes what finds tables of claims whose headings name another area or period than that of their figures. A table of all areas
 * is the same in each briefing of a batch: what was found in the last one of an id is told again while its headings and claims are.
 */
export function createTableCheck(names: CategoryNames): CheckTables {
  const last = new Map<string, { readonly table: ClaimTable; readonly found: readonly DiagnosticDetails[] }>();
  return (tables) =>
    [...tables.values()].flatMap((table) => {
      const before = last.get(table.id);
      if (before && saysTheSame(before.table, table)) return before.found;
      const found = checkTable(table, names);
      last.set(table.id, { table, found });
      return found;
    });
}

/** Whether two tables of one id have the same claims under the same headings. Claims are told apart by their identity. */
function saysTheSame(a: ClaimTable, b: ClaimTable): boolean {
  if (a.rowHeader !== b.rowHeader || a.columns.length !== b.columns.length || a.rows.length !== b.rows.length)
    return false;
  for (const [at, { header }] of a.columns.entries()) if (header !== b.columns[at]?.header) return false;
  for (const [at, row] of a.rows.entries()) {
    const other = b.rows[at];
    if (row.header !== other?.header || !areTheSame(row.cells, other.cells)) return false;
  }
  return true;
}

function areTheSame(a: readonly Claim[], b: readonly Claim[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function checkTable(table: ClaimTable, names: CategoryNames): readonly DiagnosticDetails[] {
  const check = (rows: readonly FigureRow[], hint: string) =>
    // A table of changes sets periods beside one another on purpose: its headings say so.
    checkFigureRows(rows, { names, timeDimensions: new Set() }).found.map((found) =>
      misplacedFigure(found, { names, what: "The table's headings", hint, source: { id: table.id } }),
    );
  const figures = table.rows.map(({ cells }) =>
    cells.map((claim) => claimFigure(claim, claim.figure?.rounded ?? null)),
  );
  return [...check(rowsOf(table, figures), rowHint), ...check(columnsOf(table, figures), columnHint)];
}

/** Of each row of a table the figures of its cells. */
type TableFigures = readonly (readonly TracedFigure[])[];

const rowsOf = ({ rows, columns, rowHeader }: ClaimTable, figures: TableFigures): readonly FigureRow[] =>
  rows.map(({ header, cells }, row) => ({
    texts: new Map([[rowHeader, header]]),
    hasGaps: cells.some(({ absence }) => absence !== null),
    figures: new Map((figures[row] ?? []).map((figure, index) => [`column ${columns[index]?.header}`, [figure]])),
  }));

const columnsOf = ({ rows, columns }: ClaimTable, figures: TableFigures): readonly FigureRow[] =>
  columns.map(({ header }, index) => ({
    texts: new Map([["header", header]]),
    hasGaps: rows.some((row) => (row.cells[index]?.absence ?? null) !== null),
    figures: new Map(
      rows.flatMap(({ header }, row) => {
        const figure = figures[row]?.[index];
        return figure ? [[`row ${header}`, [figure]] as const] : [];
      }),
    ),
  }));
