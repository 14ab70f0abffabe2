import {
  count,
  defineBriefing,
  defineDataset,
  type Edition,
  formatEdition,
  generateBriefing,
  generateBriefings,
  planBriefings,
} from "briefwright";
import { describe, expect, test } from "vitest";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";

const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", total: "All" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

const briefing = defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({ own: count(cases, { area }) }),
  template: { file: "cases.hbs", text: '<h1>{{title}}</h1>{{#known}}<p>{{claim "own"}}</p>{{/known}}' },
});

const first = { cases: { csv: "area,cases\nAll,42\nAsh,3\nBirch,9\nCedar,30\n" } };
const second = { cases: { csv: "area,cases\nAll,53\nAsh,14\nBirch,9\nCedar,30\n" } };

describe("a briefing after another edition of it", () => {
  test("is protected against readers of both, one or many", async () => {
    const birch = { parameters: { area: "Birch" }, formats: ["html"] } as const;
    const { edition } = await generateBriefing(briefing, { data: first, ...birch });
    const previous = [JSON.parse(formatEdition(edition as Edition)) as Edition];
    expect((await generateBriefing(briefing, { data: second, ...birch })).html).toContain("9 cases");
    const next = await generateBriefing(briefing, { data: second, previous, ...birch });
    expect(next.html).not.toContain("9 cases");
    const batch = { data: second, previous, each: "area", formats: ["html"] } as const;
    const plan = await planBriefings(briefing, batch);
    expect(plan.edition).toEqual(next.edition);
    expect(plan.briefings.map((each) => (each.status === "planned" ? each.hidden : -1))).toEqual([1, 1, 0]);
    for await (const result of generateBriefings(briefing, batch)) {
      if (result.status === "failed") throw new Error("A briefing failed.");
      expect(result.html.includes("cases</")).toBe(result.name === "cedar");
    }
  });

  test("takes editions, and says so", async () => {
    const request = { data: first, parameters: { area: "Ash" }, formats: ["html"] } as const;
    const wrong = { ...request, previous: "published" as unknown as readonly Edition[] };
    expect(await laterDiagnosticsOf(() => generateBriefing(briefing, wrong))).toMatchObject([
      { code: "invalid-request", message: expect.stringContaining("readEdition") },
    ]);
  });
});
