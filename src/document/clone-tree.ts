import type { Element, Properties, Root, RootContent } from "hast";

/** A copy of a finished tree, of which each part may be changed. `structuredClone` takes ten times as long: it has to look for cycles, and for classes. */
export function cloneTree(tree: Root): Root {
  return { ...tree, children: tree.children.map(cloneNode) };
}

function cloneNode<Node extends RootContent>(node: Node): Node {
  return node.type === "element" ? (cloneElement(node) as Node) : { ...node };
}

export function cloneElement(element: Element): Element {
  return { ...element, properties: cloneProperties(element.properties), children: element.children.map(cloneNode) };
}

function cloneProperties(properties: Properties): Properties {
  const copy = { ...properties };
  for (const name in copy) {
    const value = copy[name];
    if (Array.isArray(value)) copy[name] = [...value];
  }
  return copy;
}
