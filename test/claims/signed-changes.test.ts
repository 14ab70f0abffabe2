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
