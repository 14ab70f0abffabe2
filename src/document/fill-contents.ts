import type { Element, Root } from "hast";
import { h } from "hastscript";
import type { DocumentWords } from "../language/index.ts";
import type { Heading } from "./briefing-document.ts";
import { isHeading } from "./is-element.ts";
import { uniqueIds } from "./unique-ids.ts";
import { walkElements } from "./walk-elements.ts";

/**
 * Fills every `<nav data-contents>` with links to the headings of the second and third level, as a list of lists. What
 * the author put into it stays in front. A document with nothing to list has no contents: the element goes.
 */
export function fillContents(tree: Root, headings: readonly Heading[], words: DocumentWords): void {
  const containers: { nav: Element; parent: Root | Element }[] = [];
  walkElements(tree, (nav, parent) => {
    if (nav.properties.dataContents !== undefined) containers.push({ nav, parent });
  });
  if (containers.length === 0) return;
  const newId = uniqueIds(tree);
  for (const { nav, parent } of containers) {
    delete nav.properties.dataContents;
    const list = contentsList(headings.filter(({ id }) => !holds(nav, id)));
    if (!list) {
      parent.children = (parent.children as Element[]).filter((node) => node !== nav);
      continue;
    }
    if (!nav.properties.ariaLabel && !nav.properties.ariaLabelledBy) nameNav(nav, words, newId);
    nav.children.push(list);
  }
}

function contentsList(headings: readonly Heading[]): Element | undefined {
  const list = h("ul", { className: ["contents-list"] });
  for (const { level, id, text } of headings) {
    const item = h("li", [h("a", { href: `#${id}` }, text)]);
    const section = list.children.at(-1) as Element | undefined;
    if (level === 2 || (level === 3 && !section)) list.children.push(item);
    else if (level === 3 && section) subList(section).children.push(item);
  }
  return list.children.length > 0 ? list : undefined;
}

function subList(section: Element): Element {
  const last = section.children.at(-1);
  if (last?.type === "element" && last.tagName === "ul") return last;
  const list = h("ul");
  section.children.push(list);
  return list;
}

/** A landmark is named by what it shows: the author's heading in it, else one of ours that is no part of the outline. */
function nameNav(nav: Element, words: DocumentWords, newId: (wanted: string) => string): void {
  let title = nav.children.find(isHeading);
  if (!title) {
    title = h("p", { className: ["contents-title"] }, words.contents);
    nav.children.unshift(title);
  }
  title.properties.id ??= newId("contents");
  nav.properties.ariaLabelledBy = [String(title.properties.id)];
}

function holds(nav: Element, id: string): boolean {
  let found = false;
  walkElements(nav, ({ properties }) => {
    found ||= properties.id === id;
  });
  return found;
}
