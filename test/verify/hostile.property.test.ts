import { change, count, defineBriefing, generateBriefing, rank, table } from "briefwright";
import { trendSpec } from "briefwright/charts";
import { verifyFile } from "briefwright/verify";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";
import { trials } from "../support/trials.ts";

const briefing = defineBriefing({
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  datasets: { offences },
  parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
  claims: ({ offences, area }) => ({
    total: count(offences, { area, period: "latest" }),
    rise: change(offences, { area, from: "previous", to: "latest" }),
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
    text: `<h1>{{title}}</h1><p>{{claim "total"}}, {{claim "rise"}}, {{claim "place"}}</p>{{table "years"}}{{chart "trend"}}`,
    file: "briefing.hbs",
  },
  verifiable: true,
});

const csv = "area,period,offences\nKent,2017/18,210\nKent,2018/19,274\nEssex,2017/18,180\nEssex,2018/19,163";
const block = /(id="briefwright-verification">)([^<]*)/;

let html = "";
let carried = "";
beforeAll(async () => {
  ({ html } = await generateBriefing(briefing, {
    data: { offences: { csv } },
    parameters: { area: "Kent" },
    formats: ["html"],
  }));
  carried = block.exec(html)?.[2] ?? "";
});

const verifyWith = (json: string) =>
  verifyFile(
    html.replace(block, (_, open: string) => open + json.replaceAll("<", "\\u003c")),
    { file: "kent.html" },
  );

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every object and array in it, outermost first. */
function containersIn(value: Json): (Json[] | { [key: string]: Json })[] {
  if (value === null || typeof value !== "object") return [];
  return [value, ...Object.values(value).flatMap(containersIn)];
}

const hostile = fc.oneof(
  fc.constantFrom<Json[]>(null, true, -1, 0, 1e308, 1.5, "", "NaN", "latest", "__proto__", "constructor", [], {}, [[]]),
  fc.constantFrom<Json[]>(
    "kent",
    "essex",
    "rank",
    "share",
    "offences",
    "2018/19",
    "x".repeat(5000),
    "\u001b[31m\u0000",
  ),
  fc.json({ maxDepth: 2 }).map((json) => JSON.parse(json) as Json),
);
const key = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "parent",
  "kind",
  "at",
  "median",
  "among",
  "among",
  "id",
);

describe("what a file carries", () => {
  it("property: is never trusted, whatever is put into it", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(), hostile, fc.option(key)), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (changes, keepsHash) => {
          const data = JSON.parse(carried) as { [name: string]: Json };
          for (const [container, member, value, added] of changes) {
            const containers = containersIn(keepsHash ? (data.datasets as Json) : data);
            const chosen = containers[container % containers.length]!;
            const keys = Object.keys(chosen);
            const name = added ?? keys[member % Math.max(keys.length, 1)] ?? "0";
            Object.defineProperty(chosen, name, {
              value: structuredClone(value),
              enumerable: true,
              configurable: true,
              writable: true,
            });
          }
          const { verdict, findings } = await verifyWith(JSON.stringify(data));
          seen.add(verdict);
          for (const { message, code } of findings) {
            expect(message).not.toMatch(/undefined is not|Cannot read prop|is not a function|not iterable|call stack/);
            expect(code).not.toBe("");
          }
        },
      ),
      { numRuns: trials(800, 150) },
    );
    expect(seen).toEqual(new Set(["agrees", "differs", "cannot-tell"]));
  });

  it.each([
    ["too deep to be read", () => `{"version":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, "unreadable"],
    ["more than a file may carry", () => `{"version":"${"1".repeat(4_000_001)}"}`, "unreadable"],
    ["no JSON", () => "{", "unreadable"],
    ["of a later version", () => carried.replace('"version":1', '"version":2'), "unreadable"],
    ["without its figures", () => JSON.stringify({ ...JSON.parse(carried), figures: [] }), "figure-unrecorded"],
  ])("may be %s", async (_, json, code) => {
    const { findings } = await verifyWith(json());
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it("may have categories that are each other's parents, and claims of kinds that are none", async () => {
    const cyclic = carried
      .replace('"id":"kent","label":"Kent"', '"id":"kent","parent":"essex","label":"Kent"')
      .replace('"id":"essex","label":"Essex"', '"id":"essex","parent":"kent","label":"Essex"')
      .replaceAll('"kind":"change"', '"kind":"toString"');
    const { verdict, findings } = await verifyWith(cyclic);
    expect(verdict).toBe("differs");
    expect(findings).toContainEqual(expect.objectContaining({ code: "record-differs", id: "rise" }));
  });

  it("is printed without what a terminal would obey, and not at any length", async () => {
    const { findings } = await verifyWith(
      carried.replace(/("id":"figure","kind":"\w+"[^}]*"text":")/, `$1\\u001b[31m${"x".repeat(9999)}`),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) {
      expect(message).not.toMatch(/\p{Cc}/u);
      expect(message.length).toBeLessThan(500);
    }
  });
});

describe("a page that is hostile itself", () => {
  it.each([
    ["nested without end", () => `${"<div>".repeat(60_000)}${html}`],
    ["whose stylesheet is nested without end", () => html.replace("</style>", `${"a{".repeat(300_000)}</style>`)],
    ["of zeros", () => "\u0000".repeat(100_000)],
  ])("%s, ends in a verdict", async (_, page) => {
    expect((await verifyFile(page(), { file: "x.html" })).verdict).not.toBe("agrees");
  });
});
