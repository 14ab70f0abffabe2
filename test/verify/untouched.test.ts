import { change, count, defineBriefing, generateBriefing, rank, table } from "briefwright";
import { rankingSpec, trendSpec } from "briefwright/charts";
import { verifyFile } from "briefwright/verify";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/language/index.ts";
import { offences } from "../briefing/recorded-offences.ts";
import { inPart, someOf } from "../support/trials.ts";

const csv = [
  "area,period,offences",
  ...["Kent,2017/18,1210", "Kent,2018/19,1274", "Essex,2017/18,180", "Essex,2018/19,163", "Surrey,2017/18,94"],
  "Surrey,2018/19,101",
].join("\n");

interface Variation {
  readonly lang?: string;
  readonly template: string;
  readonly css?: string;
  readonly options?: object;
}

const variations: Readonly<Record<string, Variation>> = {
  "without claims": { template: "<h1>{{title}}</h1><p>Nothing is said here.</p>", options: { claims: () => ({}) } },
  "in a language of its author's own": {
    template: '<h1>{{title}}</h1><p>{{claim "total"}}{{note "total"}}</p>',
    options: { language: languages[0] },
  },
  "in the style of the press": {
    template: '<h1>{{title}}</h1><p>{{claim "rise"}}, the {{claim "place"}}.</p>',
    options: { style: "press" },
  },
  "with a style of its author's own": {
    template: '<h1>{{title}}</h1><p>{{claim "rise"}} {{claim "place"}}.</p>',
    options: {
      style: { percent: "words", wordsUpTo: 20, ordinalWordsUpTo: 12, consistent: true, openingWordsUpTo: 100 },
    },
  },
  "that shows a chart twice, and notes twice": {
    template:
      '<h1>{{title}}</h1><p>{{claim "total"}}{{note "total"}} {{claim "total"}}{{note "total"}}</p>{{chart "trend"}}{{chart "trend"}}{{table "years"}}{{table "years"}}{{notes}}',
  },
  "whose stylesheet writes capitals, hyphens and counters": {
    template:
      '<h1>{{title}}</h1><ol><li>{{claim "total"}}</li><li>{{claim "rise"}} in the extraordinarily uncharacteristic circumstances</li></ol><ul class="n"><li>{{claim "place"}}</li></ul><p class="w">{{claim "rise"}} {{period "rise"}} of incomprehensibilities {{area.label}} {{claim "total"}}</p>{{table "years"}}',
    css: `p, h1, td { text-transform: uppercase } .w { width: 70px; hyphens: auto; text-align: justify } body { counter-reset: item }
      .n li { counter-increment: item } .n li::before { content: counter(item) ". " } ol { list-style-type: upper-roman }`,
  },
  "with notes at the foot of the page": {
    template:
      '<h1>{{title}}</h1><p>{{claim "total"}}{{note "total"}} and {{claim "rise"}}{{note "rise"}}.</p><p>x</p>{{notes}}',
    css: "[data-note], .note, .footnote { float: footnote }",
  },
  "with running heads": {
    template: '<h1>{{title}}</h1><p>{{claim "total"}}</p><h2>{{claim "rise"}}</h2>{{table "years"}}{{chart "ranking"}}',
    css: `h2 { string-set: now content() } @page { @top-left { content: string(now) } @bottom-right { content: counter(page) "/" counter(pages) } }`,
  },
  "with figures in attributes, headings, contents and hidden parts": {
    template:
      '<h1>{{title}}: {{claim "total"}}</h1>{{contents}}<h2>{{claim "rise"}} in {{period "rise"}}</h2><p title="{{claim "total"}}" hidden>{{claim "place"}}</p><details><summary>{{claim "total"}}</summary>{{claim "rise"}}</details><ol><li>{{literal "0800 1111"}}</li></ol>',
  },
  "over many pages": {
    template: `<h1>{{title}}</h1>${'<section style="break-after: page"><h2>{{claim "total"}}</h2>{{table "years"}}<p>{{claim "rise"}} {{period "rise"}}</p></section>'.repeat(4)}`,
  },
};

const made = ({ lang = "en-GB", template, css, options = {} }: Variation) =>
  generateBriefing(
    defineBriefing({
      title: "Offences in {{area.label}}",
      lang,
      datasets: { offences },
      parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
      claims: ({ offences, area }) => ({
        total: count(offences, { area, period: "latest" }),
        rise: change(offences, { area, from: "previous", to: "latest" }),
        place: rank(offences, { area, period: "latest", among: "area" }),
      }),
      tables: ({ offences, area }) => ({
        years: table({
          caption: "By year",
          rowHeader: "Year",
          rows: offences.periods(),
          columns: { offences: { header: "Offences", cell: (period) => count(offences, { area, period }) } },
        }),
      }),
      charts: {
        trend: {
          spec: trendSpec({ x: "period", y: "offences" }),
          data: ({ offences, area }) => offences.where({ area }),
        },
        ranking: {
          spec: rankingSpec({ category: "area", value: "offences" }),
          data: ({ offences }) => offences.where({ period: "latest" }),
        },
      },
      template: { text: template, file: "briefing.hbs" },
      ...(css !== undefined && { stylesheets: [{ text: css, file: "own.css" }] }),
      verifiable: true,
      ...options,
    }),
    { data: { offences: { csv } }, parameters: { area: "Kent" } },
  );

const all = Object.entries(variations);

describe("a briefing", () => {
  it.each(someOf(all, inPart(all.length, 12)))("%s agrees, in both formats", async (_, variation) => {
    const { html, pdf } = await made(variation);
    for (const content of [html, pdf]) {
      const { verdict, findings } = await verifyFile(content, { file: "briefing" });
      expect({ verdict, findings: findings.filter(({ code }) => code !== "not-recomputed") }).toEqual({
        verdict: "agrees",
        findings: [],
      });
    }
  });
});
