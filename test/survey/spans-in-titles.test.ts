import { expect, test } from "vitest";
import { titleSaid } from "../../src/survey/index.ts";
import { guessOf } from "./guess-of.ts";

const areas = ["Kent", "Essex", "Devon", "Surrey", "Dorset", "Norfolk"];
const periodsBelow = async (title: string) => {
  const csv = `${title}\n\nArea,Rents\n${areas.map((area, at) => `${area},${740 + at * 90}`).join("\n")}\n`;
  const { dataset } = await guessOf(csv, { title });
  return dataset?.periods().map(({ start, endExclusive }) => `${start} up to ${endExclusive}`);
};

test.each([
  ["Rents recorded between 1 October 2021 to 30 September 2022 by area", "2021-10-01 up to 2022-10-01"],
  ["Rents recorded from 1 April 2021 to 30 June 2021 by area", "2021-04-01 up to 2021-07-01"],
  ["Rents, April 2021 to June 2021", "2021-04-01 up to 2021-07-01"],
  ["Rents recorded in 2021 Quarter 3 by area", "2021-07-01 up to 2021-10-01"],
  ["Rents in 2021 may be revised by area", "2021-01-01 up to 2022-01-01"],
  ["Rents, 31 March 2021, by area", "2021-03-31 up to 2021-04-01"],
])("all days that a title says its figures are of are their period: %s", async (title, period) => {
  expect(await periodsBelow(title)).toEqual([period]);
});

test.each(["Rents in week 12 of 2021 by area", "Rents in the first half of 2021 by area"])(
  "a year is no period of figures where its title says a part of it that is not read: %s",
  async (title) => {
    expect(await periodsBelow(title)).toEqual([]);
  },
);

test("figures of several years have no period of a title", async () => {
  expect(await periodsBelow("Rents recorded from 1 October 2018 to 30 September 2022 by area")).toEqual([]);
});

test.each([
  ["New planting, April 2010 to September 2018, by area (Notes 1,4)", "April 2010 to September 2018"],
  ["Rents recorded from 1 October 2018 to 30 September 2022 by area", "1 October 2018 to 30 September 2022"],
  ["Trees planted between 2010 and 2018 by area", "2010 and 2018"],
])("they are said to be of all of them, and of no single year: %s", async (title, span) => {
  const csv = `"${title}"\n\nArea,Rents\n${areas.map((area, at) => `${area},${740 + at * 90}`).join("\n")}\n`;
  const { remarks } = await guessOf(csv, { title });
  expect(remarks.get("dimensions")).toContain(`"${span}" is said above the table`);
  expect(remarks.get("dimensions")).not.toContain("If all figures are of");
});

test.each([
  ["Change in residents 2010 to 2017", "Percent change 2010 to 2017", ["2010-01-01 up to 2018-01-01"]],
  ["Growth from 2010 to 2017", "Growth a year, 2010 to 2017", ["2010-01-01 up to 2018-01-01"]],
  ["Trees planted between 2010 and 2017", "Trees felled between 2010 and 2017", []],
])("years from one to another in all headings are no first year alone: %s", async (first, second, periods) => {
  const csv = `Area,"${first}","${second}"\n${areas.map((area, at) => `${area},${740 + at * 91},${at}.${at + 2}`).join("\n")}\n`;
  const { dataset, remarks } = await guessOf(csv);
  expect(dataset?.periods().map(({ start, endExclusive }) => `${start} up to ${endExclusive}`)).toEqual(periods);
  expect(remarks.get("layout.dimensions.period")?.includes("Guessed from the headings; check.") ?? false).toBe(
    periods.length > 0,
  );
});

test.each(["(Notes 1,4)", "(note 2)", "[note 1]", "[note 1] ", "(Notes 1, 2 and 3)"])(
  "what refers to notes is no part of a title: %s",
  (notes) => {
    expect(titleSaid({ titles: [`New planting of trees by area ${notes}`] }, [])?.title).toBe(
      "New planting of trees by area",
    );
  },
);

test.each([
  "Births fell by 3.1% in 2023, compared with 2022",
  "The average rent in towns rose sharply to £940",
  "Figure 2: Numbers of pupils grew from 310 to 420",
])("a sentence on what came of the figures is no title, and the line below it is: %s", (headline) => {
  const described = "Births registered by area, 2004 to 2023";
  expect(titleSaid({ titles: [headline, described] }, [])?.title).toBe(described);
  expect(titleSaid({ titles: [headline] }, [])).toBeUndefined();
});

test.each([
  "Areas where rents fell by 5% or more",
  "Increased charges from 2019 by area",
  "Rents of homes with prices that rose by 5%",
])("a title that says of which things its figures are stays one: %s", (title) => {
  expect(titleSaid({ titles: [title, "Rents by area"] }, [])?.title).toBe(title);
});
