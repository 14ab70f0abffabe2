import type { GridCell } from "./table-grid.ts";

/** What a header heads: the cells below it, or those to its right. */
export type Axis = "Column" | "Row";

/**
 * Finds the headers of each cell along one row or column (HTML 4.9.12.2, "internal algorithm for scanning and assigning
 * header cells"), in one pass: a header holds until, after cells of data, another of the same extent takes its place.
 */
export function createHeaderScan(
  axes: ReadonlyMap<GridCell, Axis>,
  found: Map<GridCell, Set<GridCell>>,
): (line: readonly GridCell[], axis: Axis) => void {
  function assign(cell: GridCell, headers: readonly GridCell[]): void {
    const own = found.get(cell) ?? new Set();
    for (const header of headers) own.add(header);
    found.set(cell, own);
  }

  return (line, axis) => {
    /** What holds from before the headers that are being read. */
    let holding: readonly GridCell[] = [];
    /** Headers one after another, no cell of data between them. */
    let block: GridCell[] = [];
    const after = (headers: readonly GridCell[]) => [
      ...holding.filter((old) => !headers.some((header) => haveSameExtent(old, header, axis))),
      ...headers.filter((header) => axes.get(header) === axis),
    ];
    for (const cell of line) {
      if (axes.has(cell)) {
        block.push(cell);
        assign(cell, after(block));
      } else {
        if (block.length > 0) holding = after(block);
        block = [];
        assign(cell, holding);
      }
    }
  };
}

const haveSameExtent = (a: GridCell, b: GridCell, axis: Axis) =>
  axis === "Column"
    ? a.column === b.column && a.columnSpan === b.columnSpan
    : a.row === b.row && a.rowSpan === b.rowSpan;
