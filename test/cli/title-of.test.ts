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

test("what a colour stands for is no title, and a survey of people of an age is one", () => {
  const legend = ["Board did not partake in survey", "Number examined too small (below 30) for robust estimate"];
  const titles = [...legend, "5-year-old Survey 2011/12 - Local Authority Data", "Based on fewer than 30 volunteers"];
  expect(titleOf("teeth.xlsx", { titles })).toBe("5-year-old Survey 2011/12 - Local Authority Data");
  expect(titleOf("teeth.xlsx", { titles: legend })).toBe("Teeth");
  expect(titleOf("a.csv", { titles: ["Adults who did not take part in sport"] })).toMatch(/^Adults who did not/u);
});

test("a title has no remark on a line of its own below it, however long that is", () => {
  const remark = `(Figures are ${"provisional, and ".repeat(9)}may change)`;
  expect(titleOf("a.xlsx", { titles: [`Victims of offences in Norland, \nby province\n${remark}`] })).toBe(
    "Victims of offences in Norland, by province",
  );
});

test("letters of East Asia make a title without capitals and gaps, and no source or unit", () => {
  const titles = ["単位：人", "資料：町の統計課による人口の調査", "市区町村別の将来の老年人口"];
  expect(titleOf("48.xls", { titles })).toBe("市区町村別の将来の老年人口");
  expect(titleOf("teeth.xls", { titles: titles.slice(0, 2) })).toBe("Teeth");
});
