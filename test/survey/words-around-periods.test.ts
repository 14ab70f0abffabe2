import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const regions = ["North East", "North West", "East Midlands", "South East", "London"];
const years = ["2015-16", "2016-17", "2017-18"];

test("what stands behind all periods tells no measures apart, and money above them is the unit", async () => {
  const { spec, dataset } = await guessOf(
    [
      ",£ million,,,as a per cent of spending,,",
      `,${[...years, ...years].map((year) => `${year} outturn`).join()}`,
      ...regions.map(
        (name, at) =>
          `${name},${years.map((_, of) => 20_100 + at * 317 + of * 41).join()},${years.map((_, of) => 4 + at + of).join()}`,
      ),
    ].join("\n"),
  );
  expect(spec.layout?.wide?.columns).toBe("{measure} | {period} outturn");
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "million pounds" } }, { unit: { other: "%" } }]);
  expect(dataset?.periods()).toHaveLength(years.length);
});

test("per cent in the corner over the names of rows is the unit of the figures beside them", async () => {
  const rows = ["Output", "Prices", "Wages"].map(
    (name, at) => `${name},${years.map((_, of) => `${at + 1}.${of + 1}`).join()}`,
  );
  const { spec } = await guessOf(`Per cent,${years.join()}\n${rows.join("\n")}\n`, { title: "Growth" });
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "%" } }]);
});

test("a measure below the name of another one is itself, and counts stay counts whose small ones are hidden", async () => {
  const { spec } = await guessOf(
    [
      ",Deaths involving influenza,,All causes of death,",
      "Occupation,Deaths,Rate,Deaths,Rate",
      ...["Nurses", "Drivers", "Cooks", "Teachers"].map(
        (name, at) => `${name},${2 + at * 7},1${at}.5,${411 + at * 17},10${at}.5`,
      ),
    ].join("\n"),
  );
  expect(
    Object.values(spec.measures).flatMap(({ statType, unit }) => (statType === "count" ? [unit.other] : [])),
  ).toEqual(["deaths"]);
  expect(spec.disclosure).toMatchObject({ profile: { hide: { from: 1, to: 4 } } });
});

test("what the last of several headings counts is counted", async () => {
  const { spec } = await guessOf(
    [
      "Occupation,Deaths involving influenza: Deaths,Deaths involving influenza: Rate,All causes: Deaths",
      ...["Nurses", "Drivers", "Cooks", "Teachers"].map(
        (name, at) => `${name},${31 + at * 7},1${at}.5,${411 + at * 17}`,
      ),
    ].join("\n"),
  );
  expect(
    Object.values(spec.measures).flatMap(({ statType, unit }) => (statType === "count" ? [unit.other] : [])),
  ).toEqual(["deaths", "deaths"]);
});

test("a year of several measures with a sign of a note behind it is one of their years", async () => {
  const measures = ["Thefts", "Frauds and related offences"];
  const headings = measures.flatMap((name) => ["2014", "2015", "2016*"].map((year) => `${name} ${year}`));
  const rows = ["Northton", "Southton", "Weston", "Easton"].map(
    (name, at) => `${name},${headings.map((_, of) => 30 + at * 17 + of * 5).join()}`,
  );
  const { spec, dataset } = await guessOf(`Station,${headings.join()}\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(measures);
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2014", "2015", "2016"]);
});

test("a column of quarters that are called by their months is read together with the year beside it", async () => {
  const quarters = ["Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec"];
  const rows = ["Northton", "Southton", "Weston"].flatMap((name, at) =>
    quarters.map((quarter, of) => `${name},${quarter},2021,${310 + at * 17 + of * 5}`),
  );
  const { spec, dataset } = await guessOf(`Site,Quarter,Year,Deliveries\n${rows.join("\n")}\n`);
  expect(spec.layout?.dimensions?.period).toEqual({ joined: "{Quarter} {Year}" });
  expect(dataset?.periods().map(({ start }) => start)).toEqual([
    "2021-01-01",
    "2021-04-01",
    "2021-07-01",
    "2021-10-01",
  ]);
});

test("one period in words that are not read, beside a total, is told as it stands", async () => {
  const { remarks } = await guessOf(
    "Period,Org,Attendances\nMSit-JUNE-2024,Ashby,310\nMSit-JUNE-2024,Birch,270\nTOTAL,TOTAL,580\n",
  );
  expect(remarks.get("dimensions")).toContain('"Period" tells one period, "MSit-JUNE-2024"');
});

test("the year of one heading is offered as that of no other", async () => {
  const rows = regions.map((region, at) => `${region},${310 + at * 7},${410 + at * 3},${51 + at}`);
  const { remarks } = await guessOf(["Region,Fines since the start,Fines 2015-16,Cameras", ...rows, ""].join("\n"));
  const said = remarks.get("dimensions") ?? "";
  expect(said).toContain("2015-16 stands in some headings alone");
  expect(said).not.toContain('value: "2015-16"');
});
