import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const towns = ["Ennis", "Mallow", "Tralee", "Sligo"];

describe("a column that names quantities of several kinds", () => {
  test.each([
    ["Rent Price", "Annual Change"],
    ["Number", "Rate"],
    ["Numerator", "Denominator", "Value"],
    ["Median price", "Number of sales", "Growth"],
  ])("%s, %s is one of measures", async (...names) => {
    const rows = towns.flatMap((town, at) =>
      [2021, 2022].flatMap((year) => names.map((name, on) => `${town},${year},${name},${900.5 + at * 7 + on * 31}`)),
    );
    const { spec } = await guessOf(lines("Town,Year,SubCat,Values_", ...rows));
    expect(spec.layout?.long).toEqual({ measure: "SubCat", value: "Values_" });
    expect(Object.values(spec.measures)).toHaveLength(names.length);
  });

  test.each([
    ["Rent arrears", "Benefits"],
    ["Low rent", "High rent"],
    ["Climate change", "Housing"],
  ])("%s, %s is none", async (...names) => {
    const rows = towns.flatMap((town, at) => names.map((name, on) => `${town},${name},${900 + at * 7 + on * 31}`));
    const { spec } = await guessOf(lines("Town,Topic,Values_", ...rows));
    expect(spec.layout?.long).toBeUndefined();
  });
});

test("labels that say how something is told are of what a column says of all rows", async () => {
  const rows = towns.flatMap((town, at) => [
    `${town},Children in care,Count,Persons,${120 + at * 7}`,
    `${town},Children in care,Percentage,Persons,${3.5 + at}`,
  ]);
  const { spec } = await guessOf(lines("Town,indicator,measure,unit,value", ...rows));
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Children in care: count", unit: { one: "person" } },
    { label: "Children in care: percentage", unit: { one: "%" } },
  ]);
});

describe("a column of units", () => {
  const of = (item: string, at: number) => 1200 + item.length * 31 + at * 7;
  const rows = (elements: readonly (readonly [element: string, unit: string])[]) =>
    towns.flatMap((town, at) =>
      ["Wheat", "Rice"].flatMap((item) => elements.map((element) => [town, item, ...element, of(item, at)].join(","))),
    );
  const elements = [
    ["Area harvested", "ha"],
    ["Production", "tonnes"],
  ] as const;

  test("says which of two columns names the measures", async () => {
    const { spec } = await guessOf(lines("Town,Item,Element,Unit,Value", ...rows(elements)));
    expect(spec.layout?.long).toEqual({ measure: "Element", value: "Value" });
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["ha", "tonnes"]);
  });

  test("is one of measures, where none names them", async () => {
    const plain = rows(elements).map((row) => row.replace(/,(?:Area harvested|Production)(?=,)/u, ""));
    const { spec } = await guessOf(lines("Town,Item,Unit,Value", ...plain));
    expect(spec.layout?.long).toEqual({ measure: "Unit", value: "Value" });
    expect(Object.keys(spec.dimensions)).toContain("item");
  });
});

test("plurals of labels are of what is several", async () => {
  const { spec } = await guessOf(
    lines(
      "Region,Cause of death,Rate",
      ...towns.flatMap((town, at) => ["A", "B"].map((cause) => `${town},${cause}x,${at + 1.5}`)),
    ),
  );
  expect(Object.values(spec.dimensions).map(({ plural }: { plural?: string }) => plural)).toEqual([
    "regions",
    "causes of death",
  ]);
});

describe("figures at a time that stand there twice", () => {
  const countries = ["Chad", "Mali", "Niger", "Togo", "Benin", "Ghana"];
  const ends = [
    "2024-05-31",
    "2024-06-30",
    "2024-07-31",
    "2024-08-31",
    "2024-09-30",
    "2024-10-31",
    "2024-11-30",
    "2024-12-31",
  ];
  const of = (at: number) => 1200 + at * 37;
  const rows = countries.flatMap((country, at) =>
    countries
      .filter((own) => own !== country)
      .flatMap((origin, on) => ends.map((day, time) => `${country},${origin},${day},${of(at * 50 + on * 9 + time)}`)),
  );
  const again = rows
    .slice(0, 60)
    .filter((_, at) => at % 4 === 0)
    .map((row) => row.replace(/\d$/u, (digit) => String((Number(digit) + 3) % 10)));
  const heading = "Country,Country of origin,Date,Individuals";

  test("are two versions of one, and never added up", async () => {
    const { spec, remarks } = await guessOf(lines(heading, ...rows, ...again));
    expect(spec.layout?.repeatedRows).toBe("leave-out");
    expect(Object.keys(spec.dimensions)).toHaveLength(3);
    expect(remarks.get("measures.individuals.statType")).toContain("no sum over time");
  });

  test("are of both countries, the other of which is marked", async () => {
    const { spec, remarks } = await guessOf(lines(heading, ...rows));
    const areas = Object.values(spec.dimensions).filter(({ role }) => role === "area");
    expect(areas).toHaveLength(1);
    expect([...remarks.values()].join(" ")).toContain("These are areas too");
  });
});

test("names behind letters that put them in order are those of a column beside them, and all of them their total", async () => {
  const names = ["Ennis", "Mallow", "Tralee"].map((name, at) => `${name},${"zyx"[at]}. ${name}`);
  const rows = names.flatMap((name, at) =>
    ["a. All bedrooms", "b. One bed", "c. Two bed"].map((size, on) => `${name},${size},${700.5 + at * 30 + on * 110}`),
  );
  const { spec } = await guessOf(
    lines("Location,S_Location,Size,Rent", ...rows).replaceAll(/^(?<name>[^,]+),(?<sorted>[^,]+),/gmu, "$2,$1,"),
  );
  expect(spec.dimensions.size).toMatchObject({ total: "a-all-bedrooms" });
  expect(Object.keys(spec.dimensions)).toEqual(["location", "size"]);
});
