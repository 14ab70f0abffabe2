import type { SvgPaint } from "../css/svg-style.ts";
import { identity, type Matrix, multiply } from "../geometry/matrix.ts";
import { gradientInk } from "./gradient.ts";
import { inheritedAttributes, unitSquare } from "./inherited-attributes.ts";
import type { Painting, PaintServer } from "./paint-server.ts";
import type { Ink, SvgNode } from "./scene.ts";
import { transformOf } from "./transform-attribute.ts";
import { fitOf, fitted, viewBoxOf } from "./view-box.ts";

/** A `fill` or `stroke` with all that it refers to; undefined where nothing is painted. */
export function inkOf(paint: SvgPaint, opacity: number, painting: Painting): Ink | undefined {
  const { style } = painting.context.styled;
  if (paint.kind === "none") return undefined;
  if (paint.kind === "server") return serverInk(paint, opacity, painting);
  const color = paint.kind === "currentcolor" ? style.color : paint.color;
  const alpha = color.alpha * opacity;
  return alpha > 0 ? { kind: "color", color: { ...color, alpha } } : undefined;
}

function serverInk(
  { href, fallback }: Extract<SvgPaint, { readonly kind: "server" }>,
  opacity: number,
  painting: Painting,
): Ink | undefined {
  const { element, context, builder } = painting;
  const referred = builder.refer(href, element, context);
  const server = referred && servers[referred.element.name];
  if (referred && !server) {
    builder.report.warn(
      {
        code: "svg-reference",
        message: `"${href.slice(0, 60)}" is no gradient or pattern, which fill and stroke may refer to.`,
      },
      element,
    );
  }
  if (!referred || !server) return fallback && inkOf(fallback, opacity, painting);
  const ink = server(referred, painting);
  return ink && withAlpha(ink, opacity);
}

function withAlpha(ink: Ink, opacity: number): Ink | undefined {
  if (opacity === 0) return undefined;
  if (ink.kind !== "color") return { ...ink, alpha: ink.alpha * opacity };
  return { kind: "color", color: { ...ink.color, alpha: ink.color.alpha * opacity } };
}

/** A tile that fills and strokes are laid with (SVG 2, 14.3). */
const patternInk: PaintServer = (server, painting) => {
  const { builder, bounds, context } = painting;
  const attributes = inheritedAttributes(server, builder);
  const isOnBox = attributes.text("patternunits") !== "userSpaceOnUse";
  const box = bounds && bounds.width > 0 && bounds.height > 0 ? bounds : undefined;
  if (isOnBox && !box) return undefined;
  const side = (name: string, axis: "x" | "y") =>
    attributes.length(name, axis, isOnBox ? unitSquare : context.viewport) ?? 0;
  const [scaleX, scaleY, left, top] = isOnBox && box ? [box.width, box.height, box.x, box.y] : [1, 1, 0, 0];
  const area = {
    x: left + side("x", "x") * scaleX,
    y: top + side("y", "y") * scaleY,
    width: side("width", "x") * scaleX,
    height: side("height", "y") * scaleY,
  };
  const owner = attributes.chain.find((element) => element.children.some(({ kind }) => kind === "element"));
  if (!(area.width > 0 && area.height > 0) || !owner) return undefined;
  const content = builder.children(owner, { ...server.context, styled: builder.styleAt(owner), use: "paint" });
  const boxed = attributes.chain.find((element) => element.attributes.viewbox !== undefined);
  const viewBox = boxed && viewBoxOf(boxed, builder.report);
  if (viewBox && (viewBox.width === 0 || viewBox.height === 0)) return undefined;
  const { width, height } = area;
  const inTile: Matrix =
    viewBox && boxed
      ? fitted(viewBox, { x: 0, y: 0, width, height }, fitOf(boxed, builder.report))
      : attributes.text("patterncontentunits") === "objectBoundingBox" && box
        ? [box.width, 0, 0, box.height, 0, 0]
        : identity;
  // What is in a tile begins in its corner.
  const placed = multiply([1, 0, 0, 1, area.x, area.y], inTile);
  const children: readonly SvgNode[] = [
    { kind: "group", matrix: placed, opacity: 1, clips: [], masks: [], children: content },
  ];
  const matrix = transformOf(attributes, "patterntransform", { builder, context });
  return { kind: "pattern", pattern: { ...area, matrix, content: children }, alpha: 1 };
};

const servers: Readonly<Record<string, PaintServer | undefined>> = {
  lineargradient: gradientInk,
  radialgradient: gradientInk,
  pattern: patternInk,
};
