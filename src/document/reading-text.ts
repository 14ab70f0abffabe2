import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";

/** The words of a heading or a caption on one line, without references to notes. */
export function readingText(element: Element): string {
  const withoutNotes = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes
      .filter((node) => !(node.type === "element" && hasClass(node, "note-ref")))
      .map((node) => (node.type === "element" ? { ...node, children: withoutNotes(node.children) } : node));
  return textOf({ ...element, children: withoutNotes(element.children) })
    .replaceAll(/\s+/g, " ")
    .trim();
}

const hasClass = ({ properties: { className } }: Element, name: string) =>
  Array.isArray(className) && className.includes(name);
