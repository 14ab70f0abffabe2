import type { PseudoElement } from "../css/compile-selector.ts";
import type { DomElement } from "../dom/dom-node.ts";

/** A pseudo-element with its text, as a child of the element that it belongs to. */
export function generatedElement(pseudo: PseudoElement, text: string, of: DomElement): DomElement {
  const { location } = of;
  const element = {
    kind: "element",
    space: "html",
    name: `::${pseudo}`,
    attributes: {},
    classes: [],
    parent: of,
    children: [],
    location,
  } as const;
  return { ...element, children: [{ kind: "text", text, parent: element, location }] };
}

export const isGenerated = ({ name }: DomElement) => name.startsWith("::");
