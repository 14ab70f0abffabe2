import type { DomElement } from "../../dom/dom-node.ts";
import { parseNumbers } from "../lengths.ts";
import type { Segment } from "../outline.ts";
import { shapeNodes } from "../shape-nodes.ts";
import type { ElementBuilder, SvgBuilder } from "../svg-context.ts";

export const buildPolyline: ElementBuilder = (element, context, builder) => {
  const outline = linesThrough(pointsOf(element, builder));
  return shapeNodes({ outline, vertices: outline.map((_, index) => index) }, element, { context, builder });
};

export const buildPolygon: ElementBuilder = (element, context, builder) => {
  const lines = linesThrough(pointsOf(element, builder));
  const outline: Segment[] = lines.length > 0 ? [...lines, { kind: "close" }] : [];
  return shapeNodes({ outline, vertices: outline.map((_, index) => index) }, element, { context, builder });
};

/** An odd number at the end is left out (SVG 2, 10.6). */
function pointsOf(element: DomElement, { report }: SvgBuilder): readonly number[] {
  const numbers = parseNumbers(element.attributes.points ?? "");
  if (!numbers || numbers.length % 2 === 1) report.badValue(element, "points");
  return numbers ?? [];
}

function linesThrough(numbers: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [x, y] = [numbers[index] as number, numbers[index + 1] as number];
    segments.push({ kind: index === 0 ? "move" : "line", x, y });
  }
  return segments;
}
