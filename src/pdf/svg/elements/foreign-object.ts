import { lengthsOf, ptPerPx } from "../lengths.ts";
import type { ElementBuilder } from "../svg-context.ts";

/** An area for HTML (SVG 2, 12.4). Copies of it, and what a mask or a pattern shows of it, are left out: a text is there once. */
export const buildForeignObject: ElementBuilder = (element, context, builder) => {
  if (!builder.holdsHtml || context.referrers.length > 0) {
    builder.report.warn(
      {
        code: "svg-element",
        message: "HTML inside an SVG file, or in what an SVG shows again, is not drawn in PDF.",
        hint: "Put it beside the picture, or write it as <text>.",
      },
      element,
    );
    return [];
  }
  const lengths = lengthsOf(element, context, builder.report);
  const side = (name: "width" | "height", axis: "x" | "y") => {
    const asked = context.styled.style[name];
    return Math.max(0, typeof asked === "number" ? asked / ptPerPx : lengths.get(name, axis, 0));
  };
  const area = {
    x: lengths.get("x", "x", 0),
    y: lengths.get("y", "y", 0),
    width: side("width", "x"),
    height: side("height", "y"),
  };
  if (area.width <= 0 || area.height <= 0) {
    builder.report.warn(
      {
        code: "svg-element",
        message: "A <foreignObject> has no area: nothing of it is seen.",
        hint: "Give it a width and a height.",
      },
      element,
    );
    return [];
  }
  return [{ kind: "html", ...area, element, styled: context.styled }];
};
