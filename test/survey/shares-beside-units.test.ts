import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Kent", "Essex", "Devon", "Surrey", "Dorset", "Norfolk"];
const csv = (of: readonly (readonly [indicator: string, measure: string, unit: string])[]) =>
  [
    "area,year,indicator,measure,unit,value",
    ...of.flatMap(([indicator, measure, unit], which) =>
      areas.flatMap((area, at) =>
        ["2021", "2022"].map((year) => `${area},${year},${indicator},${measure},${unit},${31 + at * 3 + which * 2}.4`),
      ),
    ),
  ].join("\n");
const measuresOf = async (of: Parameters<typeof csv>[0]) => Object.values((await guessOf(csv(of))).spec.measures);

test("what a column says are percentages are so, whatever a column beside it says that they are of", async () => {
  expect(
    await measuresOf([
      ["Glass recycled", "Percentage", "Waste"],
      ["Paper recycled", "Proportion", "Percent"],
    ]),
  ).toMatchObject([
    { label: "Glass recycled", unit: { other: "%" }, statType: "share" },
    { label: "Paper recycled", unit: { other: "%" }, statType: "share" },
  ]);
});

test("and a unit that everybody knows stays", async () => {
  const [glass] = await measuresOf([
    ["Glass recycled", "Percentage", "tonnes"],
    ["Paper recycled", "Proportion", "Percent"],
  ]);
  expect(glass).toMatchObject({ unit: { other: "tonnes" } });
});
