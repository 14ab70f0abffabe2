import type { DomElement } from "./dom-node.ts";

/** As a selector would name it: `h2#results.part`. */
export function elementName({ name, attributes, classes }: DomElement): string {
  const id = attributes.id ? `#${attributes.id}` : "";
  return `${name}${id}${classes.map((each) => `.${each}`).join("")}`;
}
