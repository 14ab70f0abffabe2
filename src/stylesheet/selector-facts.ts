import { type CssNode, ident } from "css-tree";

/** States that elements have on a screen alone, by what somebody does or what moves: a page at rest, and paper, has no element in one. */
export const passingStates: ReadonlySet<string> = new Set([
  "active",
  "autofill",
  "-webkit-autofill",
  "buffering",
  "current",
  "focus",
  "focus-visible",
  "focus-within",
  "-moz-focusring",
  "fullscreen",
  "future",
  "hover",
  "modal",
  "muted",
  "past",
  "paused",
  "picture-in-picture",
  "playing",
  "popover-open",
  "seeking",
  "stalled",
  "target",
  "target-within",
  "user-invalid",
  "user-valid",
  "visited",
  "volume-locked",
]);

/** Of a selector, as one number: ids × 10⁶ + classes × 10³ + types (Selectors 4, 17). */
export function specificityOf(parts: readonly CssNode[]): number {
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

/**
 * What the rightmost compound asks for, so that a rule is tried only where it may match: `#id`, `.class`, name or `*`. Names as elements have them: without the escapes that CSS needs for them (`.md\:flex`).
 */
export function keyOf(parts: readonly CssNode[]): string {
  const start = parts.findLastIndex((part) => part.type === "Combinator") + 1;
  const compound = parts.slice(start);
  const id = compound.find((part) => part.type === "IdSelector");
  if (id) return `#${ident.decode(id.name)}`;
  const className = compound.find((part) => part.type === "ClassSelector");
  if (className) return `.${ident.decode(className.name)}`;
  const type = compound.find((part) => part.type === "TypeSelector");
  return type ? ident.decode(type.name).toLowerCase() : "*";
}
