import type { DomElement } from "../dom/dom-node.ts";

/** The ordinal of each item of a list: `start`, `value` and `reversed` (HTML 4.4.5). */
export function listNumbers(list: DomElement): ReadonlyMap<DomElement, number> {
  const items = list.children.filter((child): child is DomElement => child.kind === "element" && child.name === "li");
  const step = list.attributes.reversed === undefined ? 1 : -1;
  let next = integer(list.attributes.start) ?? (step === 1 ? 1 : items.length);
  const numbers = new Map<DomElement, number>();
  for (const item of items) {
    const value = integer(item.attributes.value) ?? next;
    numbers.set(item, value);
    next = value + step;
  }
  return numbers;
}

function integer(text: string | undefined): number | undefined {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}
