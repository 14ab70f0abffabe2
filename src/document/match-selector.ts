import type { Element, Root } from "hast";
import { createTreeSelectors } from "./tree-selectors.ts";

/** Makes what finds the elements of a tree that a selector is for. Undefined: a selector that is not understood. */
export function createMatcher(tree: Root): (selector: string) => readonly Element[] | undefined {
  const selectors = createTreeSelectors();
  const { root, body, elements } = selectors.enter(tree);
  const match = (selector: string): readonly Element[] | undefined => {
    const matches = selectors.compile(selector);
    return matches && [...elements, root, body].filter(matches);
  };
  // Each declaration of a rule asks for the same elements.
  const known = new Map<string, readonly Element[] | undefined>();
  return (selector) => {
    if (!known.has(selector)) known.set(selector, match(selector));
    return known.get(selector);
  };
}
