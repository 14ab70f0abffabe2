import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Aton", "Bton", "Cton", "Dton", "Eton", "Fton"];
const unitBelow = async (...lines: readonly string[]) => {
  const rows = areas.map((area, at) => `${area},${526 - at * 7},${467 + at * 5}`);
  const csv = ["Garden waste per household", "District,2017/18,2018/19", ...rows, "", ...lines].join("\n");
  const { spec } = await guessOf(`${csv}\n`, { title: "Garden waste per household" });
  return Object.values(spec.measures).map(({ unit }) => unit.other);
};

test("a line below a table that says what its title is of by a unit says the unit", async () => {
  expect(await unitBelow("Source: An office", "Kilograms of garden waste collected per household")).toEqual([
    "kilograms per household",
  ]);
});

test.each([
  ["of something else", ["Kilograms of glass collected per person"]],
  ["that names two", ["Kilograms of garden waste per household", "Litres of garden waste per household"]],
  ["that names no unit of measurement", ["Plenty of garden waste per household was burnt"]],
])("a line %s says none", async (_, lines) => {
  expect(await unitBelow(...lines)).toEqual(["(unit not stated)"]);
});
