import type { DomElement } from "../dom/dom-node.ts";

interface SiblingPosition {
  /** The element before it. */
  readonly previous: DomElement | undefined;
  /** How many elements, and how many of its name, stand before it. */
  readonly index: number;
  readonly indexOfType: number;
  /** And behind it. */
  readonly lastIndex: number;
  readonly lastIndexOfType: number;
}

/** Where elements stand among their siblings: counted once a parent, not again for each of 100,000 rows. */
export interface SiblingPositions {
  /** Undefined for the root. */
  of(element: DomElement): SiblingPosition | undefined;
}

export function createSiblingPositions(): SiblingPositions {
  const byParent = new WeakMap<DomElement, ReadonlyMap<DomElement, SiblingPosition>>();
  return {
    of(element) {
      const { parent } = element;
      if (!parent) return undefined;
      const positions = byParent.get(parent) ?? positionsIn(parent);
      byParent.set(parent, positions);
      return positions.get(element);
    },
  };
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
