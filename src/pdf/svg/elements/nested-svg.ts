import { lengthsOf } from "../lengths.ts";
import type { ElementBuilder } from "../svg-context.ts";
import { viewportNodes } from "../viewport.ts";

/** An `svg` inside another one: as large as its viewport unless it says otherwise. */
export const buildNestedSvg: ElementBuilder = (element, place, builder) => {
  const lengths = lengthsOf(element, place, builder.report);
  const area = {
    x: lengths.get("x", "x", 0),
    y: lengths.get("y", "y", 0),
    width: lengths.get("width", "x", place.viewport.width),
    height: lengths.get("height", "y", place.viewport.height),
  };
  return viewportNodes(element, area, { place, builder });
};
