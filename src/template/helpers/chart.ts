import type { Rendering } from "../rendering.ts";
import { chartTable } from "./chart-table.ts";
import { defineHelper } from "./helper.ts";
import { wordsOf } from "./words-of.ts";

/**
 * `{{chart "trend" caption="Offences a year"}}`, or with the caption inside: `{{#chart "trend"}}…{{/chart}}`: a chart with
 * its caption, its description for those who do not see it, and the figures behind it (unless the template places them
 * with `chart-data`, or says `data=false` because a table beside it holds them). `alt` replaces the description, `class`
 * is added to the figure's.
 */
export const chart = defineHelper({
  name: "chart",
  makes: "elements",
  block: "optional",
  parameters: ["chart"],
  hash: { caption: "text", alt: "text", class: "name", data: "flag" },
  run({ rendering, hash, content }, chart) {
    const { id, alt, widthPx, heightPx } = chart;
    rendering.showChart(chart);
    const caption = content?.().trim() ?? hash.caption ?? "";
    const description = hash.alt ?? rendering.trace({ kind: "chart", id }, alt);
    const image =
      `<img src="chart:${rendering.attribute(id)}" alt="${description}" ` +
      `width="${Math.round(widthPx)}" height="${Math.round(heightPx)}">`;
    const showsData = hash.data !== false && !rendering.placedData.has(id) && chart.table.rows.length > 0;
    return (
      `<figure class="${rendering.attribute(["chart", hash.class].filter(Boolean).join(" "))}">` +
      `${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}` +
      `<div class="chart-region" role="group" aria-label="${wordsOf(caption) || rendering.phrase("chart")}" tabindex="0">${image}</div></figure>` +
      (showsData ? dataDetails(rendering, chartTable(rendering, chart, wordsOf(caption) || description)) : "")
    );
  },
});

const dataDetails = ({ phrase }: Rendering, table: string) =>
  `<details class="chart-data"><summary>${phrase("chart-figures")}</summary>${table}</details>`;
