import type { ComputedStyle } from "../css/computed-style.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { ListCount } from "./counters.ts";

/** What an element does to the numbers of list items: `start`, `value` and `reversed` (HTML 15.3.8; CSS Lists 3, 4.6). */
export function listCount(element: DomElement, { display }: Pick<ComputedStyle, "display">): ListCount {
  const isItem = display.endsWith("list-item");
  const isList = lists.has(element.name);
  if (!isItem && !isList) return {};
  return {
    reset: isList ? beforeFirst(element) : undefined,
    increment: isItem ? stepOf(element) : undefined,
    set: isItem && element.name === "li" ? integer(element.attributes.value) : undefined,
  };
}

const lists: ReadonlySet<string> = new Set(["ol", "ul", "menu", "dir"]);

function beforeFirst(list: DomElement): number {
  if (list.name !== "ol") return 0;
  const start = integer(list.attributes.start);
  if (list.attributes.reversed === undefined) return (start ?? 1) - 1;
  const items = list.children.filter((child) => child.kind === "element" && child.name === "li");
  return (start ?? items.length) + 1;
}

const stepOf = ({ parent }: DomElement) => (parent?.name === "ol" && parent.attributes.reversed !== undefined ? -1 : 1);

function integer(text: string | undefined): number | undefined {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}
