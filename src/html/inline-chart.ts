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
 * The SVG of a chart in place of `<img src="chart:ID">`: its text alternative is the image's, and empty for decoration.
 * Its colours follow the page's scheme, or it has the class `chart-on-paper`.
 */
export function inlineChart(
  { svg }: RenderedChart,
  { alt, className, id, lang, ariaDetails }: Properties,
  { colors, use }: InlineChartOptions,
): string {
  const end = svg.indexOf(">");
  const own = svg.slice("<svg".length, end).replaceAll(decidedHere, "");
  const kept = typeof lang === "string" ? own.replace(/\slang="[^"]*"/, "") : own;
  const name = alt === "" ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(String(alt))}"`;
  const details =
    typeof ariaDetails === "string" && alt !== "" ? ` aria-details="${escapeAttribute(ariaDetails)}"` : "";
  const language = typeof lang === "string" ? ` lang="${escapeAttribute(lang)}"` : "";
  const drawing = withOwnIds(svg.slice(end), use);
  const followed = colors.follow(drawing);
  const classes = ["chart-image", ...(followed === undefined ? ["chart-on-paper"] : []), ...[className ?? []].flat()];
  const identity = typeof id === "string" ? ` id="${escapeAttribute(id)}"` : "";
  return `<svg${identity} class="${escapeAttribute(classes.join(" "))}"${name}${details}${language}${kept}${followed ?? drawing}`;
}

/** Two hyphens: no id of a heading has them, so that a heading `Trend 1` and the first clip of the chart `trend` are two. */
const withOwnIds = (svg: string, use: number): string => {
  const renamed = (id: string) => `chart--${id}${use === 1 ? "" : `-use-${use}`}`;
  return svg
    .replaceAll(/(\sid=")([^"]+)"/g, (_, open: string, id: string) => `${open}${renamed(id)}"`)
    .replaceAll(/(url\(|href=")#([^")]+)/g, (_, open: string, id: string) => `${open}#${renamed(id)}`);
};
