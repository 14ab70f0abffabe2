import type { Element, ElementContent, Root } from "hast";
import type { Marker } from "../language/index.ts";

/** A marker as tables print it, `[c]`, with what stands around it. */
const markerPattern = /(\[[a-z]\])/;

/**
 * Puts what `say` gives in place of each marker in a cell of a table, in place: by itself it is a letter in brackets.
 */
export function sayMarkers(
  tree: Root,
  meanings: Readonly<Record<Marker, string>>,
  say: (marker: string, meaning: string) => readonly ElementContent[],
): void {
  const visit = (parent: Root | Element, isInCell: boolean): void => {
    parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type === "element") visit(child, isInCell || child.tagName === "td" || child.tagName === "th");
      if (child.type !== "text" || !isInCell || !markerPattern.test(child.value)) return [child];
      return child.value.split(markerPattern).flatMap((part): ElementContent[] => {
        const meaning = Object.hasOwn(meanings, part) ? meanings[part as Marker] : undefined;
        if (meaning !== undefined) return [...say(part, meaning)];
        return part === "" ? [] : [{ type: "text", value: part }];
      });
    });
  };
  visit(tree, false);
}
