import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const unitsOf = async (rows: readonly string[]) =>
  Object.values((await guessOf(`${rows.join("\n")}\n`)).spec.measures).map(({ unit, statType }) => [
    statType,
    unit.other,
  ]);

test("a rate and some of what is counted are of the one count beside them", async () => {
  const casualties = ["count", "casualties"];
  expect(
    await unitsOf([
      "County,Year,Casualties,of which killed,Rate per 1000 population",
      "Carlow,2020,5261,213,5.3",
      "Clare,2020,7342,342,6.1",
      "Kerry,2020,6413,265,4.2",
    ]),
  ).toEqual([casualties, casualties, ["rate", "casualties"]]);
});

test("counts and rates below each year are two measures, and so they are where a column names them", async () => {
  const wanted = [
    ["count", "casualties"],
    ["rate", "casualties"],
  ];
  expect(
    await unitsOf([
      ",2020,,2021,",
      'County,Casualties,"Rate per 1,000 population",Casualties,"Rate per 1,000 population"',
      "Carlow,5261,5.3,5713,5.5",
      "Clare,7342,6.1,7124,6.0",
      "Kerry,6413,4.2,6209,4.1",
    ]),
  ).toEqual(wanted);
  expect(
    await unitsOf([
      "County,Year,Measure,Value",
      ...["Carlow", "Clare", "Kerry"].flatMap((county, at) => [
        `${county},2020,Casualties,${5261 + at * 917}`,
        `${county},2020,"Rate per 1,000 population",${5.3 + at}`,
      ]),
    ]),
  ).toEqual(wanted);
});

test("names that stand above blank cells tell no column that has one text in all of these", async () => {
  const { dataset } = await guessOf(
    [
      "County,Sex,2020,2021",
      ...["Carlow", "Clare", "Kerry"].flatMap((county, at) => [
        `${county},Male,${513 + at},${613 + at}`,
        `,Female,${713 + at},${813 + at}`,
      ]),
      "",
    ].join("\n"),
  );
  expect(dataset?.categories("sex").map(({ label }) => label)).toEqual(["Male", "Female"]);
});
