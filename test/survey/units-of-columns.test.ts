import { expect, test } from "vitest";

import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { restrictionsOf, surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const areas = ["Norland", "Aldford", "Birwick", "Caston"];
const table = (name: string, unit: string, note: (year: number) => string = () => "NA") =>
  [
    "Ind_name,Area_name,Year,Age,Value,Sample_size,Unit,Value_note",
    ...areas.flatMap((area, at) =>
      [2019, 2020, 2021, 2022].map(
        (year) =>
          `${name},${area},${year},NA,${(3.0417 + at * 0.217 + (year % 7) * 0.0513).toFixed(4)},${1200 * (at + 1) + year},${unit},${note(year)}`,
      ),
    ),
  ].join("\n");

test("what a column says of the unit is the unit, whatever the figures are called, and of no sample", async () => {
  const { spec, remarks } = await guessOf(table("Spread of earnings", "Ratio"), { title: "Spread of earnings" });
  expect(spec.measures).toMatchObject({
    spreadOfEarnings: { unit: { other: "(ratio)" }, statType: "quantity" },
    sampleSize: { statType: "count" },
  });
  expect(spec.measures.spreadOfEarnings).not.toHaveProperty("additive");
  expect(remarks.get("measures.spreadOfEarnings.unit")).toContain("say of what to what");
  expect(remarks.get("measures.sampleSize.unit")).not.toContain("money");
});

test("a ratio of a distribution keeps its name, and its years are provisional that remarks call so", async () => {
  const content = table("Distribution of earnings", "Ratio", (year) => (year === 2022 ? "Provisional data" : "NA"));
  const { spec } = await guessOf(content, { title: "Distribution of earnings" });
  expect(Object.keys(spec.measures)).toEqual(["distributionOfEarnings", "sampleSize"]);
  expect(spec.dimensions).toMatchObject({ year: { statuses: { 2022: "provisional" } } });
});

test("what does not apply to any row, and the name of a measure, restrict no title", async () => {
  const [sheet] = await readSheets(table("Spread of earnings", "Ratio"), {
    file: "figures.csv",
    diagnostics: createDiagnostics(),
  });
  const survey = sheet && surveyTable(sheet);
  expect(survey && restrictionsOf(survey)).toEqual([]);
});
