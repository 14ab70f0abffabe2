import type { DomElement } from "../dom/dom-node.ts";
import { htmlAttributeHints } from "./html-attributes.ts";
import { type Declaration, type DeclarationReport, parsePending } from "./parse-declarations.ts";
import { cssNameOf } from "./properties/index.ts";
import { svgProperties } from "./properties/svg.ts";

/** Attributes of SVG elements that stand for CSS declarations (SVG 2, 6.6), in lower case. */
const names: ReadonlySet<string> = new Set([
  ...Object.keys(svgProperties).map(cssNameOf),
  ..."color display visibility opacity overflow transform transform-origin".split(" "),
  ..."direction font-family font-size font-style font-weight letter-spacing word-spacing text-decoration".split(" "),
  "filter",
]);

/** Lengths that CSS wants a unit for, and an attribute does not. */
const withUnits: ReadonlySet<string> = new Set(["font-size", "letter-spacing", "word-spacing"]);

/** The outermost `svg` in HTML says its size by attributes: they are declarations too (SVG 2, 8.2). */
const sizes: ReadonlySet<string> = new Set(["width", "height"]);

/** The presentation attributes of an element as one text, "" where it has none: the key by which elements share a style. */
export function presentationKey(element: DomElement): string {
  if (element.space === "html") return hintsKey(htmlAttributeHints(element));
  const isOutermost = element.name === "svg" && element.parent?.space === "html";
  let key = "";
  for (const [name, text] of Object.entries(element.attributes)) {
    if (names.has(name) || (isOutermost && sizes.has(name))) key += `${name}\0${text}\0`;
  }
  return key;
}

function hintsKey(hints: Readonly<Record<string, string>> | undefined): string {
  let key = "";
  for (const name in hints) key += `${name}\0${hints[name]}\0`;
  return key;
}

/** The declarations that a key of `presentationKey` stands for. */
export function parsePresentation(key: string, report: DeclarationReport): Declaration[] {
  const parts = key.split("\0");
  const declarations: Declaration[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [name, value] = parts.slice(index, index + 2) as [string, string];
    const text = asCss(name, value.trim());
    const declared = { name, text, important: false, at: { field: name } };
    if (/\bvar\(/i.test(text)) declarations.push({ kind: "pending", ...declared });
    else if (text !== "") declarations.push(...parsePending(declared, report));
  }
  return declarations;
}

/** What attributes may say otherwise than CSS: lengths without units, and a space before a bracket. */
function asCss(name: string, text: string): string {
  if (name === "transform") return text.replaceAll(/([a-z])\s+\(/gi, "$1(");
  return (withUnits.has(name) || sizes.has(name)) && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)
    ? `${text}px`
    : text;
}
