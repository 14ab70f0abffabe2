import { createHash } from "node:crypto";
import type { FontFace } from "../fonts/index.ts";

/** The page's one style sheet, and its name in the page's Content-Security-Policy. */
export interface StyleBlock {
  /** What stands between `<style>` and `</style>`. */
  readonly text: string;
  /** `'sha256-…'` (CSP 3, 2.3.1). */
  readonly hash: string;
}

/**
 * Rules of the house, which any stylesheet may override: a chart is never wider than its column, and no text of it is cut off
 * where the reader's font is wider than the one that it was drawn for; a small one is not made larger; a chart that was drawn for narrow pages too is shown so in
 * columns that are narrower than its texts can be read in, and what a reader may open on a screen is open on paper, as it is in PDF.
 */
const base =
  ".chart-image{max-width:100%;height:auto;overflow:visible;print-color-adjust:exact}" +
  ".chart-image.chart-small{width:auto}" +
  ".chart-images{display:block;container-type:inline-size}.chart-images>svg{display:block}" +
  ".chart-images>.chart-narrow{display:none;max-width:26rem}" +
  "@container (max-width:30rem){.chart-images>.chart-wide{display:none}.chart-images>.chart-narrow{display:block}}" +
  ".chart-told{display:block;position:relative}.chart-told:focus-within{padding-bottom:3em}" +
  ".chart-points{display:block;position:absolute;inset:0 0 auto}.chart-points>svg{position:absolute;left:0;top:0;overflow:visible;pointer-events:none}" +
  ".chart-points foreignObject{overflow:visible;font-size:12px}.chart-points [aria-hidden]{display:none}" +
  ".chart-points foreignObject:focus-within+[aria-hidden]{display:block}" +
  ".chart-points input{appearance:none;display:block;width:100%;height:100%;margin:0}" +
  ".chart-points input:focus{outline:3px solid;outline-offset:1px}" +
  ".chart-points:has(>.chart-narrow){container-type:inline-size}" +
  ".chart-points>.chart-narrow{display:none;max-width:26rem}" +
  "@container (max-width:30rem){.chart-points>.chart-wide{display:none}.chart-points>.chart-narrow{display:block}}" +
  "@media print{.chart-points{display:none}}" +
  "@media print{details::details-content{content-visibility:visible}}";

export function styleBlock(stylesheets: readonly string[], faces: readonly FontFace[]): StyleBlock {
  // No space at either end: checkers of pages trim the text before they compare its hash.
  const text = [...faces.map(fontFaceRule), base, ...stylesheets.map(insideStyleElement)].join("\n").trim();
  return { text, hash: `'sha256-${createHash("sha256").update(text).digest("base64")}'` };
}

function fontFaceRule({ family, weight, style, woff2 }: FontFace): string {
  const base64 = Buffer.from(woff2 ?? []).toString("base64");
  const name = family.replaceAll(/["\\]/g, "\\$&");
  return insideStyleElement(
    `@font-face{font-family:"${name}";font-weight:${weight};font-style:${style};font-display:block;` +
      `src:url(data:font/woff2;base64,${base64}) format("woff2")}`,
  );
}

/** No text ends the element, and the parser changes no byte of it (line ends, NUL), so that the hash holds. */
const insideStyleElement = (css: string): string =>
  css
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\0", "\uFFFD")
    .replaceAll(/<\/(?=style)/gi, "<\\/")
    .replaceAll("<!--", "<\\!--");
