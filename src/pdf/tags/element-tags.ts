import { type DomElement, elementsIn, textOf } from "../dom/dom-node.ts";
import type { Role, TagAttributes } from "./tag-node.ts";

/** What an HTML element becomes in the structure tree; undefined: nothing of its own. */
export interface ElementTag extends TagAttributes {
  readonly role: Role;
}

type Handler = (element: DomElement) => ElementTag | undefined;

/** The same for all such elements: whoever has more to say makes a copy. */
const as = (role: Role): Handler => {
  const tag: ElementTag = { role };
  return () => tag;
};

const isList = ({ name }: DomElement) => name === "ol" || name === "ul";

/** The ARIA roles of DPUB-ARIA 1.0 and WAI-ARIA that change what an element is. */
const ariaRoles: Readonly<Record<string, Handler>> = {
  "doc-footnote": as("Note"),
  "doc-endnote": as("Note"),
  // A heading of it stands beside the list, which is the table of contents.
  "doc-toc": (element) => ({ role: isList(element) ? "TOC" : "Sect" }),
  presentation: () => undefined,
  none: () => undefined,
};

/** A list of a table of contents, or an item of one. */
const isInToc = (element: DomElement): boolean => {
  for (let parent = element.parent; parent; parent = parent.parent) {
    if (parent.attributes.role === "doc-toc") return true;
    if (!isList(parent) && parent.name !== "li" && parent.name !== "div") return false;
  }
  return false;
};

/** A link in it refers to a place in the document (ISO 32000-1, table 333: Reference). */
export function isTocLink(element: DomElement): boolean {
  for (let parent = element.parent; parent; parent = parent.parent) if (parent.name === "li") return isInToc(parent);
  return false;
}

const list: Handler = (element) => ({ role: isInToc(element) ? "TOC" : "L" });

/** Blocks inside need no paragraph around them. */
const paragraph: Handler = (element) => (elementsIn(element, isBlock).length > 1 ? undefined : { role: "P" });

/** Elements that the default style makes blocks, and that have a tag of their own. */
const isBlock = ({ name }: DomElement) => blocks.has(name);

/** A span says nothing without attributes of its own. Whoever reads the file can find such an element by its id. */
const identified: Handler = ({ attributes: { id } }) => (id === undefined ? undefined : { role: "Span", id });

const handlers: Readonly<Record<string, Handler>> = {
  article: as("Art"),
  section: as("Sect"),
  aside: as("Sect"),
  nav: as("Sect"),
  figure: as("Div"),
  blockquote: as("BlockQuote"),
  h1: as("H1"),
  h2: as("H2"),
  h3: as("H3"),
  h4: as("H4"),
  h5: as("H5"),
  h6: as("H6"),
  p: as("P"),
  address: paragraph,
  pre: as("P"),
  summary: paragraph,
  caption: as("Caption"),
  figcaption: as("Caption"),
  ul: list,
  ol: list,
  menu: list,
  dl: as("L"),
  li: (element) => (isInToc(element) ? { role: "TOCI" } : { role: "LI" }),
  dt: as("Lbl"),
  dd: as("LBody"),
  q: as("Quote"),
  code: as("Code"),
  samp: as("Code"),
  kbd: as("Code"),
  math: (element) => ({ role: "Formula", alt: textOf(element) }),
  abbr: ({ attributes: { title } }) => (title ? { role: "Span", expanded: title } : undefined),
  data: identified,
  time: identified,
};

const blocks = new Set("address summary p h1 h2 h3 h4 h5 h6 ul ol dl table figure blockquote pre div".split(" "));

export function elementTag(element: DomElement): ElementTag | undefined {
  const aria = element.attributes.role === undefined ? undefined : ariaRoles[element.attributes.role];
  const handler = aria ?? handlers[element.name];
  return handler?.(element);
}

/** Notes say so themselves, or are items of a list of notes. */
export function isNote(element: DomElement): boolean {
  const { role } = element.attributes;
  if (role === "doc-footnote" || role === "doc-endnote") return true;
  const isList = ["doc-endnotes", "doc-footnotes"].includes(element.parent?.parent?.attributes.role ?? "");
  return element.name === "li" && isList;
}

/** Where links within the document can lead. */
export interface LinkTargets {
  readonly ids: ReadonlySet<string>;
  readonly elements: ReadonlyMap<string, DomElement>;
  /** Those of notes: a link to one is a Reference. */
  readonly notes: ReadonlySet<string>;
}

export function linkTargets(root: DomElement): LinkTargets {
  const elements = new Map<string, DomElement>();
  const notes = new Set<string>();
  const named = elementsIn(root, isNamed);
  for (const element of named) {
    const { id, name } = element.attributes;
    if (element.name === "a" && name !== undefined && !elements.has(name)) elements.set(name, element);
    if (id === undefined) continue;
    if (!elements.has(id)) elements.set(id, element);
    if (isNote(element)) notes.add(id);
  }
  return { ids: new Set(elements.keys()), elements, notes };
}

const isNamed = ({ attributes }: DomElement) => attributes.id !== undefined || attributes.name !== undefined;
