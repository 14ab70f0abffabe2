import type { Properties } from "hast";
import { type NarrowChart, type RenderedChart, tooltipsId, writtenTooltip } from "../charts/index.ts";
import type { ChartColors, ColorPair } from "./chart-colors.ts";
import { escapeAttribute } from "./escape-attribute.ts";

/** Attributes that the page decides: what the image is called, and how it fits its column. */
const decidedHere = /\s(?:style|role|aria-label|aria-hidden|class|xmlns)="[^"]*"/g;

export interface InlineChartOptions {
  readonly colors: ChartColors;
  /** Told of the colours that are none of the theme's. */
  readonly addPairs: (pairs: readonly ColorPair[]) => void;
  /** Counts from 1 where a page shows a chart more than once, and keeps the ids inside apart. */
  readonly use: number;
}

/**
 * The drawing of a chart in place of `<img src="chart:ID">`: its text alternative is the image's, and empty for decoration.
 * Its colours follow the page's scheme, or it has the class `chart-on-paper`. A chart that is also drawn for narrow pages is one
 * image of two drawings, of which the page shows one.
 */
export function inlineChart(chart: RenderedChart, properties: Properties, options: InlineChartOptions): string {
  const picture = inlinePicture(chart, properties, options);
  return chart.tooltips ? withTooltips(picture, chart, properties, options) : picture;
}

function inlinePicture(
  { svg, widthPx, narrow, dark }: RenderedChart,
  { alt, className, id, lang, ariaDetails }: Properties,
  { colors, use, addPairs }: InlineChartOptions,
): string {
  const name = alt === "" ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(String(alt))}"`;
  const details =
    typeof ariaDetails === "string" && alt !== "" ? ` aria-details="${escapeAttribute(ariaDetails)}"` : "";
  const language = typeof lang === "string" ? ` lang="${escapeAttribute(lang)}"` : "";
  const identity = typeof id === "string" ? ` id="${escapeAttribute(id)}"` : "";
  const own = [className ?? []].flat().map(String);
  const drawing = (
    [source, darkSource]: readonly [string, string | undefined],
    classes: readonly string[],
    { before = "", after = "" } = {},
  ): string => {
    const end = source.indexOf(">");
    const shapesOf = (whole: string) => withOwnIds(whole.slice(whole.indexOf(">")), use);
    const attributes = source.slice("<svg".length, end).replaceAll(decidedHere, "");
    const kept = typeof lang === "string" ? attributes.replace(/\slang="[^"]*"/, "") : attributes;
    const shapes = shapesOf(source);
    const followed = colors.follow(shapes, darkSource === undefined ? undefined : shapesOf(darkSource));
    addPairs(followed?.pairs ?? []);
    const look = followed === undefined ? ["chart-on-paper"] : followed.pairs.length > 0 ? ["chart-own-colors"] : [];
    const all = ["chart-image", ...look, ...classes];
    return `<svg${before} class="${escapeAttribute(all.join(" "))}"${after}${kept}${followed?.drawing ?? shapes}`;
  };
  if (!narrow)
    return drawing([svg, dark?.svg], [...smallClass(widthPx, leastWidePx), ...own], {
      before: identity,
      after: `${name}${details}${language}`,
    });
  const hidden = { after: ' aria-hidden="true"' };
  return (
    `<span${identity} class="${escapeAttribute(["chart-images", ...own].join(" "))}"${name}${details}${language}>` +
    `${drawing([svg, dark?.svg], ["chart-wide", ...smallClass(widthPx, leastWidePx)], hidden)}` +
    `${drawing([narrow.svg, dark?.narrowSvg], ["chart-narrow", ...smallClass(narrow.widthPx, leastNarrowPx)], hidden)}</span>`
  );
}

/** Pictures narrower than this, px, are not made as wide as their column, where their texts would be larger than the page's. */
const leastWidePx = 560;
const leastNarrowPx = 300;
const smallClass = (widthPx: number, leastPx: number): readonly string[] => (widthPx < leastPx ? ["chart-small"] : []);

/**
 * The picture, and over it a radio button for each shape that says something on hover: one stop for the keyboard, and its arrows go from
 * shape to shape, without a script. What a shape says stands below the picture while it has the focus; for those who hear the page it
 * is the button's name, and nothing besides.
 */
function withTooltips(
  picture: string,
  chart: RenderedChart,
  { id, lang }: Properties,
  { use }: InlineChartOptions,
): string {
  const label = escapeAttribute(chart.tooltips?.label ?? "");
  const prefix = `chart--${chart.id}-point${use === 1 ? "" : `-use-${use}`}`;
  const classesOf = (own: string | undefined, widthPx: number, leastPx: number) =>
    [own ?? [], smallClass(widthPx, leastPx)]
      .flat()
      .map((each) => ` ${each}`)
      .join("");
  const wide = buttons(chart, {
    prefix,
    className: classesOf(chart.narrow && "chart-wide", chart.widthPx, leastWidePx),
  });
  const narrow = chart.narrow
    ? buttons(chart.narrow, {
        prefix: `${prefix}-narrow`,
        className: classesOf("chart-narrow", chart.narrow.widthPx, leastNarrowPx),
      })
    : "";
  const identity = typeof id === "string" ? ` id="${escapeAttribute(tooltipsId(id))}"` : "";
  const language = typeof lang === "string" ? ` lang="${escapeAttribute(lang)}"` : "";
  return (
    `<span class="chart-told">${picture}` +
    `<span${identity}${language} class="chart-points" role="radiogroup" aria-label="${label}">${wide}${narrow}</span></span>`
  );
}

interface ButtonsOptions {
  readonly prefix: string;
  readonly className: string;
}

/** Points are small: what has the focus is as large as a letter at least, px. */
const leastPx = 14;

/** The width of what is said, px: three lines of some words. */
const toldPx = 300;

function buttons({ widthPx, heightPx, tooltips }: NarrowChart, { prefix, className }: ButtonsOptions): string {
  const each = (tooltips?.areas ?? []).map((area, index) => {
    const text = escapeAttribute(writtenTooltip(area));
    const [width, height] = [Math.max(area.width, leastPx), Math.max(area.height, leastPx)];
    const [x, y] = [area.x - (width - area.width) / 2, area.y - (height - area.height) / 2];
    const id = `${prefix}-${index + 1}`;
    // Below its shape, where a picture that scrolls shows it too.
    const told = Math.min(toldPx, widthPx);
    const left = Math.round(Math.max(0, Math.min(x + (width - told) / 2, widthPx - told)));
    return (
      `<foreignObject x="${x}" y="${y}" width="${width}" height="${height}">` +
      `<input type="radio" name="${prefix}" aria-labelledby="${id}"></foreignObject>` +
      `<foreignObject aria-hidden="true" x="${left}" y="${heightPx}" width="${told}" height="48"><span id="${id}">${text}</span></foreignObject>`
    );
  });
  return `<svg class="chart-image${className}" role="presentation" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">${each.join("")}</svg>`;
}

/** Two hyphens: no id of a heading has them, so that a heading `Trend 1` and the first clip of the chart `trend` are two. */
const withOwnIds = (svg: string, use: number): string => {
  const renamed = (id: string) => `chart--${id}${use === 1 ? "" : `-use-${use}`}`;
  return svg
    .replaceAll(/(\sid=")([^"]+)"/g, (_, open: string, id: string) => `${open}${renamed(id)}"`)
    .replaceAll(/(url\(|href=")#([^")]+)/g, (_, open: string, id: string) => `${open}#${renamed(id)}`);
};
