import { lengthsOf } from "../lengths.ts";
import type { Outline } from "../outline.ts";
import { shapeNodes } from "../shape-nodes.ts";
import type { ElementBuilder } from "../svg-context.ts";

export const buildLine: ElementBuilder = (element, context, builder) => {
  const lengths = lengthsOf(element, context, builder.report);
  const outline: Outline = [
    { kind: "move", x: lengths.get("x1", "x", 0), y: lengths.get("y1", "y", 0) },
    { kind: "line", x: lengths.get("x2", "x", 0), y: lengths.get("y2", "y", 0) },
  ];
  return shapeNodes({ outline, vertices: [0, 1] }, element, { context, builder });
};
