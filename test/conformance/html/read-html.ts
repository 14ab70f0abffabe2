import { readFile } from "node:fs/promises";
import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { withoutTrail } from "./without-trail.ts";

/** What a page says that its PDF has to say too. */
export interface SpokenHtml {
  readonly headings: readonly string[];
  readonly chartTexts: readonly string[];
  /** All words but those of the charts, in order. */
  readonly words: readonly string[];
}

export async function readHtml(path: string): Promise<SpokenHtml> {
  const tree: Root = asOnPages(fromHtml(withoutTrail(await readFile(path, "utf8"))));
  const headings: string[] = [];
  const chartTexts: string[] = [];
  visit(tree, "element", (element: Element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(textOf(element));
    // What is drawn for narrow pages is not in a PDF.
    const isNarrow = String(element.properties.className).includes("chart-narrow");
    if (element.tagName === "svg" && !isNarrow)
      visit(element, { tagName: "text" }, (text) => void chartTexts.push(...linesOf(text)));
  });
  return { headings, chartTexts, words: spaced(tree).split(/\s+/).filter(Boolean) };
}

/** A tree as pages have it: without what only screens have, and each note after the first reference to it, with its number. */
function asOnPages(tree: Root): Root {
  const notes = new Map<unknown, Element>();
  /** Where contents lead to that are of screens alone. */
  const gone = new Set<unknown>();
  visit(tree, "element", (element: Element, index, parent) => {
    const classes = String(element.properties.className ?? "").split(",");
    const isOfScreens = ["skip-link", "visually-hidden", "chart-csv"].some((name) => classes.includes(name));
    const isList = element.properties.role === "doc-endnotes";
    if (!parent || index === undefined || (!isOfScreens && !isList)) return undefined;
    if (isList) visit(element, { tagName: "h2" }, ({ properties: { id } }: Element) => void gone.add(`#${id}`));
    if (isList)
      visit(element, { tagName: "li" }, (item: Element) => {
        item.children = item.children.filter(
          (child) => !(child.type === "element" && child.properties.role === "doc-backlink"),
        );
        notes.set(`#${item.properties.id}`, item);
      });
    parent.children.splice(index, 1);
    return index;
  });
  visit(tree, { tagName: "li" }, (item: Element, index, parent) => {
    const [link] = item.children;
    if (!parent || index === undefined || link?.type !== "element" || !gone.has(link.properties.href)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  visit(tree, "element", (element: Element, index, parent) => {
    const [reference] = element.children;
    if (!parent || index === undefined || reference?.type !== "element") return;
    if (reference.properties.role !== "doc-noteref") return;
    const item = notes.get(reference.properties.href);
    if (!item) return;
    notes.delete(reference.properties.href);
    const number = { type: "text" as const, value: ` ${textOf(reference)} ` };
    parent.children.splice(index + 1, 0, { ...item, children: [number, ...item.children] });
  });
  return tree;
}

/** A text of several lines has an element for each. */
function linesOf(text: Element): readonly string[] {
  const lines = text.children.filter((child) => child.type === "element").map(textOf);
  return lines.length > 0 ? lines : [textOf(text)];
}

const inline = /^(a|abbr|b|cite|code|data|em|i|mark|q|small|span|strong|sub|sup|time)$/;
const silent = /^(head|svg|script|style)$/;

/** The text, with a space where a block ends: `<td>1</td><td>2</td>` are two words. */
function spaced(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  if (node.type === "element" && silent.test(node.tagName)) return " ";
  const text = node.children.map(spaced).join("");
  return node.type === "element" && !inline.test(node.tagName) ? ` ${text} ` : text;
}
