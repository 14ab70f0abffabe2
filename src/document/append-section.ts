import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { isElement } from "./is-element.ts";

/** At the end of the text: in `<main>` if there is one, and before a closing `<footer>`. */
export function appendSection(tree: Root): Element {
  const section = h("section");
  const parent = tree.children.find((node): node is Element => isElement(node, "main")) ?? tree;
  const last = parent.children.findLastIndex((node) => node.type === "element");
  const at = isElement(parent.children[last], "footer") ? last : parent.children.length;
  (parent.children as ElementContent[]).splice(at, 0, section);
  return section;
}
