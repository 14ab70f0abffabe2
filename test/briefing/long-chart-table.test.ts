import { defineBriefing, generateBriefing } from "briefwright";
import { stripSpec } from "briefwright/charts";
import { expect, test } from "vitest";
import { readPages, textItems } from "../support/open-pdf.ts";
import { offences } from "./recorded-offences.ts";

test("the long table behind a chart begins on its page, and leaves none empty below it", async () => {
  const names = Array.from(
    { length: 48 },
    (_, index) => `Area ${"ABCDEF"[index % 6]}${"abcdefghij"[Math.floor(index / 6)]}`,
  );
  const csv = ["area,period,offences", ...names.map((name, index) => `${name},2018/19,${40 + 7 * index}`)].join("\n");
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: () => ({}),
    charts: {
      strip: { spec: stripSpec({ category: "area", value: "offences" }), data: ({ offences }) => offences.where({}) },
    },
    template: { file: "b.hbs", text: `<h1>{{title}}</h1>{{chart "strip" caption="By area"}}` },
  });
  const { pdf } = await generateBriefing(briefing, { data: { offences: { csv, file: "o.csv" } }, formats: ["pdf"] });
  const pages = await readPages(pdf, textItems);
  const rowsOn = pages.map((items) => items.filter(({ str }) => /^Area [A-F][a-j]$/.test(str)).length);
  expect(rowsOn.length).toBeGreaterThan(1);
  expect(rowsOn[0]).toBeGreaterThan(10);
});
