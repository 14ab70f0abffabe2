import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { sumsThatTell } from "../../src/survey/sums/sums-together.ts";
import { guessOf } from "./guess-of.ts";

const spec: DatasetSpec = {
  title: "Injuries",
  dimensions: { area: { role: "area", label: "Area" } },
  measures: { injuries: { label: "Injuries", unit: { one: "injury", other: "injuries" }, statType: "count" } },
  sources: { office: { title: "Injuries", publisher: "Office", kind: "official-statistics" } },
};

/** What is said of a region and its three places, one of which is hidden, among so many others. */
async function tellingAmong(others: number) {
  const rows = [
    { area: "Northside", injuries: 62 },
    { area: "Alder", injuries: 41 },
    { area: "Birch", injuries: 3 },
    { area: "Cedar", injuries: 18 },
    ...Array.from({ length: others }, (_, at) => ({ area: `Place ${at}`, injuries: 1000 + 7 * at })),
  ];
  const dataset = await readDataset(defineDataset(spec), { rows }, { id: "data" });
  const isShown = ({ area }: { area: string }) => area !== "Birch";
  const shown = await readDataset(defineDataset(spec), { rows: rows.filter(isShown) }, { id: "data" });
  const sum = { whole: "northside", parts: ["alder", "birch", "cedar"], dimension: "area", isDeclared: false };
  return sumsThatTell({ dataset, shown, spec: { ...spec, layout: { dimensions: { area: "Area" } } }, sums: [sum] });
}

test("a row that tells a hidden count is found, and nothing is said of a search that came to its end", async () => {
  expect(await tellingAmong(20)).toEqual({ rows: new Map([["area", ["northside"]]]), cut: undefined });
});

test("of more figures than are looked at it is said that they are not", async () => {
  expect(await tellingAmong(700)).toEqual({
    rows: new Map(),
    cut: "704 figures, 1 of them small counts that are hidden",
  });
});

test("what is left out as a sum that may be chance is named, and said to be no more than that", async () => {
  const rows = ["Northside,64", "Alder,61", "Birch,c", "Cedar,231", "Damson,118"];
  const { spec: guessed, remarks } = await guessOf(`Area,Children injured\n${rows.join("\n")}\n`);
  const left = guessed.layout?.rows?.except?.Area ?? [];
  expect(left.length).toBeGreaterThan(0);
  for (const name of left) expect(remarks.get("layout.rows")).toContain(`"${name}"`);
  expect(remarks.get("layout.rows")).toContain("may be the sums of some of the others");
});
