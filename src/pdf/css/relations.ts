import { type DomElement, elementsIn } from "../dom/dom-node.ts";

type Matches = (element: DomElement) => boolean;

/** Where the elements that `:has()` looks for stand, seen from the one that has them. */
export type Relation = "descendant" | "child" | "next" | "sibling";

/**
 * Whether a sibling before the element matches (`~`). For each parent, those behind the first match are looked up once, not
 * again for each of ten thousand siblings.
 */
export function followsMatch(matches: Matches): Matches {
  const known = new WeakMap<DomElement, ReadonlySet<DomElement>>();

  function behindFirst(parent: DomElement): ReadonlySet<DomElement> {
    const behind = new Set<DomElement>();
    let isBehind = false;
    for (const child of parent.children) {
      if (child.kind !== "element") continue;
      if (isBehind) behind.add(child);
      isBehind ||= matches(child);
    }
    return behind;
  }

  return (element) => {
    const { parent } = element;
    if (!parent) return false;
    const behind = known.get(parent) ?? behindFirst(parent);
    known.set(parent, behind);
    return behind.has(element);
  };
}

/** Whether an element that matches stands in this relation to it (`:has()`): all that have one are looked for once a document. */
export function hasMatch(matches: Matches, relation: Relation): Matches {
  const known = new WeakMap<DomElement, ReadonlySet<DomElement>>();
  return (element) => {
    const root = rootOf(element);
    const found = known.get(root) ?? withMatches(root, matches, relation);
    known.set(root, found);
    return found.has(element);
  };
}

function rootOf(element: DomElement): DomElement {
  let root = element;
  while (root.parent) root = root.parent;
  return root;
}

function withMatches(root: DomElement, matches: Matches, relation: Relation): ReadonlySet<DomElement> {
  const found = new Set<DomElement>();
  for (const element of elementsIn(root, matches)) {
    const { parent } = element;
    if (!parent) continue;
    if (relation === "child") found.add(parent);
    else if (relation === "descendant") {
      for (let above: DomElement | undefined = parent; above && !found.has(above); above = above.parent)
        found.add(above);
    }
  }
  if (relation === "next" || relation === "sibling") {
    for (const parent of elementsIn(root, hasSeveral)) addSiblings(parent, matches, { relation, found });
  }
  return found;
}

interface SiblingOptions {
  readonly relation: Relation;
  readonly found: Set<DomElement>;
}

function addSiblings({ children }: DomElement, matches: Matches, { relation, found }: SiblingOptions): void {
  let isBefore = false;
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child?.kind !== "element") continue;
    if (isBefore) found.add(child);
    isBefore = matches(child) || (isBefore && relation === "sibling");
  }
}

const hasSeveral = ({ children }: DomElement) => children.length > 1;
