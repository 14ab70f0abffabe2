import type { Comment, Element, ElementContent, Properties, Root, Text } from "hast";
import { h, s } from "hastscript";
import {
  defaultTreeAdapter,
  html as html5,
  Parser,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from "parse5";

/**
 * Parses a part of a page into a tree of hast, which the parser makes itself: to read the tree that it would make otherwise takes as long as the parsing,
 * and several times what the tree takes.
 * @throws RangeError where elements are nested past all sense.
 */
export function parseFragment(html: string): Root {
  const parser = TreeParser.getFragmentParser<ParsedTypes>(null, { treeAdapter, scriptingEnabled: false });
  parser.tokenizer.write(html, true);
  return parser.getFragment();
}

/** It would take a list of children apart one by one, and ask each what it stands in: a text of hast does not know. */
class TreeParser extends Parser<ParsedTypes> {
  override _adoptNodes(donor: ParsedParent, recipient: ParsedParent): void {
    const { children } = donor;
    donor.children = [];
    for (const child of children) append(recipient, child as ParsedNode);
  }
}

/** Every later step goes down by recursion. */
const mostLevels = 1000;

type ParsedNode = ParsedElement | ParsedText | ParsedComment;
type ParsedParent = ParsedElement | ParsedRoot;

/** An element of hast, and what the parser has to know of it besides. */
class ParsedElement implements Element {
  readonly type = "element";
  tagName: string;
  properties: Properties;
  children: ElementContent[] = [];
  declare content?: Root;
  readonly #name: string;
  readonly #space: html5.NS;
  readonly #attributes: Token.Attribute[];
  #parent: ParsedParent | undefined;
  #level = 0;

  constructor(name: string, space: html5.NS, attributes: Token.Attribute[]) {
    this.tagName = name.toLowerCase();
    this.properties = {};
    this.#name = name;
    this.#space = space;
    this.#attributes = attributes;
    // What looks like a selector is read as one.
    if (space === html5.NS.SVG || /[#.]/.test(name)) this.#read();
    else if (attributes.length > 0) {
      const classes = loneClass(attributes);
      if (classes === undefined) this.#read();
      else this.properties.className = classes;
    }
  }

  /** As it was written: of names that look like selectors, what is read is less. */
  static nameOf = (element: ParsedElement): string => element.#name;
  static spaceOf = (element: ParsedElement): html5.NS => element.#space;
  static attributesOf = (element: ParsedElement): Token.Attribute[] => element.#attributes;
  static parentOf = (element: ParsedElement): ParsedParent | undefined => element.#parent;

  /** Says in what it stands. */
  static move(element: ParsedElement, parent: ParsedParent | undefined): void {
    element.#parent = parent;
    element.#level = parent instanceof ParsedElement ? parent.#level + 1 : 0;
    if (element.#level > mostLevels) throw new RangeError(`Elements are nested more than ${mostLevels} deep.`);
  }

  static adopt(element: ParsedElement, more: Token.Attribute[]): void {
    const attrs = element.#attributes;
    defaultTreeAdapter.adoptAttributes({ attrs } as Parameters<typeof defaultTreeAdapter.adoptAttributes>[0], more);
    element.#read();
  }

  /** Names and values as hast has them. */
  #read(): void {
    const make = this.#space === html5.NS.SVG ? s : h;
    const { tagName, properties } = make(this.#name, byName(this.#attributes));
    this.tagName = tagName;
    this.properties = properties;
  }
}

/** The names of an element that has classes and nothing else, as most with attributes: undefined of any other. */
function loneClass(attributes: readonly Token.Attribute[]): string[] | undefined {
  const first = attributes[0];
  if (attributes.length > 1 || first?.name !== "class" || first.prefix) return undefined;
  const names = first.value.trim();
  if (names === "") return [];
  return isOneWord(names) ? [names] : names.split(/[ \t\n\r\f]+/);
}

/** By hand, as most are, and what an expression finds is an object. */
function isOneWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) <= 0x20) return false;
  return true;
}

function byName(attributes: readonly Token.Attribute[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { prefix, name, value } of attributes) {
    const whole = prefix ? `${prefix}:${name}` : name;
    if (!Object.hasOwn(Object.prototype, whole)) values[whole] = value;
  }
  return values;
}

type ParsedText = Text;
type ParsedComment = Comment;

interface ParsedRoot extends Root {
  children: ElementContent[];
}

type ParsedTypes = TreeAdapterTypeMap<
  ParsedNode | ParsedParent,
  ParsedParent,
  ParsedNode,
  ParsedRoot,
  ParsedRoot,
  ParsedElement,
  ParsedComment,
  ParsedText,
  ParsedElement,
  ParsedComment
>;

/** A list that grows by itself has room for 17, and most elements have few children. */
const fewChildren = 4;

const newRoot = (): ParsedRoot => ({ type: "root", children: [], data: { quirksMode: false } });

function append(parent: ParsedParent, node: ParsedNode): void {
  if (parent.children.length === 0) parent.children = [node];
  else if (parent.children.length < fewChildren) parent.children = [...parent.children, node];
  else parent.children.push(node);
  if (node.type === "element") ParsedElement.move(node, parent);
}

function insertBefore(parent: ParsedParent, node: ParsedNode, reference: ParsedNode): void {
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
  if (node.type === "element") ParsedElement.move(node, parent);
}

/** How the parser makes its tree (HTML 13.2.6). */
const treeAdapter: TreeAdapter<ParsedTypes> = {
  createDocument: newRoot,
  createDocumentFragment: newRoot,
  createElement: (name, space, attributes) => new ParsedElement(name, space, attributes),
  createCommentNode: (value) => ({ type: "comment", value }),
  createTextNode: (value) => ({ type: "text", value }),
  appendChild: append,
  insertBefore,
  setTemplateContent(template, content) {
    template.content = content;
  },
  getTemplateContent: ({ content }) => content as ParsedRoot,
  setDocumentType() {},
  setDocumentMode() {},
  getDocumentMode: () => html5.DOCUMENT_MODE.NO_QUIRKS,
  detachNode(node) {
    const parent = node.type === "element" ? ParsedElement.parentOf(node) : undefined;
    if (node.type !== "element" || !parent) return;
    parent.children.splice(parent.children.lastIndexOf(node), 1);
    ParsedElement.move(node, undefined);
  },
  insertText(parent, text) {
    const last = parent.children.at(-1);
    if (last?.type === "text") last.value += text;
    else append(parent, { type: "text", value: text });
  },
  insertTextBefore(parent, text, reference) {
    const before = parent.children[parent.children.lastIndexOf(reference) - 1];
    if (before?.type === "text") before.value += text;
    else insertBefore(parent, { type: "text", value: text }, reference);
  },
  adoptAttributes: ParsedElement.adopt,
  getFirstChild: ({ children }) => (children[0] as ParsedNode | undefined) ?? null,
  getChildNodes: ({ children }) => children as ParsedNode[],
  getParentNode: (node) => (node.type === "element" ? (ParsedElement.parentOf(node) ?? null) : null),
  getAttrList: ParsedElement.attributesOf,
  getTagName: ParsedElement.nameOf,
  getNamespaceURI: ParsedElement.spaceOf,
  getTextNodeContent: ({ value }) => value,
  getCommentNodeContent: ({ value }) => value,
  getDocumentTypeNodeName: ({ value }) => value,
  getDocumentTypeNodePublicId: () => "",
  getDocumentTypeNodeSystemId: () => "",
  isTextNode: (node): node is ParsedText => node.type === "text",
  isCommentNode: (node): node is ParsedComment => node.type === "comment",
  isDocumentTypeNode: (_node): _node is ParsedComment => false,
  isElementNode: (node): node is ParsedElement => node.type === "element",
  setNodeSourceCodeLocation() {},
  getNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation() {},
};
