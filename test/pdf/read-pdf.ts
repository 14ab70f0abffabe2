import { type PdfDocument, type PdfPage, pagesOf, readWithPdfJs } from "../support/open-pdf.ts";

/** What a reader other than ours makes of a PDF. */
export interface ReadPdf {
  readonly lang: string;
  readonly title: string;
  readonly outline: readonly OutlineNode[];
  readonly pages: readonly ReadPage[];
}

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

interface ReadPage {
  /** Text outside the structure tree by intent: furniture, repeated heads. */
  readonly artifacts: string;
  /** Text that is neither in the tree nor marked as an artifact. */
  readonly untagged: readonly string[];
  /** The structure tree as text, one element a line: `P "text"`. Elements with nothing on this page are left out. */
  readonly tree: string;
  readonly links: readonly { readonly url?: string; readonly dest?: string; readonly contents?: string }[];
}

interface TextItem {
  readonly type?: string;
  readonly id?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

interface TreeNode {
  readonly type?: string;
  readonly id?: string;
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly TreeNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return await readWithPdfJs(bytes, async (document) => {
    const outline = ((await document.getOutline()) ?? []) as OutlineNode[];
    const plain = (nodes: readonly OutlineNode[]): OutlineNode[] =>
      nodes.map(({ title, items }) => ({ title, items: plain(items) }));
    return { ...(await metadataOf(document)), outline: plain(outline), pages: await pagesOf(document, readPage) };
  });
}

/** What a PDF says of itself, without a look at its pages. */
export const readMetadata = (bytes: Uint8Array): Promise<Pick<ReadPdf, "lang" | "title">> =>
  readWithPdfJs(bytes, metadataOf);

async function metadataOf(document: PdfDocument): Promise<Pick<ReadPdf, "lang" | "title">> {
  const { info } = (await document.getMetadata()) as { readonly info: { Language?: string; Title?: string } };
  return { lang: info.Language ?? "", title: info.Title ?? "" };
}

async function readPage(page: PdfPage): Promise<ReadPage> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const { texts, artifacts, untagged } = sortTexts(content.items as TextItem[]);
  const tree = (await page.getStructTree()) as TreeNode | null;
  const annotations = (await page.getAnnotations()) as { url?: string; dest?: string; contentsObj?: { str: string } }[];
  return {
    artifacts: tidy(artifacts.join("")),
    untagged,
    tree: tree ? treeText(tree, texts, "").join("\n") : "",
    links: annotations.map(({ url, dest, contentsObj }) => ({
      ...(url !== undefined && { url }),
      ...(typeof dest === "string" && { dest }),
      ...(contentsObj && { contents: contentsObj.str }),
    })),
  };
}

function sortTexts(items: readonly TextItem[]) {
  const texts = new Map<string, string>();
  const artifacts: string[] = [];
  const untagged: string[] = [];
  const stack: TextItem[] = [];
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) stack.push(item);
    else if (item.type === "endMarkedContent") stack.pop();
    else {
      // pdf.js takes the space at the end of a line for the line's end.
      const text = `${item.str}${item.hasEOL ? " " : ""}`;
      const id = stack.findLast((open) => open.id)?.id;
      if (stack.some((open) => open.tag === "Artifact")) artifacts.push(text);
      else if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + text);
      else if (text.trim() !== "") untagged.push(text);
    }
  }
  return { texts, artifacts, untagged };
}

function treeText(node: TreeNode, texts: ReadonlyMap<string, string>, indent: string): string[] {
  const children = node.children ?? [];
  const own = tidy(
    children.map((child) => (child.type === "content" ? (texts.get(child.id ?? "") ?? "") : "…")).join(""),
  );
  const elements = children.filter((child) => child.role !== undefined);
  const isLeaf = elements.length === 0;
  const text = isLeaf && own.replaceAll("…", "") !== "" ? ` "${own.replaceAll("…", "")}"` : "";
  const line = `${indent}${node.role}${node.lang ? ` [${node.lang}]` : ""}${node.alt ? ` (${node.alt})` : ""}${text}`;
  if (isLeaf) return children.length > 0 ? [line] : [];
  const inside = mixed(children, texts, `${indent}  `);
  return inside.length > 0 ? [line, ...inside] : [];
}

/** Text between elements stands on lines of its own. */
function mixed(children: readonly TreeNode[], texts: ReadonlyMap<string, string>, indent: string): string[] {
  return children.flatMap((child) => {
    if (child.role !== undefined) return treeText(child, texts, indent);
    const text = child.type === "content" ? tidy(texts.get(child.id ?? "") ?? "") : "";
    return text === "" ? [] : [`${indent}"${text}"`];
  });
}

const tidy = (text: string) => text.replaceAll(/\s+/g, " ").trim();
