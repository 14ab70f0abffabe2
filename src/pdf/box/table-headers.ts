import { type DomElement, elementsIn, textOf } from "../dom/dom-node.ts";
import { type GridCell, placeTableCells } from "./table-grid.ts";

/** What assistive technology needs to tie a cell to its headers (ISO 14289-1, 7.5). */
export interface HeaderCell {
  readonly id?: string | undefined;
  readonly scope?: "Column" | "Row";
  readonly headers?: readonly string[];
}

export interface TableHeaders {
  readonly cells: ReadonlyMap<DomElement, HeaderCell>;
  /** Ids in `headers` attributes that are of no header cell of the table. */
  readonly unknownIds: readonly { readonly id: string; readonly cell: DomElement }[];
}

const scopes: Readonly<Record<string, Axis>> = { col: "Column", colgroup: "Column", row: "Row", rowgroup: "Row" };

/** A `th` that says something: an empty corner heads nothing. */
export const isHeaderCell = (element: DomElement) => element.name === "th" && !isEmpty(element);
const isHeader = ({ element }: { readonly element: DomElement }): boolean => isHeaderCell(element);

const isEmpty = (element: DomElement) =>
  textOf(element).trim() === "" && elementsIn(element, ({ name }) => name === "img").length === 0;

/**
 * Scope for every header cell; where headers span, lie in more than one row or column, or are named by `headers`, also an
 * id for each header and the list of them for each cell, because Scope alone does not say which of them apply. Which do,
 * HTML says (4.9.12.2).
 */
export function headersOf(table: DomElement): TableHeaders {
  const grid = placeTableCells(table);
  const { cells } = grid;
  const headers = cells.filter(isHeader);
  const axes = axesOf(cells, headers);
  const unknownIds: { id: string; cell: DomElement }[] = [];
  const result = new Map<DomElement, HeaderCell>();
  const needsIds = isComplex(headers, axes) || cells.some(({ element }) => element.attributes.headers !== undefined);
  for (const cell of headers) {
    result.set(cell.element, { scope: axes.get(cell) ?? "Row", id: needsIds ? idOf(cell, table) : undefined });
  }
  if (!needsIds || headers.length === 0) return { cells: result, unknownIds };

  const byId = new Map(headers.map((header) => [header.element.attributes.id, header]));
  const automatic = automaticHeaders(grid, axes);
  for (const cell of cells) {
    const named = (cell.element.attributes.headers ?? "").split(/\s+/).filter(Boolean);
    for (const id of named) if (!byId.has(id)) unknownIds.push({ id, cell: cell.element });
    const chosen = named.flatMap((id) => byId.get(id) ?? []);
    const own = chosen.length > 0 ? chosen : automatic(cell);
    const ids = inOrder(own.filter((header) => header !== cell)).map((header) => idOf(header, table));
    if (ids.length > 0) result.set(cell.element, { ...result.get(cell.element), headers: ids });
  }
  return { cells: result, unknownIds };
}

/**
 * A header without a scope heads its column if it stands in a `thead`, in a row of nothing but headers, or in a first row
 * with nothing else but an empty corner; else its row.
 */
function axesOf(cells: readonly GridCell[], headers: readonly GridCell[]): ReadonlyMap<GridCell, Axis> {
  const rowsOfData = new Set(cells.filter(({ element }) => element.name === "td").map(({ row }) => row));
  const isFirstRowOfHeads = cells.every(
    ({ row, column, element }) => row > 0 || element.name === "th" || (column === 0 && isEmpty(element)),
  );
  const axisOf = ({ element, row, group }: GridCell): Axis => {
    const heads = group?.name === "thead" || !rowsOfData.has(row) || (row === 0 && isFirstRowOfHeads);
    return scopes[element.attributes.scope ?? ""] ?? (heads ? "Column" : "Row");
  };
  return new Map(headers.map((cell) => [cell, axisOf(cell)]));
}

function isComplex(headers: readonly GridCell[], axes: ReadonlyMap<GridCell, Axis>): boolean {
  const lines = { Column: new Set<number>(), Row: new Set<number>() };
  for (const cell of headers) lines[axes.get(cell) ?? "Row"].add(axes.get(cell) === "Column" ? cell.row : cell.column);
  const spans = headers.some(({ columnSpan, rowSpan, element }) => columnSpan > 1 || rowSpan > 1 || isOfGroup(element));
  return spans || lines.Column.size > 1 || lines.Row.size > 1;
}

const isOfGroup = ({ attributes }: DomElement) => attributes.scope === "rowgroup" || attributes.scope === "colgroup";

/** The headers above and to the left, and those of the row group and of the columns of a `colgroup` header. */
function automaticHeaders(
  { cells, rows, columns }: ReturnType<typeof placeTableCells>,
  axes: ReadonlyMap<GridCell, Axis>,
): (cell: GridCell) => readonly GridCell[] {
  const found = new Map<GridCell, Set<GridCell>>();
  const scan = createHeaderScan(axes, found);
  for (const row of rows) scan(row, "Row");
  for (const column of columns) scan(column, "Column");
  const ofGroups = cells.filter(({ element }) => isHeaderCell(element) && isOfGroup(element));
  return (cell) => {
    const groups = ofGroups.filter((header) => headsGroup(header, cell));
    return [...(found.get(cell) ?? []), ...groups.filter((header) => !found.get(cell)?.has(header))];
  };
}

function headsGroup(header: GridCell, cell: GridCell): boolean {
  if (header.element.attributes.scope === "rowgroup") {
    const isBelow = header.row <= cell.row && header.column <= cell.column + cell.columnSpan - 1;
    return isBelow && header.group !== undefined && header.group === cell.group;
  }
  const isUnder = cell.column >= header.column && cell.column < header.column + header.columnSpan;
  return isUnder && header.row < cell.row;
}

const inOrder = (cells: readonly GridCell[]) => cells.toSorted((a, b) => a.row - b.row || a.column - b.column);

/** The element's own id, or one from its slot; the table's location in the text keeps tables apart. */
function idOf({ element, row, column }: GridCell, table: DomElement): string {
  return element.attributes.id ?? `${pathOf(table)}-${row}-${column}`;
}

function pathOf(element: DomElement): string {
  const index = element.parent?.children.indexOf(element) ?? 0;
  return element.parent ? `${pathOf(element.parent)}.${index}` : "t";
}

/** What a header heads: the cells below it, or those to its right. */
type Axis = "Column" | "Row";

/**
 * Finds the headers of each cell along one row or column (HTML 4.9.12.2, "internal algorithm for scanning and assigning
 * header cells"), in one pass: a header holds until, after cells of data, another of the same extent takes its place.
 */
function createHeaderScan(
  axes: ReadonlyMap<GridCell, Axis>,
  found: Map<GridCell, Set<GridCell>>,
): (line: readonly GridCell[], axis: Axis) => void {
  function assign(cell: GridCell, headers: readonly GridCell[]): void {
    const own = found.get(cell) ?? new Set();
    for (const header of headers) own.add(header);
    found.set(cell, own);
  }

  return (line, axis) => {
    /** What holds from before the headers that are being read, and is of another extent than each of them. */
    let holding: readonly GridCell[] = [];
    /** Those of this axis among headers one after another, no cell of data between them. */
    let block: GridCell[] = [];
    for (const cell of line) {
      if (axes.has(cell)) {
        holding = holding.filter((old) => !haveSameExtent(old, cell, axis));
        if (axes.get(cell) === axis) block.push(cell);
        assign(cell, [...holding, ...block]);
      } else {
        if (block.length > 0) holding = [...holding, ...block];
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
