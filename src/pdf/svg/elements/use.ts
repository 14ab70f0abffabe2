import type { DomElement } from "../../dom/dom-node.ts";
import { hrefOf } from "../href.ts";
import { lengthsOf } from "../lengths.ts";
import type { SvgNode } from "../scene.ts";
import type { ElementBuilder, SvgBuilder, SvgPlace } from "../svg-context.ts";
import { viewportNodes } from "../viewport.ts";

/** A copy of another element, which inherits from here (SVG 2, 5.6). */
export const buildUse: ElementBuilder = (element, place, builder) => {
  const href = hrefOf(element);
  const target = href === "" ? undefined : builder.refer(href, element, place);
  if (!target) return [];
  const lengths = lengthsOf(element, place, builder.report);
  const children = targetNodes(target.element, element, { place: target.place, builder });
  if (children.length === 0) return [];
  const matrix = [1, 0, 0, 1, lengths.get("x", "x", 0), lengths.get("y", "y", 0)] as const;
  return [{ kind: "group", matrix, opacity: 1, clips: [], masks: [], children }];
};

interface Copying {
  readonly place: SvgPlace;
  readonly builder: SvgBuilder;
}

function targetNodes(target: DomElement, use: DomElement, { place, builder }: Copying): readonly SvgNode[] {
  if (target.name !== "symbol" && target.name !== "svg") return builder.build(target, place);
  const styled = builder.styleOf(target, place.styled);
  if (styled.style.display === "none" && target.name === "svg") return [];
  // What `use` says of the size counts, else what the target says.
  const own = lengthsOf(target, { ...place, styled }, builder.report);
  const asked = lengthsOf(use, place, builder.report);
  const { width, height } = place.viewport;
  const area = {
    x: own.get("x", "x", 0),
    y: own.get("y", "y", 0),
    width: asked.maybe("width", "x") ?? own.get("width", "x", width),
    height: asked.maybe("height", "y") ?? own.get("height", "y", height),
  };
  return viewportNodes(target, area, { place: { ...place, styled }, builder });
}
