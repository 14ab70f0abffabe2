import { lengthsOf } from "../lengths.ts";
import type { ElementBuilder } from "../svg-context.ts";
import { viewportNodes } from "../viewport.ts";

/** An `svg` inside another one: as large as its viewport unless it says otherwise. */
export const buildNestedSvg: ElementBuilder = (element, context, builder) => {
  const lengths = lengthsOf(element, context, builder.report);
  const area = {
    x: lengths.get("x", "x", 0),
    y: lengths.get("y", "y", 0),
    width: lengths.get("width", "x", context.viewport.width),
    height: lengths.get("height", "y", context.viewport.height),
  };
  return viewportNodes(element, area, { context, builder });
};
