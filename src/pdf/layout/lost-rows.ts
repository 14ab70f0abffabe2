import type { Diagnostics } from "../../diagnostics/index.ts";
import type { BlockBox, BlockLevelBox, InlineItem, Row, TableBox } from "../box/box.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { Fragment } from "./fragment.ts";

/** It should never happen: a document that has lost a row must not look like one that is whole. */
export function reportLostRows(root: BlockBox, fragment: Fragment, diagnostics: Diagnostics): void {
  const { length: count } = lostRows(root, fragment);
  if (count === 0) return;
  diagnostics.error({
    code: "rows-lost",
    message: `${count} table row${count === 1 ? " is" : "s are"} missing in the layout.`,
    hint: "This is a fault of the formatter: please report it with the HTML.",
  });
}

/** Rows in, rows out: the rows of the box tree that the layout does not have, as often as it should. */
function lostRows(root: BlockBox, fragment: Fragment): readonly Row[] {
  const rows = new Map<TagNode, Row>();
  collectRows(root, rows);
  if (rows.size > 0) removeFound(fragment, rows);
  return [...rows.values()];
}

function removeFound(fragment: Fragment, rows: Map<TagNode, Row>): void {
  if (fragment.kind === "line") for (const atom of fragment.atoms) removeFound(atom, rows);
  if (fragment.kind !== "box") return;
  if (fragment.tag) rows.delete(fragment.tag);
  for (const child of fragment.children) removeFound(child, rows);
}

/** No generator: each step of one that is in others goes through all of them. */
function collectRows(box: BlockLevelBox, rows: Map<TagNode, Row>): void {
  if (box.kind === "flex" || box.kind === "grid") {
    for (const child of box.children) collectRows(child, rows);
    for (const child of box.outOfFlow) collectRows(child, rows);
  } else if (box.kind === "static-position") collectRows(box.box, rows);
  else if (box.kind === "table") collectTableRows(box, rows);
  else if (box.kind === "block") {
    if (box.content.kind === "blocks") for (const child of box.content.children) collectRows(child, rows);
    else collectRowsInItems(box.content.items, rows);
  }
}

function collectTableRows({ captions, groups }: TableBox, rows: Map<TagNode, Row>): void {
  for (const caption of captions) collectRows(caption, rows);
  for (const group of groups) {
    for (const row of group.rows) {
      if (row.tag) rows.set(row.tag, row);
      for (const cell of row.cells) collectRows(cell.box, rows);
    }
  }
}

function collectRowsInItems(items: readonly InlineItem[], rows: Map<TagNode, Row>): void {
  for (const item of items)
    if (item.kind === "atom" || item.kind === "float" || item.kind === "static-position") collectRows(item.box, rows);
}
