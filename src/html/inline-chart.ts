import type { Properties } from "hast";
import type { RenderedChart } from "../charts/index.ts";
import { escapeAttribute } from "./escape-attribute.ts";

/** Attributes that the page decides: what the image is called, and how it fits its column. */
const decidedHere = /\s(?:style|role|aria-label|aria-hidden|class|xmlns)="[^"]*"/g;

/**
 * The SVG of a chart in place of `<img src="chart:ID">`: its text alternative is the image's, and empty for decoration.
 * `use` counts from 1 where a page shows a chart more than once, and keeps the ids inside apart.
 */
export function inlineChart(
  { svg }: RenderedChart,
  { alt, className, lang, ariaDetails }: Properties,
  use: number,
): string {
  const end = svg.indexOf(">");
  const own = svg.slice("<svg".length, end).replaceAll(decidedHere, "");
  const kept = typeof lang === "string" ? own.replace(/\slang="[^"]*"/, "") : own;
  const name = alt === "" ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(String(alt))}"`;
  const details = typeof ariaDetails === "string" ? ` aria-details="${escapeAttribute(ariaDetails)}"` : "";
  const classes = ["chart-image", ...(Array.isArray(className) ? className : [])].join(" ");
  const language = typeof lang === "string" ? ` lang="${escapeAttribute(lang)}"` : "";
  const drawing = use === 1 ? svg.slice(end) : withOwnIds(svg.slice(end), use);
  return `<svg class="${escapeAttribute(classes)}"${name}${alt === "" ? "" : details}${language}${kept}${drawing}`;
}

const withOwnIds = (svg: string, use: number): string =>
  svg
    .replaceAll(/(\sid=")([^"]+)"/g, (_, open: string, id: string) => `${open}${id}-use-${use}"`)
    .replaceAll(/(url\(|href=")#([^")]+)/g, (_, open: string, id: string) => `${open}#${id}-use-${use}`);
