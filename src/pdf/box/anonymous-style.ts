import type { ComputedStyle, Display } from "../css/computed-style.ts";
import { type Field, fields, initialStyle, properties } from "../css/properties/index.ts";

/** The style of a box that no element made: what is inherited, and for the rest the initial values (CSS 2.2, 9.2.1.1). */
export function anonymousStyle(parent: ComputedStyle, display: Display = "block"): ComputedStyle {
  return { ...initialStyle, ...inheritedPart(parent), display };
}

const inheritedFields: readonly Field[] = fields.filter((field) => properties[field].inherited);

function inheritedPart(parent: ComputedStyle): Partial<ComputedStyle> {
  return Object.fromEntries(inheritedFields.map((field) => [field, parent[field]]));
}
