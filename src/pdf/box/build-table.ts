import type { ComputedStyle, Display } from "../css/computed-style.ts";
import { anonymousStyled, type Styled } from "../css/style-engine.ts";
import type { DomElement, DomNode } from "../dom/dom-node.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { BlockBox, Cell, Row, RowGroup, TableBox } from "./box.ts";
import { type BoxBuilder, insideBlock, type Surroundings } from "./build-context.ts";
import { isPictureElement } from "./build-picture.ts";
import { createFlow } from "./flow.ts";
import { isLineEnd } from "./formatting-root.ts";
import type { RowSource } from "./shared-rows.ts";
import { type HeaderCell, headersOf, isHeaderCell, type TableHeaders } from "./table-headers.ts";
import { holdsCells, holdsRows, isDataTable } from "./table-parts.ts";

/** More than any page can hold; it bounds what a typing slip in `colspan` can cost. */
const maxSpan = 1000;

interface TableParts {
  readonly captions: BlockBox[];
  readonly columns: ComputedStyle[];
  readonly groups: RowGroup[];
  /** Rows outside any group, until the group that collects them is closed. */
  loose: Row[];
  looseTag: TagNode | undefined;
  /** For each column, how many more rows of the group a cell from above still covers. */
  covered: number[];
  columnCount: number;
}

/**
 * A table box from a table element (CSS 2.2, 17.2.1): missing rows and cells are made up, spans are placed on the grid as
 * HTML 4.9.12 does, the header goes first and the footer last.
 */
export function buildTable(element: DomElement, around: Surroundings, builder: BoxBuilder): TableBox {
  const isData = isDataTable(element);
  const tag = isData ? builder.tagFor(element, around, { role: "Table" }) : builder.blockTag(element, around);
  const box = tableOf(element.children, around, { builder, tag, element: isData ? element : undefined });
  return { ...box, marks: builder.marksOf(element, around.styled), location: element.location };
}

/**
 * The table around parts of one that stand in none (CSS 2.2, 17.2.1), such as the rows of a `table` that is laid out as a block: to who
 * listens it is that one.
 */
export function tableAround(parts: readonly DomNode[], around: Surroundings, builder: BoxBuilder): TableBox {
  const style = builder.anonymousStyle(around.styled.style, "table");
  const own = { ...around, styled: anonymousStyled(around.styled, style) };
  const parent = parts[0]?.parent;
  // Parts of an HTML table have tags of their own.
  if (!parent || !isDataTable(parent)) return tableOf(parts, own, { builder, tag: undefined, element: undefined });
  const isTagged = around.tag !== "artifact" && around.tag?.role === "Table";
  const tag = isTagged ? (around.tag as TagNode) : builder.tagFor(parent, around, { role: "Table" });
  const box = tableOf(parts, own, { builder, tag, element: parent });
  return isTagged ? { ...box, tag: undefined } : box;
}

interface TableOfOptions {
  readonly builder: BoxBuilder;
  readonly tag: TagNode | undefined;
  /** Undefined for a table that is one for its looks alone. */
  readonly element: DomElement | undefined;
}

/** `around.styled` is the table's own. */
function tableOf(nodes: readonly DomNode[], around: Surroundings, { builder, tag, element }: TableOfOptions): TableBox {
  const { styled } = around;
  const headers = element && tag && headersOf(element);
  if (headers) reportHeaders(element, headers, builder);
  const inside = insideBlock(around, styled, tag);
  const parts: TableParts = {
    captions: [],
    columns: [],
    groups: [],
    loose: [],
    looseTag: undefined,
    covered: [],
    columnCount: 0,
  };
  const table = { builder, parts, isData: headers !== undefined, headers: headers?.cells };
  const children = shownChildren(nodes, styled, { builder, isPart: isTablePart });
  const rowsLeft = looseRowsLeft(children);
  builder.scope(() => {
    for (const [index, child] of children.entries())
      addTableChild(child, inside, { rowsLeft: rowsLeft[index] as number, ...table });
  });
  closeLoose(inside, table);
  const order = { header: 0, body: 1, footer: 2 };
  return {
    kind: "table",
    style: styled.style,
    tag,
    marks: undefined,
    captions: parts.captions,
    columns: parts.columns,
    groups: oneOfEach(padRows(parts, table)).toSorted((a, b) => order[a.kind] - order[b.kind]),
    columnCount: columnCountOf(parts),
    location: undefined,
  };
}

