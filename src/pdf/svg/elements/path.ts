import { readPathData } from "../path-data.ts";
import { shapeNodes } from "../shape-nodes.ts";
import type { ElementBuilder } from "../svg-context.ts";

export const buildPath: ElementBuilder = (element, context, builder) => {
  const text = element.attributes.d?.trim() ?? "";
  if (text === "" || text === "none") return [];
  const { outline, vertices, isBroken } = readPathData(text);
  if (isBroken) {
    builder.report.warn(
      {
        code: "svg-path",
        message: `The path "${text.slice(0, 30)}…" has something in it that is no path data.`,
        hint: "It is drawn up to there.",
      },
      element,
    );
  }
  return shapeNodes({ outline, vertices }, element, { context, builder });
};
