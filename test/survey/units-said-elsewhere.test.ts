import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const towns = ["Aston", "Bray", "Cole", "Dunn", "Esk", "Fyne"];
const rows = (of: (at: number) => string) => towns.map((town, at) => `${town},${of(at)}`).join("\n");

test("kinds that the title lists are told in the thing that they are kinds of", async () => {
  const title = "Average daily number of open and closed desks by town";
  const { spec, remarks } = await guessOf(
    `${title},,\n,,\nTown,Open,Closed\n${rows((at) => `${at * 31}.53,${at * 17}.21`)}\n`,
    { title },
  );
  const desks = { unit: { one: "desk", other: "desks" } };
  expect(spec.measures).toMatchObject({ open: desks, closed: desks });
  expect(remarks.get("measures.open.unit")).toContain("Guessed from the title");
});

test("a unit that is said in the title or a note and given to no measure is named where one is missing", async () => {
  const title = "Offences per 100,000 population and thousands of pounds lost";
  const { spec, remarks } = await guessOf(
    `"${title}",,\n,,\nTown,Level A,Level B\n${rows((at) => `${at * 31}.53,${at * 17}.21`)}\n`,
    { title },
  );
  for (const [id, { unit }] of Object.entries(spec.measures)) {
    expect(unit.other).toBe("(unit not stated)");
    expect(remarks.get(`measures.${id}.unit`)).toContain('The title says "per 100,000 population"');
  }
});

test("what a name says that there is a number of is its unit, whatever stands before", async () => {
  const { spec } = await guessOf(`Town,Monthly number of deaths\n${rows((at) => `${at * 31 + 7}`)}\n`);
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "death", other: "deaths" } }]);
});

test("paths in the place of headings are read as words", async () => {
  const { spec } = await guessOf(
    `/data/year,/data/NewCases/All,/data/NewCases/Men,/data/RateOf/All\n${[2019, 2020, 2021].map((year) => `${year},${year - 1},${year - 1500},3.${year % 10}`).join("\n")}\n`,
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "New Cases, All",
    "New Cases, Men",
    "Rate Of, All",
  ]);
  expect(spec.layout?.measures).toMatchObject({ newcasesAll: "/data/NewCases/All" });
});

test("wages and rents are asked for how long they are paid, unless their heading says it", async () => {
  const { remarks, spec } = await guessOf(
    `Town,Wage (£),Weekly rent (£),Price (£)\n${rows((at) => `${at * 3 + 11}.53,${at * 17}.21,${at * 200}.10`)}\n`,
  );
  const asked = Object.keys(spec.measures).filter((id) => remarks.get(`measures.${id}.unit`)?.includes("For how long"));
  expect(asked).toEqual(["wage"]);
});

test("units of carbon for each of something, and miles, are read of headings", async () => {
  const { spec, remarks } = await guessOf(
    `town,intensity_gco2_per_kwh,Mileage,Miles travelled\n${rows((at) => `${at * 3 + 311}.53,${at * 17}.21,${at * 200}.15`)}\n`,
  );
  expect(Object.values(spec.measures).map(({ label, unit }) => `${label}: ${unit.other}`)).toEqual([
    "Intensity: g CO2 per kWh",
    "Mileage: miles",
    "Miles travelled: miles",
  ]);
  expect(remarks.get("measures.intensityGco2PerKwh.label")).toBeUndefined();
});

test("what is compared with something it is no part of may be more than all of it", async () => {
  const { remarks } = await guessOf(`Town,Wage as % of living wage\n${rows((at) => `${at * 83 + 61}.5%`)}\n`);
  expect([...remarks.values()].join(" ")).not.toContain("far above 100");
});

test("a column that says one thing but for totals is no group of others", async () => {
  const of = towns.map((town, at) => `${town},${at * 7 + 31},rented`);
  const { remarks } = await guessOf(`Town,Homes,Tenure\n${of.join("\n")}\nTotal,291,Total\n`);
  expect(remarks.get("layout.ignore")).toContain('"Tenure": always "rented", but for "Total"');
});

test("one period in words that are not read is quoted, and no year of it put forward", async () => {
  const of = towns.map((town, at) => `Apr 2024 to Mar 2025 Period 11,${town},${at * 7 + 31}`);
  const { remarks } = await guessOf(`Time period,Town,Homes\n${of.join("\n")}\n`);
  expect(remarks.get("dimensions")).toContain('"Time period" tells one period, "Apr 2024 to Mar 2025 Period 11"');
});
