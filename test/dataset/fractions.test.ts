import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";

const shares = (fractions?: boolean, statType: "share" | "mean" = "share") =>
  defineDataset({
    title: "Solved",
    dimensions: { area: { role: "area", label: "Police force" } },
    measures: {
      solved: {
        label: "Solved",
        unit: { one: "%", other: "%" },
        statType,
        ...(fractions !== undefined && { fractions }),
      },
    },
    sources: { home: { title: "Outcomes", publisher: "Home Office", kind: "official-statistics" } },
  });

const read = async (figures: readonly string[], fractions?: boolean) => {
  const csv = ["area,solved", ...figures.map((figure, row) => `Area ${row},${figure}`)].join("\n");
  const dataset = await readDataset(shares(fractions), { csv, file: "solved.csv" }, { id: "solved" });
  return {
    values: dataset.observations.map(({ cell }) => (cell.state === "value" ? cell.value : cell.state)),
    codes: dataset.diagnostics.map(({ code }) => code),
  };
};

test("fractions are read as the percentages that they are, to the last digit", async () => {
  expect(await read(["0.0785", "1", "0", "7.9%", "[c]"], true)).toEqual({
    values: [7.85, 100, 0, 7.9, "suppressed"],
    codes: [],
  });
  const thousandths = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(thousandths, async (all) => {
      const fractions = await read(
        all.map((each) => (each / 1000).toFixed(3)),
        true,
      );
      const percentages = await read(
        all.map((each) => (each / 10).toFixed(1)),
        false,
      );
      expect(fractions.values).toEqual(percentages.values);
    }),
  );
});

test("a share whose figures are all between 0 and 1 is warned of, until somebody says what they are", async () => {
  const looksLikeFractions = ["0.2", "0.35", "1", "[x]"];
  expect(await read(looksLikeFractions)).toMatchObject({
    values: [0.2, 0.35, 1, "missing"],
    codes: ["fractions-as-percentages"],
  });
  for (const said of [true, false]) expect((await read(looksLikeFractions, said)).codes).toEqual([]);
  for (const others of [
    ["0.2", "0.35", "1.1"],
    ["0.2%", "0.3%", "0.4%"],
    ["0", "1", "1"],
    ["0.2", "0.3"],
  ])
    expect((await read(others)).codes, others.join(" ")).toEqual([]);
});

test("nothing but a share is of fractions", async () => {
  const { diagnostics } = await failureOf(() => shares(true, "mean"));
  expect(diagnostics.map(({ code, source }) => [code, source?.field])).toEqual([
    ["fractions-of-no-share", "measures.solved.fractions"],
  ]);
});
