import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const ends = ["31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"];
const dates = [2022, 2023].flatMap((year) => ends.map((day, at) => `${year}-${`${at + 1}`.padStart(2, "0")}-${day}`));

test("what stands there at the end of each month is no case of its day, and is added up over no time", async () => {
  const rows = ["Chad", "Kenya", "Uganda"].flatMap((country, at) =>
    ["Eritrea", "Sudan"].flatMap((origin, by) =>
      // Some dates are not known for some, so that no table of all with all tells what the rows are.
      dates
        .filter((_, index) => (index + at * 5 + by) % 3 > 0)
        .map((date, index) => `${country},${origin},${date},${400 + at * 90 + by * 41 + index}`),
    ),
  );
  // One was counted on another day, and one twice.
  const { spec, remarks } = await guessOf(
    `Country,Country of Origin,Date,Individuals\n${rows.join("\n")}\nKenya,Sudan,2023-07-12,433\nKenya,Sudan,2023-07-12,434\n`,
  );
  expect(Object.keys(spec.dimensions)).toEqual(["country", "countryOfOrigin", "date"]);
  expect(spec.dimensions.date).not.toHaveProperty("format");
  expect(remarks.get("measures.individuals.statType")).toContain("make no sum over time");
});
