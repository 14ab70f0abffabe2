import type { DomElement } from "../dom/dom-node.ts";
import { isNote } from "../tags/element-tags.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { BlockBox, Marker } from "./box.ts";
import { type BoxBuilder, insideBlock, type Surroundings } from "./build-context.ts";
import { withLinesOf } from "./build-inline.ts";
import type { MarkedItem } from "./create-markers.ts";
import type { Tagger } from "./create-tagger.ts";

export interface BlockOptions {
  readonly builder: BoxBuilder;
  readonly tagger: Tagger;
  markerOf(element: DomElement, item: MarkedItem): Marker | undefined;
}

/** A block or list item; `around.styled` is its own style. */
export function buildBlock(
  element: DomElement,
  around: Surroundings,
  { builder, tagger, markerOf }: BlockOptions,
): BlockBox {
  const { styled } = around;
  const isItem = styled.style.display.endsWith("list-item");
  const tag = tagger.blockTag(element, around);
  const note: TagNode | undefined = tag?.role === "LI" && isNote(element) ? tagger.noteTag(element, tag) : undefined;
  const body: TagNode | undefined = tag?.role === "LI" ? { role: "LBody", parent: tag } : undefined;
  const inside: Surroundings = {
    ...insideBlock(around, styled, note ? { ...note, parent: body } : (body ?? tag)),
    lang: element.attributes.lang ?? around.lang,
    lines: withLinesOf(styled.style, around.lines),
  };
  const marker = isItem ? markerOf(element, { around, styled, tag }) : undefined;
  const isInside = styled.style.listStylePosition === "inside";
  return {
    kind: "block",
    style: styled.style,
    tag,
    marks: builder.marksOf(element, styled),
    marker: isInside ? undefined : marker,
    content: builder.contentOf(element, inside, isInside ? marker : undefined),
  };
}
