import { count, defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { barSpec, type ChartRow, sparklinesSpec } from "briefwright/charts";
import { describe, expect, test } from "vitest";
import { failureOf } from "../support/diagnostics-of.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { offences } from "./recorded-offences.ts";

const areas = ["Kent", "Essex", "Surrey", "Dorset", "Norfolk", "Suffolk"];
const csv = [
  "area,period,offences",
  ...areas.flatMap((area, index) => [`${area},2017/18,${114 + 7 * index}`, `${area},2018/19,${274 - 11 * index}`]),
].join("\n");

interface Said {
  readonly alt?: () => string;
  readonly longDescription?: () => string;
}

const briefingOf = (template: string, said: Said = {}) =>
  defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: ({ offences }) => ({ kent: count(offences, { area: "kent", period: "latest" }) }),
    charts: {
      lines: {
        spec: sparklinesSpec({ x: "period", y: "offences", series: "area" }),
        data: ({ offences }) => offences.where({}) as readonly ChartRow[],
        ...said,
      },
    },
    template: { file: "briefing.hbs", text: `<h1>{{title}}</h1>${template}` },
  });

const generate = (template: string, said: Said = {}, formats: readonly ("html" | "pdf")[] = ["html"]) =>
  generateBriefing(briefingOf(template, said), { data: { offences: { csv, file: "offences.csv" } }, formats });

const bodyOf = ({ html = "" }: { readonly html?: string }) => html.slice(html.indexOf("<body"));
const last = "Suffolk: 149 in 2017/18, rising to 219 in 2018/19.";

describe("what the alt text of a chart has no room for", () => {
  test("stands above the figures, and the image leads to both", async () => {
    const page = bodyOf(await generate('{{chart "lines" caption="All forces"}}'));
    const [, id] = /<(?:svg|span)[^>]* aria-details="([^"]+)"/.exec(page) ?? [];
    const details = page.slice(page.indexOf(`<details class="chart-data" id="${id}"`));
    expect(details).toMatch(/^<details[^>]*><summary>Description of this chart, and the figures behind it<\/summary>/);
    expect(details).toContain(`${last}</p></div><div class="table-region`);
    const [, alt = ""] = /<(?:svg|span)[^>]* aria-label="([^"]+)"/.exec(page) ?? [];
    expect(alt.length).toBeLessThanOrEqual(400);
    expect(alt).not.toContain("Suffolk: ");
  });

  test("is there twice under ids of its own where the chart is", async () => {
    const page = bodyOf(await generate('{{chart "lines"}}{{chart "lines"}}'));
    const ids = [...page.matchAll(/<details class="chart-data" id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["chart-lines-details", "chart-lines-details-2"]);
    expect([...page.matchAll(/aria-details="([^"]+)"/g)].map(([, id]) => id)).toEqual(ids);
  });

  test("leads to figures that the template places elsewhere", async () => {
    const { diagnostics, ...page } = await generate('{{chart "lines"}}<p>Text.</p>{{chart-data "lines"}}');
    expect(diagnostics).toEqual([]);
    const body = bodyOf(page);
    expect(body).toContain("<summary>Description of the chart</summary>");
    expect(body).toContain('<a href="#chart-lines-data">Figures behind this chart</a></p></details><p>Text.</p>');
    expect(body).toContain('<div class="table-region short narrow" id="chart-lines-data"');
  });

  test("is in the PDF, after a picture that is one figure with the alt text", async () => {
    const { pdf } = await generate('{{chart "lines" caption="All forces"}}', {}, ["pdf"]);
    const [first] = await readPages(pdf, async (page) => ({
      texts: (await textItems(page)).map(({ str }) => str).join(" "),
      figures: figuresIn(await page.getStructTree()),
    }));
    const { texts, figures } = first!;
    expect(texts).toContain(last);
    expect(figures).toHaveLength(1);
    expect(figures[0]?.alt).toMatch(/^Line chart: Offences by Year\. 6 small charts, one for each Police force\./);
    // Labels and axes are marks of the figure itself, not texts within it.
    expect(figures[0]?.children.every((child) => !("role" in child))).toBe(true);
  });
});

describe("an author's own words", () => {
  test("replace either of the two, and what an alt text leaves out is still to be had", async () => {
    const page = bodyOf(await generate('{{chart "lines"}}', { alt: () => "Six rising lines." }));
    expect(page).toContain('aria-label="Six rising lines."');
    expect(page).toContain(`${last}</p>`);
    const both = bodyOf(await generate('{{chart "lines"}}', { longDescription: () => "First.\nIn Kent 274." }));
    expect(both).toContain('<div class="chart-description"><p>First.</p><p>In Kent 274.</p></div>');
    expect(both).not.toContain(last);
    const typed = bodyOf(await generate('{{chart "lines" description=(text "Kent: " (claim "kent"))}}'));
    expect(typed).toMatch(/<div class="chart-description"><p>Kent: <data [^>]*>274 offences<\/data><\/p><\/div>/);
  });

  test("are audited: a figure that no row has is an error", async () => {
    const error = await failureOf(() =>
      generate('{{chart "lines"}}', { longDescription: () => "In Kent 275, in Essex 263." }),
    );
    expect(error.diagnostics).toMatchObject([
      { code: "untraced-figure", source: { id: "lines", field: "longDescription" } },
    ]);
    expect(error.message).toContain('"275" in the chart\'s long description');
  });
});

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly object[];
}

function figuresIn(node: StructNode): { readonly alt: string | undefined; readonly children: readonly object[] }[] {
  const { role, alt, children = [] } = node;
  if (role === "Figure") return [{ alt, children }];
  return children.flatMap((child) => figuresIn(child));
}

test("a chart is told in the names and decimals of its own dataset where another has some of one id", async () => {
  const spec = (area: string, label: string, decimals: number) =>
    defineDataset({
      title: label,
      dimensions: { area: { role: "area", label: area }, period: { role: "time", label: "Year" } },
      measures: { rate: { label, statType: "mean", unit: { one: "point", other: "points" }, decimals } },
      sources: { office: { title: "Rates", publisher: "An office", kind: "official-statistics", published: "2021" } },
    });
  const bars = barSpec({ x: "area", y: "rate" });
  const briefing = defineBriefing({
    title: "Two datasets",
    lang: "en-GB",
    claims: () => ({}),
    datasets: { births: spec("State", "Birth rate", 1), robberies: spec("Borough", "Robbery rate", 0) },
    charts: {
      births: { spec: bars, data: ({ births }) => births.where({}) as readonly ChartRow[] },
      robberies: { spec: bars, data: ({ robberies }) => robberies.where({}) as readonly ChartRow[] },
    },
    template: { file: "briefing.hbs", text: '<h1>{{title}}</h1>{{chart "births"}}{{chart "robberies"}}' },
  });
  const file = (rate: string) => ({ csv: `area,period,rate\nNorth,2020,${rate}\nSouth,2020,12.0\n`, file: "data.csv" });
  const { html } = await generateBriefing(briefing, {
    data: { births: file("10.4"), robberies: file("14.0") },
    formats: ["html"],
  });
  const alts = [...bodyOf({ html }).matchAll(/<(?:svg|span)[^>]* aria-label="([^"]+)"/g)].map(([, alt]) => alt);
  expect(alts).toEqual([
    "Bar chart: Birth rate by State, 2020. Highest South, 12.0; lowest North, 10.4.",
    "Bar chart: Robbery rate by Borough, 2020. Highest North, 14; lowest South, 12.",
  ]);
});
