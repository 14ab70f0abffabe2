import type { RenderedChart } from "../../charts/index.ts";
import type { Rendering } from "../rendering.ts";
import { chartTable, dataId } from "./chart-table.ts";
import { defineHelper } from "./helper.ts";
import { wordsOf } from "./words-of.ts";

/**
 * `{{chart "trend" caption="Offences a year"}}`, or with the caption inside: `{{#chart "trend"}}…{{/chart}}`: a chart with
 * its caption, its description for those who do not see it, and the figures behind it (unless the template places them
 * with `chart-data`, or says `data=false` because a table beside it holds them). What the description has no room for stands
 * above the figures, and the image leads to both. `alt` and `description` replace the short and the long description, `class`
 * is added to the figure's.
 */
export const chart = defineHelper({
  name: "chart",
  makes: "elements",
  block: "optional",
  parameters: ["chart"],
  hash: { caption: "text", alt: "text", description: "text", class: "name", data: "flag" },
  run({ rendering, hash, content }, chart) {
    const { id, widthPx, heightPx } = chart;
    rendering.showChart(chart);
    const caption = content?.().trim() ?? hash.caption ?? "";
    const alt = hash.alt ?? rendering.trace({ kind: "chart", id }, chart.alt);
    const hasOwnTable = rendering.ownTables.has(id);
    const details = chartDetails(rendering, chart, {
      caption: wordsOf(caption) || rendering.phrase("chart-figures"),
      description: hash.description ? `<p>${hash.description}</p>` : longDescription(rendering, chart),
      showsData: hash.data !== false && !hasOwnTable && chart.table.rows.length > 0,
    });
    const more = details?.id ?? (hasOwnTable ? dataId(rendering, chart) : "");
    const image =
      `<img src="chart:${rendering.attribute(id)}" alt="${alt}" ` +
      `width="${Math.round(widthPx)}" height="${Math.round(heightPx)}"${more && ` aria-details="${more}"`}>`;
    return (
      `<figure class="${rendering.attribute(["chart", hash.class].filter(Boolean).join(" "))}">` +
      `${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}` +
      `<div class="chart-region" role="group" aria-label="${wordsOf(caption) || rendering.phrase("chart")}" tabindex="0">${image}</div></figure>` +
      (details?.html ?? "")
    );
  },
});

interface DetailsParts {
  readonly caption: string;
  /** HTML text; empty where there is none. */
  readonly description: string;
  readonly showsData: boolean;
}

/** What the image leads to: a disclosure, which the PDF prints open, with the long description and the figures. */
function chartDetails(
  rendering: Rendering,
  chart: RenderedChart,
  { caption, description, showsData }: DetailsParts,
): { readonly id: string; readonly html: string } | undefined {
  if (description === "" && !showsData) return undefined;
  const { phrase } = rendering;
  const id = rendering.uniqueId(`chart-${rendering.attribute(chart.id)}-details`);
  const summary = phrase(description === "" ? "chart-figures" : showsData ? "chart-details" : "chart-description");
  const text = description === "" ? "" : `<div class="chart-description">${description}</div>`;
  const elsewhere =
    description !== "" && !showsData && rendering.ownTables.has(chart.id)
      ? `<p><a href="#${dataId(rendering, chart)}">${phrase("chart-figures")}</a></p>`
      : "";
  const table = showsData ? chartTable(rendering, chart, { caption }) : "";
  return {
    id,
    html: `<details class="chart-data" id="${id}"><summary>${summary}</summary>${text}${elsewhere}${table}</details>`,
  };
}

/** Its paragraphs. */
const longDescription = (rendering: Rendering, { id, longDescription: text }: RenderedChart): string =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => `<p>${rendering.trace({ kind: "chart", id }, line)}</p>`)
    .join("");
