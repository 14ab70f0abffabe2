import { type DomElement, elementsIn, textOf } from "../dom/dom-node.ts";

/** Elements that hold a player, a page or a picture of a program, which paper cannot show. */
const players: ReadonlySet<string> = new Set(["canvas", "video", "audio", "iframe", "object", "embed"]);

/** Elements of media; `math` is one that has words to stand in for it. */
export const isMedia = ({ name, space }: DomElement): boolean =>
  space === "html" && (players.has(name) || name === "math");

/** A player with nothing in it that could stand in for it: a placeholder does. */
export const isEmptyPlayer = (element: DomElement): boolean =>
  element.space === "html" && players.has(element.name) && !hasFallback(element);

/** What an `iframe` holds is for programs of before it was known. */
const hasFallback = (element: DomElement): boolean =>
  element.name !== "iframe" &&
  (textOf(element).trim() !== "" || elementsIn(element, ({ name }) => name === "img" || name === "svg").length > 0);

/** What is said of a player: its name, or where it would be found. */
export function playerLabel({ name, attributes }: DomElement): string {
  const { title, src, data } = attributes;
  return (
    [attributes["aria-label"], title, src, data].find((text) => text !== undefined && text.trim() !== "")?.trim() ??
    name
  );
}
