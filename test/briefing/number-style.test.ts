import { expect, test } from "vitest";
import {
  type BriefingSpec,
  change,
  count,
  defineBriefing,
  defineDataset,
  generateBriefing,
  table,
} from "../../src/doors/index.ts";

const offences = defineDataset({
  title: "Offences",
  dimensions: { area: { role: "area", label: "Force" }, year: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});

const rows = [
  { area: "Kent", year: "2018", offences: 114 },
  { area: "Kent", year: "2019", offences: 274 },
  { area: "Rutland", year: "2018", offences: 12 },
  { area: "Rutland", year: "2019", offences: 9 },
];

const text = `<h1>{{title}}</h1>
<p>{{sentence "few"}} in Rutland; Kent {{change "rise"}}, {{claim "rise"}}; Rutland {{change "small"}}.</p>
<p class="key">{{value "few"}} {{label "few"}}, {{value "rise"}} {{label "rise"}}</p>
{{table "areas"}}`;

async function textIn(style: BriefingSpec["style"]): Promise<string> {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    ...(style && { style }),
    saidFigures: "error",
    datasets: { offences },
    claims: ({ offences }) => ({
      few: count(offences, { area: "Rutland", year: "latest" }),
      rise: change(offences, { area: "Kent", from: "previous", to: "latest" }, { uncertainty: true }),
      small: change(offences, { area: "Rutland", from: "previous", to: "latest" }),
    }),
    tables: ({ offences }) => ({
      areas: table({
        caption: "Change",
        rowHeader: "Force",
        rows: offences.categories("area"),
        columns: {
          change: {
            header: "Change",
            show: "change",
            cell: (area) => change(offences, { area, from: "previous", to: "latest" }),
          },
        },
      }),
    }),
    template: { text, file: "page.hbs" },
  });
  const { html } = await generateBriefing(briefing, { data: { offences: { rows } }, formats: ["html"] });
  const body = html.slice(html.indexOf("<body"));
  return body
    .replace(/<a class="skip-link".*?<\/a>/s, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,;])/g, "$1")
    .trim();
}

const tableWords = "Change Force Change Kent rose by 140% Rutland fell from 12 to 9";

test("the style of newspapers has words to nine and per cent, and numerals in tables; what claims say in words is traced", async () => {
  expect(await textIn("press")).toBe(
    "Offences Nine offences in Rutland; Kent rose significantly, by 140 per cent (95% confidence interval 92% to 202%), " +
      "a significant 140 per cent rise on the previous year (95% confidence interval 92% to 202%); Rutland fell from 12 to nine. " +
      `9 offences, 140% significant rise on the previous year ${tableWords}`,
  );
});

test("GOV.UK's style, and none: numerals, the sign, no numeral to begin a sentence", async () => {
  const expected =
    "Offences Nine offences in Rutland; Kent rose significantly, by 140% (95% confidence interval 92% to 202%), " +
    "a significant 140% rise on the previous year (95% confidence interval 92% to 202%); Rutland fell from 12 to 9. " +
    `9 offences, 140% significant rise on the previous year ${tableWords}`;
  expect(await textIn("govuk")).toBe(expected);
  expect(await textIn(undefined)).toBe(expected);
});

test("a style of one's own is plain data", async () => {
  const own = { percent: "words", wordsUpTo: 0, ordinalWordsUpTo: 0, consistent: true, openingWordsUpTo: 0 } as const;
  expect(await textIn(own)).toContain("9 offences in Rutland; Kent rose significantly, by 140 per cent");
});
