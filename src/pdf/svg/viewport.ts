import type { ComputedStyle } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { rectangle } from "./outline.ts";
import type { SvgReport } from "./report.ts";
import type { SvgNode } from "./scene.ts";
import type { Building, Size } from "./svg-context.ts";
import { fitOf, fitted, viewBoxOf } from "./view-box.ts";

/** The coordinates inside an `svg` or `symbol`. */
export interface UserSpace {
  /** What percentages refer to. */
  readonly size: Size;
  /** To the coordinates around. */
  readonly matrix: Matrix;
}

/** The coordinates that `viewBox` sets up in an area (SVG 2, 8.2); undefined where nothing is shown. */
export function userSpace(element: DomElement, area: Rectangle, report: SvgReport): UserSpace | undefined {
  if (!(area.width > 0 && area.height > 0)) return undefined;
  const viewBox = viewBoxOf(element, report);
  if (!viewBox) return { size: area, matrix: [1, 0, 0, 1, area.x, area.y] };
  if (viewBox.width === 0 || viewBox.height === 0) return undefined;
  return { size: viewBox, matrix: fitted(viewBox, area, fitOf(element, report)) };
}

/** Whether what is outside is not seen: in SVG, `auto` is `visible` (SVG 2, 3.4). */
export const cutsOff = (style: Pick<ComputedStyle, "overflowX" | "overflowY">): boolean =>
  !["visible", "auto"].includes(overflowOf(style));

/** What is shown in an area: cut off at its edges, unless it overflows. */
export function inArea(
  children: readonly SvgNode[],
  area: Rectangle,
  { matrix, isCut }: { readonly matrix: Matrix; readonly isCut: boolean },
): readonly SvgNode[] {
  if (children.length === 0) return [];
  const group = { kind: "group", opacity: 1, clips: [], masks: [] } as const;
  const inside: SvgNode = { ...group, matrix, children };
  if (!isCut) return [inside];
  return [{ ...group, matrix: identity, clips: [{ outline: rectangle(area), rule: "nonzero" }], children: [inside] }];
}

/** The children of an element that is a viewport of its own, in the area that it has. */
export function viewportNodes(
  element: DomElement,
  area: Rectangle,
  { context, builder }: Building,
): readonly SvgNode[] {
  const space = userSpace(element, area, builder.report);
  if (!space) return [];
  const children = builder.children(element, { ...context, viewport: space.size });
  return inArea(children, area, { matrix: space.matrix, isCut: cutsOff(context.styled.style) });
}
