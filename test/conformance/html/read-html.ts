import { readFile } from "node:fs/promises";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Reads what a page says that its PDF has to say too. */
export async function readHtml(path: string): Promise<{ headings: readonly string[]; chartTexts: readonly string[] }> {
  const tree: Root = fromHtml(await readFile(path, "utf8"));
  const headings: string[] = [];
  const chartTexts: string[] = [];
  visit(tree, "element", (element: Element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(textOf(element));
    if (element.tagName === "svg") visit(element, { tagName: "text" }, (text) => void chartTexts.push(textOf(text)));
  });
  return { headings, chartTexts };
}
