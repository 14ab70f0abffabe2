import type { Element, Root } from "hast";

/** Calls `visit` for each element in document order, with its parent. */
export function walkElements(parent: Root | Element, visit: (element: Element, parent: Root | Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    visit(child, parent);
    walkElements(child, visit);
  }
}
