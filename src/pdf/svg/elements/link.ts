import { hrefOf } from "../href.ts";
import type { ElementBuilder } from "../svg-context.ts";

/** What a link shows, without leading anywhere: the picture is one figure, and its parts are no links. */
export const buildLink: ElementBuilder = (element, context, builder) => {
  if (hrefOf(element) !== "") {
    builder.report.warn(
      {
        code: "svg-element",
        message: "A link inside an SVG leads nowhere in PDF.",
        hint: "Put the whole picture into an <a href> of the HTML, or the link beside it.",
      },
      element,
    );
  }
  return builder.children(element, context);
};
