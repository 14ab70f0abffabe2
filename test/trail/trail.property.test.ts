import { change, count, defineBriefing, defineDataset, generateBriefing, rank, share, table } from "briefwright";
import { rankingSpec } from "briefwright/charts";
import { verifyFile } from "briefwright/verify";
import fc from "fast-check";
import { toString as textOf } from "hast-util-to-string";
import { expect, test } from "vitest";
import type { BriefingRecord } from "../../src/record/index.ts";
import { trials } from "../support/trials.ts";
import { entryOf, readTrail } from "./read-trail.ts";

const areas = ["Kent", "Essex", "Surrey", "Dorset", "Devon", "Cumbria", "Avon", "Rutland"];
const periods = ["2017", "2018", "2019"];

const cases = defineDataset({
  title: "Cases of a kind",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    period: { role: "time", label: "Year" },
  },
  measures: {
    cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" },
    closed: { label: "Cases closed", unit: { one: "case", other: "cases" }, statType: "count" },
  },
  sums: [{ whole: "cases", parts: ["closed"] }],
  disclosure: { profile: "under5" },
  layout: { source: { column: "source" } },
  sources: {
    old: { title: "First publication", publisher: "An office", kind: "official-statistics", published: "2019-07-18" },
    new: { title: "Second publication", publisher: "An office", kind: "official-statistics", published: "2020-07-18" },
  },
});

const briefing = (lang: string) =>
  defineBriefing({
    title: "Cases in {{area.label}}",
    lang,
    datasets: { cases },
    parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
    claims: ({ cases, area }) => ({
      total: count(cases, { measure: "cases", area, period: "2019" }),
      rise: change(cases, { measure: "cases", area, from: "2018", to: "2019" }),
      place: rank(cases, { measure: "cases", area, period: "2019", among: "area" }),
      closed: share(cases, {
        part: { measure: "closed", area, period: "2019" },
        whole: { measure: "cases", area, period: "2019" },
      }),
    }),
    tables: ({ cases, area }) => ({
      years: table({
        caption: "By year",
        rowHeader: "Year",
        rows: cases.periods(),
        columns: {
          cases: { header: "Cases", cell: (period) => count(cases, { measure: "cases", area, period }) },
          closed: { header: "Closed", cell: (period) => count(cases, { measure: "closed", area, period }) },
        },
      }),
    }),
    charts: {
      ranking: {
        spec: rankingSpec({ category: "area", value: "cases" }),
        data: ({ cases }) => cases.where({ measure: "cases", period: "2019" }),
      },
    },
    template: {
      file: "cases.hbs",
      text: `<h1>{{title}}</h1>{{> key-figures ids=(list "total" "rise")}}<p>x {{#known}}{{claim "total"}}{{note "total"}}{{/known}}</p>
        <h2>{{#known}}{{claim "total"}}{{/known}}</h2>
        <ul><li>a {{#known}}{{claim "rise"}}{{/known}}<ul><li>{{#known}}{{claim "place"}}{{/known}} b</li></ul></li></ul>
        <dl><dt>{{#known}}{{claim "closed"}}{{/known}}</dt><dd>{{#known}}{{claim "rise"}}{{/known}}</dd></dl>
        <blockquote>{{#known}}{{value "place"}}{{/known}}</blockquote>
        {{#known}}{{#chart "ranking"}}Ranking{{/chart}}{{/known}}{{table "years"}}<div><p>{{#known}}{{claim "closed"}}{{/known}}</p></div>{{notes}}`,
    },
    trail: true,
    verifiable: true,
  });

const cell = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 100, max: 3000 }), fc.constant("[x]"));
const grid = fc.array(fc.tuple(cell, cell, fc.constantFrom("old", "new")), {
  minLength: areas.length * periods.length,
  maxLength: areas.length * periods.length,
});

