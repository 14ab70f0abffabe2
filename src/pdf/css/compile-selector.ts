import { compile } from "css-select";
import { type CssNode, generate, List, type Selector } from "css-tree";
import getNthCheck from "nth-check";
import { keyOf, passingStates, specificityOf } from "../../stylesheet/index.ts";
import { type DomElement, type DomNode, textOf } from "../dom/dom-node.ts";
import { followsMatch, hasMatch, type Relation } from "./relations.ts";
import { type AttributesRead, placeSelector } from "./selector-place.ts";
import { createSiblingPositions } from "./sibling-positions.ts";
import { statePseudos } from "./states.ts";

export type PseudoElement = "before" | "after" | "first-letter" | "marker" | "footnote-call" | "footnote-marker";

export interface CompiledSelector {
  readonly matches: (element: DomElement) => boolean;
  /** As one number: ids × 10⁶ + classes × 10³ + types (Selectors 4, 17). */
  readonly specificity: number;
  readonly pseudo: PseudoElement | undefined;
  /** What the rightmost compound asks for, so that a rule is tried only where it may match: `#id`, `.class`, name or `*`. */
  readonly key: string;
  /** Whether an element may match, by its name, its attributes and its ancestors. */
  readonly mayMatch: (element: DomElement) => boolean;
  /** Where it may, it does. */
  readonly isOfPlace: boolean;
  /** What these ask for. */
  readonly read: AttributesRead;
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

/** What css-select would count from the first sibling on, for each element anew. */
const positions = createSiblingPositions();
type Count = "index" | "indexOfType" | "lastIndex" | "lastIndexOfType";

const counting = {
  ...adapter,
  prevElementSibling: (node: DomNode) => (node.kind === "element" ? (positions.previous(node) ?? null) : null),
};

const none =
  (...fields: readonly Count[]) =>
  (element: DomElement) =>
    fields.every((field) => positions.count(element, field) === 0);

/** Shared by the selectors that ask for no others, which are nearly all of them. */
const plainPseudos = {
  ...statePseudos,
  "first-child": none("index"),
  "first-of-type": none("indexOfType"),
  "last-child": none("lastIndex"),
  "last-of-type": none("lastIndexOfType"),
  "only-child": none("index", "lastIndex"),
  "only-of-type": none("indexOfType", "lastIndexOfType"),
};

/** Those with a formula. Throws if one is none. */
function countedPseudos(text: string) {
  const formulas = Array.from(text.matchAll(/:nth-(?:last-)?(?:child|of-type)\(([^)]*)\)/gi), ([, formula = ""]) =>
    formula.trim(),
  );
  const checks = new Map(formulas.map((formula) => [formula, getNthCheck(formula)]));
  const nth = (field: Count) => (element: DomElement, formula?: string | null) =>
    checks.get(formula?.trim() ?? "")?.(positions.count(element, field)) ?? false;
  return {
    "nth-child": nth("index"),
    "nth-of-type": nth("indexOfType"),
    "nth-last-child": nth("lastIndex"),
    "nth-last-of-type": nth("lastIndexOfType"),
  };
}

type Matches = (element: DomElement) => boolean;

/** Pseudo-classes that stand for parts of a selector that css-select would look for anew for each element. */
interface Related {
  readonly relations: Matches[];
}

const relationName = "-related";

/** `A ~ B` and `:has(B)` with one compound in it become pseudo-classes that remember what they found. */
function related(parts: readonly CssNode[], context: Related): readonly CssNode[] {
  const last = parts.findLastIndex((part) => part.type === "Combinator" && part.name === "~");
  const inner = (last < 0 ? parts : parts.slice(last + 1)).map((part) => relatedInside(part, context));
  if (last <= 0) return last < 0 ? inner : parts;
  const mark = relation(followsMatch(compileParts(parts.slice(0, last))), context);
  const end = inner.findIndex((part) => part.type === "Combinator");
  return end < 0 ? [...inner, mark] : [...inner.slice(0, end), mark, ...inner.slice(end)];
}

