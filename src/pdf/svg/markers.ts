import type { SvgReference } from "../css/svg-style.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { radiansPerUnit } from "../geometry/angle.ts";
import { multiply } from "../geometry/matrix.ts";
import { lengthsOf, parseNumber } from "./lengths.ts";
import { rectangle, type Shape } from "./outline.ts";
import type { SvgNode } from "./scene.ts";
import { strokeWidthOf } from "./stroke.ts";
import type { Building, SvgContext } from "./svg-context.ts";
import { type Vertex, verticesOf } from "./vertices.ts";
import { fitOf, fitted, viewBoxOf } from "./view-box.ts";
import { cutsOff } from "./viewport.ts";

/** The markers at the vertices of a shape (SVG 2, 13.7). */
export function markerNodes(shape: Shape, element: DomElement, { context, builder }: Building): readonly SvgNode[] {
  const { markerStart, markerMid, markerEnd } = context.styled.style;
  if (!shape.vertices || (markerStart === "none" && markerMid === "none" && markerEnd === "none")) return [];
  const vertices = verticesOf(shape.outline, shape.vertices);
  const last = vertices.length - 1;
  return vertices.flatMap((vertex, index) => {
    // A path of one point has a start and an end.
    const marks: readonly Mark[] = [
      ...(index === 0 ? [{ reference: markerStart, isStart: true }] : []),
      ...(index > 0 && index < last ? [{ reference: markerMid, isStart: false }] : []),
      ...(index === last ? [{ reference: markerEnd, isStart: false }] : []),
    ];
    return marks.flatMap((mark) => markerAt(vertex, mark, { element, context, builder }));
  });
}

interface Mark {
  readonly reference: SvgReference;
  readonly isStart: boolean;
}

function markerAt(
  { x, y, angle }: Vertex,
  { reference, isStart }: Mark,
  { element, context, builder }: Building & { readonly element: DomElement },
): readonly SvgNode[] {
  const referred = reference === "none" ? undefined : builder.refer(reference.href, element, context);
  if (referred?.element.name !== "marker") return [];
  const marker = referred.element;
  const styled = builder.styleAt(marker);
  const own: SvgContext = { ...referred.context, styled };
  const lengths = lengthsOf(marker, own, builder.report);
  const size = { width: lengths.get("markerwidth", "x", 3), height: lengths.get("markerheight", "y", 3) };
  const viewBox = viewBoxOf(marker, builder.report);
  if (size.width <= 0 || size.height <= 0 || viewBox?.width === 0 || viewBox?.height === 0) return [];
  const area = { x: 0, y: 0, ...size };
  const content = builder.children(marker, { ...own, viewport: viewBox ?? size });
  if (content.length === 0) return [];
  const fit = viewBox ? fitted(viewBox, area, fitOf(marker, builder.report)) : ([1, 0, 0, 1, 0, 0] as const);
  const refX = referencePoint(marker, "refx", viewBox?.width ?? size.width) ?? lengths.get("refx", "x", 0);
  const refY = referencePoint(marker, "refy", viewBox?.height ?? size.height) ?? lengths.get("refy", "y", 0);
  const scale = marker.attributes.markerunits === "userSpaceOnUse" ? 1 : strokeWidthOf(context);
  const turn = orientation(marker, angle, isStart);
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const group = { kind: "group", opacity: 1, clips: [], masks: [] } as const;
  const inside: SvgNode = { ...group, matrix: fit, children: content };
  const clips = [{ outline: rectangle(area), rule: "nonzero" as const }];
  return [
    {
      ...group,
      matrix: multiply([cos, sin, -sin, cos, x, y], [1, 0, 0, 1, -(fit[0] * refX + fit[4]), -(fit[3] * refY + fit[5])]),
      clips: cutsOff(styled.style) ? clips : [],
      children: [inside],
    },
  ];
}

const shares: Readonly<Record<string, number>> = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 };

function referencePoint(marker: DomElement, attribute: string, side: number): number | undefined {
  const share = shares[marker.attributes[attribute]?.trim() ?? ""];
  return share === undefined ? undefined : share * side;
}

/** `orient`, radians. */
function orientation(marker: DomElement, along: number, isStart: boolean): number {
  const orient = marker.attributes.orient?.trim() ?? "0";
  if (orient === "auto") return along;
  if (orient === "auto-start-reverse") return isStart ? along + Math.PI : along;
  const [, number = "", unit = "deg"] = /^(.*?)(deg|grad|rad|turn)?$/.exec(orient) ?? [];
  return (parseNumber(number) ?? 0) * (radiansPerUnit[unit] ?? 0);
}
