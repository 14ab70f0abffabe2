import { expect, test } from "vitest";
import { titleSaid } from "../../src/survey/title-said.ts";
import { guessOf } from "./guess-of.ts";

const places = ["Avon", "Brook", "Carlow", "Denby", "Elton", "Farley"];
const rowsOf = (width: number, decimals = 0) =>
  places.map((place, at) =>
    [place, ...Array.from({ length: width }, (_, on) => 312 + ((at * 137 + on * 71) % 389) / 10 ** decimals)].join(),
  );
const guess = (lines: readonly string[], rows: readonly string[]) => guessOf([...lines, ...rows].join("\n"));

test("how far figures are settled is no title, and a line that says what they are of is", () => {
  const lines = ["Final results", "National results", "Households by date, tenure and size", "Units: Households"];
  expect(titleSaid({ titles: lines }, [])?.title).toBe("Households by date, tenure and size");
  expect(titleSaid({ titles: ["Final results of the county games"] }, [])?.title).toContain("county games");
});

test("what stands beside Unit is the unit, and no part of the title", async () => {
  const lines = ["Spread of rents in towns and villages", "", "Unit,Mean weekly rent (£)", "", ",Towns,Villages"];
  const { spec } = await guess(lines, rowsOf(2, 2));
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["pounds", "pounds"]);
  const titles = ["Spread of rents in towns and villages", "Unit", "Mean weekly rent (£)"];
  expect(titleSaid({ titles }, [])?.title).toBe("Spread of rents in towns and villages");
});

test("a number of things that stands alone above the last columns says what all of them count", async () => {
  const lines = ["Dwellings by outcome of inspection", "", ",,,Number of dwellings", "Town,Passed,Failed,Awaited"];
  const { spec } = await guess(lines, rowsOf(3));
  expect(new Set(Object.values(spec.measures).map(({ unit }) => unit.other))).toEqual(new Set(["dwellings"]));
});

test("a source is named in the cell beside the word", async () => {
  const { spec } = await guess(["Town,Deaths"], [...rowsOf(1), "", "Source,Norland Office for Housing"]);
  expect(spec.sources.publisher?.publisher).toBe("Norland Office for Housing");
});
