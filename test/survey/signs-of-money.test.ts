import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

test("below a title of money, figures without its sign beside others with it are told in no money that only those are told in", async () => {
  const towns = ["Ashford", "Bexhill", "Crawley", "Dover", "Epsom"];
  const rows = towns.map((town, at) => `${town},${at + 1437}.5,"£${at + 12},345.00"`);
  const { spec } = await guessOf(["Town,Notices 2020,Gross income 2020", ...rows].join("\n"), {
    title: "Parking fines",
  });
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["(unit not stated)", "pounds"]);
});
