import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

const months = ["2020-01", "2020-02", "2020-03", "2020-04", "2020-05", "2020-06", "2020-07", "2020-08", "2020-09"];
const cases = [12, 17, 3, 22, 9, 14, 31, 8, 26];
const unit = { one: "case", other: "cases" };
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

const others: Readonly<Record<string, (index: number) => number | string>> = {
  "the month before": (index) => cases[index - 1] ?? "",
  "the year to date": (index) => sum(cases.slice(0, index + 1)),
  "three months": (index) => (index < 2 ? "" : sum(cases.slice(index - 2, index + 1))),
};

const specOf = (other: Partial<DatasetSpec["measures"][string]>): DatasetSpec => ({
  title: "Cases",
  dimensions: { month: { role: "time", label: "Month" } },
  measures: {
    cases: { label: "Cases", unit, statType: "count" },
    other: { label: "Other", unit, statType: "count", ...other },
  },
  sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

for (const [name, of] of Object.entries(others)) {
  test(`a hidden count is not told by a column of ${name}`, async () => {
    const csv = ["month,cases,other", ...months.map((month, at) => `${month},${cases[at]},${of(at)}`)].join("\n");
    for (const additive of [true, false]) {
      await expect(readDataset(defineDataset(specOf({ additive })), { csv }, { id: "cases" })).rejects.toMatchObject({
        diagnostics: [{ code: "undeclared-sum", source: { field: "measures.other" } }],
      });
    }
  });
}

test("counts by age and counts by sex of one dataset may give each other away", async () => {
  const areas = ["Ashby", "Birch", "Coldfell", "Dunmarsh", "Eastry"];
  const [young, old, boys] = [
    [2, 15, 22, 17, 9],
    [31, 28, 19, 40, 33],
    [20, 25, 24, 30, 19],
  ];
  const rows = areas.flatMap((area, at) => {
    const girls = (young[at] ?? 0) + (old[at] ?? 0) - (boys[at] ?? 0);
    return [
      `${area},Under 12,Boys,${young[at]},${boys[at]}`,
      `${area},Under 12,Girls,${young[at]},${girls}`,
      `${area},12 to 17,Boys,${old[at]},${boys[at]}`,
      `${area},12 to 17,Girls,${old[at]},${girls}`,
    ];
  });
  const input = { csv: ["area,age,sex,byAge,bySex", ...rows].join("\n") };
  const spec: DatasetSpec = {
    ...specOf({}),
    dimensions: {
      area: { role: "area", label: "Area" },
      age: { role: "category", label: "Age" },
      sex: { role: "category", label: "Sex" },
    },
    measures: {
      byAge: { label: "By age", unit, statType: "count", dimensions: ["area", "age"] },
      bySex: { label: "By sex", unit, statType: "count", dimensions: ["area", "sex"] },
    },
  };
  await expect(readDataset(defineDataset(spec), input, { id: "cases" })).rejects.toMatchObject({
    diagnostics: [{ code: "common-margin" }],
  });
  const knownTotals = ["byAge", "bySex"].map((measure) => ({ measure, by: ["area"] }));
  const declared = { ...spec, disclosure: { profile: { hide: { from: 1, to: 4 } }, knownTotals } };
  const dataset = await readDataset(defineDataset(declared), input, { id: "cases" });
  const hidden = dataset.observations.filter(({ cell }) => cell.state === "suppressed");
  expect(hidden.map(({ measure, at }) => `${measure} ${at.area}`)).toEqual(["byAge ashby", "byAge ashby"]);
});

test("a hidden count is not told by a total that stands in each row of its parts", async () => {
  const parts = [
    [2, 31],
    [15, 28],
    [22, 19],
  ];
  const rows = parts.flatMap(([young = 0, old = 0], at) => [
    `Under 12,${months[at]},${young},${young + old}`,
    `12 to 17,${months[at]},${old},${young + old}`,
  ]);
  const input = { csv: ["age,month,cases,other", ...rows].join("\n") };
  const spec = (other: object): DatasetSpec => ({
    ...specOf(other),
    dimensions: { age: { role: "category", label: "Age" }, month: { role: "time", label: "Month" } },
  });
  await expect(readDataset(defineDataset(spec({})), input, { id: "cases" })).rejects.toMatchObject({
    diagnostics: [{ code: "undeclared-sum", source: { field: "measures.other" } }],
  });
  const declared = { ...spec({ dimensions: ["month"] }), sums: [{ whole: "other", parts: ["cases"] }] };
  const { observations } = await readDataset(defineDataset(declared), input, { id: "cases" });
  expect(observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(2);
});
