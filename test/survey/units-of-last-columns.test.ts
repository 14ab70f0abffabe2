import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const years = [2018, 2019, 2020, 2021, 2022];
const table = (unit: string, all: (own: readonly number[]) => number, times = 1) =>
  ["Homes by tenure", "Year,Owned,Private rented,Social rented,All tenures", `,,,,${unit}`]
    .concat(
      years.map((year, at) => {
        const own = [902.4, 190.2, 218.7].map((base, of) => (base + at * (7.3 - of * 1.9)) * times);
        return [year, ...own.map((one) => one.toFixed(times === 1 ? 1 : 0)), all(own).toFixed(1)].join(",");
      }),
    )
    .join("\n");
const sum = (own: readonly number[]) => own.reduce((whole, one) => whole + one, 0);

test.each(["thousands", "thousands of households"])("%s below a whole alone is the unit of its parts", async (unit) => {
  const { measures } = (await guessOf(table(unit, sum))).spec;
  expect(Object.values(measures).map(({ label }) => label)).toEqual([
    "Owned",
    "Private rented",
    "Social rented",
    "All tenures",
  ]);
  const units = Object.values(measures).map(({ unit: own }) => own?.other);
  expect(units).toEqual(Array(4).fill(expect.stringMatching(/^thousand/u)));
});

test("a unit below the last column alone is of this alone where it cannot be the sum of the others", async () => {
  const { measures } = (await guessOf(table("thousands of households", (own) => sum(own) / 1000, 1000))).spec;
  const [owned, , , all] = Object.values(measures);
  expect(all).toMatchObject({ label: "All tenures", unit: { other: "thousand households" } });
  expect(owned?.unit?.other).not.toContain("thousand");
});
