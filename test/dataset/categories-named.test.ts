import { expect, test } from "vitest";
import {
  type Dataset,
  defineDataset,
  readDataset,
  recordReads,
  restoreDataset,
  tellQuestions,
} from "../../src/dataset/index.ts";

const definition = defineDataset({
  title: "Offences",
  dimensions: {
    area: {
      role: "area",
      label: "Police force",
      plural: "police forces",
      categories: [
        { id: "wight", label: "Isle of Wight", inText: "the Isle of Wight", locative: "on the Isle of Wight" },
        { id: "essex", label: "Essex" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
  translations: {
    cy: {
      dimensions: { area: { label: "Heddlu", categories: { wight: { label: "Ynys Wyth", inText: "Ynys Wyth" } } } },
    },
  },
});
const rows = [
  { area: "Isle of Wight", period: "2019", offences: 3 },
  { area: "Essex", period: "2019", offences: 4 },
];
const read = (): Promise<Dataset> => readDataset(definition, { rows }, { id: "offences" });
const labels = (dataset: Dataset, text: string) => dataset.categoriesNamed(text).map(({ label }) => label);

test("a text names categories by id, label, alias, or as a sentence has them", async () => {
  const dataset = await read();
  for (const text of ["wight", "Isle of Wight", "the Isle of Wight", "on the Isle of Wight"])
    expect(labels(dataset, text)).toEqual(["Isle of Wight"]);
  expect(labels(dataset, "2019")).toEqual(["2019"]);
  expect(labels(dataset, "the sea")).toEqual([]);
  expect(dataset.categoriesNamed("wight")).toBe(dataset.categoriesNamed("wight"));
});

test("in the language of the dataset that is asked, whatever was asked before", async () => {
  const dataset = await read();
  expect(labels(dataset, "wight")).toEqual(["Isle of Wight"]);
  const welsh = dataset.inLanguage({ lang: "cy", periodName: ({ label }) => label });
  expect(labels(welsh, "wight")).toEqual(["Ynys Wyth"]);
  expect(labels(dataset, "wight")).toEqual(["Isle of Wight"]);
});

test("and whoever watches a dataset is told what was looked up for it", async () => {
  const dataset = await read();
  dataset.categoriesNamed("Isle of Wight");
  const asked: unknown[] = [];
  tellQuestions(dataset, (question) => asked.push(question)).categoriesNamed("Isle of Wight");
  expect(asked).toContainEqual(["category", "area", "Isle of Wight"]);
  const recorded = recordReads(dataset);
  recorded.dataset.relativePeriods("offences");
  recorded.dataset.categoriesNamed("Isle of Wight");
  const excerpt = recorded.excerpt();
  expect(excerpt && labels(restoreDataset(excerpt), "Isle of Wight")).toEqual(["Isle of Wight"]);
});
