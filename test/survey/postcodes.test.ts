import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const sites = [
  "Park Pool",
  "Mill Baths",
  "Lido",
  "Abbey Centre",
  "West Sports Hall",
  "Quay Gym",
  "Hill Club",
  "Fen Pool",
];
const table = (postcodes: readonly string[], names = sites) =>
  `Postcode,Site name,Pools,Lanes\n${names.map((name, at) => `${postcodes[at]},${name},${5 + at * 3},${21 + ((at * 7) % 11)}`).join("\n")}\n`;

const ofHouses = ["M17 8RH", "M32 0ZS", "WA15 8EW", "M31 4ES", "SW1A 1AA", "M41 5RR", "B1 2AB", "WA14 2SU"];

test.each([
  ["Britain", ofHouses],
  ["Ireland", ["D02 AF30", "T12 X2Y4", "A65 F4E2", "D6W P9K1", "V94 T9PX", "H91 AB12", "K67 D0R5", "W23 F854"]],
  ["the Netherlands", ["1012 AB", "3511 CD", "9712 EF", "2511 GH", "5611 JK", "6211 LM", "7511 NP", "8011 RS"]],
])("the names of places are what rows are called by, and not their full postcodes in %s", async (_, postcodes) => {
  const { spec } = await guessOf(table(postcodes));
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Site name"]);
});

test("postcodes of whole districts are areas, and so are those that tell two of one name apart", async () => {
  const { spec } = await guessOf(
    `Postcode,Households\n${["M17", "M32", "WA15", "M31", "SW1A", "M41"].map((code, at) => `${code},${510 + at * 37}`).join("\n")}\n`,
  );
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Postcode"]);
  const { dataset } = await guessOf(
    table(
      ofHouses,
      sites.map((name, at) => (at === 7 ? (sites[0] ?? "") : name)),
    ),
  );
  expect(new Set(dataset?.observations.map(({ at }) => JSON.stringify(at))).size).toBe(sites.length);
});
