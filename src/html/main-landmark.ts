import type { Element, Root, RootContent } from "hast";

/**
 * Puts the text into `<main>`, unless the author did: all but a leading link past the head, `<header>` or `<nav>` and a closing `<footer>`,
 * which are landmarks of their own (WAI-ARIA in HTML). The tree given stays as it is.
 */
export function mainLandmark(tree: Root): Root {
  if (tree.children.some(holdsMain)) return tree;
  const { children } = tree;
  const from = children.findIndex((node) => !isBlank(node) && !isOneOf(node, ["header", "nav"]) && !isSkipLink(node));
  const last = children.findLastIndex((node) => !isBlank(node) && !isOneOf(node, ["footer"]));
  if (from === -1 || last < from) return tree;
  const main: Element = {
    type: "element",
    tagName: "main",
    properties: {},
    children: children.slice(from, last + 1) as Element["children"],
  };
  return { type: "root", children: [...children.slice(0, from), main, ...children.slice(last + 1)] };
}

const holdsMain = (node: RootContent | Element["children"][number]): boolean =>
  node.type === "element" &&
  (node.tagName === "main" || node.properties.role === "main" || node.children.some(holdsMain));

const isSkipLink = (node: RootContent): boolean =>
  node.type === "element" && [node.properties.className].flat().includes("skip-link");

const isBlank = (node: RootContent) => node.type === "text" && node.value.trim() === "";

const isOneOf = (node: RootContent, tagNames: readonly string[]) =>
  node.type === "element" && tagNames.includes(node.tagName);
