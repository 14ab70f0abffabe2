import { lengthsOf } from "../lengths.ts";
import { rectangle, roundedRectangle } from "../outline.ts";
import { shapeNodes } from "../shape-nodes.ts";
import type { ElementBuilder } from "../svg-context.ts";

/** SVG 2, 10.2: one radius stands for both, and none is more than half of a side. */
export const buildRect: ElementBuilder = (element, context, builder) => {
  const lengths = lengthsOf(element, context, builder.report);
  const box = {
    x: lengths.get("x", "x", 0),
    y: lengths.get("y", "y", 0),
    width: lengths.get("width", "x", 0),
    height: lengths.get("height", "y", 0),
  };
  if (box.width <= 0 || box.height <= 0) return [];
  const [rx, ry] = [lengths.maybe("rx", "x"), lengths.maybe("ry", "y")];
  const radius = (own: number | undefined, other: number | undefined, side: number) =>
    Math.min(Math.max(0, own ?? other ?? 0), side / 2);
  const [usedX, usedY] = [radius(rx, ry, box.width), radius(ry, rx, box.height)];
  const outline = usedX > 0 && usedY > 0 ? roundedRectangle(box, usedX, usedY) : rectangle(box);
  return shapeNodes({ outline }, element, { context, builder });
};
