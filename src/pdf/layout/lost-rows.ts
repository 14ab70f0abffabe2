import type { Diagnostics } from "../../diagnostics/index.ts";
import type { BlockBox, BlockLevelBox, InlineItem, Row } from "../box/box.ts";
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
  for (const row of rowsIn(root)) if (row.tag) rows.set(row.tag, row);
  if (rows.size > 0) removeFound(fragment, rows);
  return [...rows.values()];
}

function removeFound(fragment: Fragment, rows: Map<TagNode, Row>): void {
  if (fragment.kind === "line") for (const atom of fragment.atoms) removeFound(atom, rows);
  if (fragment.kind !== "box") return;
  if (fragment.tag) rows.delete(fragment.tag);
  for (const child of fragment.children) removeFound(child, rows);
}

function* rowsIn(box: BlockLevelBox): Generator<Row> {
  if (box.kind === "flex" || box.kind === "grid")
    for (const child of [...box.children, ...box.outOfFlow]) yield* rowsIn(child);
  else if (box.kind === "static-position") yield* rowsIn(box.box);
  else if (box.kind === "table") {
    for (const caption of box.captions) yield* rowsIn(caption);
    for (const { rows } of box.groups) {
      for (const row of rows) {
        yield row;
        for (const cell of row.cells) yield* rowsIn(cell.box);
      }
    }
  } else if (box.kind === "block") {
    if (box.content.kind === "blocks") for (const child of box.content.children) yield* rowsIn(child);
    else yield* rowsInItems(box.content.items);
  }
}

function* rowsInItems(items: readonly InlineItem[]): Generator<Row> {
  for (const item of items)
    if (item.kind === "atom" || item.kind === "float" || item.kind === "static-position") yield* rowsIn(item.box);
}
