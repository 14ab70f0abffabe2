import { type LengthPercentage, resolveLength } from "../../stylesheet/index.ts";
import { alongAxis, ptPerPx } from "./lengths.ts";
import type { Stroke } from "./scene.ts";
import type { SvgContext } from "./svg-context.ts";

/** How the style of an element strokes; undefined where it does not. */
export function strokeOf(context: SvgContext): Stroke | undefined {
  const { style } = context.styled;
  const px = (length: LengthPercentage) => inPx(length, context);
  const width = strokeWidthOf(context);
  if (style.stroke.kind === "none" || width <= 0) return undefined;
  const dash = style.strokeDasharray.map(px);
  return {
    width,
    cap: style.strokeLinecap,
    join: style.strokeLinejoin,
    miterLimit: style.strokeMiterlimit,
    dash: dash.some((length) => length > 0) ? dash : [],
    dashOffset: px(style.strokeDashoffset),
    isUnscaled: style.vectorEffect === "non-scaling-stroke",
  };
}

/** Whether it is stroked or not: markers are as large. */
export const strokeWidthOf = (context: SvgContext) => inPx(context.styled.style.strokeWidth, context);

const inPx = (length: LengthPercentage, { viewport }: SvgContext) =>
  resolveLength(length, alongAxis(viewport, "both") * ptPerPx) / ptPerPx;