/** The first group of heads and the first of feet are these; others are rows like any (CSS 2.2, 17.2). */
function oneOfEach(groups: readonly RowGroup[]): readonly RowGroup[] {
  const known = new Set<RowGroup["kind"]>();
  return groups.map((group) => {
    if (known.has(group.kind)) return { ...group, kind: "body" };
    known.add(group.kind);
    return group;
  });
}

/** ISO 14289-1, 7.5: a table should have headers. */
function reportHeaders(element: DomElement, { cells, unknownIds }: TableHeaders, { warn }: BoxBuilder): void {
  if (cells.size === 0) {
    warn(element, {
      code: "table-without-headers",
      message: "The table has no header cells, so a screen reader reads its cells without saying what they are.",
      hint: 'Mark them up as <th>, or say role="presentation" if the table is there for its looks.',
    });
  }
  for (const { id, cell } of unknownIds) {
    warn(cell, {
      code: "unknown-table-header",
      message: `The cell has the header "${id}", but no <th> of its table has that id.`,
    });
  }
}

const columnCountOf = (parts: TableParts) => Math.max(parts.columnCount, parts.columns.length);

/** ISO 14289-1, 7.5: every row of a table has as many columns. A row that is short gets an empty cell for the rest. */
function padRows(parts: TableParts, table: TableBuild): RowGroup[] {
  const count = columnCountOf(parts);
  return parts.groups.map((group) => {
    let covered: readonly number[] = new Array(count).fill(0);
    const rows = group.rows.map((row) => {
      const below = covered.map(oneRowLess);
      for (const { column, columnSpan, rowSpan } of row.cells) below.fill(rowSpan, column, column + columnSpan);
      covered = below;
      const end = below.findLastIndex((rowsLeft) => rowsLeft > 0) + 1;
      return end < count
        ? { ...row, cells: [...row.cells, emptyCell(row, { column: end, columnSpan: count - end }, table)] }
        : row;
    });
    return { ...group, rows };
  });
}

function emptyCell(
  row: Row,
  { column, columnSpan }: Pick<Cell, "column" | "columnSpan">,
  { builder }: TableBuild,
): Cell {
  const style = builder.anonymousStyle(row.style, "table-cell");
  const tag: TagNode | undefined = row.tag && {
    role: "TD",
    parent: row.tag,
    colSpan: columnSpan > 1 ? columnSpan : undefined,
  };
  const content = { kind: "blocks", children: [], hasFloats: false } as const;
  return {
    box: { kind: "block", style, tag, marks: undefined, marker: undefined, content },
    column,
    columnSpan,
    rowSpan: 1,
  };
}

interface TableBuild {
  readonly builder: BoxBuilder;
  readonly parts: TableParts;
  /** A table for assistive technology too, not only for looks. */
  readonly isData: boolean;
  readonly headers: ReadonlyMap<DomElement, HeaderCell> | undefined;
}

/** A child of a table, of a group of rows or of a row that there is something of, with its style. */
interface ShownChild {
  readonly node: DomNode;
  /** Undefined for what is no part. */
  readonly styled: Styled | undefined;
  /** What comes right after it, and is no part either: one row, or cell, stands around all of it (CSS 2.2, 17.2.1). */
  readonly more: DomNode[];
}

