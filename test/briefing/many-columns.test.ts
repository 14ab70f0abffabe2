import { defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { type ChartRow, heatSpec } from "briefwright/charts";
import { expect, it } from "vitest";
import { readPages, textItems } from "../support/open-pdf.ts";

const cases = defineDataset({
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas", open: true },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { one: { title: "Cases", publisher: "An office", kind: "official-statistics", published: "2023" } },
  disclosure: { profile: "none" },
});

const areas = ["Rochdale", "Manchester", "Stockport", "Tameside"];

it.each([
  [9, 1_000],
  [11, 1_000],
  [12, 1_000],
  [12, 100_000],
  [12, 10_000_000],
])("prints each figure behind a chart of %i years whole, from %i on", async (years, from) => {
  const rows = areas.flatMap((area, index) =>
    Array.from({ length: years }, (_, year) => ({
      area,
      period: String(2000 + year),
      cases: from + 131 * index + 7 * year,
    })),
  );
  const briefing = defineBriefing({
    title: "Cases",
    lang: "en-GB",
    datasets: { cases },
    claims: () => ({}),
    charts: {
      heat: {
        spec: heatSpec({ column: "period", row: "area", value: "cases" }),
        data: ({ cases }) => cases.where({}) as readonly ChartRow[],
      },
    },
    template: { text: '<main><h1>Cases</h1>{{chart "heat" caption="Cases by area"}}</main>', file: "heat.hbs" },
  });
  const { pdf, diagnostics } = await generateBriefing(briefing, { data: { cases: { rows } }, formats: ["pdf"] });
  expect(diagnostics.map(({ code }) => code)).not.toContain("table-too-wide");
  const items = (await readPages(pdf, textItems)).flat();
  const written = new Set(items.map(({ str }) => str.trim()));
  for (const { cases: figure, area } of rows) {
    expect(written).toContain(figure.toLocaleString("en-GB"));
    expect(written).toContain(area);
  }
  for (const { height, str } of items) if (str.trim() !== "") expect(height, str).toBeGreaterThanOrEqual(6.49);
});
