import type { Element, ElementContent, Root, RootContent } from "hast";

/** Elements of the house around words of a sentence; what they mean is for programs. */
const wrappers = new Set(["data", "time", "span"]);

/** Within these a sentence goes on. */
const phrasing = new Set("abbr b cite data dfn em i mark q small span strong time".split(" "));

/**
 * A tree whose sentences are spoken in one. Chromium gives each element with an id to assistive technology as an object of its
 * own, at which screen readers break off: "20.4 women sent to prison", "." (heard with Orca). Elements that only carry the id of
 * a figure have `role="none"` for that where they stand among words. The tree given stays as it is; what does not change is shared.
 */
export const spokenInOne = (tree: Root): Root => spoken(tree, false);

function spoken<Parent extends Root | Element>(parent: Parent, isAmongWords: boolean): Parent {
  const given = parent.children as readonly ElementContent[];
  const amongWords = isAmongWords || holdsSeveral(given);
  let children: ElementContent[] | undefined;
  for (let index = 0; index < given.length; index += 1) {
    const child = given[index] as ElementContent;
    if (child.type !== "element") continue;
    const inside = spoken(child, amongWords && phrasing.has(child.tagName));
    const result = amongWords && isWrapper(inside) ? withoutObject(inside) : inside;
    if (result === child) continue;
    children ??= given.slice();
    children[index] = result;
  }
  return children ? { ...parent, children } : parent;
}

/** Whether more than one of them is read. */
function holdsSeveral(nodes: readonly RootContent[]): boolean {
  let count = 0;
  for (const node of nodes) if (isRead(node)) count += 1;
  return count > 1;
}

const isRead = (node: RootContent): boolean =>
  node.type === "element" || (node.type === "text" && node.value.trim() !== "");

const isWrapper = ({ tagName, properties }: Element): boolean =>
  wrappers.has(tagName) && properties.id !== undefined && !Object.keys(properties).some(isForReaders);

const isForReaders = (name: string): boolean => name === "role" || name === "tabIndex" || name.startsWith("aria");

const withoutObject = (element: Element): Element => ({
  ...element,
  properties: { ...element.properties, role: "none" },
});
