import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { StructTreeNode, TextContent } from "pdfjs-dist/types/src/display/api.d.ts";

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

/** Reads the pages of a tagged PDF with pdf.js, which shares no code with what wrote it. */
export async function readTaggedPages(path: string): Promise<readonly TaggedPage[]> {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const pages: TaggedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      const tree = (await page.getStructTree()) as StructTreeNode | null;
      pages.push({ number, structure: tree && toElement(tree), ...sortText(content) });
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

function sortText({ items }: TextContent): Pick<TaggedPage, "drawn" | "untagged" | "artifacts"> {
  const drawn = new Map<string, string>();
  const untagged: string[] = [];
  const artifacts: string[] = [];
  const open: OpenContent[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((content) => content.id !== undefined)?.id;
      if (open.some(({ tag }) => tag === "Artifact")) artifacts.push(item.str);
      else if (id !== undefined) drawn.set(id, (drawn.get(id) ?? "") + item.str);
      else if (item.str.trim() !== "") untagged.push(item.str);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      const { tag, id } = item as unknown as { readonly tag: string; readonly id: string | null };
      open.push({ tag, id: id ?? undefined });
      if (id && tag !== "Artifact" && !drawn.has(id)) drawn.set(id, "");
    }
  }
  return { drawn, untagged, artifacts };
}
