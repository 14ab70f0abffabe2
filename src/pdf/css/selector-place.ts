import { type CssNode, ident, type PseudoClassSelector } from "css-tree";

/** Attributes that a selector asks of an element and of those around it: whether they are there, or also what they say. An id that it names: `#id`. */
export type AttributesRead = ReadonlyMap<string, "presence" | "value">;

/** Of a selector, what depends on names, attributes and ancestors alone: what does not match it, does not match the selector. */
export interface PlaceSelector {
  readonly parts: readonly CssNode[];
  readonly read: AttributesRead;
  /** The selector asks for no more. Else also for a place among siblings, for what is in an element, for a state. */
  readonly isWhole: boolean;
}

export function placeSelector(parts: readonly CssNode[]): PlaceSelector {
  const sibling = parts.findLastIndex((part) => part.type === "Combinator" && part.name !== " " && part.name !== ">");
  const own = parts.slice(sibling + 1);
  const read = new Map<string, "presence" | "value">();
  const kept = own.filter((part) => addRead(part, read));
  const isWhole = kept.length === parts.length;
  return { parts: isWhole ? parts : withAny(kept), read, isWhole };
}

const any: CssNode = { type: "TypeSelector", name: "*" };

/** Combinators that lost what stood beside them are of any element. */
function withAny(parts: readonly CssNode[]): readonly CssNode[] {
  const isOpen = (part: CssNode | undefined) => part === undefined || part.type === "Combinator";
  const found = parts.flatMap((part, index) =>
    part.type === "Combinator" && isOpen(parts[index - 1]) ? [any, part] : [part],
  );
  return isOpen(found.at(-1)) ? [...found, any] : found;
}

/** Pseudo-classes that hold other selectors, and ask no more than these do. */
const holders: ReadonlySet<string> = new Set(["is", "not", "where", "matches"]);

/** Whether a part asks for no more than attributes, which are added. */
function addRead(part: CssNode, read: Map<string, "presence" | "value">): boolean {
  switch (part.type) {
    case "TypeSelector":
      return !part.name.includes("|");
    case "Combinator":
      return part.name === " " || part.name === ">";
    case "ClassSelector":
      read.set("class", "value");
      return true;
    case "IdSelector":
      read.set(`#${ident.decode(part.name)}`, "value");
      return true;
    case "AttributeSelector": {
      const name = part.name.name.toLowerCase();
      if (part.matcher !== null || !read.has(name)) read.set(name, part.matcher === null ? "presence" : "value");
      return true;
    }
    case "PseudoClassSelector":
      return addPseudoClass(part, read);
    default:
      return false;
  }
}

function addPseudoClass({ name, children }: PseudoClassSelector, read: Map<string, "presence" | "value">): boolean {
  const lower = name.toLowerCase();
  if (lower === "root") return true;
  if (lower === "link" || lower === "any-link") {
    if (!read.has("href")) read.set("href", "presence");
    return true;
  }
  return holders.has(lower) && (children?.toArray() ?? []).every((list) => addList(list, read));
}

const addList = (list: CssNode, read: Map<string, "presence" | "value">): boolean =>
  list.type === "SelectorList" &&
  list.children
    .toArray()
    .every(
      (selector) => selector.type === "Selector" && selector.children.toArray().every((part) => addRead(part, read)),
    );
