import type { PdfPage, PdfReference } from "pdfkit";
import type { CollectedDocument } from "../objects/collected-document.ts";
import { OperandWriter } from "../objects/operand-writer.ts";
import { textString } from "../objects/text-string.ts";
import { repairTags } from "./repair-tags.ts";
import {
  type ContentPiece,
  isElement,
  type Kid,
  type PdfRectangle,
  type StructureElement,
} from "./structure-element.ts";
import type { Role, TagNode } from "./tag-node.ts";

/** The structure tree while it grows, in the order of painting (ISO 32000-1, 14.7). */
export interface TagTree {
  /** Makes sure that the element is in the tree, after what is there: an empty cell is a cell too. */
  touch(node: TagNode): void;
  /** What is painted by this is read later: where it is touched again. */
  paintEarly(paint: () => void): void;
  /** A new marked-content id on this page for content of the element. */
  content(node: TagNode, page: PdfPage): number;
  annotation(node: TagNode, page: PdfPage, annotation: PdfReference): void;
  /** Grows the bounding box of an element, in default user space. */
  extend(node: TagNode, page: PdfPage, box: PdfRectangle): void;
  /** Where the content of each element with an id stands, by that id. Of ids used twice, the first counts. */
  contentById(): ReadonlyMap<string, readonly ContentPiece[]>;
  /** Writes every element into the document. Call once, last. */
  write(): void;
}

/** @param tagParents of nodes that several documents have, and that say of none in which element they stand. */
export function createTagTree(doc: CollectedDocument, tagParents: ReadonlyMap<TagNode, TagNode>): TagTree {
  const elements = new Map<TagNode, StructureElement>();
  const roots: StructureElement[] = [];
  /** For each key of the parent tree (ISO 32000-1, 14.7.4.4): a page's elements by marked-content id, or an annotation's. */
  const parents: (StructureElement[] | StructureElement)[] = [];
  const owners = new Map<PdfPage, StructureElement[]>();
  const contents = createContents();
  const extents = new Map<StructureElement, Extent>();

  /** In the tree before their turn. */
  const early = new Set<StructureElement>();
  let isEarly = false;

  function elementOf(node: TagNode): StructureElement {
    const known = elements.get(node);
    if (known && (isEarly || !early.has(known))) return known;
    const around = node.parent ?? tagParents.get(node);
    const parent = around && elementOf(around);
    const element = known ?? newElement(node, parent);
    if (known) {
      early.delete(known);
      const siblings: Kid[] = parent ? parent.kids : roots;
      siblings.splice(siblings.indexOf(known), 1);
    } else if (isEarly) early.add(element);
    elements.set(node, element);
    if (parent) addKid(parent, element);
    else roots.push(element);
    return element;
  }

  /** The elements of a page's content. The page says where they are before it is written. */
  function ownersOn(page: PdfPage): StructureElement[] {
    const known = owners.get(page);
    if (known) return known;
    const list: StructureElement[] = [];
    page.dictionary.data.StructParents = parents.push(list) - 1;
    owners.set(page, list);
    return list;
  }

  function content(node: TagNode, page: PdfPage): number {
    const element = elementOf(node);
    const mcid = ownersOn(page).push(element) - 1;
    addKid(element, contents.add({ page, mcid }));
    return mcid;
  }

  function extend(node: TagNode, page: PdfPage, box: PdfRectangle): void {
    const element = elementOf(node);
    const { page: first = page, bbox: old = box } = extents.get(element) ?? {};
    const bbox = [
      Math.min(old[0], box[0]),
      Math.min(old[1], box[1]),
      Math.max(old[2], box[2]),
      Math.max(old[3], box[3]),
    ] as const;
    extents.set(element, { page: first, bbox });
  }

  const make = (role: Role, parent: StructureElement) => newElement({ role, parent: parent.node }, parent);

  /** The kid goes to another element, which is then what its content belongs to. */
  function move(kid: Kid, to: StructureElement): void {
    if (isElement(kid)) kid.parent = to;
    else if (typeof kid === "number") {
      const { page, mcid } = contents.of(kid);
      ownersOn(page)[mcid] = to;
    } else parents[kid.annotation.data.StructParent as number] = to;
  }

  function write(): void {
    for (const element of roots) repairTags(element, { make, move });
    const root = doc.getStructTreeRoot();
    const references: PdfReference[] = roots.map((element) => {
      const reference = doc.ref({});
      element.id = reference.id;
      numberKids(element, doc);
      return reference;
    });
    const ids = giveIds(roots);

    const out = new OperandWriter();
    for (const element of roots)
      writeElement(element, { doc, out, contents, extents, ids, parentId: root.id, headerIds: undefined });
    doc.writeObjects(out.bytes());
    root.data.K = references;
    root.data.ParentTree = writeParentTree();
    root.data.ParentTreeNextKey = parents.length;
    if (ids.of.size > 0) {
      const tree = doc.ref({});
      const names = sortById(ids.of).map(([element, id]) => `${textString(id)} ${refTo(element)}`);
      doc.writeObject(tree.id, `<</Names [${names.join(" ")}]>>`);
      root.data.IDTree = tree;
    }
  }

  function writeParentTree(): PdfReference {
    const tree = doc.ref({});
    const entries = parents.map(
      (entry, key) => `${key} ${Array.isArray(entry) ? `[${entry.map(refTo).join(" ")}]` : refTo(entry)}`,
    );
    doc.writeObject(tree.id, `<</Nums [${entries.join("\n")}]>>`);
    return tree;
  }

  function contentById(): ReadonlyMap<string, readonly ContentPiece[]> {
    const found = new Map<string, readonly ContentPiece[]>();
    for (const { node, kids } of elements.values()) {
      if (node.id !== undefined && !found.has(node.id)) found.set(node.id, contentIn(kids, contents));
    }
    return found;
  }

  return {
    touch: (node) => void elementOf(node),
    paintEarly(paint) {
      const before = isEarly;
      isEarly = true;
      paint();
      isEarly = before;
    },
    content,
    annotation(node, page, annotation) {
      const element = elementOf(node);
      annotation.data.StructParent = parents.push(element) - 1;
      addKid(element, { kind: "annotation", page, annotation });
    },
    extend,
    contentById,
    write,
  };
}

