import type { Element, ElementContent, Root, RootContent } from "hast";
import { h, s } from "hastscript";
import { html as html5, type Token } from "parse5";
import { find, svg } from "property-information";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { type DomElement, type DomLocation, type DomNode, type DomText, textOf } from "./dom-node.ts";
import { isLanguageTag } from "./language-tag.ts";
import { type ParsedElement, parseHtml } from "./parse-html.ts";
import { sourceLocation } from "./source-location.ts";
import { startsRightToLeft } from "./text-direction.ts";

declare module "hast" {
  interface RootData {
    /** Its doctype, or the lack of one, has browsers show it in quirks mode. Absent: a lack has. */
    hasOldDoctype?: boolean | undefined;
  }
}

/** Deeper nesting than any document needs; it bounds the recursion of every later step. */
const maxDepth = 256;

export interface ReadDomOptions {
  readonly diagnostics: Diagnostics;
  /** Named in diagnostics. */
  readonly file: string | undefined;
}

export interface DomDocument {
  readonly html: DomElement;
  /** A whole page without a doctype, or with one of the first, which browsers show in quirks mode: written for browsers of the nineties. */
  readonly isQuirky: boolean;
  /** In quirks mode, and in that of some doctypes of their time, lines are as high as the texts that stand in them, without that of the block around. */
  readonly hasLineQuirk: boolean;
}

/**
 * Reads HTML, as text or as a hast tree, into one `html` element. A tree without `html` or `body` gets them, as a
 * browser would give it. Nesting past 256 levels is the error `html-too-deep`.
 */
export function readDom(source: string | Root, options: ReadDomOptions): DomDocument {
  const reader = new Reader(options);
  return typeof source === "string" ? readText(source, reader) : readTree(source, reader);
}

function readText(source: string, reader: Reader): DomDocument {
  const { html, isQuirky, hasLineQuirk } = parseHtml(source);
  // An `html` that nobody wrote has no position: a part of a page has no doctype and is not quirky.
  const isWritten = html.location !== undefined;
  const parsed = reader.parsed(html, undefined, 0);
  return { html: parsed, isQuirky: isWritten && isQuirky, hasLineQuirk: isWritten && hasLineQuirk };
}

function readTree(root: Root, reader: Reader): DomDocument {
  const html = root.children.find((child): child is Element => child.type === "element" && child.tagName === "html");
  if (html) {
    // An `html` that nobody wrote has no position: a part of a page has no doctype and is not quirky.
    const isWritten = html.position !== undefined;
    const hasLineQuirk = isWritten && root.data?.quirksMode === true;
    // Of a doctype, a tree does not have what makes it old.
    const isOld = root.data?.hasOldDoctype ?? root.children.every(({ type }) => type !== "doctype");
    const isQuirky = hasLineQuirk && isOld;
    return { html: reader.element(html, undefined, 0), isQuirky, hasLineQuirk };
  }
  const body = root.children.find((child): child is Element => child.type === "element" && child.tagName === "body");
  const bodyElement: Element = body ?? {
    type: "element",
    tagName: "body",
    properties: {},
    children: contents(root.children),
  };
  const whole: Element = { type: "element", tagName: "html", properties: {}, children: [bodyElement] };
  return { html: reader.element(whole, undefined, 0), isQuirky: false, hasLineQuirk: false };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Shared by all that have none. */
const none: readonly never[] = [];
const noAttributes: Record<string, string> = {};

const contents = (children: readonly RootContent[]) =>
  children.filter((child): child is ElementContent => child.type !== "doctype");

class Reader {
  readonly #options: ReadDomOptions;
  #tooDeep = false;

  constructor(options: ReadDomOptions) {
    this.#options = options;
  }

  element(source: Element, parent: DomElement | undefined, depth: number): DomElement {
    const name = source.tagName.toLowerCase();
    const space = spaceOf(name, parent);
    const attributes = readAttributes(source.properties, space);
    const location = locationOf(source);
    const result: Mutable<DomElement> = {
      kind: "element",
      space,
      name,
      attributes,
      classes: classesOf(attributes),
      parent,
      children: none,
      location,
    };
    if (parent) this.#checkLanguage(attributes, location);
    if (this.#holds(depth, location) && source.children.length > 0)
      result.children = this.#children(source, result, depth + 1);
    resolveDirection(result, attributes);
    return result;
  }

  /** The same of what was parsed from text. It becomes the element itself: of a large document there need not be two. */
  parsed(source: ParsedElement, parent: DomElement | undefined, depth: number): DomElement {
    const result = source as unknown as Mutable<DomElement>;
    const { name, properties } = asInHast(source);
    delete source.content;
    result.name = name;
    result.space = spaceOf(name, parent);
    const attributes = properties ? readAttributes(properties, result.space) : noAttributes;
    result.attributes = attributes;
    result.classes = classesOf(attributes);
    result.parent = parent;
    if (parent) this.#checkLanguage(attributes, result.location);
    result.children = this.#holds(depth, result.location) ? this.#parsedChildren(source, result, depth + 1) : none;
    resolveDirection(result, attributes);
    return result;
  }

  #parsedChildren(source: ParsedElement, parent: DomElement, depth: number): readonly DomNode[] {
    const children: DomNode[] = [];
    for (const child of source.children) {
      if (child.kind === "element") children.push(this.parsed(child, parent, depth));
      else if (child.kind === "text") {
        child.text = wellFormed(child.text);
        children.push(child as unknown as DomText);
      }
    }
    return children.length > 0 ? children.slice() : none;
  }

  #holds(depth: number, location: DomLocation | undefined): boolean {
    if (depth >= maxDepth) this.#reportDepth(location);
    return depth < maxDepth;
  }

  #children(source: Element, parent: DomElement, depth: number): readonly DomNode[] {
    // As large as it is: what grows has room for more.
    const children: DomNode[] = new Array(source.children.length);
    let count = 0;
    for (const child of source.children) {
      if (child.type === "element") children[count++] = this.element(child, parent, depth);
      else if (child.type === "text")
        children[count++] = { kind: "text", text: wellFormed(child.value), parent, location: locationOf(child) };
    }
    return count === children.length ? children : children.slice(0, count);
  }

  /** What is no language is none: text of it is read in the voice of the text around. */
  #checkLanguage(attributes: Record<string, string>, location: DomLocation | undefined): void {
    const { lang } = attributes;
    if (lang === undefined || lang === "" || isLanguageTag(lang)) return;
    delete attributes.lang;
    this.#options.diagnostics.warn({
      code: "invalid-language",
      message: `"${lang}" is not a language tag.`,
      hint: 'Give a lang such as "en-GB" or "cy", or none.',
      source: sourceLocation(this.#options.file, location),
    });
  }

  #reportDepth(location: DomLocation | undefined): void {
    if (this.#tooDeep) return;
    this.#tooDeep = true;
    this.#options.diagnostics.error({
      code: "html-too-deep",
      message: `Elements are nested more than ${maxDepth} deep.`,
      hint: "Look for tags that are never closed.",
      source: sourceLocation(this.#options.file, location),
    });
  }
}

