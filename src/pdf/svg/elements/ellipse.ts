import { lengthsOf } from "../lengths.ts";
import { ellipse } from "../outline.ts";
import { shapeNodes } from "../shape-nodes.ts";
import type { ElementBuilder } from "../svg-context.ts";

export const buildCircle: ElementBuilder = (element, context, builder) => {
  const lengths = lengthsOf(element, context, builder.report);
  const radius = lengths.get("r", "both", 0);
  if (radius <= 0) return [];
  const outline = ellipse(lengths.get("cx", "x", 0), lengths.get("cy", "y", 0), { rx: radius, ry: radius });
  return shapeNodes({ outline }, element, { context, builder });
};

/** SVG 2, 10.4: one radius stands for both. */
export const buildEllipse: ElementBuilder = (element, context, builder) => {
  const lengths = lengthsOf(element, context, builder.report);
  const [x, y] = [lengths.maybe("rx", "x"), lengths.maybe("ry", "y")];
  const [rx, ry] = [x ?? y ?? 0, y ?? x ?? 0];
  if (rx <= 0 || ry <= 0) return [];
  const outline = ellipse(lengths.get("cx", "x", 0), lengths.get("cy", "y", 0), { rx, ry });
  return shapeNodes({ outline }, element, { context, builder });
};
