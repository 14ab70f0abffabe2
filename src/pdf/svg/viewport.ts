import type { DomElement } from "../dom/dom-node.ts";
import type { Box } from "./box.ts";
import { rectangle } from "./outline.ts";
import type { SvgNode } from "./scene.ts";
import type { SvgBuilder, SvgPlace } from "./svg-context.ts";
import { fitOf, fitted, viewBoxOf } from "./view-box.ts";

/**
 * The children of an element that is a viewport of its own (`svg`, `symbol`): fitted into `area` by its `viewBox`, and cut
 * off at its edges unless it overflows (SVG 2, 8.2 and 14.2).
 */
export function viewportNodes(
  element: DomElement,
  area: Box,
  { place, builder }: { readonly place: SvgPlace; readonly builder: SvgBuilder },
): readonly SvgNode[] {
  if (area.width <= 0 || area.height <= 0) return [];
  const viewBox = viewBoxOf(element, builder.report);
  if (viewBox && (viewBox.width === 0 || viewBox.height === 0)) return [];
  const size = viewBox ?? { width: area.width, height: area.height };
  const children = builder.children(element, { ...place, viewport: size });
  if (children.length === 0) return [];
  const matrix = viewBox
    ? fitted(viewBox, area, fitOf(element, builder.report))
    : ([1, 0, 0, 1, area.x, area.y] as const);
  const inside: SvgNode = { kind: "group", matrix, opacity: 1, clips: [], masks: [], children };
  if (place.styled.style.overflow === "visible") return [inside];
  const clips = [{ outline: rectangle(area), rule: "nonzero" as const }];
  return [{ kind: "group", matrix: [1, 0, 0, 1, 0, 0], opacity: 1, clips, masks: [], children: [inside] }];
}
