import { count, defineBriefing, generateBriefing, rank, table } from "briefwright";
import { trendSpec } from "briefwright/charts";
import { type Verification, verifyFile, verifyFiles } from "briefwright/verify";
import { describe, expect, it } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";

const csv = [
  "area,period,offences",
  ...["Kent,2017/18,210", "Kent,2018/19,274", "Essex,2017/18,180", "Essex,2018/19,163", "Surrey,2017/18,94"],
  "Surrey,2018/19,101",
].join("\n");

const briefing = defineBriefing({
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  datasets: { offences },
  parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
  claims: ({ offences, area }) => ({
    total: count(offences, { area, period: "latest" }),
    place: rank(offences, { area, period: "latest", among: "area" }),
  }),
  tables: ({ offences, area }) => ({
    years: table({
      caption: "By year",
      rowHeader: "Year",
      rows: offences.periods(),
      columns: { offences: { header: "Offences", cell: (period) => count(offences, { area, period }) } },
    }),
  }),
  charts: {
    trend: { spec: trendSpec({ x: "period", y: "offences" }), data: ({ offences, area }) => offences.where({ area }) },
  },
  template: {
    text: `<h1>{{title}}</h1><p>Police recorded {{claim "total"}} in {{period "total"}}{{note "total"}}, the {{claim "place"}}.</p>
      {{table "years"}}{{chart "trend" caption="Offences a year"}}`,
    file: "briefing.hbs",
  },
  verifiable: true,
});

const made = (area: string) =>
  generateBriefing(briefing, { data: { offences: { csv } }, parameters: { area }, formats: ["html", "pdf"] });

const codes = ({ verdict, findings }: Verification) => [verdict, ...new Set(findings.map(({ code }) => code))];

describe("a file that nobody touched", () => {
  it("agrees, in both formats, and says what was checked", async () => {
    const { html, pdf } = await made("Kent");
    for (const content of [html, pdf]) {
      const verification = await verifyFile(content, { file: "kent" });
      expect(verification).toMatchObject({ verdict: "agrees", findings: [], title: "Offences in Kent" });
      expect(verification.checked).toMatchObject({ claims: 2, cells: 2, charts: 1 });
      expect(verification.generator).toMatch(/^briefwright \d/);
    }
  });

  it("carries the cells that its figures rest on, and no others", async () => {
    const { html } = await made("Kent");
    const carried =
      /<script type="application\/json" id="briefwright-verification">(.*?)<\/script>/.exec(html)?.[1] ?? "";
    const { excerpt } = JSON.parse(carried).datasets[0];
    const cells = excerpt.observations.map(({ at, cell }: { at: Record<string, string>; cell: { value: number } }) => [
      at.area,
      cell.value,
    ]);
    // Both years of Kent for the table, the last of all for the rank.
    expect(cells.sort()).toEqual([
      ["essex", 163],
      ["kent", 210],
      ["kent", 274],
      ["surrey", 101],
    ]);
  });
});

describe("a page with one digit changed", () => {
  it.each([
    ["of a claim", ">274 offences", ">247 offences", "figure-differs"],
    ["in the linked data", ", 274 offences", ", 247 offences", "attachment-differs"],
    ["of a cell", ">210</data>", ">201</data>", "figure-differs"],
    ["where there was none", "Police recorded", "12 police forces recorded", "figure-unrecorded"],
    ["in a text alternative", 'aria-label="Line chart', 'aria-label="9 line chart', "alternative-differs"],
  ])("%s differs", async (_, from, to, code) => {
    const { html } = await made("Kent");
    expect(html).toContain(from);
    const verification = await verifyFile(html.replace(from, to), { file: "kent.html" });
    expect(codes(verification)).toEqual(["differs", code]);
  });

  it("in a label of its chart differs", async () => {
    const { html } = await made("Kent");
    const label = html.replace(/(<text[^>]*>[^<]*)274/, "$1724");
    expect(label).not.toBe(html);
    expect(codes(await verifyFile(label, { file: "kent.html" }))).toEqual(["differs", "chart-differs"]);
  });

  it("in the data that it carries differs: by the hash, and by what the data gives", async () => {
    const { html } = await made("Kent");
    const forged = html.replace('"value":274', '"value":275');
    expect(codes(await verifyFile(forged, { file: "kent.html" }))).toEqual([
      "differs",
      "data-changed",
      "record-differs",
      "chart-differs",
      "figure-of-another",
    ]);
  });
});

