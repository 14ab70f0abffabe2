import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const countries = ["Iraq", "Burma", "Bhutan", "Somalia", "Cuba", "Iran", "Sudan", "Ethiopia", "Eritrea"];
const states = ["Alabama", "Alaska", "Arizona", "Idaho", "Iowa", "Kansas", "Maine", "Nevada", "Ohio", "Texas"];
const table = (across: readonly string[], down: readonly string[]) =>
  [
    `,${across.join()}`,
    ...down.map((name, at) => `${name},${across.map((_, of) => 11 + at * 17 + of * 5).join()}`),
  ].join("\n");

test("parts of a country are the areas of a table that has countries across the top", async () => {
  const title = "Refugee arrivals by state and nationality";
  const { spec } = await guessOf(`"${title}"${",".repeat(countries.length)}\n${table(countries, states)}`, { title });
  const dimensions = Object.values(spec.dimensions);
  expect(dimensions.map(({ role }) => role)).toEqual(["area", "category"]);
  expect(dimensions[1]).toMatchObject({ label: "Nationality", plural: "nationalities" });
  expect(Object.values(spec.measures).map(({ label }) => label)).not.toContain("Number of nationalities");
});

test("countries across the top of a table of other things are its areas", async () => {
  const { spec } = await guessOf(table(countries, ["Wheat", "Rye", "Oats", "Rice"]));
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["category", "area"]);
});
