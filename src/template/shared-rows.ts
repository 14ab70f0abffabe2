import type { ClaimTable, ClaimTableRow } from "../claims/index.ts";
import type { SharedRow } from "./traced-text.ts";

/** Rows of tables that the documents of one template have in common: in a batch nearly all of a table are the same in each. */
export interface SharedRows {
  /**
   * What is known of a row that came before, its claims the same objects: these are as long as they are remembered. Undefined where it comes for the
   * first time, since most tables have rows of their own, and where it has more than figures under a label of the data.
   */
  find(row: ClaimTableRow, columns: ClaimTable["columns"]): KnownRow | undefined;
}

export interface KnownRow {
  readonly row: ClaimTableRow;
  readonly columns: ClaimTable["columns"];
  /** Once it is written. */
  shared: SharedRow | undefined;
}

/** Rows of some dozen tables; past so many the memory starts afresh. */
const mostRows = 1_000;

export function createSharedRows(): SharedRows {
  /** By the id of the first claim, which names table and row: of a row that is another in each document the last one is known. */
  const known = new Map<string, KnownRow>();
  return {
    find(row, columns) {
      const first = row.cells[0];
      if (!first || !row.fromData || row.highlight || hasBars(columns)) return undefined;
      const before = known.get(first.id);
      if (before && isSame(before, row, columns)) return before;
      if (known.size >= mostRows) known.clear();
      known.set(first.id, { row, columns, shared: undefined });
      return undefined;
    },
  };
}

/** They are as long as the largest figure of all rows lets them be. */
function hasBars(columns: ClaimTable["columns"]): boolean {
  for (let index = 0; index < columns.length; index += 1) if (columns[index]?.bars) return true;
  return false;
}

/** By hand, as it is asked of each row: a function for each question would be more than what a row is. */
function isSame({ row, columns }: KnownRow, other: ClaimTableRow, shown: ClaimTable["columns"]): boolean {
  if (row.header !== other.header || row.cells.length !== other.cells.length) return false;
  for (let index = 0; index < row.cells.length; index += 1) {
    if (row.cells[index] !== other.cells[index]) return false;
    if (columns[index]?.show !== shown[index]?.show) return false;
  }
  return true;
}
