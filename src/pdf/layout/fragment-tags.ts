import type { TagNode } from "../tags/tag-node.ts";
import type { Fragment } from "./fragment.ts";

/** The structure elements that all of it belongs to, the outermost of them; none where nothing of it is read. */
export function tagsIn(fragment: Fragment): readonly TagNode[] {
  const tags = new Set<TagNode>();
  collect(fragment, tags);
  return [...tags];
}

function collect(fragment: Fragment, tags: Set<TagNode>): void {
  if (fragment.kind === "image") {
    if (fragment.content !== "artifact") tags.add(fragment.content);
  } else if (fragment.kind === "line") {
    for (const { item } of fragment.runs) if (item.tag !== "artifact") tags.add(item.tag);
    for (const atom of fragment.atoms) collect(atom, tags);
  } else if (fragment.tag) tags.add(fragment.tag);
  else for (const child of fragment.children) collect(child, tags);
}
