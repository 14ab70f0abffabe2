import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";

test("what stands before a note on the data is no title of it", () => {
  const titles = ["Data Source", "Population estimates and projections", "Last Updated Date", "2023-12-20"];
  expect(titleOf("popdata.csv", { titles })).toBe("Population estimates and projections");
});

test("a title that says that it is a table's goes before what is said above it, and a formula is none", () => {
  const titles = [
    "3. Percentage of people with a positive result - out of those with a final result.",
    "Number of people invited with a positive result        x 100",
    "Number of people invited with a final result",
    "Table 3 Percentage of people with a positive result, by board and sex",
  ];
  expect(titleOf("kpi.xlsx", { titles })).toBe("Percentage of people with a positive result, by board and sex");
  expect(titleOf("kpi.xlsx", { titles: titles.slice(1, 3) })).toBe("Number of people invited with a final result");
});
