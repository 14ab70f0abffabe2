import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const table = ["Region,Referrals", "Northshire,312", "Southshire,287", "Eastshire,455", "Westshire,190", ""];

test.each([
  ["1. Figures are for the year ending 31 March 2023.", "year ending 31 March 2023"],
  ["Figures relate to 2021/22.", "2021/22"],
  ["Data as at 31 December 2022", "31 December 2022"],
  ["Reporting period: 2022", "2022"],
])("the one period of a table may be told below it: %s", async (line, label) => {
  const { spec, remarks } = await guessOf([...table, line, "Source: Example Office", ""].join("\n"));
  expect(spec.dimensions.period?.role).toBe("time");
  expect(spec.layout?.dimensions?.period).toEqual({ value: label });
  expect(remarks.get("layout.dimensions.period")).toContain("Guessed from a line below the table");
});

test.each([
  "Figures were published in March 2023.",
  "Figures are revised in line with the 2021 Census.",
  "Boundaries are those of 2019.",
])("a year below a table is that of its figures only where it says so: %s", async (line) => {
  const { spec } = await guessOf([...table, line, ""].join("\n"));
  expect(spec.dimensions.period).toBeUndefined();
});

test("a weight in its unit is no window of days", async () => {
  const rows = [2020, 2021, 2022].map((year, at) => `${year},${100 + at * 7}`);
  const { remarks } = await guessOf(["Year,Wheat (1000 t)", ...rows, ""].join("\n"));
  expect([...remarks.values()].join(" ")).not.toContain("days or months");
});
