import { type CssNode, List, type PseudoClassSelector, type Selector } from "css-tree";

/**
 * A selector in a nested rule, with the rule around it put in: `&` stands for what its selectors match (CSS Nesting 1, 3),
 * and a selector without one is looked for below that. Undefined: it would have more than `mostParts` parts.
 */
export function nestSelector(selector: Selector, parents: readonly Selector[]): Selector | undefined {
  const parts = selector.children.toArray();
  const isRelative = !parts.some(isNesting) && !hasNesting(selector);
  const explicit = !isRelative
    ? parts
    : [nesting, ...(parts[0]?.type === "Combinator" ? parts : [descendant, ...parts])];
  const children = explicit.flatMap((part, index) => {
    if (!isNesting(part)) return [inside(part, parents)];
    // One selector at the start can stand as it is: it is the same, and quicker to match.
    const [only] = parents;
    const next = explicit[index + 1];
    const isPlain = parents.length === 1 && index === 0 && next?.type !== "TypeSelector";
    return isPlain && only ? only.children.toArray() : [matchesAny(parents)];
  });
  const nested = { ...selector, children: new List<CssNode>().fromArray(children) };
  return sizeOf(nested) > mostParts ? undefined : nested;
}

/** Parts that the selectors of rules around a rule may come to: each level of lists multiplies them. */
export const mostParts = 1000;

const sizes = new WeakMap<CssNode, number>();

/** Selectors share those that they are made of: each is counted once. */
function sizeOf(node: CssNode): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const size = childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
  sizes.set(node, size);
  return size;
}

const isNesting = (node: CssNode) => node.type === "NestingSelector";
const nesting: CssNode = { type: "NestingSelector" } as CssNode;
const descendant: CssNode = { type: "Combinator", name: " " };

/** `&` in the arguments of `:is()`, `:not()` and their like. */
function hasNesting(node: CssNode): boolean {
  return isNesting(node) || childrenOf(node).some(hasNesting);
}

function inside(node: CssNode, parents: readonly Selector[]): CssNode {
  if (isNesting(node)) return matchesAny(parents);
  if (!hasNesting(node) || !("children" in node)) return node;
  const children = childrenOf(node).map((child) => inside(child, parents));
  return { ...node, children: new List<CssNode>().fromArray(children) } as CssNode;
}

const childrenOf = (node: CssNode): CssNode[] =>
  "children" in node && node.children ? (node.children as List<CssNode>).toArray() : [];

function matchesAny(parents: readonly Selector[]): PseudoClassSelector {
  const list: CssNode = { type: "SelectorList", children: new List<CssNode>().fromArray([...parents]) };
  return { type: "PseudoClassSelector", name: "is", children: new List<CssNode>().fromArray([list]) };
}
