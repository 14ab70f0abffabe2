import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021];
/** Flows of years, in the order given: what comes, what goes, and a third. */
const table = (third: string, of: (comes: number, goes: number) => number) =>
  [
    "Direction,Year,Statistic,UNIT,VALUE",
    ...years.flatMap((year, at) => {
      const [comes, goes] = [51.3 + at * 7.1, 70.9 - at * 3.3];
      const row = (name: string, value: number) =>
        `${name},${year},Estimated Migration (Persons in April),Thousand,${value.toFixed(1)}`;
      return [row("Immigrants", comes), row("Emigrants", goes), row(third, of(comes, goes))];
    }),
  ].join("\n");

test("what is left of one flow after another is added to neither", async () => {
  const { spec, remarks } = await guessOf(table("Net migration", (comes, goes) => comes - goes));
  expect(spec.dimensions.direction).toMatchObject({ exclusive: false });
  expect(remarks.get("dimensions.direction.exclusive")).toContain('"Net migration" is "Immigrants" less "Emigrants"');
});

test("a name says nothing where figures are no difference, nor figures where no name does", async () => {
  for (const [name, of] of [
    ["Net migration", (comes: number, goes: number) => comes * 2 - goes],
    ["Transit", (comes: number, goes: number) => comes - goes],
  ] as const)
    expect((await guessOf(table(name, of))).spec.dimensions.direction).not.toHaveProperty("exclusive");
});

test("thousands of what a name has in brackets are thousands of these", async () => {
  const { spec } = await guessOf(table("Net migration", (comes, goes) => comes - goes));
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "thousand persons" } }]);
});
