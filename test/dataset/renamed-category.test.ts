import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";

const rows = ["Alder Borough", "Birch"].flatMap((area) =>
  ["2020", "2021"].map((year, index) => ({ area, year, cases: 40 + index })),
);

const counts = (aliases: Readonly<Record<string, string>>, own: Partial<DatasetSpec> = {}) =>
  defineDataset({
    title: "Cases",
    dimensions: { area: { role: "area", label: "Area", aliases }, year: { role: "time", label: "Year" } },
    measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
    sources: { made: { title: "Cases", publisher: "Nobody", kind: "other" } },
    ...own,
  } as DatasetSpec);

describe.each([
  ["plain counts", {}],
  ["protected counts", { disclosure: { profile: { hide: { from: 1, to: 4 } } } }],
])("an alias of what the data no longer has, among %s", (_, own) => {
  test.each([
    ["an id: the area keeps it, and is called as the data calls it", "alder", "Alder Borough"],
    ["a label: the area is called so", "Alder", "Alder"],
  ])("%s", async (_, meant, label) => {
    const dataset = await readDataset(counts({ "Alder Borough": meant }, own), { rows }, { id: "cases" });
    expect(dataset.category("area", "alder")).toMatchObject({ id: "alder", label, inText: label });
    expect(dataset.where({ area: "Alder Borough", year: "2021" })).toMatchObject([{ area: label, cases: 41 }]);
  });
});
