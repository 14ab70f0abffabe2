import { describe, expect, it } from "vitest";
import { createClaimEvaluator } from "../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";

const definition = defineDataset({
  title: "Figures of a test",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: {
    count: { label: "Count", unit: { one: "loan", other: "loans" }, statType: "count" },
    share: { label: "Share", unit: { one: "loan", other: "loans" }, statType: "share" },
  },
  sources: { one: { title: "Figures", publisher: "An office", kind: "official-statistics" } },
});
const csv = [
  "area,period,count,share",
  "Up,2020,100,10.0",
  "Up,2021,109,13.5",
  "Down,2020,100,20.0",
  "Down,2021,56,19.0",
  "Same,2020,100,5.0",
  "Same,2021,100,5.0",
  "Few,2020,14,5.0",
  "Few,2021,22,[c]",
].join("\n");

describe.each(["en", "cy"] as const)("changes with their sign, in %s", (lang) => {
  it.each([
    ["up", "count", "+9%", "9%"],
    ["down", "count", "−44%", "44%"],
    ["same", "count", "0%", "0%"],
    ["up", "share", lang === "en" ? "+3.5 percentage points" : "+3.5 pwynt canran", undefined],
    ["few", "share", "[c]", "[c]"],
    ["few", "count", lang === "en" ? "14 to 22" : "14 i 22", undefined],
  ] as const)("%s, of the %s: %s", async (area, measure, signed, value) => {
    const dataset = (await readDataset(definition, { csv }, { id: "data" })) as unknown as Dataset;
    const words = createWords({ language: findLanguage(lang, languages) });
    const evaluator = createClaimEvaluator(new Map([["data", dataset]]), words);
    const claim = evaluator.evaluate(
      "change",
      { kind: "change", dataset: "data", of: { measure, at: { area } }, from: "2020", to: "2021" },
      "table",
    );
    expect(claim.words.signed).toBe(signed);
    if (value !== undefined) expect(claim.words.value).toBe(value);
  });
});

/** Growth of an economy is told in percent, and is no share of anything. */
const growth = defineDataset({
  title: "Growth of a test",
  dimensions: { period: { role: "time", label: "Year" } },
  measures: { growth: { label: "Growth", unit: { one: "%", other: "%" }, statType: "mean" } },
  sources: { one: { title: "Figures", publisher: "An office", kind: "official-statistics" } },
});

describe("rates of growth differ by percentage points", () => {
  const said = async (spec: Record<string, unknown>) => {
    const dataset = (await readDataset(
      growth,
      { csv: "period,growth\n2018,2.0\n2019,1.6\n2020,1.3\n2021,0.4\n" },
      { id: "data" },
    )) as unknown as Dataset;
    const words = createWords({ language: findLanguage("en", languages) });
    const evaluator = createClaimEvaluator(new Map([["data", dataset]]), words);
    return evaluator.evaluate("it", { dataset: "data", of: { measure: "growth", at: {} }, ...spec } as never, "text");
  };

  it("in a change", async () => {
    const { words } = await said({ kind: "change", from: "2020", to: "2021" });
    expect(words.change).toBe("fell by 0.9 percentage points");
  });

  it("in a course", async () => {
    const { words } = await said({ kind: "trend", from: "2018", to: "2021" });
    expect(words.phrase).toContain("from 2.0% to 0.4%: by 1.6 percentage points in all");
  });
});
