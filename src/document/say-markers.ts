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
  const children = parent.children as readonly ElementContent[];
  /** Undefined as long as nothing in it is said otherwise. */
  let said: ElementContent[] | undefined;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as ElementContent;
    if (child.type === "element")
      sayWithin(child, isInCell || child.tagName === "td" || child.tagName === "th", saying);
    if (child.type === "text" && isInCell && markerPattern.test(child.value)) {
      said ??= children.slice(0, index);
      said.push(...saying(child.value));
    } else said?.push(child);
  }
  if (said) parent.children = said;
}
