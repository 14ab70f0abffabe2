import type { DomElement } from "../dom/dom-node.ts";

interface Place {
  /** The element before it. */
  readonly previous: DomElement | undefined;
  /** How many elements, and how many of its name, stand before it. */
  readonly index: number;
  readonly indexOfType: number;
}

/** Where elements stand among their siblings: counted once a parent, not again for each of 100,000 rows. */
export interface SiblingPlaces {
  /** Undefined for the root. */
  of(element: DomElement): Place | undefined;
}

export function createSiblingPlaces(): SiblingPlaces {
  const byParent = new WeakMap<DomElement, ReadonlyMap<DomElement, Place>>();
  return {
    of(element) {
      const { parent } = element;
      if (!parent) return undefined;
      const places = byParent.get(parent) ?? placesIn(parent);
      byParent.set(parent, places);
      return places.get(element);
    },
  };
}

function placesIn({ children }: DomElement): ReadonlyMap<DomElement, Place> {
  const places = new Map<DomElement, Place>();
  const counts = new Map<string, number>();
  let previous: DomElement | undefined;
  for (const child of children) {
    if (child.kind !== "element") continue;
    const indexOfType = counts.get(child.name) ?? 0;
    places.set(child, { previous, index: places.size, indexOfType });
    counts.set(child.name, indexOfType + 1);
    previous = child;
  }
  return places;
}
