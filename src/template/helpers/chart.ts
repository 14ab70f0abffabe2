import type { RenderedChart } from "../../charts/index.ts";
import { markerOfRow, writeCsvTable } from "../../dataset/index.ts";
import { plainType } from "../../language/index.ts";
import { markersIn } from "../markers-in.ts";
import { plainText } from "../plain-text.ts";
import type { Rendering } from "../rendering.ts";
import { withoutTracing } from "../traced-text.ts";
import { chartTable, dataId } from "./chart-table.ts";
import { defineHelper, type HelperCall } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";
import { wordsOf } from "./words-of.ts";

/**
 * `{{chart "trend" caption="Offences a year"}}`, or with the caption inside: `{{#chart "trend"}}…{{/chart}}`: a chart with
 * its caption, its description for those who do not see it, and the figures behind it (unless the template places them
 * with `chart-data`, or says `data=false` because a table beside it holds them). What the description has no room for stands
 * above the figures, and the image leads to both. A finding heads it, its caption says what is measured, and its sources stand at its foot, where
 * the briefing gives them; `headline` says another finding, and none where it is empty. `alt` and `description` replace the short and the long description, `class`
 * is added to the figure's. With `brief=true` the caption is printed only where no finding heads the chart; without a caption, what is measured names it.
 */
export const chart = defineHelper({
  name: "chart",
  makes: "elements",
  block: "optional",
  parameters: ["chart"],
  hash: {
    caption: "text",
    headline: "text",
    alt: "text",
    description: "text",
    class: "name",
    data: "flag",
    brief: "flag",
  },
  run(call, chart) {
    const { rendering, hash, content } = call;
    const { id, widthPx, heightPx } = chart;
    rendering.showChart(chart);
    const given = content?.().trim() ?? hash.caption ?? "";
    const measure = rendering.input.chartFrames?.get(id)?.measure;
    const caption = given === "" && measure !== undefined ? rendering.trace({ kind: "chart", id }, measure) : given;
    const alt = hash.alt ?? rendering.trace({ kind: "chart", id }, chart.alt);
    const hasOwnTable = rendering.ownTables.has(id);
    const details = chartDetails(rendering, chart, {
      caption: wordsOf(caption) || undefined,
      description: hash.description ? `<p>${hash.description}</p>` : longDescription(rendering, chart),
      showsData: hash.data !== false && !hasOwnTable && chart.table.rows.length > 0,
    });
    const more = details?.id ?? (hasOwnTable ? dataId(rendering, chart) : "");
    const image =
      `<img src="chart:${rendering.attribute(id)}" alt="${alt}" ` +
      `width="${Math.round(widthPx)}" height="${Math.round(heightPx)}"${more && ` aria-details="${more}"`}>`;
    return (
      `<figure class="${rendering.attribute(["chart", hash.class].filter(Boolean).join(" "))}">` +
      captionOf(call, chart, caption) +
      `<div class="chart-region" role="group" aria-label="${wordsOf(caption) || rendering.phrase("chart")}" tabindex="0">${image}</div>` +
      `${footOf(rendering, chart)}</figure>` +
      (details?.html ?? "")
    );
  },
});

/** A line each: the finding, the author's caption, what is measured. What the caption says already is not said again. */
function captionOf(
  call: HelperCall<{ readonly headline?: string; readonly brief?: boolean }>,
  { id }: RenderedChart,
  given: string,
): string {
  const { rendering, hash } = call;
  const { headline: claim, measure } = rendering.input.chartFrames?.get(id) ?? {};
  const headline =
    hash.headline?.trim() ?? (claim ? sayClaim(call, { claim, helper: "chart", words: claim.words.lead }) : "");
  const caption = hash.brief && headline !== "" ? "" : given;
  const isSaid = measure === undefined || textOf(caption).includes(plainType(measure).toLowerCase());
  const lines = [
    ["chart-headline", headline],
    ["chart-title", caption],
    ["chart-measure", isSaid ? "" : rendering.trace({ kind: "chart", id }, measure)],
  ].filter(([, text]) => text !== "");
  if (lines.length === 0) return "";
  if (lines.length === 1 && caption !== "") return `<figcaption>${caption}</figcaption>`;
  return `<figcaption>${lines.map(([name, text]) => `<p class="${name}">${text}</p>`).join("")}</figcaption>`;
}

/** What readers see of it, as it would be typed, in lower case. */
const textOf = (caption: string) => plainType(plainText(withoutTracing(wordsOf(caption)))).toLowerCase();

/** So many are named below a chart; the others are among the sources of the briefing. */
const mostSources = 3;

/** `Source: Home Office, 18 July 2019. [c] suppressed.` */
function footOf(rendering: Rendering, { id, texts }: RenderedChart): string {
  const { sources = [] } = rendering.input.chartFrames?.get(id) ?? {};
  if (sources.length === 0) return "";
  const { numbers, template, charts } = rendering.input.words;
  rendering.citeSources(sources.map((source) => source.id));
  const data = (text: string) => rendering.trace({ kind: "metadata" }, text);
  const all = sources.map(({ publisher, published = "" }) =>
    [publisher, numbers.date(published) ?? published].filter(Boolean).map(data).join(", "),
  );
  // What the chart says of a marker itself, as the legend of a map does, is not said again.
  const meanings = markersIn(texts).flatMap((marker) => {
    const meaning = template.markers[marker];
    return texts.some((text) => text.includes(meaning)) ? [] : [`${marker} ${meaning}`];
  });
  const name = rendering.phrase(sources.length === 1 ? "source" : "sources");
  const notes = meanings.length === 0 ? "" : ` ${rendering.attribute(meanings.join("; "))}.`;
  const each = [...new Set(all)];
  const shown = each.slice(0, each.length === mostSources + 1 ? mostSources + 1 : mostSources);
  const rest = each.length - shown.length;
  const more = rest > 0 ? ` ${data(charts.more(rest))}` : "";
  return `<p class="chart-source">${name}: ${shown.join("; ")}.${more}${notes}</p>`;
}

interface DetailsParts {
  readonly caption: string | undefined;
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
  const table = showsData ? chartTable(rendering, chart, { caption }) + saveAsCsv(rendering, chart) : "";
  return {
    id,
    html: `<details class="chart-data" id="${id}"><summary>${summary}</summary>${text}${elsewhere}${table}</details>`,
  };
}

/** A link to the figures as a file, which the page itself holds: cells as they are protected, names as the table has them. */
function saveAsCsv({ attribute, phrase }: Rendering, { id, table: { columns, rows } }: RenderedChart): string {
  const csv = writeCsvTable([
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => row[column.id] ?? markerOfRow(row))),
  ]);
  // A mark that says which letters these are: spreadsheets take them for those of their country.
  const href = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`).replaceAll("'", "%27")}`;
  return `<p class="chart-csv"><a href="${attribute(href)}" download="${attribute(id)}.csv">${phrase("chart-csv")}</a></p>`;
}

/** Its paragraphs. */
const longDescription = (rendering: Rendering, { id, longDescription: text }: RenderedChart): string =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => `<p>${rendering.trace({ kind: "chart", id }, line)}</p>`)
    .join("");
