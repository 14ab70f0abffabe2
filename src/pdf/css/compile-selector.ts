import { compile } from "css-select";
import { type CssNode, generate, type Selector } from "css-tree";
import getNthCheck from "nth-check";
import { type DomElement, type DomNode, textOf } from "../dom/dom-node.ts";
import { createSiblingPositions } from "./sibling-positions.ts";

export type PseudoElement = "before" | "after" | "first-letter" | "marker" | "footnote-call" | "footnote-marker";

export interface CompiledSelector {
  readonly matches: (element: DomElement) => boolean;
  /** As one number: ids × 10⁶ + classes × 10³ + types (Selectors 4, 17). */
  readonly specificity: number;
  readonly pseudo: PseudoElement | undefined;
  /** What the rightmost compound asks for, so that a rule is tried only where it may match: `#id`, `.class`, name or `*`. */
  readonly key: string;
}

const adapter = {
  isTag: (node: DomNode): node is DomElement => node.kind === "element",
  getAttributeValue: (element: DomElement, name: string) => element.attributes[name],
  getChildren: (node: DomNode): DomNode[] => (node.kind === "element" ? (node.children as DomNode[]) : []),
  getName: (element: DomElement) => element.name,
  getParent: (node: DomNode): DomNode | null => node.parent ?? null,
  getSiblings: (node: DomNode): DomNode[] => (node.parent ? (node.parent.children as DomNode[]) : [node]),
  getText: (node: DomNode) => textOf(node),
  hasAttrib: (element: DomElement, name: string) => element.attributes[name] !== undefined,
  removeSubsets: (nodes: DomNode[]) => nodes,
};

/** What css-select would count from the first sibling on, for each element anew. Throws if a formula is none. */
function counted(text: string) {
  const positions = createSiblingPositions();
  const formulas = Array.from(text.matchAll(/:nth-(?:child|of-type)\(([^)]*)\)/gi), ([, formula = ""]) =>
    formula.trim(),
  );
  const checks = new Map(formulas.map((formula) => [formula, getNthCheck(formula)]));
  const nth = (field: "index" | "indexOfType") => (element: DomElement, formula?: string | null) =>
    checks.get(formula?.trim() ?? "")?.(positions.of(element)?.[field] ?? 0) ?? false;
  return {
    adapter: {
      ...adapter,
      prevElementSibling: (node: DomNode) => (node.kind === "element" ? (positions.of(node)?.previous ?? null) : null),
    },
    pseudos: { "nth-child": nth("index"), "nth-of-type": nth("indexOfType") },
  };
}

const pseudoElements: Readonly<Record<string, PseudoElement>> = {
  before: "before",
  after: "after",
  "first-letter": "first-letter",
  marker: "marker",
  "footnote-call": "footnote-call",
  "footnote-marker": "footnote-marker",
};

/** Undefined: a selector that paper has no use for (`::selection`) or that is not supported. */
export function compileSelector(selector: Selector): CompiledSelector | undefined {
  const parts = selector.children.toArray();
  const last = parts.at(-1);
  const pseudoName = last && pseudoElementName(last);
  const pseudo = pseudoName === undefined ? undefined : pseudoElements[pseudoName];
  if (pseudoName !== undefined && !pseudo) return undefined;
  const compound = pseudo ? parts.slice(0, -1) : parts;
  if (compound.some((part) => part.type === "PseudoElementSelector" || part.type === "NestingSelector"))
    return undefined;
  const text = compound.map((part) => generate(part)).join("") || "*";
  try {
    const matches = compile<DomNode, DomElement>(text, {
      ...counted(text),
      xmlMode: false,
      cacheResults: false,
    });
    return { matches, specificity: specificityOf(compound) + (pseudo ? 1 : 0), pseudo, key: keyOf(compound) };
  } catch {
    return undefined;
  }
}

/** `::before`, or `:before` as CSS 2 wrote it. */
function pseudoElementName(node: CssNode): string | undefined {
  if (node.type === "PseudoElementSelector") return node.name.toLowerCase();
  const isOld =
    node.type === "PseudoClassSelector" && ["before", "after", "first-line", "first-letter"].includes(node.name);
  return isOld ? node.name : undefined;
}

function specificityOf(parts: readonly CssNode[]): number {
  return parts.reduce((sum, part) => sum + partSpecificity(part), 0);
}

function partSpecificity(part: CssNode): number {
  if (part.type === "IdSelector") return 1_000_000;
  if (part.type === "ClassSelector" || part.type === "AttributeSelector") return 1_000;
  if (part.type === "TypeSelector") return part.name === "*" ? 0 : 1;
  if (part.type === "PseudoElementSelector") return 1;
  if (part.type !== "PseudoClassSelector") return 0;
  const name = part.name.toLowerCase();
  if (name === "where") return 0;
  if (!["is", "not", "has", "matches"].includes(name)) return 1_000;
  // The most specific of the arguments counts.
  let highest = 0;
  part.children?.forEach((list) => {
    if (list.type !== "SelectorList") return;
    list.children.forEach((selector) => {
      if (selector.type === "Selector") highest = Math.max(highest, specificityOf(selector.children.toArray()));
    });
  });
  return highest;
}

function keyOf(parts: readonly CssNode[]): string {
  const start = parts.findLastIndex((part) => part.type === "Combinator") + 1;
  const compound = parts.slice(start);
  const id = compound.find((part) => part.type === "IdSelector");
  if (id) return `#${id.name}`;
  const className = compound.find((part) => part.type === "ClassSelector");
  if (className) return `.${className.name}`;
  const type = compound.find((part) => part.type === "TypeSelector");
  return type ? type.name.toLowerCase() : "*";
}
