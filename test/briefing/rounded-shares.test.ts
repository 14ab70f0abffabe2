import { defineBriefing, generateBriefing, share } from "briefwright";
import { shareSpec } from "briefwright/charts";
import { expect, test } from "vitest";
import { offences } from "./recorded-offences.ts";

const areas = ["Kent", "Essex", "Surrey", "Dorset", "Norfolk"];

/** Draws what part each area has of the offences of each year, in per cent without decimals. */
const pageOf = async (years: Readonly<Record<string, readonly number[]>>, direction: "horizontal" | "vertical") => {
  const rows = Object.entries(years).flatMap(([period, counts]) =>
    counts.map((count, index) => [areas[index], period, count].join(",")),
  );
  const briefing = defineBriefing({
    title: "Parts",
    lang: "en-GB",
    datasets: { offences },
    claims: () => ({}),
    charts: {
      parts: {
        spec: shareSpec({ period: "period", category: "area", share: "share", direction }),
        data: ({ offences, figure }) => {
          const whole = offences.leaves("area").map(({ id }) => id);
          return Object.keys(years).flatMap((period) =>
            offences.leaves("area").map(({ id, label }) => ({
              period,
              area: label,
              share: figure(share(offences, { part: { area: id, period }, whole: { area: whole, period } })),
            })),
          );
        },
        formatValue: (value) => `${Math.round(value * 100)}%`,
      },
    },
    template: {
      file: "parts.hbs",
      text: `<main><h1>Parts</h1>{{chart "parts" caption="Parts of all offences"}}</main>`,
    },
  });
  return (
    await generateBriefing(briefing, {
      data: { offences: { csv: ["area,period,offences", ...rows].join("\n") } },
      formats: ["html"],
    })
  ).html;
};

test.each(["horizontal", "vertical"] as const)(
  "parts that are rounded to 101, 99 and 100 per cent are drawn as wholes: %s",
  async (direction) => {
    for (const years of [
      { "2017/18": [100, 100, 400], "2018/19": [100, 200, 300] },
      { "2017/18": [310, 306, 207, 177], "2018/19": [104, 204, 304, 388] },
      { "2017/18": [136, 166, 166, 196, 336], "2018/19": [117, 117, 117, 117, 532] },
    ])
      await expect(pageOf(years, direction)).resolves.toContain("17%");
  },
);

test("shares that are only printed alike are said to be about the same", async () => {
  const page = await pageOf({ "2017/18": [124, 300, 576], "2018/19": [116, 300, 584] }, "vertical");
  expect(page).toMatch(/Kent: 12%\sin\s2017\/18, and about the same\sin/);
  expect(page).toMatch(/Essex: 30%\sin\s2017\/18, and the same\sin/);
});
