import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const years = [2018, 2019, 2020, 2021, 2022].map((year, at) => `${year},${120 + at * 7}.5,${300 + at * 11}.25`);

test("placeholders beside a title are no headings, which stand below", async () => {
  const { spec, dataset } = await guessOf(
    ["Rents and repairs by year,Unnamed: 1,Unnamed: 2", ",,", "Year,Rent (£),Repairs (£ million)", ",,", ...years].join(
      "\n",
    ),
  );
  expect(spec.layout?.headerRow).toBe(3);
  expect(Object.values(spec.measures).map(({ label, unit }) => `${label}: ${unit.other}`)).toEqual([
    "Rent: pounds",
    "Repairs: million pounds",
  ]);
  expect(dataset?.observations).toHaveLength(10);
});

test("one placeholder among headings is a column without a name", async () => {
  const { spec, dataset } = await guessOf(
    ["Unnamed: 0,Year,Rent (£),Repairs (£ million)", ...years.map((year, at) => `${at},${year}`)].join("\n"),
  );
  expect(spec.layout?.headerRow ?? 1).toBe(1);
  expect(Object.keys(spec.measures)).toHaveLength(2);
  expect(dataset?.observations).toHaveLength(10);
});
