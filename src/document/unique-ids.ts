import type { Root } from "hast";
import { walkElements } from "./walk-elements.ts";

/** Gives ids that nothing in the tree has yet: `notes`, else `notes-2`, `notes-3` and so on. */
export function uniqueIds(tree: Root): (wanted: string) => string {
  const used = new Set<string>();
  walkElements(tree, ({ properties }) => {
    if (typeof properties.id === "string") used.add(properties.id);
  });
  return (wanted) => {
    let id = wanted;
    for (let count = 2; used.has(id); count += 1) id = `${wanted}-${count}`;
    used.add(id);
    return id;
  };
}
