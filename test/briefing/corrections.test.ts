import {
  change,
  count,
  defineBriefing,
  defineDataset,
  type GeneratedBriefing,
  generateBriefing,
  generateBriefings,
  median,
  type Period,
  table,
  trend,
} from "briefwright";
import { diffBriefings, formatBriefingRecord, parseBriefingRecord } from "briefwright/record";
import { verifyFile } from "briefwright/verify";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inPart } from "../support/trials.ts";

const definition = (disclosure?: "under5") =>
  defineDataset({
    title: "Referrals",
    dimensions: { area: { role: "area", label: "Area", open: true }, period: { role: "time", label: "Year" } },
    measures: { n: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" } },
    sources: { s: { title: "Referrals", publisher: "Ministry", kind: "official-statistics" } },
    layout: {
      dimensions: { area: "area", period: "year" },
      measures: { n: "n" },
      note: { column: "note" },
      statuses: [{ noteContains: "revised", status: "revised" }],
    },
    translations: {
      cy: {
        title: "Atgyfeiriadau",
        measures: { n: { label: "Atgyfeiriadau", unit: { one: "atgyfeiriad", other: "atgyfeiriadau" } } },
      },
    },
    ...(disclosure ? { disclosure: { profile: disclosure } } : {}),
  });

const briefingOf = (
  lang: string,
  disclosure?: "under5",
  template = '<h1>{{title}}</h1>{{#known}}<p>{{claim "total"}}</p>{{/known}}{{#known}}<p>{{claim "rise"}}</p>{{/known}}{{#known}}<p>{{claim "middle"}}</p>{{/known}}{{#if (has table="years")}}{{table "years"}}{{/if}}<section>{{#corrections}}<h2>{{phrase "corrections"}}</h2>{{/corrections}}</section>',
) =>
  defineBriefing({
    title: "Referrals: {{area.label}}",
    lang,
    verifiable: { publish: true } as never,
    datasets: { referrals: definition(disclosure) },
    parameters: { area: { kind: "category", dataset: "referrals", dimension: "area" } },
    claims: ({ referrals, area }) => ({
      total: count(referrals, { area, period: "latest" }),
      rise: change(referrals, { area, from: "2020", to: "2021" }),
      middle: median(referrals, { period: "2021", among: "area" }),
      trend: trend(referrals, { area, from: "first", to: "latest" }),
    }),
    tables: ({ referrals, area }) => ({
      years: table({
        caption: "Each year",
        rowHeader: "Year",
        rows: referrals.periods(),
        columns: { n: { header: area, cell: (period) => count(referrals, { area, period }) } },
      }),
      all: table({
        caption: "All areas",
        rowHeader: "Year",
        rows: referrals.periods(),
        columns: Object.fromEntries(
          referrals
            .categories("area")
            .map((each) => [
              each.id,
              { header: each, cell: (period: Period) => count(referrals, { area: each, period }) },
            ]),
        ),
      }),
    }),
    template: { file: "t.hbs", text: template },
  });

/** All cells, so that a record has what is hidden. */
const allOf =
  '<h1>{{title}}</h1>{{table "all"}}<section>{{#corrections}}<h2>Corrections</h2>{{/corrections}}</section>';

type Rows = Readonly<Record<string, readonly (number | string)[]>>;

/** Kent and others from 2020 on; `180 revised` is a figure with a remark. */
const csvOf = (rows: Rows) =>
  [
    "area,year,n,note",
    ...Object.entries(rows).flatMap(([area, figures]) =>
      figures.map((figure, index) => {
        const [n, ...note] = String(figure).split(" ");
        return `${area},${2020 + index},${n},${note.join(" ")}`;
      }),
    ),
  ].join("\n");

const before: Rows = { Kent: [150, 180], Essex: [90, 120], Surrey: [300, 330] };
const after: Rows = {
  Kent: [150, "187 revised: two late returns", 190],
  Essex: [90, 120, 125],
  Surrey: [300, 330, 310],
};

const make = async (
  rows: Rows,
  {
    lang = "en-GB",
    disclosure,
    corrects,
  }: { lang?: string; disclosure?: "under5"; corrects?: readonly GeneratedBriefing["record"][] } = {},
) =>
  generateBriefing(briefingOf(lang, disclosure), {
    data: { referrals: { csv: csvOf(rows), file: "r.csv" } },
    parameters: { area: "kent" },
    date: new Date("2023-09-20"),
    ...(corrects ? { corrects } : {}),
  });

const noteOf = (html: string): string =>
  (/<section>(?:(?!<section>).)*class="corrections".*?<\/section>/s.exec(html)?.[0] ?? "")
    .replaceAll(/<\/t[hd]>/g, " | ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll("’", "'")
    .trim();

describe("a note on an earlier edition", () => {
  test("says what a figure was, what it is, and why, with what was worked out from it", async () => {
    const { record } = await make(before);
    const { html, record: next } = await make(after, { corrects: [record] });
    expect(noteOf(html)).toMatchInlineSnapshot(
      `"CorrectionsFigures that the earlier edition printed otherwiseFigure | Earlier edition, 20 September 2023 | This edition | Why | Kent, 2021 Referrals | 180 | 187 | revised: two late returns | Kent, 2020 to 2021 rise on the previous year | 20% | 25% | Worked out from figures that were revised. | The median of 3, 2021 | 180 | 187 | Worked out from figures that were revised. |"`,
    );
    expect(next.corrections?.map(({ value }) => value)).toEqual(["180", "20%", "180"]);
    const { changes } = diffBriefings(record, next);
    expect(
      changes
        .filter(({ kind }) => kind === "revised")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["cell years.2021-01-01/2022-01-01.n", "claim middle", "claim rise"]);
    expect(changes.some(({ id }) => id.includes("correction"))).toBe(false);
  });

  test("is in Welsh in a Welsh briefing, and is of records in its language alone", async () => {
    const { record } = await make(before, { lang: "cy" });
    const { html } = await make(after, { lang: "cy", corrects: [record] });
    expect(noteOf(html)).toMatchInlineSnapshot(
      `"CywiriadauFfigurau a oedd yn wahanol yn y rhifyn cynharachFfigur | Rhifyn cynharach, 20 Medi 2023 | Y rhifyn hwn | Pam | Kent, 2021 Atgyfeiriadau | 180 | 187 | revised: two late returns | Kent, 2020 i 2021 cynnydd o'i gymharu â'r flwyddyn flaenorol | 20% | 25% | Fe'i cyfrifwyd o ffigurau a ddiwygiwyd. | Y canolrif ar gyfer 3, 2021 | 180 | 187 | Fe'i cyfrifwyd o ffigurau a ddiwygiwyd. |"`,
    );
    expect(noteOf((await make(after, { corrects: [record] })).html)).toBe("");
  });

  test("says that nothing was revised, and nothing where there is no earlier edition", async () => {
    const { record } = await make(before);
    expect(noteOf((await make(before, { corrects: [record] })).html)).toContain(
      "No figure that the earlier edition printed",
    );
    expect(noteOf((await make(before)).html)).toBe("");
  });

  test("agrees with itself, and a changed one does not", async () => {
    const { record } = await make(before);
    const { html, pdf } = await make(after, { corrects: [record] });
    expect((await verifyFile(html, { file: "a.html" })).verdict).toBe("agrees");
    expect((await verifyFile(pdf, { file: "a.pdf" })).verdict).toBe("agrees");
    const other = html.replace(/(class="earlier"[^>]*>)180/, "$1170");
    expect(other).not.toBe(html);
    expect((await verifyFile(other, { file: "a.html" })).verdict).not.toBe("agrees");
  });

  test("is made of no record that somebody edited", async () => {
    const { record } = await make(before);
    const written = formatBriefingRecord(record);
    const edits = [
      // A figure that was never printed, in the cell, as it was printed, in what was worked out; a correction that was none.
      written.replace('"state":"value","value":180', '"state":"value","value":130'),
      written.replace('"value":"180","figure"', '"value":"130","figure"'),
      written.replace('"value":"20%"', '"value":"80%"'),
      written.replace('"date": "2023-09-20"', '"date": "2022-09-20"'),
      written.replace('"claims": [', '"corrections": [{"claim":"total","value":"130","figure":130}],\n  "claims": ['),
      written.replace('"printed":true', '"printed":false'),
    ];
    for (const edited of edits) {
      expect(edited).not.toBe(written);
      expect(() => parseBriefingRecord(edited, "kent.claims.json")).toThrow(/another digest/);
    }
    // Nor of a file that nobody has held against its digest.
    await expect(make(after, { corrects: [JSON.parse(edits[0] ?? "")] })).rejects.toThrow(/parseBriefingRecord/);
    const { html } = await make(after, { corrects: [parseBriefingRecord(written, "kent.claims.json")] });
    expect(html).toBe((await make(after, { corrects: [record] })).html);
  });

  test("is the same in a batch, for each its own", async () => {
    const request = {
      data: { referrals: { csv: csvOf(before), file: "r.csv" } },
      each: "area" as const,
      formats: ["html" as const],
    };
    const records = [];
    for await (const made of generateBriefings(briefingOf("en-GB"), request))
      if (made.status === "generated") records.push(made.record);
    const next = { ...request, data: { referrals: { csv: csvOf(after), file: "r.csv" } }, corrects: records };
    const notes: string[] = [];
    for await (const made of generateBriefings(briefingOf("en-GB"), next))
      notes.push(made.status === "generated" ? noteOf(made.html) : "");
    expect(notes.map((note) => note.includes("20%"))).toEqual([true, false, false]);
    expect(notes.map((note) => note.includes("Kent"))).toEqual([true, false, false]);
  });
});

describe("what is hidden now", () => {
  test("is not told, nor what stands beside it in its year", async () => {
    const { record } = await make({ Kent: [150, 180], Essex: [90, 3], Surrey: [300, 330] });
    const { html } = await make(
      { Kent: [150, 187, 190], Essex: [90, 3, 125], Surrey: [300, 330, 310] },
      { disclosure: "under5", corrects: [record] },
    );
    const note = noteOf(html);
    expect(note).not.toMatch(/180|187/);
    expect(note).not.toContain("No figure");
  });

  test("stays unsaid where it was printed itself", async () => {
    const { record } = await make({ Kent: [150, 3], Essex: [90, 120], Surrey: [300, 330] });
    const { html } = await make(
      { Kent: [150, 4, 190], Essex: [90, 120, 125], Surrey: [300, 330, 310] },
      { disclosure: "under5", corrects: [record] },
    );
    expect(noteOf(html)).not.toMatch(/\b[34]\b/);
  });

  test("is not told by what was exact and is rounded", async () => {
    const { record } = await make({ Kent: [150, 182], Essex: [90, 120], Surrey: [300, 330] });
    const { html } = await make(
      { Kent: [150, 182, 190], Essex: [90, 120, 125], Surrey: [300, 330, 310] },
      { disclosure: "under5", corrects: [record] },
    );
    expect(noteOf(html)).not.toContain("182");
  });

  test("is told by no note, whatever the editions hold", async () => {
    const shown = fc.integer({ min: 0, max: 40 });
    const year = fc.tuple(shown, shown, shown);
    await fc.assert(
      fc.asyncProperty(
        year,
        year,
        year,
        year,
        fc.constantFrom(undefined, "under5" as const),
        async (a, b, c, d, then) => {
          const rows = (first: typeof a, second: typeof a): Rows =>
            Object.fromEntries(
              ["Kent", "Essex", "Surrey"].map((area, index) => [area, [first[index] ?? 0, second[index] ?? 0]]),
            );
          const made = async (
            own: Rows,
            disclosure: "under5" | undefined,
            corrects: readonly GeneratedBriefing["record"][],
          ) =>
            generateBriefing(briefingOf("en-GB", disclosure, allOf), {
              data: { referrals: { csv: csvOf(own), file: "r.csv" } },
              parameters: { area: "kent" },
              formats: ["html"],
              corrects,
            });
          const before = await made(rows(a, b), then, []);
          const { record } = await made(rows(c, d), "under5", [before.record]);
          const hiddenIn = new Set(
            record.observations.filter(({ state }) => state === "suppressed").map(({ labels }) => labels.period),
          );
          const told = (record.corrections ?? []).map(({ claim }) =>
            [...record.claims, ...record.cells].find(({ id }) => id === claim),
          );
          for (const figure of told)
            for (const { observation } of figure?.evidence ?? [])
              expect(hiddenIn).not.toContain(record.observations[observation]?.labels.period);
        },
      ),
      { numRuns: inPart(25, 3) },
    );
  });
});
