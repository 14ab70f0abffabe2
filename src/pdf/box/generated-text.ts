import type { ComputedStyle } from "../css/computed-style.ts";
import type { ContentPart, Target } from "../css/content.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { formatCounter } from "./counter-style.ts";
import type { Counters } from "./counters.ts";
import { plainText } from "./plain-text.ts";
import { quoteMark } from "./quote-mark.ts";
import type { References } from "./references.ts";

/** What generated content can know where it stands. */
export interface GeneratedContext {
  readonly element: DomElement;
  readonly quotes: ComputedStyle["quotes"];
  readonly counters: Counters;
  readonly references: References;
}

/** The text of generated content; `string()` and the page counters mean something in margin boxes only. */
export function generatedText(parts: readonly ContentPart[], context: GeneratedContext): string {
  return parts.map((part) => partText(part, context)).join("");
}

/** Generated content in pieces: texts, and the leaders and pictures between them. */
export function generatedPieces(parts: readonly ContentPart[], context: GeneratedContext): readonly GeneratedPiece[] {
  const pieces: GeneratedPiece[] = [];
  let texts: ContentPart[] = [];
  const close = () => {
    if (texts.length > 0) pieces.push({ kind: "text", text: generatedText(texts, context) });
    texts = [];
  };
  for (const part of parts) {
    if (part.kind !== "leader" && part.kind !== "image") {
      texts.push(part);
      continue;
    }
    close();
    pieces.push(part);
  }
  close();
  return pieces;
}

export type GeneratedPiece =
  | { readonly kind: "text" | "leader"; readonly text: string }
  | Extract<ContentPart, { readonly kind: "image" }>;

function partText(part: ContentPart, { element, quotes, counters, references }: GeneratedContext): string {
  if (part.kind === "text") return part.text;
  if (part.kind === "attribute") return attributeOf(element, part.name);
  if (part.kind === "counter") return formatCounter(counters.value(part.name), part.style);
  if (part.kind === "counters") {
    const values = counters.values(part.name);
    return (values.length === 0 ? [0] : values).map((value) => formatCounter(value, part.style)).join(part.separator);
  }
  if (part.kind === "target-counter") {
    const value = references.counter(hrefOf(part.target, element), part.name);
    return value === undefined ? "" : references.write(formatCounter(value, part.style));
  }
  if (part.kind === "target-text") return references.text(hrefOf(part.target, element)) ?? "";
  if (part.kind === "quote") {
    const depth = counters.quote(part.open);
    return part.isSilent ? "" : quoteMark(quotes, { depth, open: part.open, lang: langAround(element) });
  }
  return part.kind === "element-text" ? plainText(element) : "";
}

/** Names of attributes are of small letters in HTML, however a style writes them. */
const attributeOf = ({ attributes, space }: DomElement, name: string) =>
  attributes[space === "html" ? name.toLowerCase() : name] ?? "";

/** Generated content stands in for a link's own attribute: `a::after` asks the `a`. */
const hrefOf = (target: Target, element: DomElement) =>
  target.kind === "url" ? target.url : attributeOf(element, target.name);

/** The language of the text that a quotation stands in, not its own: the marks belong to whoever quotes. */
function langAround(element: DomElement): string {
  for (let node = element.parent; node; node = node.parent) if (node.attributes.lang) return node.attributes.lang;
  return "";
}
