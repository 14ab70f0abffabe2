import { compile } from "css-select";
import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { find, html } from "property-information";
import { walkElements } from "./walk-elements.ts";

/** What a page has around a document. */
const shell = ["html", "body"];

/**
 * Makes what finds the elements of a tree that a selector is for. Undefined: a selector that is not understood.
 * `:root`, `html` and `body` are around the tree, as in the finished page.
 */
export function createMatcher(tree: Root): (selector: string) => readonly Element[] | undefined {
  const around = shell.map((tagName): Element => ({ type: "element", tagName, properties: {}, children: [] }));
  const parents = new Map<Element, Element>();
  const [root, body] = around as [Element, Element];
  parents.set(body, root);
  const elements: Element[] = [];
  walkElements(tree, (element, parent) => {
    elements.push(element);
    parents.set(element, parent.type === "root" ? body : parent);
  });
  const childrenOf = (element: Element): Element[] => {
    if (element === root) return [body];
    const { children }: Root | Element = element === body ? tree : element;
    // Texts are among them: what holds one is not `:empty`.
    return children as Element[];
  };
  const attributeOf = (element: Element, name: string): string | undefined => {
    const value = element.properties[find(html, name).property];
    if (value === undefined || value === null || value === false) return undefined;
    return value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
  };
  const adapter = {
    isTag: (node: Element): node is Element => node.type === "element",
    getAttributeValue: attributeOf,
    getChildren: childrenOf,
    getName: ({ tagName }: Element) => tagName,
    getParent: (element: Element) => parents.get(element) ?? null,
    getSiblings: (element: Element) => {
      const parent = parents.get(element);
      return parent ? childrenOf(parent) : [element];
    },
    getText: (element: Element) => textOf(element),
    hasAttrib: (element: Element, name: string) => attributeOf(element, name) !== undefined,
    removeSubsets: (elements: Element[]) => elements,
  };
  const match = (selector: string): readonly Element[] | undefined => {
    try {
      const matches = compile<Element, Element>(selector, { adapter, xmlMode: false, cacheResults: false });
      return [...elements, ...around].filter(matches);
    } catch {
      return undefined;
    }
  };
  // Each declaration of a rule asks for the same elements.
  const known = new Map<string, readonly Element[] | undefined>();
  return (selector) => {
    if (!known.has(selector)) known.set(selector, match(selector));
    return known.get(selector);
  };
}
