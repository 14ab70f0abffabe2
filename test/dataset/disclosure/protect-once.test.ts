import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

const unit = { one: "case", other: "cases" };
const specOf = (title: string, to: number): DatasetSpec => ({
  title,
  dimensions: { area: { role: "area", label: "Area", total: "all" } },
  measures: { cases: { label: "Cases", unit, statType: "count" } },
  sources: { p: { title: "T", publisher: "P", kind: "official-statistics" } },
  layout: { dimensions: { area: "area" }, measures: { cases: "cases" } },
  disclosure: { profile: { hide: { from: 1, to } } },
});
const csv = "area,cases\nAll,65\nAshby,3\nBirch,12\nColdfell,20\nDunmarsh,30\n";
const hiddenIn = async (spec: DatasetSpec, text: string) => {
  const { observations } = await readDataset(defineDataset(spec), { csv: text }, { id: "cases" });
  return observations.flatMap(({ at, cell }) => (cell.state === "suppressed" ? [at.area] : []));
};

test("the same rows are protected in the same way again, and others as they are", async () => {
  const spec = specOf("Cases", 4);
  const first = await readDataset(defineDataset(spec), { csv }, { id: "cases" });
  const again = await readDataset(defineDataset(spec), { csv }, { id: "others" });
  expect(again.observations).toEqual(first.observations);
  expect(again.disclosure).toEqual(first.disclosure);
  expect(again.columns).toBe(first.columns);
  expect(await hiddenIn(spec, csv.replace("Ashby,3", "Ashby,5").replace("65", "67"))).toEqual([]);
  expect(await hiddenIn(specOf("Cases", 2), csv)).toEqual([]);
  expect(await hiddenIn(spec, csv.replaceAll("Ashby", "Aston"))).toContain("aston");
});

test("what had to be said is said of each dataset by its own name", async () => {
  const spec = { ...specOf("Cases", 4), disclosure: { profile: { hide: { from: 1, to: 25 } } } } as DatasetSpec;
  const few = "area,cases\nAll,65\nAshby,3\nBirch,12\nColdfell,20\nDunmarsh,30\n";
  const [one, other] = [
    await readDataset(defineDataset(spec), { csv: few }, { id: "one" }),
    await readDataset(defineDataset(spec), { csv: few }, { id: "other" }),
  ];
  expect(one.diagnostics.length).toBeGreaterThan(0);
  expect(other.diagnostics.map(({ message }) => message)).toEqual(one.diagnostics.map(({ message }) => message));
});
