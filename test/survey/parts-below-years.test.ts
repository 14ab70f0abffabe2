import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const regions = "Norden,Suden,Westen,Osten";
const figures = (from: number) => [0, 1, 2, 3].map((at) => from + at * 113).join(",");
const parts = {
  months: ["January", "February", "March", "April", "May", "June"],
  quarters: ["Q1", "Q2", "Q3", "Q4"],
  "months in another language": ["Januar", "Februar", "März", "April", "Mai", "Juni"],
} as const;

describe("of years and the parts below each, which say no year, the years are read", () => {
  test.each(Object.entries(parts))("%s", async (_, names) => {
    const rows = [2019, 2020, 2021].flatMap((year) => [
      `${year},${figures(year * 7)}`,
      ...names.map((name, at) => `${name},${figures(year + at * 31)}`),
    ]);
    const { spec, dataset, remarks } = await guessOf([`Period,${regions}`, ...rows].join("\n"));
    expect(dataset?.periods().map(({ start }) => start.slice(0, 4))).toEqual(["2019", "2020", "2021"]);
    expect(spec.layout?.repeatedRows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(12);
    expect(remarks.get("layout.rows")).toContain("parts of the year above each");
  });
});

test("parts with a year of their own are read as they stand", async () => {
  const rows = [2019, 2020, 2021].flatMap((year) =>
    ["Q1", "Q2", "Q3", "Q4"].map((of) => `${year} ${of},${figures(year)}`),
  );
  const { spec, dataset } = await guessOf([`Period,${regions}`, ...rows].join("\n"));
  expect(dataset?.periods()).toHaveLength(12);
  expect(spec.layout?.rows).toBeUndefined();
});
