import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Counties of districts, and how far the name of each stands to the right. */
const counties = {
  Ashmoor: [310, 420, 530],
  Bexdale: [1210, 1320],
  Corfield: [2110, 2230, 2340],
  Dunmere: [3110, 3270],
} as const;
const districts = (county: keyof typeof counties) =>
  counties[county].map((value, at) => `      ${county} district ${at + 1},${value},${value + 7}`);
const sumsOf = (values: readonly number[]) =>
  `${values.reduce((sum, value) => sum + value, 0)},${values.reduce((sum, value) => sum + value + 7, 0)}`;
const row = (indent: number, name: string, values: readonly number[]) =>
  `${" ".repeat(indent)}${name},${sumsOf(values)}`;
const all = Object.values(counties).flat();

/** The districts of all counties, whose own name stands so far to the right. */
const tableOf = (indents: Readonly<Record<keyof typeof counties, number>>) =>
  [
    "Area,2020,2021",
    row(0, "Overland", all),
    ...(Object.keys(counties) as (keyof typeof counties)[]).flatMap((county) => [
      row(indents[county], county, counties[county]),
      ...districts(county),
    ]),
  ].join("\n");

const heldIn = async (table: string) => {
  const { spec } = await guessOf(table);
  const [area] = Object.values(spec.dimensions).filter(({ role }) => role !== "time");
  return area && "holds" in area ? area.holds : undefined;
};

test("a county that was put among the districts of the one above it is none of these, by the sums", async () => {
  const right = await heldIn(tableOf({ Ashmoor: 2, Bexdale: 2, Corfield: 2, Dunmere: 2 }));
  expect(right).toBeDefined();
  expect(await heldIn(tableOf({ Ashmoor: 2, Bexdale: 2, Corfield: 4, Dunmere: 2 }))).toEqual(right);
});

test("a county whose name stands as far to the left as the country's regions do is one of its region, by the sums", async () => {
  const table = (indent: number) =>
    [
      "Area,2020,2021",
      row(0, "Overland", [...all, 900]),
      row(2, "North", all),
      ...(Object.keys(counties) as (keyof typeof counties)[]).flatMap((county) => [
        row(county === "Dunmere" ? indent : 4, county, counties[county]),
        ...districts(county),
      ]),
      row(2, "South", [900]),
    ].join("\n");
  const right = await heldIn(table(4));
  expect(right).toBeDefined();
  expect(await heldIn(table(2))).toEqual(right);
});
