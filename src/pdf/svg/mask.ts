import type { DomElement } from "../dom/dom-node.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { boundsOf } from "./bounds.ts";
import { fromUnitSquare } from "./box.ts";
import { unitSquare } from "./inherited-attributes.ts";
import { lengthsOf } from "./lengths.ts";
import { rectangle } from "./outline.ts";
import type { SvgMask, SvgNode } from "./scene.ts";
import type { Building, SvgContext } from "./svg-context.ts";

/** The `mask` of an element (CSS Masking 1, 7); undefined where it has none. */
export function maskOf(
  element: DomElement,
  content: readonly SvgNode[],
  { context, builder }: Building,
): SvgMask | undefined {
  const { mask } = context.styled.style;
  const referred = mask === "none" ? undefined : builder.refer(mask.href, element, context);
  if (referred?.element.name !== "mask") return undefined;
  const styled = builder.styleAt(referred.element);
  const own: SvgContext = { ...referred.context, styled, use: "paint" };
  const bounds = boundsOf(content);
  const { maskunits, maskcontentunits } = referred.element.attributes;
  const area = areaOf(
    referred.element,
    { context: own, builder },
    maskunits === "userSpaceOnUse" ? undefined : (bounds ?? empty),
  );
  const matrix: Matrix = maskcontentunits === "objectBoundingBox" ? fromUnitSquare(bounds ?? empty) : identity;
  const children = builder.children(referred.element, own);
  const inner = maskOf(referred.element, content, { context: own, builder });
  const shown: SvgNode = { kind: "group", matrix, opacity: 1, clips: [], masks: [], children };
  const clips = [{ outline: rectangle(area), rule: "nonzero" as const }];
  return {
    kind: styled.style.maskType,
    content: [{ kind: "group", matrix: identity, opacity: 1, clips, masks: inner ? [inner] : [], children: [shown] }],
  };
}

const empty: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** Outside of it nothing is let through: a tenth more than the bounding box on each side, if it does not say. */
function areaOf(mask: DomElement, { context, builder }: Building, bounds: Rectangle | undefined): Rectangle {
  const { viewport } = context;
  const lengths = lengthsOf(mask, bounds ? { ...context, viewport: unitSquare } : context, builder.report);
  const [width, height] = bounds ? [1, 1] : [viewport.width, viewport.height];
  const share = {
    x: lengths.get("x", "x", -0.1 * width),
    y: lengths.get("y", "y", -0.1 * height),
    width: Math.max(0, lengths.get("width", "x", 1.2 * width)),
    height: Math.max(0, lengths.get("height", "y", 1.2 * height)),
  };
  if (!bounds) return share;
  return {
    x: bounds.x + share.x * bounds.width,
    y: bounds.y + share.y * bounds.height,
    width: share.width * bounds.width,
    height: share.height * bounds.height,
  };
}
