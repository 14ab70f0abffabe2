import type { DomElement } from "../dom/dom-node.ts";
import type { BoxBuilder, ElementContext } from "./build-context.ts";
import { isDrawnControl } from "./form-controls.ts";
import { isGeneratedImage } from "./generated-element.ts";
import { isEmptyPlayer } from "./media.ts";

/** Elements that are one picture to the layout. */
export const isPictureElement = (element: DomElement) =>
  element.name === "img" ||
  element.name === "svg" ||
  isGeneratedImage(element) ||
  isEmptyPlayer(element) ||
  isDrawnControl(element);

/** A picture in the flow: a block, or as high in the line as its style says. */
export function buildPicture(element: DomElement, { around, styled, flow }: ElementContext, builder: BoxBuilder): void {
  const isBlock = !styled.style.display.startsWith("inline");
  const outer = isBlock || around.isInline ? around : { ...around, tag: flow.inlineTag() };
  const box = builder.pictureOf(element, { ...outer, styled }, !isBlock);
  if (!box) return;
  if (isBlock) flow.block(box);
  else flow.inline.atom(box, around);
}
