import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** A table of a form, of names in levels: each part stands a column behind what it is part of. */
const rows = (from: number) =>
  [
    "All offences,,",
    "of which,grave,",
    ",of these,murder",
    ",of these,robbery",
    ",less grave,",
    "by place,town,",
    ",of these,murder",
    ",of these,robbery",
    ",country,",
  ].map((names, at) => `${names},${at + 1},${from + at * 13},${20 + at * 7},${31 + at * 3}`);
const headings = [",,,row,Registered,Closed,", ",,,,,in court,elsewhere"];
const form = (title: string, from: number) => [
  `${title},,,,,,`,
  ...headings,
  "A,,,B,1,2,3",
  ...rows(from),
  `Check sum,,,10,${from * 9},${from * 5},${from * 3}`,
];

describe("a form that is printed as a table", () => {
  test("is read up to the next table of the same headings", async () => {
    const { spec, remarks, dataset } = await guessOf(
      [...form("Table 1.1. All", 100), ",,,,,,", ...form("Table 1.2. Of the young", 300)].join("\n"),
    );
    expect(spec.layout?.lastRow).toBe(14);
    expect(remarks.get("layout.lastRow")).toContain("another table");
    expect(dataset?.observations.every(({ cell }) => cell.state === "value")).toBe(true);
  });

  test.each([":", "[c]", "x", "-"])("goes on where an empty row stands before a figure that is %s", async (sign) => {
    const places = "Maine,Ohio,Texas,Utah,Iowa".split(",");
    const rows = places.map((place, at) => `${place},,${at === 2 ? sign : 310 + at * 17}`);
    const { dataset } = await guessOf(["Council,,2012/13", ...rows.slice(0, 2), ",,", ...rows.slice(2)].join("\n"));
    expect(dataset?.categories("council").map(({ label }) => label)).toEqual(expect.arrayContaining(places));
  });

  test("adds up no numbers of rows, and tells by them which is which", async () => {
    const { spec, dataset } = await guessOf(
      [...form("Table 1.1. All", 100), ",,,,,,", ...form("Table 1.2. Of the young", 300)].join("\n"),
    );
    const labels = dataset?.categories("category").map(({ label }) => label) ?? [];
    expect(Object.keys(spec.measures)).toHaveLength(3);
    expect(labels).toHaveLength(9);
    expect(labels.filter((label) => label.includes("murder"))).toHaveLength(2);
    expect(spec.layout?.repeatedRows).toBeUndefined();
    expect(labels.join()).not.toMatch(/check/iu);
  });

  test("has no row that numbers its columns", async () => {
    const { dataset } = await guessOf(
      [
        "Area,Births,Deaths,Marriages,Divorces",
        "A,1,2,3,4",
        ...["Ashford", "Bexhill", "Crawley", "Dover"].map((name, at) => `${name},${200 + at},${150 + at},70,31`),
      ].join("\n"),
    );
    expect(dataset?.categories("area").map(({ label }) => label)).not.toContain("A");
    expect(dataset?.observations).toHaveLength(16);
  });
});

describe("a row that numbers the columns below several rows of headings", () => {
  const towns = ["Ashford", "Bexhill", "Crawley", "Dover", "Eastbourne", "Folkestone"];
  const figures = (at: number) =>
    [410, 120, 97, 64, 33, 51].map((from, column) => from + at * (13 + column * 4)).join();

  test.each(["Column no.", "A", ""])("is none of them: %s", async (corner) => {
    const { spec, dataset } = await guessOf(
      [
        ",Permits issued,Registrations,,,,Removals",
        ",,Registered,of which:,,,Removed",
        ",,,at home,at work,elsewhere,",
        `${corner},1,2,3,4,5,6`,
        ...towns.map((town, at) => `${town},${figures(at)}`),
      ].join("\n"),
    );
    expect(spec.layout?.headerRow).toEqual([1, 3]);
    expect(Object.keys(spec.measures)).toHaveLength(6);
    const said = JSON.stringify(Object.values(spec.measures).map(({ label }) => label));
    expect(said).toMatch(/Permits issued.*at home.*at work.*elsewhere/iu);
    expect(dataset?.observations).toHaveLength(36);
  });

  test("is the headings where it has ages below one name of them all", async () => {
    const { spec } = await guessOf(
      [",Age,,,,,", "Town,1,2,3,4,5,6", ...towns.map((town, at) => `${town},${figures(at)}`)].join("\n"),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect([spec.layout?.headerRow ?? 1].flat().at(-1)).not.toBe(1);
  });
});

test("a last column below the heading of all of them alone, is their sum", async () => {
  const { spec } = await guessOf(
    [
      ",All,,,,,,All",
      ",Up to 26 weeks,.,Up to 26 weeks,Over 26 weeks,.,Over 26 weeks,.",
      ",Up to 13 weeks,14 to 26 weeks,.,27 to 36 weeks,Over 36 weeks,.,.",
      ...["Jan-2020", "Feb-2020", "Mar-2020", "Apr-2020", "May-2020", "Jun-2020"].map((month, at) => {
        const [a, b, c, d] = [4000 + at * 37, 900 + at * 13, 300 + at * 11, 120 + at * 7];
        return [month, a, b, a + b, c, d, c + d, a + b + c + d].join(",");
      }),
    ].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toContain("All");
  expect(spec.layout?.ignore).toBeUndefined();
});