const toCsv = (values: readonly (readonly [number | string, number | string, string])[]): string =>
  [
    "area,period,cases,closed,source",
    ...values.map(
      ([all, closed, source], at) =>
        `${areas[Math.floor(at / periods.length)]},${periods[at % periods.length]},${all},${typeof all === "number" && typeof closed === "number" ? Math.min(all, closed) : closed},${source}`,
    ),
  ].join("\n");

/** As the trail has it: `Kent … 2019 … 80 (78 to 82)`. */
const cellText = ({ value, bounds, state }: BriefingRecord["observations"][number], to: string): string => {
  if (value === undefined) return state === "suppressed" ? "[c]" : "[x]";
  const written = (number: number) => new Intl.NumberFormat("en-GB").format(number);
  return bounds ? `${written(value)} (${written(bounds.low)} ${to} ${written(bounds.high)})` : written(value);
};

test.each([
  ["en-GB", "to"],
  ["cy", "i"],
])("each figure leads to one entry, which has the cells of its record (%s)", async (lang, to) => {
  const defined = briefing(lang);
  let read = 0;
  await fc.assert(
    fc.asyncProperty(grid, fc.constantFrom(...areas), async (values, area) => {
      const { html, record } = await generateBriefing(defined, {
        data: { cases: { csv: toCsv(values) } },
        parameters: { area },
        formats: ["html"],
        draft: true,
      });
      const trail = readTrail(html);
      expect(new Set(trail.ids).size).toBe(trail.ids.length);
      const recorded = new Map([...record.claims, ...record.cells].map((figure) => [figure.id, figure]));
      for (const figure of trail.figures) {
        // Without what a marker is heard as.
        const printed = textOf(figure.element)
          .replace(/(\[[a-z]\]).*/u, "$1")
          .trim();
        const claim = recorded.get(String(figure.element.properties.dataClaim));
        if (claim?.evidence.length === 0) continue;
        const entry = entryOf(trail, figure);
        expect(entry, printed).toBeDefined();
        const items = trail.entries.get(entry!)!.filter((item) => item.printed.split("; ").includes(printed));
        expect(items.length, printed).toBeGreaterThan(0);
        if (!claim) continue;
        read += 1;
        const cells = [...new Set(claim.evidence.map(({ observation }) => observation))].map(
          (index) => record.observations[index]!,
        );
        const holds = items.some(
          ({ said }) =>
            cells.every((each) =>
              [each.labels.area!, each.labels.period!, cellText(each, to)].every((text) => said.includes(text)),
            ) &&
            // And those of no other area.
            areas.every((name) => !said.includes(name) || cells.some(({ labels }) => labels.area === name)),
        );
        expect(holds, `${claim.id}: ${JSON.stringify(items)} ${JSON.stringify(cells)}`).toBe(true);
      }
      // Each link leads to an entry, and each entry is led to.
      const led = new Set(trail.links.map(({ element }) => String(element.properties.href).slice(1)));
      expect([...trail.entries.keys()].filter((id) => !id.startsWith("trail-cells"))).toEqual([...led]);
      const { verdict, findings } = await verifyFile(html, { file: "cases.html" });
      expect({ verdict, findings }).toEqual({ verdict: "agrees", findings: [] });
    }),
    { numRuns: trials(15, 4) },
  );
  expect(read).toBeGreaterThan(trials(60, 15));
});

test("nothing of a page with a trail depends on what is hidden", async () => {
  const values = areas.flatMap((_, area) =>
    periods.map((__, period) => [area === 0 || period === 0 ? 400 + area : 3, 0, "new"] as const),
  );
  const made = async (hidden: number) =>
    (
      await generateBriefing(briefing("en-GB"), {
        data: { cases: { csv: toCsv(values.map(([all, ...rest]) => [all === 3 ? hidden : all, ...rest])) } },
        parameters: { area: "Kent" },
        formats: ["html"],
      })
    ).html;
  expect(await made(2)).toBe(await made(4));
  expect(await made(2)).toContain("[c] not shown, to protect confidentiality.");
});
