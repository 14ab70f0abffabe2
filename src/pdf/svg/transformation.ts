import { resolveLength } from "../../stylesheet/index.ts";
import { middlePosition } from "../css/css-position.ts";
import { transformationOf } from "../css/transform.ts";
import type { Matrix } from "../geometry/matrix.ts";
import { ptPerPx } from "./lengths.ts";
import type { SvgContext } from "./svg-context.ts";

/** How the style of an element transforms it; percentages are of the `svg` that it is in (CSS Transforms 1, 8). */
export function transformationIn({ styled: { style }, viewport }: SvgContext): Matrix | undefined {
  const { transformOrigin: origin } = style;
  const along = (value: typeof origin.x, size: number) => resolveLength(value, size * ptPerPx) / ptPerPx;
  // The default style of SVG puts it at the corner.
  const corner = [0, 0] as const;
  return transformationOf(
    style,
    viewport,
    origin === middlePosition ? corner : [along(origin.x, viewport.width), along(origin.y, viewport.height)],
  );
}
