import { readFileSync } from "node:fs";
import { count, defineBriefing, defineDataset, type FileReader, generateBriefing } from "briefwright";
import { rankingSpec } from "briefwright/charts";
import { describe, expect, test } from "vitest";
import { exchangedFont } from "../support/exchanged-font.ts";

const woff2 = readFileSync(new URL("../../templates/fonts/inter-bold.woff2", import.meta.url));

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
});

const css =
  '@font-face { font-family: "Brand"; src: url("../fonts/brand.woff2") format("woff2") }\nbody { font-family: Brand, Inter }';

function generate(files: FileReader) {
  const briefing = defineBriefing(
    {
      title: "Offences",
      lang: "en-GB",
      datasets: { offences },
      claims: ({ offences: data }) => ({ total: count(data, { area: "a", period: "latest" }) }),
      template: { file: "t.hbs", text: '<h1>Offences</h1><p>{{claim "total"}}</p>' },
      stylesheets: [{ file: "/brand/css/brand.css", text: css }],
    },
    files,
  );
  return generateBriefing(briefing, {
    data: { offences: { csv: "area,period,offences\na,2019,12\n" } },
    date: new Date("2026-01-02"),
  });
}

describe("@font-face in a briefing's stylesheet", () => {
  test("warns of a font that draws other digits than it is asked for", async () => {
    const ttf = readFileSync(new URL("../../templates/fonts/inter-bold.ttf", import.meta.url));
    const { diagnostics } = await generate({
      readText: () => Promise.reject(new Error("nothing else is read")),
      readBytes: async () => exchangedFont(ttf, { "1": "7", "7": "1" }),
    });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "figure-affix",
        expect.stringContaining('The font "Brand" (400, normal) draws digits as others: 1 as 7, 7 as 1'),
      ],
    ]);
  });

  test("puts the file beside the stylesheet into both outputs, which ask for nothing from outside", async () => {
    const asked: string[] = [];
    const { pdf, html, diagnostics } = await generate({
      readText: () => Promise.reject(new Error("nothing else is read")),
      readBytes: async (path) => {
        asked.push(path);
        return woff2;
      },
    });
    expect(diagnostics).toEqual([]);
    expect(asked).toEqual(["/brand/fonts/brand.woff2"]);
    expect(html).toContain(`url("data:font/woff2;base64,${woff2.toString("base64")}")`);
    expect(Buffer.from(pdf ?? []).toString("latin1")).toMatch(/\/BaseFont \/\w{6}\+Inter-Bold/);
  });

  test("says in both outputs that a file is not there", async () => {
    const { diagnostics } = await generate({
      readText: () => Promise.reject(new Error("nothing else is read")),
      readBytes: () => Promise.reject(new Error("ENOENT")),
    });
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(["outside-resource", "unknown-font"]);
  });
});

test("a font of @font-face is that of the charts too: they are measured and drawn with it", async () => {
  const generateWith = (chartFont: string) =>
    generateBriefing(
      defineBriefing(
        {
          title: "Offences",
          lang: "en-GB",
          datasets: { offences },
          claims: () => ({}),
          charts: {
            all: {
              spec: rankingSpec({ category: "area", value: "offences" }),
              data: ({ offences: data }) => data.where({ period: "latest" }),
            },
          },
          template: { file: "t.hbs", text: '<h1>Offences</h1>{{chart "all" caption="All" data=false}}' },
          stylesheets: [
            {
              file: "/brand/css/brand.css",
              text: css.replace(/body.*/, `:root { --chart-font: ${chartFont}, Inter }`),
            },
          ],
        },
        { readText: () => Promise.reject(new Error("nothing else is read")), readBytes: async () => woff2 },
      ),
      {
        data: { offences: { csv: "area,period,offences\nWiltshire and Swindon,2019,12\nKent,2019,7\n" } },
        date: new Date("2026-01-02"),
      },
    );
  const [brand, inter] = await Promise.all([generateWith("Brand"), generateWith("Inter")]);
  expect(brand.diagnostics).toEqual([]);
  expect(brand.html).toContain('font-family="Brand');
  const startOf = (html: string | undefined) =>
    Number(/class="chart-image[^"]*chart-wide[\s\S]*?translate\(([\d.]+)/.exec(html ?? "")?.[1]);
  // The names are bold in that font: bars begin further to the right.
  expect(startOf(brand.html)).toBeGreaterThan(startOf(inter.html) + 2);
});