/** `isPart`: of a display that is a part of its own here. */
function shownChildren(
  nodes: readonly DomNode[],
  styled: Styled,
  { builder: { styleOf }, isPart }: { readonly builder: BoxBuilder; isPart(display: Display): boolean },
): readonly ShownChild[] {
  const shown: ShownChild[] = [];
  let isOpen = false;
  for (const node of nodes) {
    // Between words it is a space; between parts, nothing.
    if (!isOpen && node.kind === "text" && node.text.trim() === "") continue;
    const own = node.kind === "text" ? undefined : styleOf(node, styled);
    if (own?.style.display === "none") continue;
    const partStyle = own && isPart(own.style.display) && node.kind === "element" && hasInside(node) ? own : undefined;
    const isLoose = partStyle === undefined;
    const last = shown.at(-1);
    if (isLoose && isOpen && last) last.more.push(node);
    else shown.push({ node, styled: partStyle, more: [] });
    isOpen = isLoose;
  }
  return shown;
}

/** Whether an element of this style is a part of a table, and one has to stand around it. */
export const isTableInternal = (element: DomElement, { style: { display } }: Styled) =>
  (isTablePart(display) || display === "table-cell") && hasInside(element);

/** A picture, or the end of a line, is no part of a table, whatever its style says (CSS Display 3, 2.4). */
const hasInside = (element: DomElement) => !isPictureElement(element) && !isLineEnd(element);

const isTablePart = (display: Display) =>
  display in groupKinds || columnDisplays.has(display) || display === "table-caption" || display === "table-row";

/** For each child of a table, how many rows without a group come from it on, before the next group. */
function looseRowsLeft(children: readonly ShownChild[]): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const display = children[index]?.styled?.style.display ?? "inline";
    if (groupKinds[display]) count = 0;
    else if (!columnDisplays.has(display) && display !== "table-caption") count += 1;
    counts[index] = count;
  }
  return counts;
}

const columnDisplays: ReadonlySet<string> = new Set(["table-column", "table-column-group"]);

const groupKinds: Readonly<Record<string, RowGroup["kind"]>> = {
  "table-header-group": "header",
  "table-row-group": "body",
  "table-footer-group": "footer",
};
const groupRoles = { header: "THead", body: "TBody", footer: "TFoot" } as const;

function addTableChild({ node: child, styled, more }: ShownChild, around: Surroundings, table: RowBuild): void {
  const { builder, parts } = table;
  if (child.kind === "text" || !styled) {
    const children = [child, ...more];
    const inside = holdsRows(children) ? around : looseBody(around, table);
    parts.loose.push(looseRow(children, inside, table));
    return;
  }
  const { display } = styled.style;
  const kind = groupKinds[display];
  if (kind) {
    closeLoose(around, table);
    parts.groups.push(buildGroup(child, { around, styled, kind }, table));
  } else if (display === "table-caption") {
    builder.count(child, styled);
    parts.captions.push(builder.blockOf(child, { ...around, styled }));
  } else if (columnDisplays.has(display)) addColumns(child, styled, table);
  else parts.loose.push(buildRow(child, { ...looseBody(around, table), styled }, table));
}

interface RowBuild extends TableBuild {
  /** In the group, from this one on. */
  readonly rowsLeft: number;
}

function addColumns(element: DomElement, styled: Styled, { builder, parts }: TableBuild): void {
  const columns = element.children.filter((child) => child.kind === "element");
  if (styled.style.display === "table-column-group" && columns.length > 0) {
    for (const column of columns) addColumns(column, builder.styleOf(column, styled), { builder, parts } as TableBuild);
    return;
  }
  for (let count = spanOf(element.attributes.span); count > 0; count -= 1) parts.columns.push(styled.style);
}

