import { expect, test } from "vitest";
import { createClaimEvaluator } from "../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";

const definition = defineDataset({
  title: "People on one day of each year",
  dimensions: { period: { role: "time", label: "Day" } },
  measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
  sources: { one: { title: "Figures", publisher: "An office", kind: "official-statistics" } },
});

const courseOf = async (figures: readonly number[], day = (year: number) => `${year}-06-30`) => {
  const rows = figures.map((people, at) => `${day(2015 + at)},${people}`);
  const csv = ["period,people", ...rows].join("\n");
  const dataset = (await readDataset(definition, { csv }, { id: "data" })) as unknown as Dataset;
  const words = createWords({ language: findLanguage("en", languages) });
  const evaluator = createClaimEvaluator(new Map([["data", dataset]]), words);
  const spec = { kind: "trend", dataset: "data", of: { measure: "people", at: {} }, from: "first", to: "latest" };
  return evaluator.evaluate("it", spec as never, "text").words.phrase;
};

test.each([3, 4, 5, 9])(
  "a low between two days that are much the same is said, of one day in each of %i years",
  async (years) => {
    const low = Math.floor(years / 2);
    const figures = Array.from({ length: years }, (_, at) => (at === low ? 78_000 : at === 0 ? 86_200 : 85_900 + at));
    const said = await courseOf(figures);
    expect(said).toContain("a low of 78,000");
    expect(said).not.toContain("changed little");
  },
);

test("days that are not the same in each year are told as before, by their ends", async () => {
  const said = await courseOf([86_200, 78_000, 85_900], (year) => `${year}-06-${year - 1990}`);
  expect(said).not.toContain("a low of");
});
