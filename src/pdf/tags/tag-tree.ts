import type PDFDocument from "pdfkit";
import type { PdfPage, PdfReference } from "pdfkit";
import { num } from "../objects/number.ts";
import { createObjectWriter, type ObjectWriter } from "../objects/object-writer.ts";
import { textString } from "../objects/text-string.ts";
import type { TagNode } from "./tag-node.ts";

type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

interface Element {
  readonly kind: "element";
  /** Number of its object. */
  readonly id: number;
  readonly node: TagNode;
  readonly parent: Element | undefined;
  readonly kids: Kid[];
  bbox: Rectangle | undefined;
  page: PdfPage | undefined;
}

type Kid =
  | Element
  | ({ readonly kind: "content" } & MarkedContent)
  | { readonly kind: "annotation"; readonly page: PdfPage; readonly annotation: PdfReference };

/** A piece of marked content (ISO 32000-1, 14.6). */
export interface MarkedContent {
  readonly page: PdfPage;
  readonly mcid: number;
}

/** The structure tree while it grows, in the order of painting (ISO 32000-1, 14.7). */
export interface TagTree {
  /** Makes sure that the element is in the tree, after what is there: an empty cell is a cell too. */
  touch(node: TagNode): void;
  /** A new marked-content id on this page for content of the element. */
  content(node: TagNode, page: PdfPage): number;
  annotation(node: TagNode, page: PdfPage, annotation: PdfReference): void;
  /** Grows the bounding box of an element, in default user space. */
  extend(node: TagNode, page: PdfPage, box: Rectangle): void;
  /** Where the content of each element with an id stands, by that id. Of ids used twice, the first counts. */
  contentById(): ReadonlyMap<string, readonly MarkedContent[]>;
  /** Writes every element into the document. Call once, last. */
  write(): void;
}

export function createTagTree(doc: PDFDocument): TagTree {
  const elements = new Map<TagNode, Element>();
  const roots: { readonly element: Element; readonly ref: PdfReference }[] = [];
  /** For each key of the parent tree (ISO 32000-1, 14.7.4.4): a page's elements by marked-content id, or an annotation's. */
  const parents: (Element[] | Element)[] = [];
  const owners = new Map<PdfPage, Element[]>();

  function elementOf(node: TagNode): Element {
    const known = elements.get(node);
    if (known) return known;
    const parent = node.parent && elementOf(node.parent);
    const ref = doc.ref({});
    const element: Element = { kind: "element", id: ref.id, node, parent, kids: [], bbox: undefined, page: undefined };
    elements.set(node, element);
    if (parent) parent.kids.push(element);
    else roots.push({ element, ref });
    return element;
  }

  /** The elements of a page's content. The page says where they are before it is written. */
  function ownersOn(page: PdfPage): Element[] {
    const known = owners.get(page);
    if (known) return known;
    const list: Element[] = [];
    page.dictionary.data.StructParents = parents.push(list) - 1;
    owners.set(page, list);
    return list;
  }

  function content(node: TagNode, page: PdfPage): number {
    const element = elementOf(node);
    const mcid = ownersOn(page).push(element) - 1;
    element.kids.push({ kind: "content", page, mcid });
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
    const objects = createObjectWriter(doc);
    const root = doc.getStructTreeRoot();
    const ids: { readonly id: string; readonly element: Element }[] = [];
    /** Ids, and how often each was asked for. */
    const usedIds = new Map<string, number>();

    function writeElement(element: Element, parentId: number): void {
      const id = element.node.id === undefined ? undefined : uniqueId(element.node.id, usedIds);
      if (id !== undefined) ids.push({ id, element });
      objects.write(element.id, dictionaryOf(element, parentId, id));
      for (const kid of element.kids) if (kid.kind === "element") writeElement(kid, element.id);
    }

    for (const { element } of roots) writeElement(element, root.id);
    root.data.K = roots.map(({ ref }) => ref);
    root.data.ParentTree = writeParentTree(objects);
    root.data.ParentTreeNextKey = parents.length;
    if (ids.length > 0) {
      const tree = doc.ref({});
      const names = sortById(ids).map(({ id, element }) => `${textString(id)} ${refTo(element)}`);
      objects.write(tree.id, `<</Names [${names.join(" ")}]>>`);
      root.data.IDTree = tree;
    }
    objects.end();
  }

  function writeParentTree(objects: ObjectWriter): PdfReference {
    const tree = doc.ref({});
    const entries = parents.map(
      (entry, key) => `${key} ${Array.isArray(entry) ? `[${entry.map(refTo).join(" ")}]` : refTo(entry)}`,
    );
    objects.write(tree.id, `<</Nums [${entries.join("\n")}]>>`);
    return tree;
  }

  function contentById(): ReadonlyMap<string, readonly MarkedContent[]> {
    const found = new Map<string, readonly MarkedContent[]>();
    for (const { node, kids } of elements.values()) {
      if (node.id !== undefined && !found.has(node.id)) found.set(node.id, contentIn(kids));
    }
    return found;
  }

  return {
    touch: (node) => void elementOf(node),
    content,
    annotation(node, page, annotation) {
      const element = elementOf(node);
      annotation.data.StructParent = parents.push(element) - 1;
      element.kids.push({ kind: "annotation", page, annotation });
    },
    extend,
    contentById,
    write,
  };
}

