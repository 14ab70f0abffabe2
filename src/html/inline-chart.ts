import type { Properties } from "hast";
import type { RenderedChart } from "../charts/index.ts";
import type { ChartColors } from "./chart-colors.ts";
import { escapeAttribute } from "./escape-attribute.ts";

/** Attributes that the page decides: what the image is called, and how it fits its column. */
const decidedHere = /\s(?:style|role|aria-label|aria-hidden|class|xmlns)="[^"]*"/g;

export interface InlineChartOptions {
  readonly colors: ChartColors;
  /** Counts from 1 where a page shows a chart more than once, and keeps the ids inside apart. */
  readonly use: number;
}

/**
 * The drawing of a chart in place of `<img src="chart:ID">`: its text alternative is the image's, and empty for decoration.
 * Its colours follow the page's scheme, or it has the class `chart-on-paper`. A chart that is also drawn for narrow pages is one
 * image of two drawings, of which the page shows one.
 */
export function inlineChart(
  { svg, narrow }: RenderedChart,
  { alt, className, id, lang, ariaDetails }: Properties,
  { colors, use }: InlineChartOptions,
): string {
  const name = alt === "" ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(String(alt))}"`;
  const details =
    typeof ariaDetails === "string" && alt !== "" ? ` aria-details="${escapeAttribute(ariaDetails)}"` : "";
  const language = typeof lang === "string" ? ` lang="${escapeAttribute(lang)}"` : "";
  const identity = typeof id === "string" ? ` id="${escapeAttribute(id)}"` : "";
  const own = [className ?? []].flat().map(String);
  const drawing = (source: string, classes: readonly string[], { before = "", after = "" } = {}): string => {
    const end = source.indexOf(">");
    const attributes = source.slice("<svg".length, end).replaceAll(decidedHere, "");
    const kept = typeof lang === "string" ? attributes.replace(/\slang="[^"]*"/, "") : attributes;
    const shapes = withOwnIds(source.slice(end), use);
    const followed = colors.follow(shapes);
    const all = ["chart-image", ...(followed === undefined ? ["chart-on-paper"] : []), ...classes];
    return `<svg${before} class="${escapeAttribute(all.join(" "))}"${after}${kept}${followed ?? shapes}`;
  };
  if (!narrow) return drawing(svg, own, { before: identity, after: `${name}${details}${language}` });
  const hidden = { after: ' aria-hidden="true"' };
  return (
    `<span${identity} class="${escapeAttribute(["chart-images", ...own].join(" "))}"${name}${details}${language}>` +
    `${drawing(svg, ["chart-wide"], hidden)}${drawing(narrow.svg, ["chart-narrow"], hidden)}</span>`
  );
}

/** Two hyphens: no id of a heading has them, so that a heading `Trend 1` and the first clip of the chart `trend` are two. */
const withOwnIds = (svg: string, use: number): string => {
  const renamed = (id: string) => `chart--${id}${use === 1 ? "" : `-use-${use}`}`;
  return svg
    .replaceAll(/(\sid=")([^"]+)"/g, (_, open: string, id: string) => `${open}${renamed(id)}"`)
    .replaceAll(/(url\(|href=")#([^")]+)/g, (_, open: string, id: string) => `${open}#${renamed(id)}`);
};
