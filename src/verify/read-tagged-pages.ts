import type { PDFOperatorList, StructTreeNode } from "pdfjs-dist/types/src/display/api.d.ts";
import { importPdfJs } from "./import-pdf-js.ts";

/** One page as a screen reader gets it: what is drawn, and what the structure tree says about it. */
export interface TaggedPage {
  /** Counted from 1. */
  readonly number: number;
  /** Null where the page has no structure. */
  readonly structure: StructureElement | null;
  /** The text of each piece of marked content, by its key (`contentKey`), in the order drawn. */
  readonly drawn: ReadonlyMap<string, string>;
  /** Text that is neither content of an element nor an artifact. */
  readonly untagged: readonly string[];
  /** Text that is drawn for the eye alone: running heads, page numbers. */
  readonly artifacts: readonly string[];
}

export interface StructureElement {
  readonly role: string;
  readonly alt?: string | undefined;
  /** Elements, and the keys of marked content. */
  readonly children: readonly (StructureElement | string)[];
}

/** Names a piece of marked content in the whole document. @param page counted from 1. */
export const contentKey = (page: number, mcid: number): string => `${page}:${mcid}`;

const contentNumber = (key: string): number => Number(key.slice(key.indexOf(":") + 1));

export interface TaggedPdf {
  readonly pages: readonly TaggedPage[];
  /** By name. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/** Reads the pages and attachments of a tagged PDF with pdf.js. */
export async function readTaggedPages(pdf: Uint8Array): Promise<TaggedPdf> {
  const { getDocument, OPS } = await importPdfJs();
  // pdf.js takes over the memory that it is given.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false, isEvalSupported: false });
  const document = await task.promise;
  try {
    const pages: TaggedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const tree = (await page.getStructTree()) as StructTreeNode | null;
      const text = sortText(await page.getOperatorList(), { number, operators: OPS });
      const untagged = [...text.untagged, ...writtenOver(await page.getAnnotations())];
      pages.push(numberedAsDrawn({ number, structure: tree && toElement(tree, number), ...text, untagged }));
    }
    const attached = ((await document.getAttachments()) ?? {}) as Readonly<Record<string, AttachedFile>>;
    return { pages, attachments: byName(Object.values(attached)) };
  } finally {
    await task.destroy();
  }
}

/** By name; a second file of a name, which programs may show in place of the first, with its number. */
function byName(files: readonly AttachedFile[]): ReadonlyMap<string, Uint8Array> {
  const attachments = new Map<string, Uint8Array>();
  for (const { filename, content } of files) {
    let name = filename;
    for (let count = 2; attachments.has(name); count += 1) name = `${filename} (${count})`;
    attachments.set(name, content);
  }
  return attachments;
}

interface PageAnnotation {
  readonly subtype?: string;
  readonly hidden?: boolean;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: string };
}

/** What form fields and text over a page say: it is drawn with the page, and is none of its content. */
const writtenOver = (annotations: readonly PageAnnotation[]): readonly string[] =>
  annotations.flatMap(({ subtype, hidden, fieldValue, contentsObj }) => {
    if (hidden || (subtype !== "FreeText" && subtype !== "Widget" && subtype !== "Stamp")) return [];
    return [fieldValue, contentsObj?.str].filter((text) => typeof text === "string" && text.trim() !== "") as string[];
  });

/**
 * Content that was written is numbered from 0 in the order drawn, and other software may number it anew. Where the structure
 * goes through it in that order too, or has the same content under other numbers than those (notes at the foot of a page are drawn
 * after what they stand behind), the order says which is which, whatever the numbers are; elsewhere the numbers do.
 */
