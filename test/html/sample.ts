import { compileChart, type RenderedChart, trendSpec } from "../../src/charts/index.ts";
import { type BriefingDocument, buildDocument } from "../../src/document/index.ts";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { createHtmlRenderer, type HtmlPageOptions } from "../../src/html/index.ts";
import { createPage } from "../document/rendered.ts";

export const fonts = createFontSet(await bundledFonts());

/** One page by itself. */
export const renderHtml = (
  document: BriefingDocument,
  options: Parameters<typeof createHtmlRenderer>[0] & HtmlPageOptions,
): string => createHtmlRenderer(options).render(document, options);

/** A page of every kind of thing that a briefing holds. */
export function sampleDocument(): BriefingDocument {
  const page = createPage();
  const cell = (text: string, value: number | null) => `<td class="numeric">${page.cell(text, value)}</td>`;
  const html = `
<header class="masthead"><h1>Online grooming in ${page.metadata("Thames Valley")}</h1></header>
<nav data-contents></nav>
<h2>The year</h2>
<p>Police recorded ${page.claim("274 offences", 274, "total")} in ${page.run("2018/19", { kind: "period", datetime: "2019" })},
${page.claim("a 140% rise", 1.4035)}.<span data-note="claim:rise">Freedom of information, <a href="https://example.org/">source</a>.</span>
Ask for <em>help</em> &lt;now&gt;: ${page.literal("0800 1111")}.</p>
<figure class="chart"><img src="chart:trend" class="wide" alt="${page.run("Offences rose from 114 to 274, &quot;sharply&quot; &amp; fast.", { kind: "chart", id: "trend" })}" width="640" height="280"><figcaption>Offences a year</figcaption></figure>
<h3>By platform</h3>
<table><caption>Platforms</caption><thead><tr><th scope="col">Platform</th><th scope="col" class="numeric">Offences</th></tr></thead>
<tbody><tr><th scope="row">Instagram</th>${cell("17", 17)}</tr><tr><th scope="row">Others</th>${cell("[c]", null)}</tr></tbody></table>
<h2>Notes</h2><section data-notes></section>
<footer><p lang="cy">Cyhoeddwyd yng Nghymru.</p></footer>`;
  return buildDocument(page.rendered(html, { title: 'Grooming & "harm" <now>' }), { strict: true });
}

export async function sampleChart(): Promise<RenderedChart> {
  const chart = await compileChart({ id: "trend", spec: trendSpec({ x: "period", y: "offences" }), fonts });
  return chart.render([
    { period: "2017/18", offences: 114 },
    { period: "2018/19", offences: 274 },
  ]);
}
