import type { DomElement } from "../dom/dom-node.ts";

/** What assistive technology needs to tie a cell to its headers (ISO 14289-1, 7.5). */
export interface HeaderCell {
  readonly id?: string;
  readonly scope?: "Column" | "Row" | "Both";
  readonly headers?: readonly string[];
}

interface PlacedCell {
  readonly element: DomElement;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly isHead: boolean;
}

const scopes: Readonly<Record<string, "Column" | "Row">> = {
  col: "Column",
  colgroup: "Column",
  row: "Row",
  rowgroup: "Row",
};

/**
 * Scope for every header cell; where headers span, or lie in more than one row or column, also an id for each header
 * and the list of them for each cell, because Scope alone does not say which of them apply.
 */
export function headersOf(table: DomElement): ReadonlyMap<DomElement, HeaderCell> {
  const cells = placeTableCells(table);
  const headers = cells.filter((cell) => cell.element.name === "th");
  const scopeOf = (cell: PlacedCell) => scopes[cell.element.attributes.scope ?? ""] ?? (cell.isHead ? "Column" : "Row");
  const headRows = new Set(headers.filter((cell) => scopeOf(cell) === "Column").map((cell) => cell.row));
  const headColumns = new Set(headers.filter((cell) => scopeOf(cell) === "Row").map((cell) => cell.column));
  const isComplex =
    headRows.size > 1 || headColumns.size > 1 || headers.some((cell) => cell.columnSpan > 1 || cell.rowSpan > 1);
  // An id of its own, or one from its place; the table's place in the text keeps tables apart.
  const path = isComplex ? pathOf(table) : "";
  const idOf = ({ element, row, column }: PlacedCell) => element.attributes.id ?? `${path}-${row}-${column}`;
  const result = new Map<DomElement, HeaderCell>();
  for (const cell of headers) result.set(cell.element, { scope: scopeOf(cell), ...(isComplex && { id: idOf(cell) }) });
  if (!isComplex) return result;
  const findHeaders = createHeaderFinder(headers, scopeOf);
  for (const cell of cells) {
    const own = findHeaders(cell).filter((header) => header !== cell && applies(header, cell, scopeOf(header)));
    if (own.length > 0) {
      result.set(cell.element, { ...result.get(cell.element), headers: own.map(idOf) });
    }
  }
  return result;
}

/** Headers that may apply to a cell, in document order: found without a look at those of 5,000 other rows. */
function createHeaderFinder(headers: readonly PlacedCell[], scopeOf: (cell: PlacedCell) => "Column" | "Row") {
  const byColumn = new Map<number, PlacedCell[]>();
  const byRow = new Map<number, PlacedCell[]>();
  for (const header of headers) {
    const isOfColumn = scopeOf(header) === "Column";
    const lists = isOfColumn ? byColumn : byRow;
    const [start, count] = isOfColumn ? [header.column, header.columnSpan] : [header.row, header.rowSpan];
    for (let at = start; at < start + count; at += 1) {
      const list = lists.get(at) ?? [];
      list.push(header);
      lists.set(at, list);
    }
  }
  return ({ row, column, rowSpan, columnSpan }: PlacedCell): readonly PlacedCell[] => {
    const found = new Set<PlacedCell>();
    for (let at = column; at < column + columnSpan; at += 1) for (const it of byColumn.get(at) ?? []) found.add(it);
    for (let at = row; at < row + rowSpan; at += 1) for (const it of byRow.get(at) ?? []) found.add(it);
    return [...found].sort((a, b) => a.row - b.row || a.column - b.column);
  };
}

function applies(header: PlacedCell, cell: PlacedCell, scope: "Column" | "Row"): boolean {
  const overlaps = (start: number, span: number, from: number, count: number) =>
    start < from + count && from < start + span;
  return scope === "Column"
    ? header.row < cell.row && overlaps(header.column, header.columnSpan, cell.column, cell.columnSpan)
    : header.column < cell.column && overlaps(header.row, header.rowSpan, cell.row, cell.rowSpan);
}

function pathOf(element: DomElement): string {
  const index = element.parent?.children.indexOf(element) ?? 0;
  return element.parent ? `${pathOf(element.parent)}.${index}` : "t";
}

function placeTableCells(table: DomElement): PlacedCell[] {
  const cells: PlacedCell[] = [];
  const taken = new Set<string>();
  const rows = table.children.flatMap((child) => {
    if (child.kind !== "element") return [];
    if (child.name === "tr") return [{ row: child, isHead: false }];
    if (!["thead", "tbody", "tfoot"].includes(child.name)) return [];
    const own = child.children.filter((row): row is DomElement => row.kind === "element" && row.name === "tr");
    return own.map((row) => ({ row, isHead: child.name === "thead" }));
  });
  for (const [index, { row, isHead }] of rows.entries()) {
    let column = 0;
    // A first row of nothing but th heads its columns, without a thead too.
    const own = row.children.filter((cell): cell is DomElement => cell.kind === "element" && /^t[hd]$/.test(cell.name));
    const heads = isHead || (index === 0 && own.every((cell) => cell.name === "th"));
    for (const element of own) {
      while (taken.has(`${index},${column}`)) column += 1;
      const columnSpan = span(element.attributes.colspan);
      const rowSpan = span(element.attributes.rowspan);
      if (rowSpan > 1)
        for (let y = 0; y < rowSpan; y += 1)
          for (let x = 0; x < columnSpan; x += 1) taken.add(`${index + y},${column + x}`);
      cells.push({ element, row: index, column, columnSpan, rowSpan, isHead: heads });
      column += columnSpan;
    }
  }
  return cells;
}

const span = (attribute: string | undefined) => Math.min(1000, Math.max(1, Number.parseInt(attribute ?? "1", 10) || 1));