function relatedInside(part: CssNode, context: Related): CssNode {
  if (part.type !== "PseudoClassSelector" || !part.children) return part;
  const name = part.name.toLowerCase();
  const lists = part.children.toArray();
  if (name === "has") return hasRelation(lists, context) ?? part;
  if (!["is", "not", "where", "matches"].includes(name)) return part;
  return { ...part, children: new List<CssNode>().fromArray(lists.map((list) => relatedIn(list, context))) };
}

function relatedIn(list: CssNode, context: Related): CssNode {
  if (list.type !== "SelectorList") return list;
  const selectors = list.children.toArray().map((selector): CssNode => {
    if (selector.type !== "Selector") return selector;
    const children = related(selector.children.toArray(), context);
    return { ...selector, children: new List<CssNode>().fromArray([...children]) };
  });
  return { ...list, children: new List<CssNode>().fromArray(selectors) };
}

const leading: Readonly<Record<string, Relation>> = { " ": "descendant", ">": "child", "+": "next", "~": "sibling" };

/** Undefined where it asks for more than one compound: css-select looks for that. */
function hasRelation(lists: readonly CssNode[], context: Related): CssNode | undefined {
  const tests: Matches[] = [];
  for (const selector of lists.flatMap((list) => (list.type === "SelectorList" ? list.children.toArray() : [list]))) {
    if (selector.type !== "Selector") return undefined;
    const [first, ...rest] = selector.children.toArray();
    const combinator = first?.type === "Combinator" ? leading[first.name] : "descendant";
    const compound = first?.type === "Combinator" ? rest : selector.children.toArray();
    if (!combinator || compound.length === 0 || compound.some((part) => part.type === "Combinator")) return undefined;
    tests.push(hasMatch(compileParts(compound), combinator));
  }
  return relation((element) => tests.some((test) => test(element)), context);
}

function relation(matches: Matches, { relations }: Related): CssNode {
  relations.push(matches);
  const text: CssNode = { type: "Raw", value: String(relations.length - 1) };
  return { type: "PseudoClassSelector", name: relationName, children: new List<CssNode>().fromArray([text]) };
}

/** Throws what css-select throws at a selector that it cannot compile. */
function compileParts(parts: readonly CssNode[]): Matches {
  const context: Related = { relations: [] };
  const text =
    related(parts, context)
      .map((part) => generate(part))
      .join("") || "*";
  const { relations } = context;
  const isCounted = /:nth-/i.test(text);
  const isRelated = (element: DomElement, index?: string | null) => relations[Number(index)]?.(element) ?? false;
  return compile<DomNode, DomElement>(text, {
    adapter: counting,
    pseudos:
      isCounted || relations.length > 0
        ? { ...plainPseudos, ...(isCounted ? countedPseudos(text) : undefined), [relationName]: isRelated }
        : plainPseudos,
    xmlMode: false,
    cacheResults: false,
  });
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
  if (compound.some(asksForAct)) return undefined;
  try {
    const matches = compileParts(compound);
    const specificity = specificityOf(compound) + (pseudo ? 1 : 0);
    const { parts: ofPlace, read, isWhole } = placeSelector(compound);
    const mayMatch = isWhole ? matches : compileParts(ofPlace);
    return { matches, mayMatch, isOfPlace: isWhole, read, specificity, pseudo, key: keyOf(compound) };
  } catch {
    return undefined;
  }
}

/** A selector for what happens on screens, such as `:hover` or `::selection`; `:not(:hover)` is for paper too. */
export function isForScreens(selector: Selector): boolean {
  return selector.children.some(
    (part) =>
      asksForAct(part) ||
      (part.type === "PseudoElementSelector" &&
        /^(?:selection|placeholder|backdrop|file-selector-button|-)/.test(part.name)),
  );
}

const asksForAct = (part: CssNode) => part.type === "PseudoClassSelector" && passingStates.has(part.name.toLowerCase());

/** `::before`, or `:before` as CSS 2 wrote it. */
function pseudoElementName(node: CssNode): string | undefined {
  if (node.type === "PseudoElementSelector") return node.name.toLowerCase();
  const isOld =
    node.type === "PseudoClassSelector" && ["before", "after", "first-line", "first-letter"].includes(node.name);
  return isOld ? node.name : undefined;
}
