import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

/** A table over several pages, whose headings stand in rows above each other, as tax offices print them: regions between the rows of years. */
const page = (isFirst: boolean, ...blocks: readonly string[]): readonly string[] => [
  "2.2,Number of taxpayers by rate and region,,,",
  ",2009-10 to 2015-16,,,",
  ...(isFirst ? [] : ["continued,,,,"]),
  "Government region,,,Numbers: thousands,",
  ",All,Basic,Males,Under",
  "Year,taxpayers,band,,65's",
  ",,,,",
  ...blocks,
];
const years = ["2009-10", "2010-11 (a)", "2011-12", "2012-13", "2013-14 (8)", "2014-15 (8,9,10)", "2015-16"];
const block = (region: string, start: number): readonly string[] => [
  `${region},,,,`,
  ...years.map(
    (year, at) => `"${year}",${start + at * 7},${start - 90 + at * 5},${Math.round(start / 2) + at},${start - 20 - at}`,
  ),
  ",,,,",
];

test("headings in several rows, and again on each page, are those of one table with a region in each block", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      ...page(true, ...block("North East", 1090), ...block("North West", 3080)),
      ...page(false, ...block("London", 4310), ...block("South West", 2420)),
      "Source: Survey of incomes,,,Table updated May 2018,",
      ",,,,",
      "Key,,,,",
      ". not applicable,,,,",
    ),
  );
  expect(Object.values(spec.measures).map(({ label, unit }) => [label, unit.other])).toEqual([
    ["All taxpayers", "thousand taxpayers"],
    ["Basic band", expect.stringContaining("thousand")],
    ["Males", "thousand males"],
    ["Under 65's", expect.stringContaining("thousand")],
  ]);
  expect(dataset?.periods()).toHaveLength(years.length);
  expect(dataset?.periods().at(-1)).toMatchObject({ format: "financial-year", start: "2015-04-01" });
  const region = Object.keys(spec.dimensions).find((id) => spec.dimensions[id]?.role === "area") ?? "";
  expect(dataset?.categories(region).map(({ label }) => label)).toEqual([
    "North East",
    "North West",
    "London",
    "South West",
  ]);
  expect(dataset?.observations).toHaveLength(years.length * 4 * 4);
});