describe("a page whose figures are as they were", () => {
  it("but that was saved again by other software, is nobody's to accuse", async () => {
    const { html } = await made("Kent");
    const saved = html.replace("<body>", "<body >").replaceAll("\n", "\r\n");
    expect(codes(await verifyFile(saved, { file: "kent.html" }))).toEqual(["cannot-tell", "saved-again"]);
  });

  it("or that another version made, which may word them in another way, is not accused of that", async () => {
    const { html } = await made("Kent");
    // The linked data has a hash of its own.
    const pattern = /(<script type="application\/ld\+json".*?<\/script>)|274 offences/gs;
    const worded = (text: string) => text.replaceAll(pattern, (_, data?: string) => data ?? "274 recorded offences");
    const others = worded(html).replace(/"generator":"briefwright [^"]*"/, '"generator":"briefwright 0.0.1"');
    expect(codes(await verifyFile(others, { file: "kent.html" }))).toEqual(["cannot-tell", "other-version"]);
    expect(codes(await verifyFile(worded(html), { file: "kent.html" }))).toContain("differs");
  });

  it("that carries nothing cannot be told", async () => {
    expect(codes(await verifyFile("<h1>12 offences</h1>", { file: "x.html" }))).toEqual([
      "cannot-tell",
      "not-verifiable",
    ]);
    const broken = new TextEncoder().encode("%PDF-1.7\nno more");
    expect(codes(await verifyFile(broken, { file: "x.pdf" }))).toEqual(["cannot-tell", "unreadable"]);
  });
});

it("carries no more than it may", async () => {
  const long = defineBriefing({
    title: "Offences",
    description: "long ".repeat(800_001),
    lang: "en-GB",
    datasets: { offences },
    claims: ({ offences }) => ({ total: count(offences, { area: "kent", period: "latest" }) }),
    template: { text: '<h1>{{title}}</h1><p>{{claim "total"}}</p>', file: "briefing.hbs" },
    verifiable: true,
  });
  const making = () => generateBriefing(long, { data: { offences: { csv } }, formats: ["html"] });
  expect(await laterDiagnosticsOf(making)).toMatchObject([{ code: "verification-too-large" }]);
});

describe("a folder", () => {
  it("shows files that were exchanged between areas", async () => {
    const [kent, essex, surrey] = await Promise.all(["Kent", "Essex", "Surrey"].map(made));
    const verified = await verifyFiles([
      { file: "out/kent.html", content: essex?.html ?? "" },
      { file: "out/essex.html", content: kent?.html ?? "" },
      { file: "out/surrey.html", content: surrey?.html ?? "" },
    ]);
    expect(verified.map(codes)).toEqual([["differs", "exchanged"], ["differs", "exchanged"], ["agrees"]]);
  });
});

describe("counts that nobody protected", () => {
  it("under 10 are not carried where the briefing does not print them, unless it says that they may be published", async () => {
    const small = { offences: { csv: csv.replace("Surrey,2018/19,101", "Surrey,2018/19,4") } };
    const request = { data: small, parameters: { area: "Kent" }, formats: ["html"] as const };
    await expect(generateBriefing(briefing, request)).rejects.toMatchObject({
      diagnostics: [{ code: "unprotected-counts", message: expect.stringContaining("1 count under 10") }],
    });
    const { html } = await generateBriefing(briefing, { ...request, verifiable: { publish: true } });
    expect(codes(await verifyFile(html, { file: "kent.html" }))).toEqual(["agrees"]);
  });
});
