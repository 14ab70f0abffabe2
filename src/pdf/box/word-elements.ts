import type { PseudoElement } from "../css/compile-selector.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import { isTransformed } from "../css/transform.ts";
import type { DomElement, DomNode } from "../dom/dom-node.ts";

/** What decides the boxes of an element that holds nothing but words: of its document it has nothing. */
export interface WordElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly styled: Styled;
  readonly children: readonly (WordElement | string)[];
}

/** Elements that are words in a style, and rows and cells of them. */
const names: ReadonlySet<string> = new Set("tr td th abbr b data em i small span strong time".split(" "));

const generated: readonly PseudoElement[] = ["before", "after", "first-letter"];

/** An element as it is kept; undefined where it, or something in it, asks more of its document than to be set there. */
export function wordElement(element: DomElement, styled: Styled, engine: StyleEngine): WordElement | undefined {
  const { name, attributes, location } = element;
  if (location || !names.has(name) || !isOfLooks(styled) || hasGenerated(element, styled, engine)) return undefined;
  const children: (WordElement | string)[] = [];
  for (const child of element.children) {
    const own = child.kind === "text" ? child.text : wordElement(child, engine.styleOf(child, styled), engine);
    if (own === undefined || child.location) return undefined;
    children.push(own);
  }
  return { name, attributes, styled, children };
}

/** Whether an element of another document has the same boxes. */
export function isSameElement(kept: WordElement, element: DomElement, styled: Styled, engine: StyleEngine): boolean {
  const { children } = element;
  if (kept.styled !== styled || kept.name !== element.name || kept.children.length !== children.length) return false;
  if (element.location || !haveSameValues(kept.attributes, element.attributes)) return false;
  for (let index = 0; index < children.length; index += 1)
    if (!isSameNode(kept.children[index] as WordElement | string, children[index] as DomNode, styled, engine))
      return false;
  return !hasGenerated(element, styled, engine);
}

function isSameNode(kept: WordElement | string, node: DomNode, styled: Styled, engine: StyleEngine): boolean {
  if (node.kind === "text") return node.text === kept && !node.location;
  return typeof kept !== "string" && isSameElement(kept, node, engine.styleOf(node, styled), engine);
}

function haveSameValues(one: WordElement["attributes"], other: WordElement["attributes"]): boolean {
  if (one === other) return true;
  let count = 0;
  for (const name in one) {
    if (one[name] !== other[name]) return false;
    count += 1;
  }
  for (const _ in other) count -= 1;
  return count === 0;
}

function hasGenerated(element: DomElement, styled: Styled, engine: StyleEngine): boolean {
  for (const pseudo of generated) if (engine.pseudoStyleOf(element, pseudo, styled)) return true;
  return false;
}

/** Whether a style says nothing but how its own box looks, where it stands, and nothing is amiss with it. */
const isOfLooks = ({ style, diagnostics }: Styled): boolean =>
  diagnostics.length === 0 &&
  !countsSomething(style) &&
  !isMoved(style) &&
  !isOfPictures(style) &&
  style.hyphens !== "auto";

const countsSomething = ({ counterReset, counterIncrement, counterSet }: ComputedStyle): boolean =>
  counterReset.length + counterIncrement.length + counterSet.length > 0;

const isMoved = (style: ComputedStyle): boolean =>
  style.position !== "static" || style.zIndex !== "auto" || isTransformed(style);

const isOfPictures = ({ backgroundImage, clipPath, mask, content }: ComputedStyle): boolean =>
  backgroundImage.length > 0 || clipPath !== "none" || mask !== "none" || content !== "normal";
