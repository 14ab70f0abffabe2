import type { Element, ElementContent, Root, RootContent } from "hast";
import { sanitize } from "hast-util-sanitize";
import type { Diagnostics } from "../diagnostics/index.ts";
import { allowedHtml, discardedElements } from "./allowed-html.ts";
import { attributeName } from "./attribute-name.ts";
import { walkElements } from "./walk-elements.ts";

/** A copy with only what `allowedHtml` lets through. What was taken out is a warning, once for each kind. */
export function sanitiseTree(tree: Root, diagnostics: Diagnostics): Root {
  const clean = sanitize(tree, allowedHtml) as Root;
  const removals = new Map<string, string>();
  compare(tree.children, clean.children[Symbol.iterator](), removals);
  for (const [message, hint] of removals) diagnostics.warn({ code: "unsafe-html", message, hint });
  removeEmptyImages(clean);
  return clean;
}

const allowedElements = new Set(allowedHtml.tagNames);

/** Walks both trees side by side. What an element that was taken out held stands in its place, unless it went as well. */
function compare(
  before: readonly (RootContent | ElementContent)[],
  after: Iterator<RootContent | ElementContent>,
  removals: Map<string, string>,
): void {
  for (const node of before) {
    if (node.type === "text") after.next();
    else if (node.type === "element") {
      if (allowedElements.has(node.tagName)) {
        const kept = after.next().value as Element;
        compareAttributes(node, kept, removals);
        compare(node.children, kept.children[Symbol.iterator](), removals);
      } else if (discardedElements.has(node.tagName)) {
        removals.set(`<${node.tagName}> and what it holds was removed.`, hintFor(node.tagName));
      } else {
        removals.set(`<${node.tagName}> was removed; what it holds was kept.`, hintFor(node.tagName));
        compare(node.children, after, removals);
      }
    }
  }
}

function compareAttributes(before: Element, after: Element, removals: Map<string, string>): void {
  for (const name of Object.keys(before.properties)) {
    if (name in after.properties) continue;
    const value = before.properties[name];
    const shown = typeof value === "string" && value !== "" ? `="${shorten(value)}"` : "";
    removals.set(`The attribute ${attributeName(name)}${shown} of <${before.tagName}> was removed.`, hintFor(name));
  }
}

const hints: Readonly<Record<string, string>> = {
  style: "Give styles as a stylesheet; a style attribute may fetch nothing.",
  link: "Give styles as a stylesheet.",
  script: "A briefing runs no script.",
  svg: 'Give drawings as images: <img src="data:image/svg+xml,…" alt="…">, without texts, or as charts.',
  src: "An image is one of the briefing ({{image}}), a chart of it, or a data: address (PNG, JPEG, GIF, WebP, AVIF, SVG): the page fetches nothing.",
  href: "Links lead to http:, https:, mailto: or tel: addresses, or to an #id of the page.",
};

const dataHint = "A stylesheet can print a data attribute, and no script reads it: use a class.";

function hintFor(name: string): string {
  if (name.startsWith("on")) return hints.script!;
  if (name.startsWith("data")) return dataHint;
  return hints[name] ?? "The readme lists the HTML that a briefing may hold.";
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** An image without its address would be a broken frame. */
function removeEmptyImages(tree: Root): void {
  walkElements(tree, (element) => {
    if (!element.children.some(isEmptyImage)) return;
    element.children = element.children.filter((child) => !isEmptyImage(child));
  });
  tree.children = tree.children.filter((child) => !isEmptyImage(child));
}

const isEmptyImage = (node: RootContent | ElementContent) =>
  node.type === "element" && node.tagName === "img" && node.properties.src === undefined;
