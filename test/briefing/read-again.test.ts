import { count, defineBriefing, generateBriefing } from "briefwright";
import { barSpec } from "briefwright/charts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadPipeline } from "../../src/briefing/index.ts";
import { timeLimit, trials } from "../support/trials.ts";
import { offences } from "./recorded-offences.ts";

const data = { offences: { csv: "area,period,offences\nKent,2018/19,114\nEssex,2018/19,1274\n", file: "o.csv" } };

const [brand, template, mark] = ["brand.css", "briefing.hbs", "mark.svg"] as const;
/** What each file may hold; the last of each cannot be used. */
const versions = {
  [brand]: [
    "",
    ":root { --brand: #5a143c }",
    ":root { --chart-font-size: 15px }",
    "p { color: rebeccapurple }",
    "p { width: 1q2",
  ],
  [template]: ["<h1>Offences</h1>", "<h1>Forces</h1>", "<h1>Areas</h1>{{#if}}"].map(
    (text) => `${text}<p>{{claim "total"}}</p>{{image "mark"}}{{chart "forces" caption="By force"}}`,
  ),
  [mark]: ["#000", "#00f"].map(
    (color) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${color}" d="M0 0h9v9z"/></svg>`,
  ),
};
type Files = Readonly<Record<keyof typeof versions, string>>;
const first = Object.fromEntries(Object.entries(versions).map(([name, [text]]) => [name, text])) as Files;

const address = (name: string) => new URL(name, "file:///desk/");
const briefingOf = (files: () => Files) => {
  const read = async (path: string) => files()[path.replace(/.*\//, "") as keyof Files];
  return defineBriefing(
    {
      title: "Offences",
      lang: "en-GB",
      datasets: { offences },
      claims: ({ offences }) => ({ total: count(offences, { area: "kent", period: "latest" }) }),
      charts: {
        forces: {
          spec: barSpec({ x: "area", y: "offences" }),
          data: ({ offences }) => offences.where({ period: "latest" }),
        },
      },
      images: { mark: { file: address(mark), alt: "A mark" } },
      stylesheets: [address(brand)],
      template: address(template),
    },
    { readText: read, readBytes: async (path) => Buffer.from(await read(path)) },
  );
};

async function made(briefing: ReturnType<typeof briefingOf>) {
  try {
    const { html, pdf, diagnostics } = await generateBriefing(briefing, { data, date: new Date("2024-01-02") });
    return { html, pdf: Buffer.from(pdf).toString("latin1"), diagnostics };
  } catch (error) {
    return { error: String(error) };
  }
}

test(
  "whatever was saved before, a briefing that reads its files again is what a new one is",
  async () => {
    const { readAgain } = await loadPipeline();
    const save = fc
      .constantFrom(brand, template, mark)
      .chain((name) => fc.record({ name: fc.constant(name), text: fc.constantFrom(...versions[name]) }));
    await fc.assert(
      fc.asyncProperty(fc.array(save, { minLength: 1, maxLength: 5 }), async (saves) => {
        let files = first;
        const briefing = briefingOf(() => files);
        await made(briefing);
        for (const { name, text } of saves) {
          files = { ...files, [name]: text };
          readAgain(briefing);
          const now = files;
          expect(await made(briefing)).toEqual(await made(briefingOf(() => now)));
        }
      }),
      { numRuns: trials(40, 6) },
    );
  },
  timeLimit(120_000),
);

test("what was not saved is not compiled again", async () => {
  const { prepareBriefing, readAgain } = await loadPipeline();
  let files = first;
  const briefing = briefingOf(() => files);
  const compiledAfter = async (saved: Partial<Files>) => {
    files = { ...files, ...saved };
    readAgain(briefing);
    const { compiled } = await prepareBriefing(briefing, { data });
    return { chart: compiled.charts.get("forces"), pages: await compiled.pdf(), template: compiled.template };
  };
  const before = await compiledAfter({});
  const withTemplate = await compiledAfter({ [template]: versions[template][1] ?? "" });
  expect(withTemplate.template).not.toBe(before.template);
  expect(withTemplate.chart).toBe(before.chart);
  expect(withTemplate.pages).toBe(before.pages);
  const withParagraphs = await compiledAfter({ [brand]: "p { color: rebeccapurple }" });
  expect(withParagraphs.chart).toBe(before.chart);
  expect(withParagraphs.pages).not.toBe(before.pages);
  const withLargeText = await compiledAfter({ [brand]: ":root { --chart-font-size: 15px }" });
  expect(withLargeText.chart).not.toBe(before.chart);
});
