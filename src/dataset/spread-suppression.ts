import { copyCell, createCellColumns, isSuppressed, setCell } from "./columns/cell-columns.ts";
import { groupRows } from "./columns/group-rows.ts";
import { allRows, cellKeys, type ObservationColumns, rowsWhere } from "./columns/observation-columns.ts";

/**
 * A cell that one publication suppresses is suppressed in all of them: what has been withdrawn is not printed again, by
 * pinning an older vintage or as evidence. What its publisher says that it may be is left out.
 */
export function spreadSuppression(columns: ObservationColumns): ObservationColumns {
  const suppressed = rowsWhere(columns, (row) => isSuppressed(columns.cells, row));
  if (suppressed.length === 0) return columns;
  const { groups, groupOf } = groupRows(cellKeys(columns), allRows(columns));
  const isHidden = new Uint8Array(groups.count);
  for (const row of suppressed) isHidden[groupOf[row] as number] = 1;
  const cells = createCellColumns(columns.length);
  for (const [row, group] of groupOf.entries()) {
    if (isHidden[group] === 1) setCell(cells, row, { state: "suppressed" });
    else copyCell(columns.cells, row, cells, row);
  }
  return { ...columns, cells };
}
