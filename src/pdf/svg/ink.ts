import type { SvgPaint } from "../css/svg-style.ts";
import { gradientInk } from "./gradient.ts";
import type { Painting, PaintServer } from "./paint-server.ts";
import { patternInk } from "./pattern.ts";
import type { Ink } from "./scene.ts";

const servers: Readonly<Record<string, PaintServer | undefined>> = {
  lineargradient: gradientInk,
  radialgradient: gradientInk,
  pattern: patternInk,
};

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
