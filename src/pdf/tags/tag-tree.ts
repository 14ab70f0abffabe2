import type PDFDocument from "pdfkit";
import type { PdfPage, PdfReference } from "pdfkit";
import type { TagNode } from "./tag-node.ts";

type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

interface Element {
  readonly node: TagNode;
  readonly parent: Element | undefined;
  readonly kids: Kid[];
  bbox: Rectangle | undefined;
  page: PdfPage | undefined;
}

type Kid =
  | { readonly kind: "element"; readonly element: Element }
  | { readonly kind: "content"; readonly page: PdfPage; readonly mcid: number }
  | { readonly kind: "annotation"; readonly page: PdfPage; readonly annotation: PdfReference };

/** The structure tree while it grows, in the order of painting (ISO 32000-1, 14.7). */
export interface TagTree {
  /** Makes sure that the element is in the tree, after what is there: an empty cell is a cell too. */
  touch(node: TagNode): void;
  /** A new marked-content id on this page for content of the element. */
  content(node: TagNode, page: PdfPage): number;
  annotation(node: TagNode, page: PdfPage, annotation: PdfReference): void;
  /** Grows the bounding box of an element, in default user space. */
  extend(node: TagNode, page: PdfPage, box: Rectangle): void;
  /** Writes every element into the document. Call once, last. */
  write(): void;
}

export function createTagTree(doc: PDFDocument): TagTree {
  const elements = new Map<TagNode, Element>();
  const roots: Element[] = [];
  const mcids = new Map<PdfPage, number>();
  /** For each page, the element of each marked-content id. */
  const owners = new Map<PdfPage, Element[]>();

  function elementOf(node: TagNode): Element {
    const known = elements.get(node);
    if (known) return known;
    const parent = node.parent && elementOf(node.parent);
    const element: Element = { node, parent, kids: [], bbox: undefined, page: undefined };
    elements.set(node, element);
    if (parent) parent.kids.push({ kind: "element", element });
    else roots.push(element);
    return element;
  }

  function content(node: TagNode, page: PdfPage): number {
    const element = elementOf(node);
    const mcid = mcids.get(page) ?? 0;
    mcids.set(page, mcid + 1);
    element.kids.push({ kind: "content", page, mcid });
    const list = owners.get(page) ?? [];
    list.push(element);
    owners.set(page, list);
    return mcid;
  }

  function extend(node: TagNode, page: PdfPage, box: Rectangle): void {
    const element = elementOf(node);
    element.page ??= page;
    const old = element.bbox ?? box;
    element.bbox = [
      Math.min(old[0], box[0]),
      Math.min(old[1], box[1]),
      Math.max(old[2], box[2]),
      Math.max(old[3], box[3]),
    ];
  }

  function write(): void {
    const root = doc.getStructTreeRoot();
    const refs = new Map<Element, PdfReference>();
    const refOf = (element: Element): PdfReference => {
      const known = refs.get(element);
      if (known) return known;
      const ref = doc.ref({});
      refs.set(element, ref);
      return ref;
    };
    const parents = doc.getStructParentTree();
    const ids: { readonly id: string; readonly ref: PdfReference }[] = [];
    const taken = new Set<string>();

    function writeElement(element: Element, parent: PdfReference): void {
      const ref = refOf(element);
      const id = element.node.id === undefined ? undefined : uniqueId(element.node.id, taken);
      if (id !== undefined) ids.push({ id, ref });
      ref.data = { ...entriesOf(element, refOf), P: parent };
      if (id !== undefined) ref.data.ID = new String(id);
      ref.end();
      for (const kid of element.kids) {
        if (kid.kind === "element") writeElement(kid.element, ref);
        // ISO 32000-1, 14.7.4.4: an annotation finds its element by a key of its own.
        else if (kid.kind === "annotation") parents.add(kid.annotation.data.StructParent as number, ref);
      }
    }

    root.data.K = roots.map(refOf);
    for (const element of roots) writeElement(element, root);
    for (const [page, list] of owners) {
      const entry = parents.get(page.structParentTreeKey);
      for (const element of list) entry.push(refOf(element));
    }
    if (ids.length > 0) root.data.IDTree = { Names: sortById(ids).flatMap(({ id, ref }) => [new String(id), ref]) };
  }

  return {
    touch: (node) => void elementOf(node),
    content,
    annotation(node, page, annotation) {
      annotation.data.StructParent = doc.createStructParentTreeNextKey();
      elementOf(node).kids.push({ kind: "annotation", page, annotation });
    },
    extend,
    write,
  };
}

/** Name trees are searched by byte order (ISO 32000-1, 7.9.6): in ASCII, code units and bytes agree. */
const asciiId = (id: string) => encodeURIComponent(id);

const sortById = <T extends { readonly id: string }>(ids: readonly T[]) =>
  ids.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** HTML that uses an id twice must not make a document that does (ISO 32000-1, 14.7.2). */
function uniqueId(id: string, taken: Set<string>): string {
  const ascii = asciiId(id);
  let unique = ascii;
  for (let number = 2; taken.has(unique); number += 1) unique = `${ascii}-${number}`;
  taken.add(unique);
  return unique;
}

/** The entries of a structure element's dictionary that are its own (ISO 32000-1, table 323). */
function entriesOf(element: Element, refOf: (element: Element) => PdfReference): Record<string, unknown> {
  const page = element.page ?? pageOf(element);
  const data: Record<string, unknown> = { S: element.node.role };
  if (page) data.Pg = page.dictionary;
  addTexts(data, element.node);
  const attributes = attributesOf(element);
  if (attributes) data.A = attributes;
  if (element.kids.length > 0) data.K = element.kids.map((kid) => kidEntry(kid, { page, refOf }));
  return data;
}

function pageOf(element: Element): PdfPage | undefined {
  const kid = element.kids.find((candidate) => candidate.kind === "content");
  return kid?.page;
}

interface KidContext {
  readonly page: PdfPage | undefined;
  refOf(element: Element): PdfReference;
}

function kidEntry(kid: Kid, { page, refOf }: KidContext): unknown {
  if (kid.kind === "element") return refOf(kid.element);
  if (kid.kind === "annotation") return { Type: "OBJR", Obj: kid.annotation, Pg: kid.page.dictionary };
  return kid.page === page ? kid.mcid : { Type: "MCR", Pg: kid.page.dictionary, MCID: kid.mcid };
}

const textKeys = { alt: "Alt", lang: "Lang", expanded: "E", actualText: "ActualText", title: "T" } as const;
const textFields = Object.keys(textKeys) as readonly (keyof typeof textKeys)[];

function addTexts(data: Record<string, unknown>, node: TagNode): void {
  for (const field of textFields) {
    const text = node[field];
    if (text !== undefined) data[textKeys[field]] = new String(text);
  }
}

/** ISO 32000-1, 14.8.5. */
function attributesOf({ node, bbox }: Element): Record<string, unknown> | undefined {
  const { scope, headers, colSpan, rowSpan, listNumbering } = node;
  if (listNumbering !== undefined) return { O: "List", ListNumbering: listNumbering };
  if (scope !== undefined || headers !== undefined || colSpan !== undefined || rowSpan !== undefined) {
    const ids = headers?.map((header) => new String(asciiId(header)));
    return { O: "Table", Scope: scope, Headers: ids, ColSpan: colSpan, RowSpan: rowSpan };
  }
  return bbox ? { O: "Layout", Placement: node.isInline ? "Inline" : "Block", BBox: bbox } : undefined;
}
