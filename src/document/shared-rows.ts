import type { Element, ElementContent, Root } from "hast";
import { markEnd, rowStart, type SharedRow } from "../template/index.ts";
import { parseFragment } from "./parse-fragment.ts";

/** By the elements that stand for them. */
export type PlacedRows = ReadonlyMap<Element, SharedRow>;

/**
 * Puts rows that other documents have too in their places, as they were parsed: once for all of these, so that nothing may be changed in them
 * before they are resolved.
 */
export function placeRows(tree: Root, rows: readonly SharedRow[]): PlacedRows {
  const placed = new Map<Element, SharedRow>();
  if (rows.length > 0) placeWithin(tree, { rows, placed });
  return placed;
}

interface Placing {
  readonly rows: readonly SharedRow[];
  readonly placed: Map<Element, SharedRow>;
}

function placeWithin(parent: Root | Element, placing: Placing): void {
  const children = parent.children as ElementContent[];
  const holdsRows = parent.type === "element" && parent.tagName === "tbody";
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as ElementContent;
    if (child.type === "element") placeWithin(child, placing);
    if (child.type !== "comment" || !holdsRows) continue;
    const row = rowAt(child.value, placing.rows);
    if (!row) continue;
    const element = parsedRow(row);
    children[index] = element;
    placing.placed.set(element, row);
  }
}

/** No author can write such a comment: marks are taken out of all that is typed. */
function rowAt(comment: string, rows: readonly SharedRow[]): SharedRow | undefined {
  return comment.startsWith(rowStart) && comment.endsWith(markEnd) ? rows[Number(comment.slice(1, -1))] : undefined;
}

const knownRows = new WeakMap<SharedRow, Element>();

function parsedRow(row: SharedRow): Element {
  const element = knownRows.get(row) ?? parseRow(row.html);
  knownRows.set(row, element);
  return element;
}

/** Elsewhere than in a table the parser would leave its tags out. */
function parseRow(html: string): Element {
  let [element] = parseFragment(`<table><tbody>${html}</tbody></table>`).children as Element[];
  while (element && element.tagName !== "tr") [element] = element.children as Element[];
  return element as Element;
}
