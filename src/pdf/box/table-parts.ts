import type { DomElement, DomNode } from "../dom/dom-node.ts";
import type { TagNode } from "../tags/tag-node.ts";
import { placeTableCells } from "./table-grid.ts";
import { headersOf, isHeaderCell } from "./table-headers.ts";

/** A table to listeners too, and not for its looks alone. */
export const isDataTable = ({ name, attributes }: DomElement) =>
  name === "table" && !["presentation", "none"].includes(attributes.role ?? "");

const groupRoles: Readonly<Record<string, TagNode["role"]>> = {
  table: "Table",
  thead: "THead",
  tbody: "TBody",
  tfoot: "TFoot",
  tr: "TR",
};

const isCell = ({ name }: DomElement) => name === "td" || name === "th";

/** Whether rows, or groups of them, are among these: they are it to listeners, too, whatever box stands around them. */
export const holdsRows = (nodes: readonly DomNode[]) =>
  nodes.some((node) => node.kind === "element" && node.name !== "table" && groupRoles[node.name] !== undefined);

export const holdsCells = (nodes: readonly DomNode[]) =>
  holdsRows(nodes) || nodes.some((node) => node.kind === "element" && isCell(node));

/**
 * What a part of an HTML table is to listeners where a style lays it out as something else, such as rows that are flex containers:
 * undefined for any other element, and in a table for its looks alone.
 */
export function createTableParts(): (element: DomElement) => Partial<TagNode> | undefined {
  const known = new WeakMap<DomElement, ReadonlyMap<DomElement, Partial<TagNode>>>();

  function cellsOf(table: DomElement): ReadonlyMap<DomElement, Partial<TagNode>> {
    const cells = known.get(table) ?? tagsOfCells(table);
    known.set(table, cells);
    return cells;
  }

  return (element) => {
    const role = groupRoles[element.name];
    if (role === undefined && !isCell(element)) return undefined;
    const table = tableOf(element);
    if (!table || !isDataTable(table)) return undefined;
    return role ? { role } : cellsOf(table).get(element);
  };
}

function tagsOfCells(table: DomElement): ReadonlyMap<DomElement, Partial<TagNode>> {
  const headers = headersOf(table).cells;
  return new Map(
    placeTableCells(table).cells.map(({ element, columnSpan, rowSpan }) => [
      element,
      {
        role: isHeaderCell(element) ? "TH" : "TD",
        colSpan: columnSpan > 1 ? columnSpan : undefined,
        rowSpan: rowSpan > 1 ? rowSpan : undefined,
        ...headers.get(element),
      },
    ]),
  );
}

/** The table that an element is, or is a part of: nothing but parts stands between. */
function tableOf(element: DomElement): DomElement | undefined {
  let table: DomElement | undefined = element;
  while (table && table.name !== "table") {
    if (groupRoles[table.name] === undefined && !isCell(table)) return undefined;
    table = table.parent;
  }
  return table;
}
