import { count, defineBriefing, generateBriefing, rank, table } from "briefwright";
import { barSpec } from "briefwright/charts";
import { describe, expect, test } from "vitest";
import { offences } from "./recorded-offences.ts";

/** Five forces, two of which have sent their figures for 2018/19. */
const csv = [
  "area,period,offences",
  ...["Kent", "Essex", "Surrey", "Dorset", "Devon"].map((area, index) => `${area},2017/18,${100 + index}`),
  "Kent,2018/19,130",
  "Dorset,2018/19,97",
].join("\n");

const generate = (drawn: "latest" | "latest-available") =>
  generateBriefing(
    defineBriefing({
      title: "Offences",
      lang: "en-GB",
      datasets: { offences },
      claims: ({ offences }) => ({
        kent: rank(offences, { area: "kent", period: "latest", among: "area" }),
        essex: count(offences, { area: "essex", period: "latest-available" }),
      }),
      tables: ({ offences }) => ({
        all: table({
          caption: "By force",
          rowHeader: "Force",
          rows: offences.categories("area"),
          columns: {
            own: { header: "Last", cell: ({ id }) => count(offences, { area: id, period: "latest-available" }) },
          },
        }),
      }),
      charts: {
        bars: {
          spec: barSpec({ x: "area", y: "offences" }),
          data: ({ offences, figure }) => [
            ...offences.where({ period: "latest" }),
            { area: "Essex", offences: figure(count(offences, { area: "essex", period: drawn })), state: "value" },
          ],
        },
      },
      template: {
        file: "briefing.hbs",
        text: '<h1>{{title}}</h1><p>{{claim "kent"}}{{note "kent"}}, {{claim "essex"}}</p>{{table "all"}}{{chart "bars"}}',
      },
    }),
    { data: { offences: { csv, file: "offences.csv" } }, formats: ["html"] },
  );

describe("a period that most areas have no figure for", () => {
  test("is one warning, however many claims, tables and charts ask for it", async () => {
    const { diagnostics } = await generate("latest");
    expect(diagnostics.filter(({ code }) => code === "sparse-period")).toEqual([
      {
        code: "sparse-period",
        severity: "warning",
        message:
          '"latest" is 2018/19, for which 2 of 5 areas have a figure of offences. The last period that most of them have is 2017/18.',
        hint: 'Name a period, or ask for each area\'s own last one by "latest-available".',
      },
    ]);
  });

  test("areas' own periods are printed beside their figures, with the count of those without one in the note", async () => {
    const { html = "" } = await generate("latest");
    const words = html.slice(html.indexOf("<body")).replaceAll(/<[^>]+>/g, "");
    expect(words).toContain("101 offences (2017/18)");
    expect(words).toMatch(/Kent130 \(2018\/19\)Essex101 \(2017\/18\)/);
    expect(words).toContain("Of 5 police forces, 2 have a figure for 2018/19; 3 have none.");
  });

  test("a chart does not mix them", async () => {
    await expect(generate("latest-available")).rejects.toThrow(/"latest-available" is each area's own/);
  });
});

test("a chart alone that asks for it by figure() is warned of", async () => {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: () => ({}),
    charts: {
      bars: {
        spec: barSpec({ x: "area", y: "offences" }),
        data: ({ offences, figure }) =>
          ["Kent", "Dorset"].map((area) => ({
            area,
            offences: figure(count(offences, { area, period: "latest" })),
            state: "value",
          })),
      },
    },
    template: { file: "briefing.hbs", text: '<h1>{{title}}</h1>{{chart "bars"}}' },
  });
  const { diagnostics } = await generateBriefing(briefing, {
    data: { offences: { csv, file: "offences.csv" } },
    formats: ["html"],
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["sparse-period"]);
});
