import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { sanitize } from "hast-util-sanitize";
import type { Diagnostics } from "../diagnostics/index.ts";
import { allowedHtml, discardedElements } from "./allowed-html.ts";
import { attributeName } from "./attribute-name.ts";

/** Takes out, in place, what `allowedHtml` does not let through. What was taken out is a warning, once for each kind. */
export function sanitiseTree(tree: Root, diagnostics: Diagnostics): Root {
  const removals: Removals = new Map();
  sanitiseChildren(tree, removals);
  for (const [message, hint] of removals) diagnostics.warn({ code: "unsafe-html", message, hint });
  removeEmptyImages(tree);
  return tree;
}

/** Hints, by what was removed. */
type Removals = Map<string, string>;

const allowedElements: ReadonlySet<string> = new Set(allowedHtml.tagNames);

/** Most elements hold nothing that has to go, and keep their list. What an element that is taken out held stands in its place, unless it goes as well. */
function sanitiseChildren(parent: Root | Element, removals: Removals): void {
  const children = parent.children as readonly (RootContent | ElementContent)[];
  let kept: (RootContent | ElementContent)[] | undefined;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as RootContent | ElementContent;
    if (staysIn(child, removals)) kept?.push(child);
    else {
      kept ??= children.slice(0, index);
      if (child.type === "element" && !discardedElements.has(child.tagName)) kept.push(...child.children);
    }
  }
  if (kept) parent.children = kept as ElementContent[];
}

/** Whether a node stays, without what has to go in it. */
function staysIn(node: RootContent | ElementContent, removals: Removals): boolean {
  if (node.type !== "element") return node.type === "text";
  const { tagName } = node;
  if (allowedElements.has(tagName)) {
    if (!hasPlainProperties(node)) sanitiseProperties(node, removals);
    sanitiseChildren(node, removals);
    return true;
  }
  if (discardedElements.has(tagName)) removals.set(`<${tagName}> and what it holds was removed.`, hintFor(tagName));
  else {
    removals.set(`<${tagName}> was removed; what it holds was kept.`, hintFor(tagName));
    sanitiseChildren(node, removals);
  }
  return false;
}

/** Attributes of an element that may have any value. */
const plainProperties: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(allowedHtml.attributes ?? {}).map(([tagName, attributes]) => [
    tagName,
    new Set(attributes.filter((attribute) => typeof attribute === "string")),
  ]),
);
const ofAll = plainProperties.get("*");

/** Whether nothing of an element's attributes has to go, without asking for each value: of most there is nothing to ask. */
function hasPlainProperties({ tagName, properties }: Element): boolean {
  const own = plainProperties.get(tagName);
  for (const name in properties) if (!(ofAll?.has(name) || own?.has(name)) || !isPlain(properties[name])) return false;
  return true;
}

const isPlain = (value: Properties[string]): boolean =>
  Array.isArray(value) ? value.every(isText) : typeof value === "boolean" || isText(value);

const isText = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

function sanitiseProperties(element: Element, removals: Removals): void {
  const { tagName, properties } = element;
  const clean = sanitize({ type: "element", tagName, properties, children: [] }, allowedHtml) as Element;
  compareAttributes(element, clean, removals);
  element.properties = clean.properties;
}

function compareAttributes(before: Element, after: Element, removals: Removals): void {
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
function removeEmptyImages(parent: Root | Element): void {
  const children = parent.children as readonly (RootContent | ElementContent)[];
  if (children.some(isEmptyImage))
    parent.children = children.filter((child) => !isEmptyImage(child)) as ElementContent[];
  for (const child of parent.children) if (child.type === "element") removeEmptyImages(child);
}

const isEmptyImage = (node: RootContent | ElementContent) =>
  node.type === "element" && node.tagName === "img" && node.properties.src === undefined;
