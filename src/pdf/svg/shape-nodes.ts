import { black } from "../../stylesheet/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { inkOf } from "./ink.ts";
import { markerNodes } from "./markers.ts";
import { boundsOfOutline, type Shape } from "./outline.ts";
import type { ShapePaint, SvgNode } from "./scene.ts";
import { strokeOf } from "./stroke.ts";
import type { Building, SvgBuilder } from "./svg-context.ts";

/** A shape as its style fills and strokes it, with its markers; in a clip path, the shape alone. */
export function shapeNodes(shape: Shape, element: DomElement, { context, builder }: Building): readonly SvgNode[] {
  const { outline } = shape;
  const { style } = context.styled;
  if (outline.length === 0 || !builder.spend(outline.length, element)) return [];
  if (style.visibility === "hidden") return [];
  if (context.use === "clip")
    return [
      {
        kind: "shape",
        outline,
        paints: [{ kind: "fill", ink: { kind: "color", color: black }, rule: style.clipRule }],
      },
    ];
  if (element.attributes.pathlength !== undefined && style.strokeDasharray.length > 0)
    reportPathLength(element, builder);
  const bounds = boundsOfOutline(outline);
  const painting = { element, context, builder, bounds };
  const parts = {
    fill(): ShapePaint | undefined {
      const ink = inkOf(style.fill, style.fillOpacity, painting);
      return ink && { kind: "fill", ink, rule: style.fillRule };
    },
    stroke(): ShapePaint | undefined {
      const stroke = strokeOf(context);
      const ink = stroke && inkOf(style.stroke, style.strokeOpacity, painting);
      return stroke && ink && { kind: "stroke", ink, stroke };
    },
  };
  // Paints next to each other are one shape; markers stand before, between or after them.
  const nodes: SvgNode[] = [];
  let paints: ShapePaint[] = [];
  const flush = () => {
    if (paints.length > 0) nodes.push({ kind: "shape", outline, paints });
    paints = [];
  };
  for (const part of style.paintOrder) {
    if (part === "markers") {
      const markers = markerNodes(shape, element, { context, builder });
      if (markers.length > 0) flush();
      nodes.push(...markers);
      continue;
    }
    const paint = parts[part]();
    if (paint) paints.push(paint);
  }
  flush();
  return nodes;
}

function reportPathLength(element: DomElement, { report }: SvgBuilder): void {
  report.warn(
    {
      code: "svg-attribute",
      message: "The attribute pathLength is not supported in PDF.",
      hint: "Dashes are as long as they say.",
    },
    element,
  );
}