const contentIn = (kids: readonly Kid[]): readonly MarkedContent[] =>
  kids.flatMap((kid) => (kid.kind === "content" ? [kid] : kid.kind === "element" ? contentIn(kid.kids) : []));

const refTo = ({ id }: Pick<Element | PdfReference, "id">) => `${id} 0 R`;

/** Name trees are searched by byte order (ISO 32000-1, 7.9.6): in ASCII, code units and bytes agree. */
const asciiId = (id: string) => encodeURIComponent(id);

const sortById = <T extends { readonly id: string }>(ids: readonly T[]) =>
  ids.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** HTML that uses an id twice must not make a document that does (ISO 32000-1, 14.7.2). */
function uniqueId(id: string, usedIds: Map<string, number>): string {
  const ascii = asciiId(id);
  let unique = ascii;
  let number = usedIds.get(ascii) ?? 1;
  for (; usedIds.has(unique); number += 1) unique = `${ascii}-${number + 1}`;
  usedIds.set(ascii, number);
  usedIds.set(unique, usedIds.get(unique) ?? 1);
  return unique;
}

/** The dictionary of a structure element (ISO 32000-1, table 323). `id` is in ASCII. */
function dictionaryOf(element: Element, parentId: number, id: string | undefined): string {
  const page = element.page ?? pageOf(element);
  const { kids, node } = element;
  return [
    `<</S /${node.role} /P ${parentId} 0 R`,
    page ? ` /Pg ${refTo(page.dictionary)}` : "",
    id === undefined ? "" : ` /ID ${textString(id)}`,
    textsOf(node),
    attributesOf(element),
    kids.length > 0 ? ` /K [${kids.map((kid) => kidEntry(kid, page)).join(" ")}]` : "",
    ">>",
  ].join("");
}

function pageOf(element: Element): PdfPage | undefined {
  const kid = element.kids.find((candidate) => candidate.kind === "content");
  return kid?.page;
}

function kidEntry(kid: Kid, page: PdfPage | undefined): string {
  if (kid.kind === "element") return refTo(kid);
  const on = refTo(kid.page.dictionary);
  if (kid.kind === "annotation") return `<</Type /OBJR /Obj ${refTo(kid.annotation)} /Pg ${on}>>`;
  return kid.page === page ? String(kid.mcid) : `<</Type /MCR /Pg ${on} /MCID ${kid.mcid}>>`;
}

const textKeys = { alt: "Alt", lang: "Lang", expanded: "E", actualText: "ActualText", title: "T" } as const;
const textFields = Object.keys(textKeys) as readonly (keyof typeof textKeys)[];

function textsOf(node: TagNode): string {
  let texts = "";
  for (const field of textFields) {
    const text = node[field];
    if (text !== undefined) texts += ` /${textKeys[field]} ${textString(text)}`;
  }
  return texts;
}

/** ISO 32000-1, 14.8.5. */
function attributesOf({ node, bbox }: Element): string {
  const { scope, headers, colSpan, rowSpan, listNumbering } = node;
  if (listNumbering !== undefined) return ` /A <</O /List /ListNumbering /${listNumbering}>>`;
  const cell = [
    scope === undefined ? "" : ` /Scope /${scope}`,
    headers === undefined ? "" : ` /Headers [${headers.map((header) => textString(asciiId(header))).join(" ")}]`,
    colSpan === undefined ? "" : ` /ColSpan ${colSpan}`,
    rowSpan === undefined ? "" : ` /RowSpan ${rowSpan}`,
  ].join("");
  if (cell !== "") return ` /A <</O /Table${cell}>>`;
  const placement = node.isInline ? "Inline" : "Block";
  return bbox ? ` /A <</O /Layout /Placement /${placement} /BBox [${bbox.map(num).join(" ")}]>>` : "";
}
