import type { DomElement } from "../dom/dom-node.ts";

/** What an element refers to: SVG 2 has `href`, SVG 1.1 `xlink:href`. "" if nothing. */
export function hrefOf({ attributes }: DomElement): string {
  return (attributes.href ?? attributes["xlink:href"] ?? "").trim();
}
