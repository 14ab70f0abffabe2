import type { ParseStart, Stylesheet } from "../../stylesheet/index.ts";
import { matchesMediaText } from "../../stylesheet/index.ts";
import { type DomElement, textOf } from "../dom/dom-node.ts";

/** A `<style>` that counts on paper. */
export const isStyleElement = ({ name, attributes }: DomElement) =>
  name === "style" && matchesMediaText(attributes.media);

/** The text of a `<style>` element, and where it starts in the file that it stands in. */
export function styleElementText(
  element: DomElement,
  file: string | undefined,
): { readonly sheet: Stylesheet; readonly start: ParseStart } {
  const location = element.children[0]?.location ?? element.location;
  return {
    sheet: { text: textOf(element), file },
    start: { line: location?.line ?? 1, column: location?.column ?? 1 },
  };
}
