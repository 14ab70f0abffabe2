import type { DomElement } from "../dom/dom-node.ts";

/** A cell of an HTML table, with its slot in the grid. */
export interface GridCell {
  readonly element: DomElement;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** `thead`, `tbody` or `tfoot`; undefined for a row straight in the table. */
  readonly group: DomElement | undefined;
}

/** The cells that cover each row from left to right, and each column from top to bottom; a cell that spans is in several. */
export interface TableGrid {
  readonly cells: readonly GridCell[];
  readonly rows: readonly (readonly GridCell[])[];
  readonly columns: readonly (readonly GridCell[])[];
}

/** Places the cells as HTML does (4.9.12.1). */
export function placeTableCells(table: DomElement): TableGrid {
  const cells: GridCell[] = [];
  const rows: (readonly GridCell[])[] = [];
  const columns: GridCell[][] = [];
  /** For each column, the last cell in it. */
  const covering: GridCell[] = [];
  for (const [row, { element: tr, group, rowsLeft }] of rowsOf(table).entries()) {
    let column = 0;
    for (const element of tr.children) {
      if (element.kind !== "element" || (element.name !== "td" && element.name !== "th")) continue;
      while (isCovered(covering[column], row)) column += 1;
      const columnSpan = span(element.attributes.colspan);
      const rowSpan =
        element.attributes.rowspan?.trim() === "0" ? rowsLeft : Math.min(rowsLeft, span(element.attributes.rowspan));
      const cell = { element, row, column, columnSpan, rowSpan, group };
      cells.push(cell);
      for (let offset = 0; offset < columnSpan; offset += 1) {
        covering[column + offset] = cell;
        columns[column + offset] ??= [];
        columns[column + offset]?.push(cell);
      }
      column += columnSpan;
    }
    rows.push(cellsIn(row, covering));
  }
  return { cells, rows, columns: Array.from(columns, (column) => column ?? []) };
}

/** Whether a cell reaches down into a row that is not before its own. */
const isCovered = (cell: GridCell | undefined, row: number): cell is GridCell =>
  cell !== undefined && cell.row + cell.rowSpan > row;

/** From left to right, each once: the columns of a cell are next to each other, also where another has taken the first of them. */
function cellsIn(row: number, covering: readonly GridCell[]): readonly GridCell[] {
  const found: GridCell[] = new Array(covering.length);
  let count = 0;
  for (let column = 0; column < covering.length; column += 1) {
    const cell = covering[column];
    if (isCovered(cell, row) && found[count - 1] !== cell) found[count++] = cell;
  }
  found.length = count;
  return found;
}

interface TableRow {
  readonly element: DomElement;
  readonly group: DomElement | undefined;
  /** In its group, from this one on: a cell spans no more of them. */
  readonly rowsLeft: number;
}

function rowsOf(table: DomElement): readonly TableRow[] {
  return table.children.flatMap((child, index): readonly TableRow[] => {
    if (child.kind !== "element") return [];
    if (child.name === "tr") return [{ element: child, group: undefined, rowsLeft: table.children.length - index }];
    if (!["thead", "tbody", "tfoot"].includes(child.name)) return [];
    const rows = child.children.filter((row): row is DomElement => row.kind === "element" && row.name === "tr");
    return rows.map((element, row) => ({ element, group: child, rowsLeft: rows.length - row }));
  });
}

const span = (attribute: string | undefined) => Math.min(1000, Math.max(1, Number.parseInt(attribute ?? "1", 10) || 1));
