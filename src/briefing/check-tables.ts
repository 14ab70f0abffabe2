import type { ClaimTable } from "../claims/index.ts";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import {
  type CategoryNames,
  checkFigureRows,
  claimFigure,
  type FigureRow,
  type TracedFigure,
} from "../tracing/index.ts";
import { misplacedFigure } from "./misplaced-figure.ts";

interface CheckTablesOptions {
  readonly names: CategoryNames;
}

const rowHint = "Let `cell` use the row that it is given, and take `rows` from the dataset: periods(), categories(…).";
const columnHint = "Let `cell` use the period or category that the column's `header` names.";

/** Tables of claims whose headings name another area or period than that of their figures. */
export function checkTables(
  tables: ReadonlyMap<string, ClaimTable>,
  { names }: CheckTablesOptions,
): readonly DiagnosticDetails[] {
  return [...tables.values()].flatMap((table) => {
    const check = (rows: readonly FigureRow[], hint: string) =>
      // A table of changes sets periods beside one another on purpose: its headings say so.
      checkFigureRows(rows, { names, timeDimensions: new Set() }).found.map((found) =>
        misplacedFigure(found, { names, what: "The table's headings", hint, source: { id: table.id } }),
      );
    const figures = table.rows.map(({ cells }) =>
      cells.map((claim) => claimFigure(claim, claim.figure?.rounded ?? null)),
    );
    return [...check(rowsOf(table, figures), rowHint), ...check(columnsOf(table, figures), columnHint)];
  });
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
