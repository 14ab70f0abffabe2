import type { ComputedStyle } from "../css/computed-style.ts";
import { properties } from "../css/properties/index.ts";
import { type DomElement, textOf } from "../dom/dom-node.ts";
import type { TaggerOptions } from "./create-tagger.ts";
import { isMedia } from "./media.ts";
import { shorten } from "./pictures.ts";

/** Elements that the formatter knows how to lay out and tag, beyond what CSS alone says. */
const known = elementNames(`
  html head body title meta link style script template noscript base
  address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary ul
  caption col colgroup table tbody td tfoot th thead tr
  a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike
  strong sub sup time tt u var wbr picture source svg
  input textarea select option optgroup button output progress meter datalist`);

/** Warns of unknown elements, once each; media, which would be missing without a word, is an error. */
export function createElementReport({ diagnostics, locate }: TaggerOptions): (element: DomElement) => void {
  const reported = new Set<string>();
  return (element) => {
    const { name } = element;
    if (known.has(name) || name.startsWith("::") || reported.has(name)) return;
    reported.add(name);
    const isError = isMedia(element);
    const report = isError ? diagnostics.error : diagnostics.warn;
    report({
      code: isError ? "unsupported-element" : "unknown-element",
      message: `The element <${name}> is not supported in PDF.`,
      hint: isError ? "Use an <img> with an alt text." : "It is laid out as its style says.",
      source: locate(element),
    });
  };
}

/** Properties that mean something to any element, and are drawn inside an SVG only. */
const svgOnly = ["clipPath", "mask"] as const;

/** Warns of them on elements of HTML, the outermost `svg` among them, once each. */
export function createSvgOnlyReport({ diagnostics, locate }: TaggerOptions) {
  const reported = new Set<string>();
  return (element: DomElement, style: ComputedStyle): void => {
    if (element.space === "svg" && element.parent?.space === "svg") return;
    for (const field of svgOnly) {
      if (style[field] === "none" || reported.has(field)) continue;
      reported.add(field);
      diagnostics.warn({
        code: "unsupported-css-property",
        message: `The CSS property "${properties[field].name}" is supported in PDF only inside an SVG.`,
        hint: "It is left out.",
        source: { ...locate(element), field: properties[field].name },
      });
    }
  };
}

/** Warns of an element whose text a style takes away. */
export function reportEmptied(element: DomElement, { diagnostics, locate }: TaggerOptions): void {
  diagnostics.warn({
    code: "emptied-element",
    message: `"content: none" leaves out what stands in <${element.name}>: "${shorten(textOf(element).trim())}".`,
    hint: "Some browsers show it all the same. Say display: none where it is to go, or take the declaration out.",
    source: locate(element),
  });
}

/** Warns of a link within the document that leads nowhere. */
export function reportDeadLink(element: DomElement, { diagnostics, locate }: TaggerOptions): void {
  const { href } = element.attributes;
  // "#" alone is the top of the page, which paper has in plain sight.
  if (href === "#" || href === "#top") return;
  diagnostics.warn({
    code: "unknown-link-target",
    message: `The link to "${href}" leads nowhere: no element has that id.`,
    hint: "Its text is printed without the link.",
    source: locate(element),
  });
}

/** Warns of a link that is a program or a document itself. */
export function reportUnsafeLink(element: DomElement, { diagnostics, locate }: TaggerOptions): void {
  const { href = "" } = element.attributes;
  diagnostics.warn({
    code: "unsafe-link",
    message: `The link to "${href.trim().slice(0, 60)}" is no address that a PDF may lead to.`,
    hint: "Its text is printed without the link. Programs (javascript:), data: URIs and addresses of more than 10,000 letters are left out.",
    source: locate(element),
  });
}

function elementNames(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
