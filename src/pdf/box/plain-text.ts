import type { DomElement, DomNode } from "../dom/dom-node.ts";
import { accessibleName } from "../svg/index.ts";

/** Elements that go on in the line around them; before and after others words end. */
const inLine = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** The words of an element in one line, as bookmarks, links and running heads say them: pictures by their alt text. */
export const plainText = (element: DomElement) => element.children.map(wordsOf).join("").replaceAll(/\s+/g, " ").trim();

function wordsOf(node: DomNode): string {
  if (node.kind === "text") return node.text;
  if (node.name === "img") return ` ${node.attributes.alt ?? ""} `;
  if (node.name === "svg") return ` ${accessibleName(node, () => undefined) ?? ""} `;
  const words = node.children.map(wordsOf).join("");
  return inLine.has(node.name) ? words : ` ${words} `;
}
