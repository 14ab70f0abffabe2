import { compile } from "css-select";
import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { find, html } from "property-information";
import { passingStates } from "../stylesheet/index.ts";
import { walkElements } from "./walk-elements.ts";

/** What a page has around a document, and the elements of the document in their order. */
export interface PageElements {
  readonly root: Element;
  readonly body: Element;
  readonly elements: readonly Element[];
}

export interface TreeSelectors {
  /** Puts a tree into a page, so that selectors may be asked of its elements. */
  enter(tree: Root): PageElements;
  /** Says where an element stands that is in no tree. */
  place(element: Element, parent: Element): void;
  /** Undefined: a selector that is not understood. `:root`, `html` and `body` are around a tree, as in the finished page. */
  compile(selector: string): ((element: Element) => boolean) | undefined;
}

/** Names of properties by those of the attributes that selectors ask for, which are few: to find one makes texts. */
const propertyNames = new Map<string, string>();

function propertyOf(attribute: string): string {
  const property = propertyNames.get(attribute) ?? find(html, attribute).property;
  propertyNames.set(attribute, property);
  return property;
}

const atRest = Object.fromEntries(Array.from(passingStates, (name) => [name, () => false]));

/** Selectors for the elements of trees, which do not know their parents. */
export function createTreeSelectors(): TreeSelectors {
  const parents = new WeakMap<Element, Element>();
  // Texts are among them: what holds one is not `:empty`.
  const childrenOf = ({ children }: Element): Element[] => children as Element[];
  const attributeOf = (element: Element, name: string): string | undefined => {
    const value = element.properties[propertyOf(name)];
    if (value === undefined || value === null || value === false) return undefined;
    if (Array.isArray(value)) return value.length === 1 ? String(value[0]) : value.join(" ");
    return value === true ? "" : String(value);
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
  return {
    enter(tree) {
      const body: Element = {
        type: "element",
        tagName: "body",
        properties: {},
        children: tree.children as Element["children"],
      };
      const root: Element = { type: "element", tagName: "html", properties: {}, children: [body] };
      parents.set(body, root);
      const elements: Element[] = [];
      walkElements(tree, (element, parent) => {
        elements.push(element);
        parents.set(element, parent.type === "root" ? body : parent);
      });
      return { root, body, elements };
    },
    place(element, parent) {
      parents.set(element, parent);
    },
    compile(selector) {
      try {
        return compile<Element, Element>(selector, { adapter, pseudos: atRest, xmlMode: false, cacheResults: false });
      } catch {
        return undefined;
      }
    },
  };
}
