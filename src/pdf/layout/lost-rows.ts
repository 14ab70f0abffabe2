import type { Diagnostics } from "../../diagnostics/index.ts";
import type { BlockBox, BlockLevelBox, InlineItem, TableBox } from "../box/box.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { Fragment } from "./fragment.ts";

/** It should never happen: a document that has lost a row must not look like one that is whole. */
export function reportLostRows(root: BlockBox, fragment: Fragment, diagnostics: Diagnostics): void {
  const count = countLost(root, fragment);
  if (count === 0) return;
  diagnostics.error({
    code: "rows-lost",
    message: `${count} table row${count === 1 ? " is" : "s are"} missing in the layout.`,
    hint: "This is a fault of the formatter: please report it with the HTML.",
  });
}

/** Rows in, rows out: how many rows of the box tree the layout does not have. */
function countLost(root: BlockBox, fragment: Fragment): number {
  const rows: TagNode[] = [];
  collectRows(root, rows);
  // Mostly they come in the order of the boxes, and none has to be looked up.
  if (matchInOrder(fragment, rows, 0) === rows.length) return 0;
  const left = new Set(rows);
  removeFound(fragment, left);
  return left.size;
}

/** How many of the rows come one after the other, the first `matched` of them before this fragment. */
function matchInOrder(fragment: Fragment, rows: readonly TagNode[], matched: number): number {
  if (fragment.kind === "image") return matched;
  let next = matched;
  if (fragment.kind === "box" && fragment.tag && fragment.tag === rows[next]) next += 1;
  if (fragment.kind === "box" && fragment.holdsWordsAlone) return next;
  for (const child of fragment.kind === "line" ? fragment.atoms : fragment.children)
    next = matchInOrder(child, rows, next);
  return next;
}

function removeFound(fragment: Fragment, rows: Set<TagNode>): void {
  if (fragment.kind === "line") for (const atom of fragment.atoms) removeFound(atom, rows);
  if (fragment.kind !== "box") return;
  if (fragment.tag) rows.delete(fragment.tag);
  for (const child of fragment.children) removeFound(child, rows);
}

/** No generator: each step of one that is in others goes through all of them. */
function collectRows(box: BlockLevelBox, rows: TagNode[]): void {
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

function collectTableRows({ captions, groups }: TableBox, rows: TagNode[]): void {
  for (const caption of captions) collectRows(caption, rows);
  for (const group of groups) {
    for (const row of group.rows) {
      if (row.tag) rows.push(row.tag);
      for (const cell of row.cells) collectRows(cell.box, rows);
    }
  }
}

function collectRowsInItems(items: readonly InlineItem[], rows: TagNode[]): void {
  for (const item of items)
    if (item.kind === "atom" || item.kind === "float" || item.kind === "static-position") collectRows(item.box, rows);
}
