import {
  type ClaimSpec,
  type ContentBasis,
  change,
  count,
  defineBriefing,
  defineDataset,
  median,
  planBriefings,
  rank,
  table,
} from "briefwright";
import { barSpec, trendSpec } from "briefwright/charts";
import { formatBriefingRecord } from "briefwright/record";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameKey } from "../../src/batch/index.ts";
import { trials } from "../support/trials.ts";

const areas = ["Ash", "Birch", "Cedar"];
const years = ["2021", "2022", "2023"];
const kinds = ["all", "theft", "fraud"];

const spec = {
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    kind: { role: "category", label: "Kind", notSums: ["all"] },
    year: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { home: { title: "Cases", publisher: "An office", kind: "official-statistics", published: "2024" } },
} as const;
const plainCases = defineDataset(spec);
const protectedCases: typeof plainCases = defineDataset({
  ...spec,
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

/** What a page reads: its own area, another one, all of them, or the whole table. */
const parts = ["own", "other", "rank", "median", "table", "rows", "whole", "trail", "verifiable", "attach"] as const;
type Part = (typeof parts)[number];

function briefingOf(has: ReadonlySet<Part>, isProtected: boolean) {
  const at = (area: string) => ({ area, kind: "theft", year: "latest" as const });
  return defineBriefing({
    title: "Cases in {{area.label}}",
    lang: "en-GB",
    datasets: { cases: isProtected ? protectedCases : plainCases },
    parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
    trail: has.has("trail") && { publish: true },
    verifiable: has.has("verifiable") && { publish: true },
    attach: has.has("attach") ? ["data"] : [],
    claims: ({ cases, area }) => {
      const claims: Record<string, ClaimSpec> = {};
      if (has.has("own")) {
        claims.own = count(cases, at(area.id));
        claims.rise = change(cases, { area, kind: "theft", from: "first", to: "latest" });
      }
      if (has.has("other")) claims.other = count(cases, { area: "Cedar", kind: "fraud", year: "latest" });
      if (has.has("rank")) claims.rank = rank(cases, { ...at(area.id), among: "area" });
      if (has.has("median")) claims.median = median(cases, { kind: "fraud", year: "latest", among: "area" });
      return claims;
    },
    tables: ({ cases }) =>
      has.has("table")
        ? {
            areas: table({
              caption: "By area",
              rowHeader: "Area",
              rows: cases.categories("area"),
              columns: { n: { header: "All", cell: (row) => count(cases, { ...at(row.id), kind: "all" }) } },
              sort: { by: "n", order: "descending" },
            }),
          }
        : {},
    // One that is not asked for has no rows, and is not drawn.
    charts: {
      rows: {
        spec: trendSpec({ x: "year", y: "n" }),
        data: ({ cases, area }) => (has.has("rows") ? cases.where({ area, kind: "fraud" }) : []),
      },
      whole: {
        spec: barSpec({ x: "area", y: "n" }),
        // Looks at all observations, and takes what it draws from where().
        data: ({ cases }) => {
          if (!has.has("whole")) return [];
          const values = cases.observations.flatMap(({ cell }) =>
            "value" in cell && cell.value > 0 ? [cell.value] : [],
          );
          const least = Math.min(...values);
          return cases.where({ kind: "all", year: "latest" }).filter((row) => Number(row.n) !== least);
        },
      },
    },
    template: {
      file: "cases.hbs",
      text: `<h1>{{title}}</h1>{{#each (claims)}}{{#known}}<p>{{sentence this}}{{note this}}</p>{{/known}}{{/each}}
${has.has("table") ? '{{table "areas"}}' : ""}${has.has("rows") ? '{{chart "rows" caption="Years"}}' : ""}${has.has("whole") ? '{{chart "whole" caption="Areas"}}' : ""}{{notes}}{{sources}}`,
    },
  });
}

const cells = areas.flatMap((area) => kinds.flatMap((kind) => years.map((year) => ({ area, kind, year }))));
const csvOf = (values: readonly (number | null)[]) =>
  [
    "area,kind,year,n",
    ...cells.map(({ area, kind, year }, at) => `${area},${kind},${year},${values[at] ?? "[x]"}`),
  ].join("\n");

interface Made {
  readonly key: string | undefined;
  readonly basis: ContentBasis | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly content: string;
}

/** The key of each area, and all that is written for it, made without looking at any key. */
async function make(briefing: ReturnType<typeof briefingOf>, csv: string) {
  const formats = briefing.spec.attach?.length ? (["pdf", "html"] as const) : (["html"] as const);
  const plan = await planBriefings(briefing, { data: { cases: { csv } }, each: "area", formats });
  const keys = plan.contentKeys("the code");
  const made = new Map<string, Made>();
  for await (const result of plan.generate()) {
    if (result.status === "failed") throw new Error(JSON.stringify(result.diagnostics));
    const pdf = result.pdf === undefined ? "" : Buffer.from(result.pdf).toString("latin1");
    made.set(result.name, {
      key: keys?.of(result.parameters),
      basis: keys?.basisOf(result.parameters),
      parameters: result.parameters,
      content: [result.html, formatBriefingRecord(result.record), pdf].join("\n"),
    });
  }
  return { all: keys?.all, keys, made };
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

describe("the key of a briefing", () => {
  it("is another wherever its files are, whatever it reads and whatever changes in the data", async () => {
    let [same, all] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...parts], { minLength: 1 }),
        fc.boolean(),
        fc.array(value, { minLength: cells.length, maxLength: cells.length }),
        fc.array(fc.tuple(fc.nat(cells.length - 1), value), { minLength: 1, maxLength: 3 }),
        async (has, isProtected, values, edits) => {
          const briefing = briefingOf(new Set(has), isProtected);
          const before = await make(briefing, csvOf(values));
          const edited = [...values];
          for (const [at, to] of edits) edited[at] = to;
          const after = await make(briefing, csvOf(edited));
          for (const [name, { key, basis, parameters, content }] of after.made) {
            const earlier = before.made.get(name);
            if (!earlier) continue;
            if (!basis || !earlier.basis) throw new Error("It has no key.");
            expect(after.keys?.isStill(parameters, basis)).toBe(true);
            all += 1;
            // Asking anew says what evaluating anew says.
            const isStill = after.keys?.isStill(parameters, earlier.basis);
            expect(isStill).toBe(isSameKey(earlier.key, key));
            if (isStill) {
              same += 1;
              expect(content).toBe(earlier.content);
            }
            if (before.all === after.all) expect(content).toBe(earlier.content);
          }
        },
      ),
      { numRuns: trials(300, 24), seed: 5 },
    );
    // If every key changed with every cell, the property would hold of nothing.
    expect(same / all).toBeGreaterThan(0.1);
  });

  it("stays the same when a cell changes that it does not read, and not when it reads it", async () => {
    const values = cells.map((_, at) => 20 + at);
    const changed = (area: string, kind: string) =>
      csvOf(values.map((own, at) => (cells[at]?.area === area && cells[at]?.kind === kind ? own + 1 : own)));
    const keys = async (has: readonly Part[], csv: string) =>
      new Map([...(await make(briefingOf(new Set(has), false), csv)).made].map(([name, { key }]) => [name, key]));
    const moved = async (has: readonly Part[], area: string, kind: string) => {
      const [before, after] = await Promise.all([keys(has, csvOf(values)), keys(has, changed(area, kind))]);
      return [...after.keys()].filter((name) => before.get(name) !== after.get(name));
    };
    expect(await moved(["own"], "Ash", "theft")).toEqual(["ash"]);
    expect(await moved(["own"], "Ash", "fraud")).toEqual([]);
    expect(await moved(["own", "rank"], "Ash", "theft")).toEqual(["ash", "birch", "cedar"]);
    expect(await moved(["rows"], "Birch", "fraud")).toEqual(["birch"]);
    expect(await moved(["own", "other"], "Cedar", "fraud")).toEqual(["ash", "birch", "cedar"]);
    expect(await moved(["whole"], "Ash", "theft")).toEqual(["ash", "birch", "cedar"]);
    expect(await moved(["attach", "own"], "Ash", "fraud")).toEqual(["ash", "birch", "cedar"]);
  });

  it("is of the code, the template and what is asked for too", async () => {
    const csv = csvOf(cells.map((_, at) => 20 + at));
    const key = async (text: string, code: string, request: object) => {
      const briefing = briefingOf(new Set(["own"]), false);
      const own = { ...briefing, spec: { ...briefing.spec, template: { file: "own.hbs", text } } };
      const plan = await planBriefings(own, { data: { cases: { csv } }, each: "area", ...request });
      return plan.contentKeys(code)?.of({ area: "Ash" });
    };
    const page = "<h1>{{title}}</h1>{{notes}}{{sources}}";
    const first = await key(page, "1", {});
    expect(await key(page, "1", {})).toBe(first);
    expect(
      new Set(
        await Promise.all([
          key(page, "2", {}),
          key(`${page} `, "1", {}),
          key(page, "1", { formats: ["html"] }),
          key(page, "1", { draft: true }),
          key(page, "1", { date: new Date("2024-05-01") }),
        ]),
      ).add(first).size,
    ).toBe(6);
  });
});
