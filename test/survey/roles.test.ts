import { describe, expect, test } from "vitest";
import { guessOf as guess } from "./guess-of.ts";

describe("a careful person reads", () => {
  test("rows of the two ends of something by both", async () => {
    const { spec } = await guess("Start,Finish,Price\nA,X,120\nB,Y,70\nC,X,30\n");
    expect(Object.keys(spec.dimensions)).toEqual(["start", "finish"]);
  });

  test("numbers across the top as what the first heading says they are", async () => {
    const { spec, dataset } = await guess("Week number,1,2,3,4\nCancer,120,70,30,41\nOther,12,17,13,14\n");
    expect(spec.dimensions).toMatchObject({ category: { label: "Category" }, group: { label: "Week number" } });
    expect(dataset?.observations).toHaveLength(8);
  });

  test("dates below numbers of weeks as the periods", async () => {
    const { spec, dataset } = await guess(
      "Deaths,,\n\nWeek number,1,2,3\nWeek beginning,2019-12-30,2020-01-06,2020-01-13\nCancer,120,70,30\nOther,12,17,13\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: 4, wide: { columns: "{period}" } });
    expect(dataset?.observations).toHaveLength(6);
  });

  test("two digits that end several headings as years", async () => {
    const { spec, dataset } = await guess(
      "State,deaths_15,deaths_16,rate_15,rate_16\nOhio,12,13,1.5,1.6\nUtah,15,18,2.5,2.6\n",
    );
    expect(spec.dimensions).toMatchObject({ state2: { role: "area" }, period: { role: "time", format: "{20yy}" } });
    expect(Object.keys(spec.measures)).toEqual(["deaths", "rate"]);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["15", "16"]);
  });

  test("names of areas, not what stands beside their codes", async () => {
    const { spec } = await guess(
      "Obligation,Area code,Area name,Measures\nX,E12000001,North East,120\nX,E12000002,North West,70\nY,E12000001,North East,30\nY,E12000002,North West,41\n",
    );
    expect(spec.dimensions).toMatchObject({ obligation: { role: "category" }, areaName: { role: "area" } });
  });

  test("the whole of several totals, and remarks the others", async () => {
    const { spec, remarks } = await guess(
      "Region,2018,2019\nNorth East,100,120\nNorth West,200,230\nEngland (Total),310,352\nWales,50,60\nScotland,70,80\nUK (Total),432,491\n",
    );
    expect(spec.dimensions.region).toMatchObject({ role: "area", total: "uk-total" });
    expect(remarks.get("dimensions.region")).toContain('"England (Total)" may be totals');
  });

  test("no rows without a period, nor texts below the figures", async () => {
    const { spec, dataset } = await guess(
      `State,As of date,Staff\nOhio,2020-03-31,120\nUtah,,\nOhio,2020-07-31,70\nUtah,2020-07-31,41\n,,${"A note on the figures of this table. ".repeat(3)}\n`,
    );
    expect(spec.layout?.rows).toEqual({ except: { "As of date": [""] } });
    expect(dataset?.observations).toHaveLength(3);
  });

  test("numbers with a zero before them as codes", async () => {
    const { spec } = await guess("Industry,Sector,Staff\nFarms,05,120\nMines,06,70\nShops,12,30\n");
    expect(Object.keys(spec.measures)).toEqual(["staff"]);
  });
});

describe("what a table does not tell is remarked", () => {
  test("of each column that is left out, why", async () => {
    const { remarks } = await guess(
      "Code,Area,Country,Opened,Comment,Unused,Offences\nE10,Kent,England,2018-01-02,new,,120\nE11,Essex,England,2018-02-03,,,70\n",
    );
    for (const reason of [
      '"Code": names or numbers',
      '"Country": always "England"',
      '"Opened": ',
      '"Comment": ',
      '"Unused": empty',
    ])
      expect(remarks.get("layout.ignore")).toContain(reason);
  });

  test("that no column tells a period, and which one the title names", async () => {
    const { remarks } = await guess("Offences by area 2018/19\n\nArea,Offences\nKent,120\nEssex,70\nDevon,41\n");
    expect(remarks.get("dimensions")).toContain('period: { value: "2018/19" }');
  });

  test("that ranges of ages, and areas of several levels, count the same people again", async () => {
    const ages = await guess(
      "Age,Year,People\n16 to 64,2018,120\n16 to 24,2018,70\n16 to 64,2019,120\n16 to 24,2019,70\n",
    );
    expect(ages.remarks.get("dimensions.age")).toContain("lie within others");
    const levels = await guess("Name,Type,Births\nWorld,World,120\nAfrica,Region,70\nKenya,Country,41\n");
    expect(levels.remarks.get("dimensions.name")).toContain('of several kinds, by "Type"');
  });
});
