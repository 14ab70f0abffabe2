import { change, count, defineBriefing, defineDataset, generateBriefing, rank } from "briefwright";
import { expect, test } from "vitest";

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

const briefing = (lang: "en-GB" | "cy") =>
  defineBriefing({
    title: "Offences",
    lang,
    datasets: { offences },
    claims: ({ offences }) => ({
      total: count(offences, { area: "kent", period: "2018/19" }),
      rise: change(offences, { area: "kent", from: "2017/18", to: "2018/19" }),
      rank: rank(offences, { area: "kent", period: "2018/19", among: "area" }),
      hidden: count(offences, { area: "essex", period: "2017/18" }),
      unprinted: count(offences, { area: "surrey", period: "2017/18" }),
    }),
    template: {
      file: "offences.hbs",
      text: '<h1>{{title}}</h1><p>{{claim "total"}}, {{claim "rise"}}, {{claim "rank"}}.</p><table><tr><td>{{claim "hidden"}}</td></tr></table>{{> provenance}}{{sources}}',
    },
  });

const areas = ["Kent", "Essex", "Surrey", "Dorset", "Devon", "Cumbria"];
const csv = [
  "area,period,offences",
  ...areas.flatMap((area, index) => [
    `${area},2017/18,${area === "Essex" ? "[c]" : 1101 + index}`,
    `${area},2018/19,${1274 + index}`,
  ]),
].join("\n");
/** A row a figure: its cells, each a row of the table, are divided by a stroke. */
const rowsOf = (html: string) =>
  [
    ...html
      .slice(html.indexOf('class="figures provenance"'))
      .matchAll(/<tr><th scope="row"[^>]*>(.*?)<\/tr>(?=<tr><th|<\/tbody>)/gs),
  ].map(([, row = ""]) =>
    row
      .replaceAll("&nbsp;", " ")
      .replaceAll("\u00A0", " ")
      .replaceAll("<br>", " / ")
      .replaceAll(/<\/tr><tr>/g, " / ")
      .replaceAll(/<\/t[hd]><td[^>]*>/g, " | ")
      .replaceAll(/<[^>]*>/g, ""),
  );

test("an appendix says of each printed figure which cells it was computed from", async () => {
  const { html } = await generateBriefing(briefing("en-GB"), { data: { offences: { csv } }, formats: ["html"] });
  expect(rowsOf(html)).toEqual([
    "1,274 offences / Kent, 2018/19 | Kent (2018/19) | 1,274 | Home Office, 18 July 2019",
    "a 16% rise on the previous year / Kent, 2017/18 to 2018/19 | Kent (2017/18) | 1,101 | Home Office, 18 July 2019 / Kent (2018/19) | 1,274",
    expect.stringMatching(
      /^the lowest of 6 police forces \/ Kent, 2018\/19 \| Kent \(2018\/19\) \| 1,274 \| Home Office, 18 July 2019( \/ \w+ \(2018\/19\) \| 1,27\d){3} \/ and \d more$/,
    ),
    expect.stringMatching(/ \| Essex \(2017\/18\) \| \[c\]not shown, to protect confidentiality \| Home Office/),
  ]);
  expect(html).toContain("<li>Home Office, <cite>Recorded crime</cite>");
});

test("and says it in the language of the briefing", async () => {
  const { html } = await generateBriefing(briefing("cy"), { data: { offences: { csv } }, formats: ["html"] });
  expect(html).toContain("O ble y daw pob ffigur");
  expect(rowsOf(html)[2]).toContain("arall");
});
