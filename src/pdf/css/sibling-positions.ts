import type { DomElement } from "../dom/dom-node.ts";

interface SiblingPosition {
  /** The element before it. */
  readonly previous: DomElement | undefined;
  /** How many elements, and how many of its name, stand before it. */
  readonly index: number;
  readonly indexOfType: number;
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
  const positions = new Map<DomElement, SiblingPosition>();
  const counts = new Map<string, number>();
  let previous: DomElement | undefined;
  for (const child of children) {
    if (child.kind !== "element") continue;
    const indexOfType = counts.get(child.name) ?? 0;
    positions.set(child, { previous, index: positions.size, indexOfType });
    counts.set(child.name, indexOfType + 1);
    previous = child;
  }
  return positions;
}
