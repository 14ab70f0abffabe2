import type { ComputedStyle, Display } from "./computed-style.ts";
import { type Field, fields, initialStyle, properties } from "./properties/index.ts";

/** Styles of boxes that no element made, one for each style that they inherit from. */
export function createAnonymousStyles(): (parent: ComputedStyle, display?: Display) => ComputedStyle {
  const known = new WeakMap<ComputedStyle, Map<Display, ComputedStyle>>();
  return (parent, display = "block") => {
    const byDisplay = known.get(parent) ?? new Map<Display, ComputedStyle>();
    known.set(parent, byDisplay);
    const style = byDisplay.get(display) ?? { ...initialStyle, ...inheritedPart(parent), display };
    byDisplay.set(display, style);
    return style;
  };
}

const inheritedFields: readonly Field[] = fields.filter((field) => properties[field].inherited);

function inheritedPart(parent: ComputedStyle): Partial<ComputedStyle> {
  return Object.fromEntries(inheritedFields.map((field) => [field, parent[field]]));
}
