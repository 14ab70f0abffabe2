import {
  defaultTreeAdapter,
  html as html5,
  Parser,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from "parse5";
import type { DomLocation } from "./dom-node.ts";

/**
 * An element while its document is parsed: a `DomElement` to be, in the same fields. Parsers that make trees of their own, to be read
 * into others, take several times the memory of a large document.
 */
export interface ParsedElement {
  readonly kind: "element";
  /** The URI of its namespace. */
  readonly space: html5.NS;
  readonly name: string;
  /** As they are written. */
  readonly attributes: Token.Attribute[];
  readonly classes: readonly never[];
  parent: ParsedParent | undefined;
  children: ParsedNode[];
  location: DomLocation | undefined;
  /** Of a template: it is no part of the document. */
  content?: ParsedDocument;
}

export interface ParsedText {
  readonly kind: "text";
  text: string;
  parent: ParsedParent | undefined;
  location: DomLocation | undefined;
}

/** Comments, and what says the document's type, are nothing to lay out. */
interface ParsedComment {
  readonly kind: "comment" | "doctype";
  readonly text: string;
  parent: ParsedParent | undefined;
  location: DomLocation | undefined;
}

interface ParsedDocument {
  readonly kind: "document" | "fragment";
  mode: html5.DOCUMENT_MODE;
  readonly parent: undefined;
  children: ParsedNode[];
  location: DomLocation | undefined;
}

type ParsedNode = ParsedElement | ParsedText | ParsedComment;
type ParsedParent = ParsedElement | ParsedDocument;

export interface ParsedHtml {
  readonly html: ParsedElement;
  /** Its own type says, or the lack of one, that it is shown as old browsers did; or that its lines alone are. */
  readonly isQuirky: boolean;
  readonly hasLineQuirk: boolean;
}

/** HTML as browsers read it: there is always an `html` element. */
export function parseHtml(source: string): ParsedHtml {
  const document = LocatingParser.parse(source, { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false });
  const html = document.children.find((child) => child.kind === "element");
  return {
    html: html as ParsedElement,
    isQuirky: document.mode === html5.DOCUMENT_MODE.QUIRKS,
    hasLineQuirk: document.mode !== html5.DOCUMENT_MODE.NO_QUIRKS,
  };
}

/** Of each element that is parsed, parse5 copies where it stands and adds to the copy: of a large document that is a quarter of the time. */
class LocatingParser extends Parser<ParsedTypes> {
  override _attachElementToTree(
    element: ParsedElement,
    location: Token.LocationWithAttributes | null,
    insertion: Parameters<Parser<ParsedTypes>["_attachElementToTree"]>[2],
  ): void {
    treeAdapter.setNodeSourceCodeLocation(element, location);
    super._attachElementToTree(element, null, insertion);
  }
}

type ParsedTypes = TreeAdapterTypeMap<
  ParsedNode | ParsedParent,
  ParsedParent,
  ParsedNode,
  ParsedDocument,
  ParsedDocument,
  ParsedElement,
  ParsedComment,
  ParsedText,
  ParsedElement,
  ParsedComment
>;

const none: readonly never[] = [];

/** A list that grows by itself has room for 17, and most elements have few children. */
const fewChildren = 4;

const newDocument = (kind: ParsedDocument["kind"]): ParsedDocument => ({
  kind,
  mode: html5.DOCUMENT_MODE.NO_QUIRKS,
  parent: undefined,
  children: [],
  location: undefined,
});

const newText = (text: string): ParsedText => ({ kind: "text", text, parent: undefined, location: undefined });

function append(parent: ParsedParent, node: ParsedNode): void {
  if (parent.children.length < fewChildren) parent.children = parent.children.concat([node]);
  else parent.children.push(node);
  node.parent = parent;
}

function insertBefore(parent: ParsedParent, node: ParsedNode, reference: ParsedNode): void {
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
  node.parent = parent;
}

/** How the parser makes its tree (HTML 13.2.6). */
const treeAdapter: TreeAdapter<ParsedTypes> = {
  createDocument: () => newDocument("document"),
  createDocumentFragment: () => newDocument("fragment"),
  createElement: (name, space, attributes) => ({
    kind: "element",
    space,
    name,
    attributes,
    classes: none,
    parent: undefined,
    children: [],
    location: undefined,
  }),
  createCommentNode: (text) => ({ kind: "comment", text, parent: undefined, location: undefined }),
  createTextNode: newText,
  appendChild: append,
  insertBefore,
  setTemplateContent(template, content) {
    template.content = content;
  },
  getTemplateContent: ({ content }) => content as ParsedDocument,
  setDocumentType(document, text) {
    append(document, { kind: "doctype", text, parent: undefined, location: undefined });
  },
  setDocumentMode(document, mode) {
    document.mode = mode;
  },
  getDocumentMode: ({ mode }) => mode,
  detachNode(node) {
    const { parent } = node;
    if (!parent) return;
    parent.children.splice(parent.children.lastIndexOf(node), 1);
    node.parent = undefined;
  },
  insertText(parent, text) {
    const last = parent.children.at(-1);
    if (last?.kind === "text") last.text += text;
    else append(parent, newText(text));
  },
  insertTextBefore(parent, text, reference) {
    const before = parent.children[parent.children.lastIndexOf(reference) - 1];
    if (before?.kind === "text") before.text += text;
    else insertBefore(parent, newText(text), reference);
  },
  adoptAttributes: ({ attributes }, more) =>
    defaultTreeAdapter.adoptAttributes(
      { attrs: attributes } as Parameters<typeof defaultTreeAdapter.adoptAttributes>[0],
      more,
    ),
  getFirstChild: ({ children }) => children[0] ?? null,
  getChildNodes: ({ children }) => children,
  getParentNode: ({ parent }) => parent ?? null,
  getAttrList: ({ attributes }) => attributes,
  getTagName: ({ name }) => name,
  getNamespaceURI: ({ space }) => space,
  getTextNodeContent: ({ text }) => text,
  getCommentNodeContent: ({ text }) => text,
  getDocumentTypeNodeName: ({ text }) => text,
  getDocumentTypeNodePublicId: () => "",
  getDocumentTypeNodeSystemId: () => "",
  isTextNode: (node): node is ParsedText => node.kind === "text",
  isCommentNode: (node): node is ParsedComment => node.kind === "comment",
  isDocumentTypeNode: (node): node is ParsedComment => node.kind === "doctype",
  isElementNode: (node): node is ParsedElement => node.kind === "element",
  // Where something begins is all that is asked of it: the first that is said of a text is where its first letter stands.
  setNodeSourceCodeLocation(node, location) {
    if (location) node.location ??= { line: location.startLine, column: location.startCol };
  },
  getNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation: () => {},
};
