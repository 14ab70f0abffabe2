import { count, defineBriefing, generateBriefing } from "briefwright";
import { expect, it } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";

const carriedIn = (html: string): string =>
  /<script type="application\/json" id="briefwright-verification">(.*?)<\/script>/.exec(html)?.[1] ?? "";

it("a file carries nothing of places, periods and rows that no printed figure is of", async () => {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: ({ offences }) => ({
      kent: count(offences, { area: "kent", period: "2018/19" }),
      essex: count(offences, { area: "essex", period: "2018/19" }),
      unprinted: count(offences, { area: "surrey", period: "2017/18" }),
    }),
    template: { text: '<h1>{{title}}</h1><p>{{claim "kent"}}, {{claim "essex"}}</p>', file: "briefing.hbs" },
    verifiable: true,
  });
  const rows = ["Kent,2018/19,274", "Essex,2018/19,163", "Surrey,2017/18,94", "Surrey,2018/19,101"];
  const carried = async (lines: readonly string[]) => {
    const csv = ["area,period,offences", ...lines].join("\n");
    const { html } = await generateBriefing(briefing, { data: { offences: { csv } }, formats: ["html"] });
    return JSON.parse(carriedIn(html));
  };
  const data = await carried(rows);
  expect(JSON.stringify(data)).not.toMatch(/surrey|\b94\b|\b101\b/i);
  // Nor does what it carries change with what is not printed, of which a hash would tell.
  const other = await carried([rows[0]!, rows[1]!, "Surrey,2017/18,95", "Surrey,2018/19,11"]);
  const withoutPage = ({ untouched: _, attachments: __, ...rest }: Record<string, unknown>) => rest;
  expect(withoutPage(other)).toEqual(withoutPage(data));
  const { excerpt } = (await carried([rows[1]!, rows[0]!, ...rows.slice(2)])).datasets[0];
  expect(excerpt.observations).toEqual(data.datasets[0].excerpt.observations);
});
