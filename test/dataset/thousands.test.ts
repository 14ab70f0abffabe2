import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";

const children = (more: Partial<DatasetSpec>, statType: "count" | "mean" = "count") =>
  defineDataset({
    title: "Children in care",
    dimensions: { area: { role: "area", label: "Area" } },
    measures: {
      children: { label: "Children", unit: { one: "child", other: "children" }, statType, thousands: true },
    },
    sources: { office: { title: "Children in care", publisher: "Office", kind: "official-statistics" } },
    ...more,
  });

const read = async (figures: readonly string[], more: Partial<DatasetSpec> = {}) => {
  const csv = ["area,children", ...figures.map((figure, row) => `Area ${row},${figure}`)].join("\n");
  const { observations } = await readDataset(children(more), { csv, file: "care.csv" }, { id: "care" });
  return observations.map(({ cell }) => (cell.state === "value" ? cell.value : cell.state));
};

test("counts in thousands are read as the counts that they are, to the last one", async () => {
  expect(await read(["0.003", "1.2", "0", '"1,204.7"', "[c]"])).toEqual([3, 1200, 0, 1_204_700, "suppressed"]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 }),
      async (all) => {
        expect(await read(all.map((each) => (each / 1000).toFixed(3)))).toEqual(all);
      },
    ),
    { numRuns: 50 },
  );
});

test("small counts in thousands are hidden", async () => {
  const figures = ["0.003", "0.112", "0.002", "0.093", "0.057"];
  expect(await read(figures, { disclosure: { profile: { hide: { from: 1, to: 4 } } } })).toEqual([
    "suppressed",
    112,
    "suppressed",
    93,
    57,
  ]);
});

test("a part of one that is counted is refused", async () => {
  await expect(read(["0.0035"])).rejects.toThrow(/a count has to be a whole number/u);
});

test("figures that are no counts are read from no thousands", async () => {
  const { diagnostics } = await failureOf(() => children({}, "mean"));
  expect(diagnostics.map(({ code }) => code)).toEqual(["thousands-of-no-count"]);
});