/** Name and properties as trees of hast have them, so that both sources read the same; undefined: it has none. */
function asInHast({ name, space, attributes }: ParsedElement): {
  readonly name: string;
  readonly properties: Element["properties"] | undefined;
} {
  // Most elements have no attribute; what looks like a selector is read as one.
  if (attributes.length === 0 && !/[#.]/.test(name)) return { name: name.toLowerCase(), properties: undefined };
  const make = space === html5.NS.SVG ? s : h;
  const { tagName, properties } = make(name, attributesByName(attributes));
  return { name: tagName.toLowerCase(), properties };
}

function attributesByName(attributes: readonly Token.Attribute[]): Record<string, string> {
  const byName: Record<string, string> = {};
  for (const { prefix, name, value } of attributes) {
    const whole = prefix ? `${prefix}:${name}` : name;
    if (!Object.hasOwn(Object.prototype, whole)) byName[whole] = value;
  }
  return byName;
}

const spaceOf = (name: string, parent: DomElement | undefined): DomElement["space"] =>
  name === "svg" ? "svg" : ((parent && spaceInside(parent)) ?? "html");

/** Most elements have one class, or none. */
function classesOf({ class: names }: Readonly<Record<string, string>>): readonly string[] {
  if (!names) return none;
  return whiteSpace.test(names) ? names.split(/\s+/).filter(Boolean) : [names];
}

const whiteSpace = /\s/;

/** What `auto` comes to is known before any style is. */
function resolveDirection(element: DomElement, attributes: Record<string, string>): void {
  if (attributes.dir?.toLowerCase() === "auto") attributes.dir = startsRightToLeft(textOf(element)) ? "rtl" : "ltr";
}

/** An SVG may hold HTML in some of its elements (HTML 13.2.6.5: its integration points). */
const spaceInside = ({ space, name }: DomElement): DomElement["space"] =>
  space === "svg" && !["foreignobject", "desc", "title"].includes(name) ? "svg" : "html";
/** Half of a surrogate pair becomes U+FFFD, as in what a browser reads: no name, URI or PDF string can hold it. */
const wellFormed = (text: string) => (text.isWellFormed() ? text : text.toWellFormed());

function locationOf(node: Element | ElementContent): DomLocation | undefined {
  const start = node.position?.start;
  return start && { line: start.line, column: start.column };
}

/** hast's camel-case property names back to attribute names, as the markup writes them. */
function readAttributes(
  properties: Element["properties"] | undefined,
  space: DomElement["space"],
): Record<string, string> {
  const nameOf = space === "svg" ? svgAttributeName : attributeName;
  let attributes: Record<string, string> | undefined;
  for (const name in properties) {
    const value = properties[name];
    if (value === null || value === undefined || value === false) continue;
    const text = value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
    attributes ??= {};
    attributes[nameOf(name)] = wellFormed(text);
  }
  return attributes ?? noAttributes;
}

const svgAttributeName = (property: string) => find(svg, property).attribute.toLowerCase();

const irregularNames: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  httpEquiv: "http-equiv",
  acceptCharset: "accept-charset",
};

const ofData = /^data[A-Z0-9]/;
const ofAria = /^aria[A-Z]/;

/** Names as they were asked for last. Whoever writes a document may make up others. */
const knownNames = new Map<string, string>();
const mostNames = 500;

function attributeName(property: string): string {
  const known = knownNames.get(property);
  if (known !== undefined) return known;
  if (knownNames.size >= mostNames) knownNames.clear();
  const name = readName(property);
  knownNames.set(property, name);
  return name;
}

function readName(property: string): string {
  const irregular = irregularNames[property];
  if (irregular !== undefined) return irregular;
  if (ofData.test(property)) {
    return `data-${property[4]?.toLowerCase()}${property.slice(5).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  }
  if (ofAria.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  return property.toLowerCase();
}
