import { identity, type Matrix, multiply } from "../geometry/matrix.ts";
import { inheritedAttributes, unitSquare } from "./inherited-attributes.ts";
import type { PaintServer } from "./paint-server.ts";
import type { SvgNode } from "./scene.ts";
import { transformOf } from "./transform-attribute.ts";
import { fitOf, fitted, viewBoxOf } from "./view-box.ts";

/** A tile that fills and strokes are laid with (SVG 2, 14.3). */
export const patternInk: PaintServer = (server, painting) => {
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
