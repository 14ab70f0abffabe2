import type { DomElement } from "../dom/dom-node.ts";

/** How many elements, and how many of its name, stand before an element, and behind it. */
interface SiblingCounts {
  readonly index: number;
  readonly indexOfType: number;
  readonly lastIndex: number;
  readonly lastIndexOfType: number;
}

interface SiblingPosition extends SiblingCounts {
  /** The element before it. */
  readonly previous: DomElement | undefined;
}

/** Where elements stand among their siblings: of many, counted once a parent, not again for each of 100,000 rows. The root has none. */
export interface SiblingPositions {
  previous(element: DomElement): DomElement | undefined;
  count(element: DomElement, of: keyof SiblingCounts): number;
}

/** Fewer are counted each time, which takes no memory: most elements have no more. */
const few = 12;

export function createSiblingPositions(): SiblingPositions {
  const byParent = new WeakMap<DomElement, ReadonlyMap<DomElement, SiblingPosition>>();
  const positionIn = (parent: DomElement, element: DomElement): SiblingPosition | undefined => {
    const positions = byParent.get(parent) ?? positionsIn(parent);
    byParent.set(parent, positions);
    return positions.get(element);
  };
  return {
    previous(element) {
      const { parent } = element;
      if (!parent) return undefined;
      return parent.children.length > few ? positionIn(parent, element)?.previous : previousIn(parent, element);
    },
    count(element, of) {
      const { parent } = element;
      if (!parent) return 0;
      return parent.children.length > few ? (positionIn(parent, element)?.[of] ?? 0) : countIn(parent, element, of);
    },
  };
}

function previousIn({ children }: DomElement, element: DomElement): DomElement | undefined {
  for (let index = children.indexOf(element) - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child?.kind === "element") return child;
  }
  return undefined;
}

function countIn({ children }: DomElement, element: DomElement, of: keyof SiblingCounts): number {
  const isOfType = of === "indexOfType" || of === "lastIndexOfType";
  const isBehind = of === "lastIndex" || of === "lastIndexOfType";
  const own = children.indexOf(element);
  const end = isBehind ? children.length : own;
  let count = 0;
  for (let index = isBehind ? own + 1 : 0; index < end; index += 1) {
    const child = children[index];
    if (child?.kind === "element" && (!isOfType || child.name === element.name)) count += 1;
  }
  return count;
}

function positionsIn({ children }: DomElement): ReadonlyMap<DomElement, SiblingPosition> {
  const elements = children.filter((child) => child.kind === "element");
  const totals = new Map<string, number>();
  for (const { name } of elements) totals.set(name, (totals.get(name) ?? 0) + 1);
  const positions = new Map<DomElement, SiblingPosition>();
  const counts = new Map<string, number>();
  for (const [index, element] of elements.entries()) {
    const indexOfType = counts.get(element.name) ?? 0;
    counts.set(element.name, indexOfType + 1);
    positions.set(element, {
      previous: elements[index - 1],
      index,
      indexOfType,
      lastIndex: elements.length - 1 - index,
      lastIndexOfType: (totals.get(element.name) ?? 0) - 1 - indexOfType,
    });
  }
  return positions;
}
