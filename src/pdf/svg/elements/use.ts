import type { DomElement } from "../../dom/dom-node.ts";
import { hrefOf } from "../href.ts";
import { lengthsOf } from "../lengths.ts";
import type { SvgNode } from "../scene.ts";
import type { ElementBuilder, SvgBuilder, SvgContext } from "../svg-context.ts";
import { viewportNodes } from "../viewport.ts";

/** A copy of another element, which inherits from here (SVG 2, 5.6). */
export const buildUse: ElementBuilder = (element, context, builder) => {
  const href = hrefOf(element);
  const target = href === "" ? undefined : builder.refer(href, element, context);
  if (!target) return [];
  const lengths = lengthsOf(element, context, builder.report);
  const children = targetNodes(target.element, element, { context: target.context, builder });
  if (children.length === 0) return [];
  const matrix = [1, 0, 0, 1, lengths.get("x", "x", 0), lengths.get("y", "y", 0)] as const;
  return [{ kind: "group", matrix, opacity: 1, clips: [], masks: [], children }];
};

interface Copying {
  readonly context: SvgContext;
  readonly builder: SvgBuilder;
}

function targetNodes(target: DomElement, use: DomElement, { context, builder }: Copying): readonly SvgNode[] {
  if (target.name !== "symbol" && target.name !== "svg") return builder.build(target, context);
  const styled = builder.styleOf(target, context.styled);
  if (styled.style.display === "none" && target.name === "svg") return [];
  // What `use` says of the size counts, else what the target says.
  const own = lengthsOf(target, { ...context, styled }, builder.report);
  const asked = lengthsOf(use, context, builder.report);
  const { width, height } = context.viewport;
  const area = {
    x: own.get("x", "x", 0),
    y: own.get("y", "y", 0),
    width: asked.maybe("width", "x") ?? own.get("width", "x", width),
    height: asked.maybe("height", "y") ?? own.get("height", "y", height),
  };
  return viewportNodes(target, area, { context: { ...context, styled }, builder });
}