/** Most elements have few kids: a list that grows by itself has room for 17. */
function addKid(element: StructureElement, kid: Kid): void {
  if (element.kids.length === 0) element.kids = [kid];
  else if (element.kids.length < fewKids) element.kids = [...element.kids, kid];
  else element.kids.push(kid);
}

const fewKids = 4;

const newElement = (node: TagNode, parent: StructureElement | undefined): StructureElement => ({
  kind: "element",
  id: 0,
  node,
  role: node.role,
  parent,
  kids: [],
});

/** Where the content of an element is seen, and the first page of it. */
interface Extent {
  readonly page: PdfPage;
  readonly bbox: PdfRectangle;
}

/** Pieces of content as numbers, a few bytes each. */
interface Contents {
  add(piece: ContentPiece): number;
  of(kid: number): ContentPiece;
}

/** More pages than a document has. */
const manyPages = 1 << 15;

function createContents(): Contents {
  const pages: PdfPage[] = [];
  return {
    // All of a page are painted before any of the next.
    add({ page, mcid }) {
      if (pages.at(-1) !== page) pages.push(page);
      return mcid * manyPages + pages.length - 1;
    },
    of: (kid) => ({ page: pages[kid % manyPages] as PdfPage, mcid: Math.floor(kid / manyPages) }),
  };
}

/** Gives all that is in an element the numbers of their objects. */
function numberKids({ kids }: StructureElement, doc: CollectedDocument): void {
  for (const kid of kids) {
    if (!isElement(kid)) continue;
    kid.id = doc.reserve();
    numberKids(kid, doc);
  }
}

const contentIn = (kids: readonly Kid[], contents: Contents): readonly ContentPiece[] =>
  kids.flatMap((kid) =>
    typeof kid === "number" ? [contents.of(kid)] : isElement(kid) ? contentIn(kid.kids, contents) : [],
  );

const refTo = ({ id }: Pick<StructureElement | PdfReference, "id">) => `${id} 0 R`;

/** Name trees are searched by byte order (ISO 32000-1, 7.9.6): in ASCII, code units and bytes agree. */
const asciiId = (id: string) => encodeURIComponent(id);

const sortById = (ids: ReadonlyMap<StructureElement, string>) => [...ids].sort(([, a], [, b]) => (a < b ? -1 : 1));

interface GivenIds {
  readonly of: ReadonlyMap<StructureElement, string>;
  /** For each table, the ids of its header cells by those that they have in the HTML. */
  readonly headers: ReadonlyMap<StructureElement, ReadonlyMap<string, string>>;
}

function giveIds(roots: readonly StructureElement[]): GivenIds {
  const ids: OpenIds = { of: new Map(), headers: new Map(), used: new Map() };
  for (const root of roots) giveIdsIn(root, undefined, ids);
  return ids;
}

interface OpenIds {
  readonly of: Map<StructureElement, string>;
  readonly headers: Map<StructureElement, Map<string, string>>;
  /** Ids, and how often each was asked for. */
  readonly used: Map<string, number>;
}

/** A function of its own: one made for each document would be compiled anew after each collection. */
function giveIdsIn(element: StructureElement, around: Map<string, string> | undefined, ids: OpenIds): void {
  const { role, node, kids } = element;
  const own = role === "Table" ? new Map<string, string>() : around;
  if (role === "Table" && own) ids.headers.set(element, own);
  if (node.id !== undefined && node.id !== "") {
    const id = uniqueId(node.id, ids.used);
    ids.of.set(element, id);
    if (role === "TH" && own && !own.has(node.id)) own.set(node.id, id);
  }
  for (const kid of kids) if (isElement(kid)) giveIdsIn(kid, own, ids);
}

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

interface Writing {
  readonly doc: CollectedDocument;
  /** Elements that the document does not have yet. Texts of them would be made to be copied. */
  readonly out: OperandWriter;
  readonly contents: Contents;
  readonly extents: ReadonlyMap<StructureElement, Extent>;
  readonly ids: GivenIds;
  readonly parentId: number;
  /** Of the table around, where there is one. */
  readonly headerIds: ReadonlyMap<string, string> | undefined;
}

