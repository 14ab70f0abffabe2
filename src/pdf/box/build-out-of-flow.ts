import type { DomElement } from "../dom/dom-node.ts";
import { elementTag } from "../tags/element-tags.ts";
import { type ContentTag, groupingRoles } from "../tags/tag-node.ts";
import type { StaticPositionBox } from "./box.ts";
import type { BoxBuilder, ElementContext } from "./build-context.ts";
import { asideTag, blockDisplay } from "./build-float.ts";
import { isPictureElement } from "./build-picture.ts";

/**
 * A box out of the flow is a block, whatever else it would be (CSS 2.2, 9.7). It has a structure element of its own, which stands
 * where the element does, however late it is painted.
 */
export function buildOutOfFlow(
  element: DomElement,
  { around, styled, flow }: ElementContext,
  builder: BoxBuilder,
): StaticPositionBox | undefined {
  const parent = around.isInline || flow.inline.isEmpty ? around.tag : flow.inlineTag();
  const own = ownTag(element, parent, styled.style.display === "inline");
  const outer = { ...around, tag: own, styled, lines: [], isInline: false };
  const box = isPictureElement(element)
    ? builder.pictureOf(element, outer, false)
    : builder.blockLevel(element, outer, blockDisplay(styled));
  if (!box) return undefined;
  const tag = box.tag ?? (own === "artifact" || own === parent ? undefined : own);
  return {
    kind: "static-position",
    style: builder.anonymousStyle(around.styled.style),
    tag,
    marks: undefined,
    box,
    isInline: styled.style.display.startsWith("inline"),
    shift: around.shift,
  };
}

function ownTag(element: DomElement, parent: ContentTag, isInline: boolean): ContentTag {
  if (parent === "artifact" || elementTag(element) !== undefined || isPictureElement(element)) return parent;
  return groupingRoles.has(parent.role)
    ? { role: "Div", parent }
    : isInline
      ? { role: "Span", parent }
      : asideTag(element, parent);
}
