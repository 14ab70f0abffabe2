import { readFile } from "node:fs/promises";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFOperatorList, StructTreeNode } from "pdfjs-dist/types/src/display/api.d.ts";

/** One page as a screen reader gets it: what is drawn, and what the structure tree says about it. */
export interface TaggedPage {
  readonly number: number;
  /** Null where the page has no structure. */
  readonly structure: StructureElement | null;
  /** The text of each piece of marked content, by id, in the order drawn. */
  readonly drawn: ReadonlyMap<string, string>;
  /** Text that is neither content of an element nor an artifact. */
  readonly untagged: readonly string[];
  /** Text that is drawn for the eye alone: running heads, page numbers. */
  readonly artifacts: readonly string[];
}

export interface StructureElement {
  readonly role: string;
  readonly alt?: string;
  /** Elements, and the ids of marked content. */
  readonly children: readonly (StructureElement | string)[];
}

/** Reads the pages of a tagged PDF, a file or its bytes, with pdf.js, which shares no code with what wrote it. */
export async function readTaggedPages(pdf: string | Uint8Array): Promise<readonly TaggedPage[]> {
  // pdf.js takes over the memory that it is given.
  const data = new Uint8Array(typeof pdf === "string" ? await readFile(pdf) : pdf);
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const pages: TaggedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const tree = (await page.getStructTree()) as StructTreeNode | null;
      const { num, gen } = page.ref ?? { num: 0, gen: 0 };
      const pageId = `p${num}R${gen === 0 ? "" : gen}`;
      pages.push({ number, structure: tree && toElement(tree), ...sortText(await page.getOperatorList(), pageId) });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

function toElement(node: StructTreeNode): StructureElement {
  const { alt } = node as { readonly alt?: string };
  const children = node.children.flatMap((child): readonly (StructureElement | string)[] => {
    if ("role" in child) return [toElement(child)];
    return child.type === "content" ? [child.id] : [];
  });
  return { role: node.role, ...(alt !== undefined && { alt }), children };
}

interface OpenContent {
  readonly tag: string;
  readonly id: string | undefined;
}

/** Sorts what is drawn by its marks. (`getTextContent` would leave out the spaces at the ends of lines.) */
function sortText({ fnArray, argsArray }: PDFOperatorList, pageId: string): Omit<TaggedPage, "number" | "structure"> {
  const drawn = new Map<string, string>();
  const untagged: string[] = [];
  const artifacts: string[] = [];
  const open: OpenContent[] = [];
  let reversed = "";

  const place = (text: string): void => {
    if (open.some(({ tag }) => tag === "ReversedChars")) {
      reversed = [...text].reverse().join("") + reversed;
      return;
    }
    const id = open.findLast((content) => content.id !== undefined)?.id;
    if (open.some(({ tag }) => tag === "Artifact")) artifacts.push(text);
    else if (id !== undefined) drawn.set(id, (drawn.get(id) ?? "") + text);
    else if (text.trim() !== "") untagged.push(text);
  };
  const begin = ([name, mcid]: readonly [string | { readonly name: string }, number | null | undefined]): void => {
    const tag = typeof name === "string" ? name : name.name;
    const id = typeof mcid === "number" && tag !== "Artifact" ? `${pageId}_mc${mcid}` : undefined;
    open.push({ tag, id });
    if (id !== undefined && !drawn.has(id)) drawn.set(id, "");
  };
  // Shown against the order of reading (ISO 32000-1, 14.8.2.3.3).
  const end = (): void => {
    if (open.pop()?.tag !== "ReversedChars") return;
    place(reversed);
    reversed = "";
  };
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) begin(argsArray[index]);
    else if (operator === OPS.endMarkedContent) end();
    else if (operator === OPS.showText) place(textOf(argsArray[index]));
  }
  return { drawn, untagged, artifacts };
}

/** The characters of one operator: glyphs between numbers that move them. What has no width is no part of the text. */
function textOf([glyphs]: [readonly (number | null | { readonly unicode: string })[]]): string {
  return glyphs
    .map((glyph) => (typeof glyph === "object" ? (glyph?.unicode ?? "") : ""))
    .join("")
    .replaceAll("\u200b", "");
}
