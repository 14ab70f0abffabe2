import { expect, test } from "vitest";
import { compileChart, rankingSpec } from "../../src/charts/index.ts";
import type { FieldMeaning } from "../../src/charts/scene-reading/field-meaning.ts";
import { figureReadsAs } from "../../src/charts/scene-reading/figure-reads-as.ts";
import { readsAs, writtenFigures } from "../../src/charts/scene-reading/written-figure.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { fonts } from "./chart-fonts.ts";

/** What a text of a chart says, against the figure that it stands for. */
const signs = { decimal: ".", thousands: ",", magnitudes: { million: 1e6 } };
const unit: FieldMeaning = {
  unit: "number",
  decimals: 0,
  additive: true,
  own: ["Spending in £"],
  others: [],
  label: "Spending",
  otherLabels: [],
  addsOver: () => true,
  spanMonths: () => undefined,
  isSigned: false,
};

const says = (text: string, value: number, of: Partial<FieldMeaning> = {}) =>
  writtenFigures(text, signs).map((figure) =>
    readsAs(figure, value, { fields: ["n"], meaningOf: () => ({ ...unit, ...of }) }),
  );

test.each<[string, number, Parameters<typeof says>[2]]>([
  ["1,274", 1274, {}],
  ["−12", -12, {}],
  ["-12", -12, {}],
  ["1.3k", 1274, {}],
  ["1.27M", 1_274_000, {}],
  ["12.7e2", 1274, {}],
  ["£114", 114, {}],
  ["0.1", 0.3 - 0.2, { decimals: 1 }],
  ["14.2", 14.23, { decimals: 1 }],
  ["5", 5.2, { decimals: 0 }],
  ["0.05", 0.0512, { decimals: 2 }],
  ["34%", 0.34, { unit: "percent", decimals: 2 }],
  ["34%", 34, { unit: "percentage" }],
  // One digit is all that a whole per cent has.
  ["3%", 0.034, { unit: "percent", decimals: 2 }],
  ["£114", 114, { own: ["Spending", "£", "pounds"] }],
  ["340‰", 0.34, { unit: "percent", decimals: 2 }],
  ["341 ‰", 34.1, { unit: "percentage", decimals: 1 }],
  ["3‰", 0.0031, { unit: "percent", decimals: 3 }],
  ["12‰", 12, { own: ["per 1,000 children"] }],
  ["12‰", 12, { own: ["cases ‰"] }],
  ["0", 0, {}],
])("%s says %d", (text, value, of) => {
  expect(says(text, value, of)).toEqual([true]);
});

test.each<[string, number, Parameters<typeof says>[2]]>([
  ["1,275", 1274, {}],
  ["12", -12, {}],
  ["+12", -12, {}],
  // One digit of many is another number.
  ["1k", 1274, {}],
  ["1M", 1_274_000, {}],
  ["0.05", 0.0512, { decimals: 3 }],
  ["0.01", 0.0149, { decimals: 3 }],
  ["14", 14.6, { decimals: 1 }],
  ["$114", 114, {}],
  ["34%", 34, {}],
  ["34%", 0.34, { unit: "percentage" }],
  ["34%", 34, { unit: "percent", decimals: 2 }],
  ["3%", 0.34, { unit: "percent", decimals: 2 }],
  ["34‰", 34, {}],
  ["34‰", 0.34, { unit: "percent", decimals: 2 }],
  ["34‰", 34, { unit: "percentage" }],
  ["34%", 34, { own: ["per 1,000 children"] }],
  ["34‰", 34, { own: ["per 10,000 children"] }],
  ["34‰", 34, { own: ["per 1,000,000 children"] }],
])("%s does not say %d", (text, value, of) => {
  expect(says(text, value, of)).toEqual([false]);
});

test("what is no number in the signs of the language says none, and a letter of a word is no prefix", () => {
  expect(writtenFigures("1.2.3 or version 1.2.3", signs)).toEqual([]);
  expect(writtenFigures("12 marks, 3 Months, 4km", signs).map(({ value }) => value)).toEqual([12, 3, 4]);
  expect(writtenFigures("From 3k to 4T", signs).map(({ value }) => value)).toEqual([3000, 4e12]);
});

test("a word that multiplies is read with its number", () => {
  const [figure] = writtenFigures("about 1.2 million in all", signs);
  expect([figure?.value, figure?.multiplied?.value]).toEqual([1.2, 1_200_000]);
  // It says what rounds to it.
  const reads = (value: number) =>
    figure?.multiplied && readsAs(figure.multiplied, value, { fields: ["n"], meaningOf: () => unit });
  expect([1_160_000, 1_240_000, 1_140_000, 1_260_000].map(reads)).toEqual([true, true, false, false]);
});

test("a text says a value if one of its figures does, or it has none", () => {
  const words = createWords({ language: findLanguage("en-GB") });
  const reads = (text: string) => figureReadsAs(text, { value: 34, field: "n", meaningOf: () => unit, words });
  expect(reads("34 of 120")).toBe(true);
  expect(reads("120, and 34 more")).toBe(true);
  expect(reads("35 of 120")).toBe(false);
  expect(reads("hidden")).toBe(true);
});

test("a dollar of a format is written as one, whatever the language", async () => {
  for (const lang of ["en-GB", "cy-GB"]) {
    const words = createWords({ language: findLanguage(lang) });
    const spec = rankingSpec({ category: "area", value: "n", format: "$,.0f" });
    const chart = await compileChart({ id: "chart", spec, fonts, words });
    const { texts } = await chart.render([{ area: "Kent", n: 7386, state: "value" }]);
    expect(texts).toContain("$7,386");
  }
});
