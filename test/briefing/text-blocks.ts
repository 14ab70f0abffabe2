import type { Element, ElementContent, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";

/** An element that is read as one piece: a paragraph, an item, a heading, a caption, a cell. */
export interface TextBlock {
  readonly tag: string;
  /** Its own words, with single spaces. */
  readonly text: string;
  /** Ids of the claims that are printed in it. */
  readonly claims: readonly string[];
  /** The language that it is in, as its element or one around it says; empty where none does. */
  readonly lang: string;
  readonly isInTable: boolean;
  /** It explains symbols, or says where the figures come from. */
  readonly isExplanation: boolean;
  readonly holdsMedia: boolean;
}

const blockTags = new Set("p li h1 h2 h3 h4 figcaption caption td th dt dd summary section aside ul ol".split(" "));
const skipped = new Set(["svg", "style", "script", "head"]);

/**
 * The blocks of a page, in order, each with its own words; of those that hold others, only those that have words beside them, and
 * sections and lists that hold nothing but a heading.
 */
export function textBlocks(html: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const visit = (node: Nodes, around: Surroundings): void => {
    if (node.type === "element" && skipped.has(node.tagName)) return;
    const within = node.type === "element" ? surroundingsIn(node, around) : around;
    if (node.type === "element" && blockTags.has(node.tagName)) blocks.push(...blockOf(node, within));
    if ("children" in node) for (const child of node.children) visit(child, within);
  };
  visit(fromHtml(html), { isInTable: false, isExplanation: false, lang: "" });
  return blocks;
}

type Surroundings = Pick<TextBlock, "isInTable" | "isExplanation" | "lang">;

const surroundingsIn = (node: Element, around: Surroundings): Surroundings => ({
  isInTable: around.isInTable || node.tagName === "td" || node.tagName === "th",
  isExplanation: around.isExplanation || isOf(node, "table-note", "symbols", "chart-description"),
  lang: node.properties.lang ? String(node.properties.lang) : around.lang,
});

/** None for one that says nothing beside the blocks in it. */
function blockOf(node: Element, within: Surroundings): readonly TextBlock[] {
  const isContainer = /^(?:section|aside|ul|ol)$/.test(node.tagName);
  const text = isContainer ? withoutHeadings(node) : wordsOf(node);
  const holdsBlocks = node.children.some((child) => child.type === "element" && blockTags.has(child.tagName));
  if (isContainer ? text !== "" : text === "" && holdsBlocks) return [];
  const holdsMedia = holds(node, "img") || holds(node, "svg");
  return [{ tag: node.tagName, text, claims: claimsIn(node), holdsMedia, ...within }];
}

const isOf = ({ properties: { className } }: Element, ...names: readonly string[]): boolean =>
  Array.isArray(className) && names.some((name) => className.includes(name));

const clean = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Without the numbers of notes, which stand after the stop, and the blocks in it, which have words of their own. */
const wordsOf = (node: Element): string =>
  clean(
    textOf(
      without(node, (child) => isOf(child, "note-ref") || child.tagName === "svg" || blockTags.has(child.tagName)),
    ),
  );
const withoutHeadings = (node: Element): string => clean(textOf(without(node, ({ tagName }) => /^h\d$/.test(tagName))));

function without(node: Element, isLeftOut: (child: Element) => boolean): Element {
  const children = node.children
    .filter((child) => child.type !== "element" || !isLeftOut(child))
    .flatMap((child): readonly ElementContent[] => {
      if (child.type !== "element") return [child];
      // A line of its own is not one word with the next.
      const space: ElementContent = { type: "text", value: " " };
      if (child.tagName === "br") return [space];
      const rest = without(child, isLeftOut);
      return child.tagName === "div" ? [space, rest, space] : [rest];
    });
  return { ...node, children };
}

const claimsIn = (node: Element): string[] =>
  [node, ...node.children].flatMap((child) =>
    child.type !== "element"
      ? []
      : [
          ...(typeof child.properties.dataClaim === "string" ? [child.properties.dataClaim] : []),
          ...(child === node ? [] : claimsIn(child)),
        ],
  );

const holds = (node: Element, tag: string): boolean =>
  node.children.some((child) => child.type === "element" && (child.tagName === tag || holds(child, tag)));
