import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Codes of a classification, what each is called, and how many there were in 2020. */
const industries = [
  ["C", "Manufacturing", 9120],
  ["10", "Food", 2410],
  ["10.1", "Meat", 870],
  ["10.11", "Processing of meat", 310],
  ["10.12", "Processing of poultry", 140],
  ["10.13", "Meat products", 420],
  ["10.2", "Fish", 330],
  ["11", "Drinks", 1250],
  ["11.1", "Spirits", 540],
  ["11.2", "Water", 710],
  ["32", "Other goods", 480],
  ["32.1", "Toys", 190],
  ["32.9", "Other goods", 290],
] as const;
const table = (heading: string) =>
  [
    `${heading},Description,Year,Enterprises`,
    ...industries.flatMap(([code, name, count]) =>
      [2018, 2019, 2020].map((year) => `${code},${name},${year},${count - (2020 - year) * 13}`),
    ),
    "",
  ].join("\n");

test("numbers that go on from one another, each with one description, are codes and count nothing", async () => {
  const { spec } = await guessOf(table("Standard industrial classification (revised 2007)"));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Enterprises"]);
  expect(spec.markers).toBeUndefined();
});

test("such codes tell the rows of two things apart that are called alike", async () => {
  const { spec, dataset } = await guessOf(table("Industry"));
  expect(spec.layout?.repeatedRows).toBeUndefined();
  expect(dataset?.observations).toHaveLength(industries.length * 3);
});

test("numbers that say by a path which series a row is of are no figures, whatever they are called", async () => {
  const [places, fuels] = [
    ["Ayr", "Bute", "Cope", "Dorn"],
    ["Coal", "Diesel", "Wood"],
  ];
  const rowsOf = (path: (place: number, fuel: number) => string) =>
    places.flatMap((place, at) =>
      fuels.flatMap((fuel, by) =>
        [2018, 2019, 2020].map(
          (year) => `${year},${place},${fuel},${path(at, by)},${9120 + at * 431 + by * 77 + (year - 2018) * (13 + at)}`,
        ),
      ),
    );
  const measuresOf = async (heading: string, path: (place: number, fuel: number) => string) => {
    const { spec } = await guessOf([`Year,Place,Fuel,${heading},Output`, ...rowsOf(path), ""].join("\n"));
    return Object.keys(spec.measures);
  };
  expect(await measuresOf("COORDINATE", (at, by) => `${at + 1}.${by + 2}`)).toEqual(["output"]);
  expect(await measuresOf("Member", (at, by) => `${at + 4}.${by + 1}`)).toEqual(["output"]);
  expect(await measuresOf("Target", (at, by) => `${7 + ((at * 5 + by * 3) % 6)}.${at * 3 + by}`)).toContain("target");
});
