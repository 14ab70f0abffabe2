import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

test("a rate that is adjusted for age is told in no years, an age is", async () => {
  const { spec } = await guessOf(
    "Year,State,Age-adjusted Death Rate,Mean age\n2016,Alabama,55.5,40.1\n2016,Alaska,63.1,41.2\n2016,Arizona,56.2,39.4\n",
  );
  const [rate, age] = Object.values(spec.measures);
  expect(rate?.unit.other).toBe("(unit not stated)");
  expect(age?.unit.other).toBe("years");
});

test("offences against a code are counted, and number no rows", async () => {
  const { spec } = await guessOf(
    "Station,Thefts 2015,Thefts 2016,Social code offences 2015,Social code offences 2016\nArdee,12,20,30,41\nBray,22,31,12,19\nCavan,25,18,17,26\n",
  );
  expect(JSON.stringify(spec.layout?.ignore ?? [])).not.toContain("Social code");
});

test("what is national is no place among those of the nation", async () => {
  const { spec } = await guessOf(
    "Year,Area,VALUE\n2020,National,310000\n2020,Dublin,402000\n2020,Cork,305000\n2020,Galway,300000\n2020,Limerick,250000\n".replaceAll(
      "VALUE",
      "Mean price (euro)",
    ),
  );
  expect(spec.dimensions.area).toMatchObject({ role: "area", total: "national" });
});

test("the code of both sexes is the total of sexes, beside one of them or both", async () => {
  for (const [both, ...own] of [
    ["MF", "F"],
    ["FM", "F", "M"],
    ["T", "F", "M"],
  ]) {
    const rows = [2019, 2020, 2021].flatMap((year, at) =>
      [both, ...own].map(
        (sex, of) => `${year},${sex},${of === 0 ? 2011 + at * 37 : 1003 + at * 17 + of * (5 + at * 3)}`,
      ),
    );
    const { spec } = await guessOf(`year,sex,pupils\n${rows.join("\n")}\n`);
    expect(spec.dimensions.sex).toMatchObject({ total: both?.toLowerCase() });
  }
});

test("headings that cross two ways to divide the same are no units", async () => {
  const rows = ["Ain", "Cher", "Gers", "Lot", "Nord"].map(
    (name, at) => `2020,${name},${99 + at * 14},${60 + at * 9},${39 + at * 5}`,
  );
  const headings = ["Stage - Total Outcome - Total", "Stage - Total Not solved", "Stage - Total Solved"];
  const { spec } = await guessOf(`Year,Area,${headings.join(",")}\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(headings.map(() => "(unit not stated)"));
});

test("what stands in brackets before a year in brackets is the unit, of a density too", async () => {
  const rows = ["Aston,12.5,14.5", "Bray,3.4,17.5", "Cory,44.1,12.5", "Dene,1.1,21.5"];
  const headings = "Area,Density (number of persons per hectare) (2011),Gap (pounds) (2011)";
  const { spec } = await guessOf(`${headings}\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["persons per hectare", "pounds"]);
});