function buildGroup(
  element: DomElement,
  { around, styled, kind }: { readonly around: Surroundings; readonly styled: Styled; readonly kind: RowGroup["kind"] },
  table: TableBuild,
): RowGroup {
  const { builder, isData } = table;
  builder.count(element, styled);
  const tag = isData ? builder.tagFor(element, around, { role: groupRoles[kind] }) : builder.blockTag(element, around);
  const marks = builder.marksOf(element, styled);
  const inside = insideBlock(around, styled, tag);
  table.parts.covered = [];
  const children = shownChildren(element.children, styled, { builder, isPart: (display) => display === "table-row" });
  const rowOf = ({ node, styled: own, more }: ShownChild, index: number): Row => {
    const rowsLeft = children.length - index;
    return node.kind === "element" && own
      ? buildRow(node, { ...inside, styled: own }, { ...table, rowsLeft })
      : looseRow([node, ...more], inside, { ...table, rowsLeft });
  };
  return { kind, tag, style: styled.style, marks, rows: builder.scope(() => children.map(rowOf)) };
}

/** `around.styled` is the row's own. */
function buildRow(element: DomElement, around: Surroundings, table: RowBuild): Row {
  const { builder, isData, headers, parts } = table;
  const shared = headers && !parts.covered.some(reachesBelow) ? builder.sharedRows : undefined;
  const source: RowSource | undefined = shared && headers && { element, around, headers };
  const known = source && shared?.find(source);
  if (known) {
    parts.columnCount = Math.max(parts.columnCount, known.cells.length);
    return known;
  }
  builder.count(element, around.styled);
  const own = isData ? builder.tagFor(element, around, { role: "TR" }) : builder.blockTag(element, around);
  const tag = source ? shared?.adopt(own, source) : own;
  const marks = builder.marksOf(element, around.styled);
  const inside = insideBlock(around, around.styled, tag);
  const cells = builder.scope(() => placeCells(element.children, inside, table));
  const row: Row = { tag, style: around.styled.style, marks, cells };
  if (source) shared?.share(row, source);
  return row;
}

const reachesBelow = (rows: number): boolean => rows > 1;

/** A row that the document left out, around something that is no row. */
function looseRow(children: readonly DomNode[], around: Surroundings, table: RowBuild): Row {
  const style = table.builder.anonymousStyle(around.styled.style, "table-row");
  const tag: TagNode | undefined =
    table.isData && around.tag !== "artifact" && !holdsRows(children) ? { role: "TR", parent: around.tag } : undefined;
  const inside = insideBlock(around, anonymousStyled(around.styled, style), tag);
  return { tag, style, marks: undefined, cells: placeCells(children, inside, table) };
}

/** The group around rows that have none, made when the first of them comes. */
function looseBody(around: Surroundings, { parts, isData }: TableBuild): Surroundings {
  const isTagged = isData && around.tag !== "artifact";
  parts.looseTag ??= isTagged ? { role: "TBody", parent: around.tag as TagNode } : undefined;
  return { ...around, tag: parts.looseTag ?? around.tag };
}

function closeLoose(around: Surroundings, table: TableBuild): void {
  const { parts } = table;
  if (parts.loose.length > 0) {
    const style = table.builder.anonymousStyle(around.styled.style, "table-row-group");
    parts.groups.push({ kind: "body", tag: parts.looseTag, style, marks: undefined, rows: parts.loose });
  }
  parts.loose = [];
  parts.looseTag = undefined;
  parts.covered = [];
}

