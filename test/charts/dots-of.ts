import type { RenderedChart } from "../../src/charts/index.ts";

/** A circle, in px of the picture. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly px: number;
}

/** The circles of a picture, in the order of drawing. */
export function dotsOf({ svg }: RenderedChart): readonly Dot[] {
  const [, left = 0, top = 0] = (
    /stroke-miterlimit="4" transform="translate\(([\d.]+),([\d.]+)\)"/.exec(svg) ?? []
  ).map(Number);
  const circles = svg.matchAll(/<path [^>]*transform="translate\(([-\d.]+),([-\d.]+)\)" d="M([\d.]+),0A/g);
  return [...circles].map(([, x, y, r]) => ({ x: left + Number(x), y: top + Number(y), px: 2 * Number(r) }));
}