function numberedAsDrawn(page: TaggedPage): TaggedPage {
  const { number, structure, drawn } = page;
  const inTree = structure ? contentOf(structure) : [];
  const keys = [...drawn.keys()];
  if (inTree.length !== keys.length) return page;
  const isInOrder = inTree.every((key, index) => key === keys[index]);
  const isAnew = keys.some((key) => contentNumber(key) >= keys.length) && inTree.every((key) => drawn.has(key));
  if (!isInOrder && !isAnew) return page;
  const renumbered = new Map(keys.map((key, index) => [key, contentKey(number, index)]));
  const rekeyed = ({ children, ...element }: StructureElement): StructureElement => ({
    ...element,
    children: children.map((child) => (typeof child === "string" ? (renumbered.get(child) ?? child) : rekeyed(child))),
  });
  return {
    ...page,
    structure: structure && rekeyed(structure),
    drawn: new Map([...drawn.values()].map((text, index) => [contentKey(number, index), text])),
  };
}

const contentOf = ({ children }: StructureElement): readonly string[] =>
  children.flatMap((child) => (typeof child === "string" ? [child] : contentOf(child)));

interface AttachedFile {
  readonly filename: string;
  readonly content: Uint8Array;
}

/** `p12R_mc3`: the page's object, and the identifier. */
const contentId = (id: string): number => Number(id.slice(id.lastIndexOf("_mc") + "_mc".length));

function toElement(node: StructTreeNode, page: number): StructureElement {
  const { alt } = node as { readonly alt?: string };
  const children = node.children.flatMap((child): readonly (StructureElement | string)[] => {
    if ("role" in child) return [toElement(child, page)];
    return child.type === "content" ? [contentKey(page, contentId(child.id))] : [];
  });
  return { role: node.role, alt, children };
}

interface OpenContent {
  readonly tag: string;
  readonly key: string | undefined;
}

type Operators = Awaited<ReturnType<typeof importPdfJs>>["OPS"];

/** Sorts what is drawn by its marks. (`getTextContent` would leave out the spaces at the ends of lines.) */
function sortText(
  { fnArray, argsArray }: PDFOperatorList,
  { number, operators }: { readonly number: number; readonly operators: Operators },
): Pick<TaggedPage, "drawn" | "untagged" | "artifacts"> {
  const drawn = new Map<string, string>();
  const untagged: string[] = [];
  const artifacts: string[] = [];
  const open: OpenContent[] = [];
  let reversed = "";

  const collect = (text: string): void => {
    if (open.some(({ tag }) => tag === "ReversedChars")) {
      reversed = [...text].reverse().join("") + reversed;
      return;
    }
    const key = open.findLast((content) => content.key !== undefined)?.key;
    if (open.some(({ tag }) => tag === "Artifact")) artifacts.push(text);
    else if (key !== undefined) drawn.set(key, (drawn.get(key) ?? "") + text);
    else if (text.trim() !== "") untagged.push(text);
  };
  const begin = ([name, mcid]: readonly [string | { readonly name: string }, number | null | undefined]): void => {
    const tag = typeof name === "string" ? name : name.name;
    const key = typeof mcid === "number" && tag !== "Artifact" ? contentKey(number, mcid) : undefined;
    open.push({ tag, key });
    if (key !== undefined && !drawn.has(key)) drawn.set(key, "");
  };
  // Shown against the order of reading (ISO 32000-1, 14.8.2.3.3).
  const end = (): void => {
    if (open.pop()?.tag !== "ReversedChars") return;
    collect(reversed);
    reversed = "";
  };
  for (const [index, operator] of fnArray.entries()) {
    if (operator === operators.beginMarkedContent || operator === operators.beginMarkedContentProps) {
      begin(argsArray[index]);
    } else if (operator === operators.endMarkedContent) end();
    else if (operator === operators.showText) collect(textOf(argsArray[index]));
  }
  return { drawn, untagged, artifacts };
}

/** The characters of one operator: glyphs between numbers that move them. What has no width is no part of the text. */
function textOf([glyphs]: readonly [readonly (number | null | { readonly unicode: string })[]]): string {
  return glyphs
    .map((glyph) => (typeof glyph === "object" ? (glyph?.unicode ?? "") : ""))
    .join("")
    .replaceAll("\u200b", "");
}