function placeCells(children: readonly DomNode[], around: Surroundings, table: RowBuild): Cell[] {
  const { parts, builder } = table;
  const cells: Cell[] = [];
  const covered = parts.covered.map(oneRowLess);
  let column = 0;
  const shown = shownChildren(children, around.styled, { builder, isPart: (display) => display === "table-cell" });
  for (const { node, styled, more } of shown) {
    while ((parts.covered[column] ?? 0) > 1) column += 1;
    const isCell = node.kind === "element" && styled !== undefined;
    // Where a cell from above stands in the way, HTML lets the two overlap; here the span ends before it.
    const columnSpan = isCell ? freeColumns(parts.covered, column, spanOf(node.attributes.colspan)) : 1;
    const rowSpan = isCell ? rowSpanOf(node.attributes.rowspan, table.rowsLeft) : 1;
    const box = isCell
      ? cellBox(node, { around, styled }, { table, columnSpan, rowSpan })
      : looseCell([node, ...more], around, table);
    cells.push({ box, column, columnSpan, rowSpan });
    for (let offset = 0; offset < columnSpan; offset += 1) covered[column + offset] = rowSpan;
    column += columnSpan;
    parts.columnCount = Math.max(parts.columnCount, column);
  }
  for (let index = 0; index < parts.columnCount; index += 1) covered[index] ??= 0;
  parts.covered = covered;
  // As large as it is: what grew has room for more.
  return cells.slice();
}

const oneRowLess = (rows: number) => Math.max(0, rows - 1);

/** How many of `wanted` columns from here on no cell from above covers. */
function freeColumns(covered: readonly number[], column: number, wanted: number): number {
  let count = 1;
  while (count < wanted && (covered[column + count] ?? 0) <= 1) count += 1;
  return count;
}

/** `around` is of its row. */
function cellBox(
  element: DomElement,
  { around, styled }: { readonly around: Surroundings; readonly styled: Styled },
  { table, columnSpan, rowSpan }: { readonly table: TableBuild } & Pick<Cell, "columnSpan" | "rowSpan">,
): BlockBox {
  const { builder, isData, headers } = table;
  builder.count(element, styled);
  // One that stands in no row is none of the table's: it heads what is below.
  const header = headers?.get(element) ?? (isHeaderCell(element) ? { scope: "Column" as const } : undefined);
  const role = isHeaderCell(element) ? "TH" : "TD";
  // Most cells span nothing, and head nothing: what they do not say takes no room.
  const isPlain = columnSpan === 1 && rowSpan === 1 && !header;
  const spans = () => ({
    colSpan: columnSpan > 1 ? columnSpan : undefined,
    rowSpan: rowSpan > 1 ? rowSpan : undefined,
  });
  const tag = isData
    ? builder.tagFor(element, around, isPlain ? plainCell[role] : { role, ...spans(), ...header })
    : builder.blockTag(element, { ...around, styled });
  const inside = insideBlock(around, styled, tag);
  return {
    kind: "block",
    style: styled.style,
    tag,
    marks: builder.marksOf(element, styled),
    marker: undefined,
    content: builder.contentOf(element, inside),
  };
}

const plainCell = { TH: { role: "TH" }, TD: { role: "TD" } } as const;

/** A cell that the document left out, around what is none. */
function looseCell(children: readonly DomNode[], around: Surroundings, table: TableBuild): BlockBox {
  const { builder, isData } = table;
  const style = table.builder.anonymousStyle(around.styled.style, "table-cell");
  const isTagged = isData && around.tag !== "artifact" && !holdsCells(children);
  const tag: TagNode | undefined = isTagged ? { role: "TD", parent: around.tag as TagNode } : undefined;
  const inside = insideBlock(around, anonymousStyled(around.styled, style), tag);
  const flow = createFlow(builder.anonymousStyle(style), inside.tag);
  const wrapper: DomElement = {
    kind: "element",
    space: "html",
    name: "",
    attributes: {},
    classes: [],
    parent: children[0]?.parent,
    children,
    location: children[0]?.location,
  };
  builder.fill(wrapper, inside, { flow });
  return { kind: "block", style, tag, marks: undefined, marker: undefined, content: flow.finish() };
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.min(maxSpan, Math.max(1, span));
}

/** A cell ends with its group of rows, however far it would span; 0 says that it does (HTML 4.9.12.1). */
function rowSpanOf(attribute: string | undefined, rowsLeft: number): number {
  return Number.parseInt(attribute ?? "1", 10) === 0 ? rowsLeft : Math.min(rowsLeft, spanOf(attribute));
}
