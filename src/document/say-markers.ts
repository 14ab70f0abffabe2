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
  sayWithin(tree, false, (text) =>
    text.split(markerPattern).flatMap((part): ElementContent[] => {
      const meaning = Object.hasOwn(meanings, part) ? meanings[part as Marker] : undefined;
      if (meaning !== undefined) return [...say(part, meaning)];
      return part === "" ? [] : [{ type: "text", value: part }];
    }),
  );
}

function sayWithin(
  parent: Root | Element,
  isInCell: boolean,
  saying: (text: string) => readonly ElementContent[],
): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as readonly ElementContent[]) {
    if (child.type === "element")
      sayWithin(child, isInCell || child.tagName === "td" || child.tagName === "th", saying);
    if (child.type === "text" && isInCell && markerPattern.test(child.value)) children.push(...saying(child.value));
    else children.push(child);
  }
  parent.children = children;
}
