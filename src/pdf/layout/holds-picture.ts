import type { BlockBox, BlockLevelBox, InlineItem, TableBox } from "../box/box.ts";

const known = new WeakMap<TableBox, boolean>();

/** Whether a picture that has one size alone stands in a cell of this table, or in a table in one. */
export function holdsPicture(table: TableBox): boolean {
  const before = known.get(table);
  if (before !== undefined) return before;
  const result = table.groups.some(({ rows }) => rows.some(({ cells }) => cells.some(({ box }) => isInBlock(box))));
  known.set(table, result);
  return result;
}

function isIn(box: BlockLevelBox): boolean {
  // One that is made anew for less width gives way.
  if (box.kind === "replaced") return box.image.kind !== "drawing" || box.image.forWidth === undefined;
  if (box.kind === "table") return holdsPicture(box);
  if (box.kind === "static-position") return false;
  return box.kind === "block" ? isInBlock(box) : box.children.some(isIn);
}

const isInBlock = ({ content }: BlockBox): boolean =>
  content.kind === "inline" ? content.items.some(isInItem) : content.children.some(isIn);

const isInItem = (item: InlineItem): boolean => (item.kind === "atom" || item.kind === "float") && isIn(item.box);
