import type { ContentPart, Target } from "../css/content.ts";
import type { DomElement, DomNode } from "../dom/dom-node.ts";
import { accessibleName } from "../svg/index.ts";
import { formatCounter } from "./counter-style.ts";
import type { Counters } from "./counters.ts";
import type { References } from "./references.ts";

/** What generated content can know where it stands. */
export interface GeneratedContext {
  readonly element: DomElement;
  readonly counters: Counters;
  readonly references: References;
}

/** The text of generated content; `string()` and the page counters mean something in margin boxes only. */
export function generatedText(parts: readonly ContentPart[], context: GeneratedContext): string {
  return parts.map((part) => partText(part, context)).join("");
}

function partText(part: ContentPart, { element, counters, references }: GeneratedContext): string {
  if (part.kind === "text") return part.text;
  if (part.kind === "attribute") return element.attributes[part.name] ?? "";
  if (part.kind === "counter") return formatCounter(counters.value(part.name), part.style);
  if (part.kind === "counters") {
    const values = counters.values(part.name);
    return (values.length === 0 ? [0] : values).map((value) => formatCounter(value, part.style)).join(part.separator);
  }
  if (part.kind === "target-counter") {
    const value = references.counter(hrefOf(part.target, element), part.name);
    return value === undefined ? "" : formatCounter(value, part.style);
  }
  if (part.kind === "target-text") return references.text(hrefOf(part.target, element)) ?? "";
  if (part.kind === "quote") return part.open ? openQuote(element) : closeQuote(element);
  return part.kind === "element-text" ? plainText(element) : "";
}

/** Generated content stands in for a link's own attribute: `a::after` asks the `a`. */
const hrefOf = (target: Target, element: DomElement) =>
  target.kind === "url" ? target.url : (element.attributes[target.name] ?? "");

export const plainText = (element: DomElement) => spoken(element).replaceAll(/\s+/g, " ").trim();

/** Of a picture, what it says that it shows. */
function spoken(node: DomNode): string {
  if (node.kind === "text") return node.text;
  if (node.name === "svg") return ` ${accessibleName(node, () => undefined) ?? ""} `;
  return node.children.map(spoken).join("");
}

/** Quotes by depth: double outside, single inside, by turns. */
const isOdd = (element: DomElement) => {
  let depth = 0;
  for (let node = element.parent; node; node = node.parent) if (node.name === "q") depth += 1;
  return depth % 2 === 1;
};
const openQuote = (element: DomElement) => (isOdd(element) ? "‘" : "“");
const closeQuote = (element: DomElement) => (isOdd(element) ? "’" : "”");
