import { type BriefingSpec, count, defineBriefing, type GeneratedBriefing, generateBriefing } from "briefwright";
import { barSpec } from "briefwright/charts";
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { readPages } from "../support/open-pdf.ts";
import { offences } from "./recorded-offences.ts";

const data = {
  offences: { csv: "area,period,offences\nKent,2017/18,114\nKent,2018/19,[c]\nEssex,2017/18,1274\n", file: "o.csv" },
};

interface Look {
  readonly css?: string;
  readonly chartTheme?: BriefingSpec["chartTheme"];
  readonly tooltips?: boolean;
  readonly formats?: readonly ("html" | "pdf")[];
}

async function generate({ css, chartTheme, tooltips = false, formats = ["html"] }: Look) {
  const bars = barSpec({ x: "area", y: "offences" });
  const [columns, labels] = (bars as unknown as { layer: readonly [{ encoding: object }, object] }).layer;
  const tooltip = [{ field: "area" }, { field: "offences" }];
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: ({ offences }) => ({ total: count(offences, { area: "kent", period: "2017/18" }) }),
    charts: {
      forces: {
        spec: { ...bars, layer: [{ ...columns, encoding: { ...columns.encoding, tooltip } }, labels] },
        data: ({ offences }) => offences.where({ period: "2017/18" }),
        tooltips,
      },
    },
    template: { file: "b.hbs", text: '<h1>{{title}}</h1>{{claim "total"}}{{chart "forces" caption="By force"}}' },
    ...(css !== undefined && { stylesheets: [{ text: css, file: "own.css" }] }),
    ...(chartTheme && { chartTheme }),
  });
  return (await generateBriefing(briefing, { data, formats })) as GeneratedBriefing;
}

const chartOf = ({ html }: GeneratedBriefing) => /<svg class="chart-image.*?<\/svg>/s.exec(html)?.[0] ?? "";

async function fillsOf(pdf: Uint8Array): Promise<readonly unknown[]> {
  const [first] = await readPages(pdf, (page) => page.getOperatorList());
  const { fnArray, argsArray } = first!;
  return argsArray.filter((_, index) => fnArray[index] === OPS.setFillRGBColor).flat();
}

describe("charts of a briefing", () => {
  test("take another brand colour and font size from its stylesheet, in both outputs", async () => {
    const css = `:root { --brand: #5a143c; --chart-font-size: 15px }
      @media (prefers-color-scheme: dark) { :root { --brand: #f0b8d4 } }`;
    const generated = await generate({ css, formats: ["html", "pdf"] });
    expect(chartOf(generated)).toContain('fill="var(--bw-chart-highlight,#5a143c)"');
    // Texts of 12 px, in a picture that is shown a quarter larger than it was drawn.
    const [, width, drawn] = / width="(\d+)"[^>]* viewBox="0 0 (\d+) /.exec(chartOf(generated)) ?? [];
    expect(chartOf(generated)).toContain('font-size="12px"');
    expect(Number(width) / Number(drawn)).toBeCloseTo(1.25, 2);
    expect(generated.html).toMatch(/prefers-color-scheme:dark\)\{\.chart-image\{[^}]*--bw-chart-highlight:#f0b8d4/);
    // Bars: the heading is of the brand colour too, but once.
    const fills = await fillsOf(generated.pdf);
    expect(fills).toContain("#5a143c");
    expect(fills).not.toContain("#12436d");
    expect(generated.diagnostics.map(({ code }) => code)).toEqual([]);
  });

  test("are as the author's own theme says, property by property", async () => {
    const chart = chartOf(
      await generate({ css: ":root { --ink: #000000 }", chartTheme: { highlightColor: "#004d40" } }),
    );
    expect(chart).toContain('fill="#004d40"');
    expect(chart).toContain('fill="#000000"');
    expect(chart).toContain("chart-on-paper");
  });

  test("have warnings about their colours, those of the dark scheme where there is a page", async () => {
    const css = ":root { --chart-text: #999999; --ink-quiet: #404a54 }";
    const codes = async (formats: readonly ("html" | "pdf")[]) =>
      (await generate({ css, formats })).diagnostics
        .filter(({ code }) => code !== "low-contrast")
        .map(({ code, source }) => [code, source?.field, source?.line]);
    const paper = [["chart-contrast", "--chart-text", 1]];
    expect(await codes(["pdf"])).toEqual(paper);
    expect(await codes(["html"])).toEqual([...paper, ["chart-contrast", "--chart-text-quiet", 1]]);
  });

  test("say their figures on hover where they are asked to, and are as they were where not", async () => {
    const titles = (html: string) => [...html.matchAll(/<title>([^<]*)<\/title><\/path>/g)].map(([, text]) => text);
    const generated = await generate({ tooltips: true });
    expect(titles(chartOf(generated))).toEqual([
      "Police force: Kent&#xA;Offences: 114",
      "Police force: Essex&#xA;Offences: 1,274",
    ]);
    expect(generated.diagnostics).toEqual([]);
    expect(titles(chartOf(await generate({})))).toEqual([]);
  });
});
