import type { Display } from "../css/computed-style.ts";
import type { Styled } from "../css/style-engine.ts";
import { type DomElement, textOf } from "../dom/dom-node.ts";
import { elementTag } from "../tags/element-tags.ts";
import { type ContentTag, groupingRoles } from "../tags/tag-node.ts";
import type { BlockLevelBox } from "./box.ts";
import type { BoxBuilder, ElementContext } from "./build-context.ts";
import { isPictureElement } from "./build-picture.ts";
import { insideOf, isAtomic } from "./formatting-root.ts";
import { isGenerated } from "./generated-element.ts";

/** A float is a block, whatever else it would be (CSS 2.2, 9.7). It belongs to the text around it, if there is some. */
export function buildFloat(
  element: DomElement,
  { around, styled, flow }: ElementContext,
  builder: BoxBuilder,
): BlockLevelBox | undefined {
  const isBetween = around.isInline || flow.inline.isEmpty;
  const parent = isBetween ? around.tag : flow.inlineTag();
  const outer = { ...around, tag: asideTag(element, parent), styled, lines: [] };
  return isPictureElement(element)
    ? builder.pictureOf(element, outer, false)
    : builder.blockLevel(element, outer, blockDisplay(styled));
}

/** A float as the block that it would be in the flow. */
export function withoutFloat<Part extends { readonly styled: Styled }>({ styled, ...rest }: Part) {
  const style = { ...styled.style, float: "none" as const, display: blockDisplay(styled) };
  return { ...rest, styled: { ...styled, style } };
}

export function blockDisplay({ style: { display } }: Styled): Display {
  if (display === "inline" || display === "inline-block") return "block";
  if (display === "inline-list-item") return "list-item";
  return isAtomic(display) ? insideOf[display] : display;
}

/** Within a paragraph or a cell, the words of a float are kept apart from those around it. */
export function asideTag(element: DomElement, parent: ContentTag): ContentTag {
  const isApart = parent === "artifact" || groupingRoles.has(parent.role) || elementTag(element) !== undefined;
  // A picture is a Figure.
  if (isApart || isPictureElement(element)) return parent;
  if (element.name === "::first-letter") {
    const text = textOf(element);
    // One word with what follows, or a word by itself, which is heard as one.
    return text.endsWith(" ") ? { role: "Span", parent, actualText: text } : parent;
  }
  return { role: isGenerated(element) ? "Span" : "Div", parent };
}
