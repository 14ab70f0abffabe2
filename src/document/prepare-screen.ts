import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Words } from "../language/index.ts";
import { isHeading } from "./is-element.ts";
import { sayMarkers } from "./say-markers.ts";
import { uniqueIds } from "./unique-ids.ts";
import { walkElements } from "./walk-elements.ts";

/**
 * Makes of a tree what a page on a screen has besides, in place: a first link that leads past its head, and markers in tables
 * that are heard as what they mean.
 */
export function prepareScreen(tree: Root, words: Pick<Words, "document" | "template">): void {
  sayMarkers(tree, words.template.markers, (marker, meaning) => [
    h("span", { ariaHidden: "true", title: meaning }, marker),
    h("span", { className: ["visually-hidden"] }, meaning),
  ]);
  insertSkipLink(tree, words.document.skip);
}

/** To the main part, else to the first heading. */
function insertSkipLink(tree: Root, text: string): void {
  const elements: Element[] = [];
  walkElements(tree, (element) => void elements.push(element));
  const target =
    elements.find((element) => element.tagName === "main" || element.properties.role === "main") ??
    elements.find(isHeading);
  if (!target) return;
  target.properties.id ??= uniqueIds(tree)("content");
  const link: ElementContent = h("a", { className: ["skip-link"], href: `#${target.properties.id}` }, text);
  tree.children.unshift(link);
}
