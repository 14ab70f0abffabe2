import type { Color, LengthPercentage } from "../../stylesheet/index.ts";

/** What a shape is filled or stroked with (SVG 2, 13.2). `currentcolor` is that of the element which uses it. */
export type SvgPaint =
  | { readonly kind: "none" }
  | { readonly kind: "currentcolor" }
  | { readonly kind: "color"; readonly color: Color }
  /** A gradient or pattern by its address; what to use where there is none. */
  | { readonly kind: "server"; readonly href: string; readonly fallback: SvgPaint | undefined };

/** An element that another one refers to, as `url(#id)` says. */
export type SvgReference = { readonly href: string } | "none";

export type SvgBaseline = "auto" | "alphabetic" | "middle" | "central" | "mathematical" | "hanging" | "top" | "bottom";

/** The part of a computed style that only shapes and text of an SVG look at. Lengths in pt, as everywhere. */
export interface SvgStyle {
  readonly fill: SvgPaint;
  readonly fillOpacity: number;
  readonly fillRule: "nonzero" | "evenodd";
  readonly stroke: SvgPaint;
  readonly strokeOpacity: number;
  readonly strokeWidth: LengthPercentage;
  readonly strokeLinecap: "butt" | "round" | "square";
  readonly strokeLinejoin: "miter" | "round" | "bevel";
  readonly strokeMiterlimit: number;
  readonly strokeDasharray: readonly LengthPercentage[];
  readonly strokeDashoffset: LengthPercentage;
  readonly vectorEffect: "none" | "non-scaling-stroke";
  /** The first is painted first. */
  readonly paintOrder: readonly ("fill" | "stroke" | "markers")[];
  readonly markerStart: SvgReference;
  readonly markerMid: SvgReference;
  readonly markerEnd: SvgReference;
  readonly clipPath: SvgReference;
  readonly clipRule: "nonzero" | "evenodd";
  readonly mask: SvgReference;
  readonly maskType: "luminance" | "alpha";
  readonly stopColor: Color | "currentcolor";
  readonly stopOpacity: number;
  readonly textAnchor: "start" | "middle" | "end";
  readonly dominantBaseline: SvgBaseline;
  readonly alignmentBaseline: SvgBaseline;
  /** pt, upwards; "sub" and "super" by the font's size. */
  readonly baselineShift: number | "sub" | "super";
}
