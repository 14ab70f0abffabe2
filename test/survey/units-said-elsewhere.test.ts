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
