import { type DomElement, textOf } from "../dom/dom-node.ts";

/**
 * What a screen reader says of an inline `svg`: `aria-labelledby`, `aria-label` or its `title` (SVG Accessibility API
 * Mappings 1.0, 8.1); undefined if it says nothing.
 */
export function accessibleName(svg: DomElement, byId: (id: string) => DomElement | undefined): string | undefined {
  const ids = svg.attributes["aria-labelledby"]?.split(/\s+/) ?? [];
  const labels = ids.map((id) => byId(id)).filter((element) => element !== undefined);
  const title = svg.children.find((child): child is DomElement => child.kind === "element" && child.name === "title");
  const names = [labels.map(textOf).join(" "), svg.attributes["aria-label"] ?? "", title ? textOf(title) : ""];
  return names.map((name) => name.replaceAll(/\s+/g, " ").trim()).find((name) => name !== "");
}
