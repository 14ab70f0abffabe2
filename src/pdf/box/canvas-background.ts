import { transparent } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { BlockLevelBox } from "./box.ts";

const hasBackground = ({ backgroundColor, backgroundImage }: ComputedStyle): boolean =>
  backgroundColor.alpha > 0 || backgroundImage.length > 0;

/**
 * Takes the background of the root element, or that of `body` where it has none: it lies behind everything, and not behind
 * their boxes (CSS Backgrounds 3, 2.11).
 */
export function createCanvasBackground(html: DomElement) {
  let taken: ComputedStyle | undefined;

  return {
    /** The box of an element, without the background that lies behind everything. The root comes before what is in it. */
    takeFrom<Box extends Pick<BlockLevelBox, "style">>(element: DomElement, box: Box): Box {
      const isSource = element === html || (element.name === "body" && element.parent === html);
      if (taken || !isSource || !hasBackground(box.style)) return box;
      taken = box.style;
      return { ...box, style: { ...box.style, backgroundColor: transparent, backgroundImage: [] } };
    },
    get style(): ComputedStyle | undefined {
      return taken;
    },
  };
}
