import { type BriefingSpec, defineBriefing, defineDataset } from "briefwright";
import { describe, expect, it } from "vitest";
import { codesOf, diagnosticsOf } from "../support/diagnostics-of.ts";

const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "Ministry", kind: "official-statistics" } },
});

const saidOf = (parts: object) =>
  codesOf(
    diagnosticsOf(() => {
      const spec = { title: "T", lang: "en-GB", datasets: { cases }, claims: () => ({}), template: "t.hbs", ...parts };
      defineBriefing(spec as unknown as BriefingSpec);
    }),
  );

const parameter = (dataset: string, dimension: string) => ({ kind: "category", dataset, dimension });

describe("the definition of a briefing", () => {
  it.each<[code: string, wrong: object, mended: object]>([
    ["unknown-attachment", { attach: ["dta"] }, { attach: ["data"] }],
    ["unknown-dataset", { parameters: { area: parameter("case", "area") } }, {}],
    [
      "unknown-dimension",
      { parameters: { area: parameter("cases", "aera") } },
      { parameters: { area: parameter("cases", "area") } },
    ],
    [
      "name-taken",
      { parameters: { cases: parameter("cases", "area") } },
      { parameters: { area: parameter("cases", "area") } },
    ],
  ])("%s goes when it is mended", (code, wrong, mended) => {
    expect(saidOf(wrong)).toEqual([code]);
    expect(saidOf(mended)).toEqual([]);
  });
});