/** Bytes of elements that are written at once. */
const mostWaiting = 1 << 16;

function writeElement(element: StructureElement, writing: Writing): void {
  const { doc, out, contents, extents, ids } = writing;
  doc.beginObject(element.id, out.length);
  out.num(element.id).operator("0 obj");
  writeDictionary(element, writing);
  out.operator("").operator("endobj");
  if (out.length > mostWaiting) {
    doc.writeObjects(out.bytes());
    out.backTo(0);
  }
  let inside: Writing | undefined;
  for (const kid of element.kids) {
    if (!isElement(kid)) continue;
    const headerIds = ids.headers.get(element) ?? writing.headerIds;
    inside ??= { doc, out, contents, extents, ids, parentId: element.id, headerIds };
    writeElement(kid, inside);
  }
}

/** The dictionary of a structure element (ISO 32000-1, table 323). */
function writeDictionary(element: StructureElement, { out, contents, extents, ids, parentId, headerIds }: Writing) {
  const extent = extents.get(element);
  const page = extent?.page ?? pageOf(element, contents);
  const { node, role } = element;
  /** In ASCII. */
  const id = ids.of.get(element);
  out.text("<</S /").text(role).text(" /P ").num(parentId).text("0 R");
  if (page) writeRef(out.text(" /Pg "), page.dictionary);
  if (id !== undefined) out.text(" /ID ").text(textString(id));
  writeTexts(out, node);
  writeAttributes(out, element, { extent, headerIds });
  writeKids(out, element, { page, contents });
  out.text(">>");
}

const writeRef = (out: OperandWriter, { id }: Pick<StructureElement | PdfReference, "id">) => out.num(id).text("0 R");

interface KidsOn {
  readonly page: PdfPage | undefined;
  readonly contents: Contents;
}

function writeKids(out: OperandWriter, { kids }: StructureElement, on: KidsOn): void {
  if (kids.length === 0) return;
  for (let index = 0; index < kids.length; index += 1) {
    out.text(index === 0 ? " /K [" : " ");
    writeKid(out, kids[index] as Kid, on);
  }
  out.text("]");
}

function pageOf({ kids }: StructureElement, contents: Contents): PdfPage | undefined {
  for (const kid of kids) if (typeof kid === "number") return contents.of(kid).page;
  return undefined;
}

function writeKid(out: OperandWriter, kid: Kid, { page, contents }: KidsOn): void {
  if (isElement(kid)) writeRef(out, kid);
  else if (typeof kid !== "number") {
    writeRef(out.text("<</Type /OBJR /Obj "), kid.annotation);
    writeRef(out.text(" /Pg "), kid.page.dictionary).text(">>");
  } else {
    const piece = contents.of(kid);
    if (piece.page === page) out.lastNum(piece.mcid);
    else writeRef(out.text("<</Type /MCR /Pg "), piece.page.dictionary).text(" /MCID ").lastNum(piece.mcid).text(">>");
  }
}

function writeTexts(out: OperandWriter, { alt, lang, expanded, actualText, title }: TagNode): void {
  writeText(out, " /Alt ", alt);
  writeText(out, " /Lang ", lang);
  writeText(out, " /E ", expanded);
  writeText(out, " /ActualText ", actualText);
  writeText(out, " /T ", title);
}

function writeText(out: OperandWriter, key: string, text: string | undefined): void {
  if (text !== undefined) out.text(key).text(textString(text));
}

interface AttributesOf {
  readonly extent: Extent | undefined;
  readonly headerIds: Writing["headerIds"];
}

/** ISO 32000-1, 14.8.5. */
function writeAttributes(
  out: OperandWriter,
  { node, role }: StructureElement,
  { extent, headerIds }: AttributesOf,
): void {
  const { scope, colSpan, rowSpan, listNumbering } = node;
  if (listNumbering !== undefined && role === "L") {
    out.text(" /A <</O /List /ListNumbering /").text(listNumbering).text(">>");
    return;
  }
  if (role === "TH" || role === "TD") {
    const headers = node.headers?.flatMap((header) => headerIds?.get(header) ?? []) ?? none;
    if (scope !== undefined || headers.length > 0 || colSpan !== undefined || rowSpan !== undefined) {
      out.text(" /A <</O /Table");
      if (scope !== undefined) out.text(" /Scope /").text(scope);
      if (headers.length > 0) out.text(` /Headers [${headers.map(textString).join(" ")}]`);
      if (colSpan !== undefined) out.text(" /ColSpan ").lastNum(colSpan);
      if (rowSpan !== undefined) out.text(" /RowSpan ").lastNum(rowSpan);
      out.text(">>");
      return;
    }
  }
  if (!extent) return;
  const [left, bottom, right, top] = extent.bbox;
  out.text(" /A <</O /Layout /Placement /").text(node.isInline ? "Inline" : "Block");
  out.text(" /BBox [").num(left).num(bottom).num(right).lastNum(top).text("]>>");
}

const none: readonly never[] = [];
