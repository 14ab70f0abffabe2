import type { Element, ElementContent, Root } from "hast";

/** Takes out, in place, what figures were traced to, and the elements that only said that. */
export function removeTraces(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== "element") return [child];
    removeTraces(child);
    const { dataTrace, ...properties } = child.properties;
    if (dataTrace === undefined) return [child];
    const says = Object.entries(properties).some(([name, value]) => name !== "value" || value !== "");
    child.properties = properties;
    return says ? [child] : child.children;
  });
}
