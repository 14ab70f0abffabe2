import { type DomElement, textOf } from "../dom/dom-node.ts";
import { matchesMediaText } from "./media-query.ts";
import { type CompiledStylesheet, compileStylesheet } from "./stylesheet.ts";

/** A `<style>` that counts on paper. */
export const isStyleElement = ({ name, attributes }: DomElement) =>
  name === "style" && matchesMediaText(attributes.media);

/** The stylesheet in a `<style>` element, with locations in the file that it stands in. */
export function compileStyleElement(element: DomElement, file: string | undefined): CompiledStylesheet {
  const text = element.children[0];
  const location = text?.location ?? element.location;
  return compileStylesheet(
    { text: textOf(element), file },
    { line: location?.line ?? 1, column: location?.column ?? 1 },
  );
}
