import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const ages = ["0", "1 - 4", "5 - 14", "15 - 44", "45 - 64", "65+"];
const headings = ["Age,Deaths,,Homes", ",of residents,of visitors,left"];
const figureOf = (block: number, row: number, column: number) => 1204 + block * 517 + row * 83 + column * 31;
const rowsOf = (block: number, names: readonly string[] = ages) =>
  names.map((name, row) => [name, ...[0, 1, 2].map((column) => figureOf(block, row, column))].join(","));
/** Tables one below another, each below its title and the same headings. */
const below = (titles: readonly string[], more: readonly string[] = []) =>
  [
    "Deaths and homes in Kirkby",
    "",
    ...titles.flatMap((title, block) => [`${title},,,`, "", ...headings, "", ...rowsOf(block), ""]),
    ...more,
  ].join("\n");

test("tables one below another, of men and of women, are one with a dimension of sex", async () => {
  const { spec, dataset, remarks } = await guessOf(below(["Men", "Women"], ["Source: registers"]));
  expect(spec.dimensions.sex).toMatchObject({ label: "Sex" });
  expect(spec.layout?.tables).toEqual([
    { range: "A8:D13", at: { sex: "Men" } },
    { range: "A20:D25", at: { sex: "Women" } },
  ]);
  expect(dataset?.observations).toHaveLength(36);
  expect(remarks.get("layout")).toBeUndefined();
});

test("what titles of tables tell apart is asked where it is not known", async () => {
  const { spec, remarks } = await guessOf(below(["Before the reform", "After the reform"]));
  expect(spec.dimensions.block).toMatchObject({ role: "category" });
  expect(remarks.get("dimensions.block")).toContain("give it its name");
});

test.each([
  ["those of measures", ["Number of cases", "Rate per 1000"]],
  ["the same", ["Men", "Men"]],
])("tables whose titles are %s are told, and not read as one", async (_, titles) => {
  const { spec, remarks } = await guessOf(below(titles));
  expect(spec.layout?.tables).toBeUndefined();
  if (titles[0] !== titles[1]) expect(remarks.get("layout")).toMatch(/^19 of the 38 numbers/u);
});

test("all numbers of tables one below another are read, or told", async () => {
  const title = fc.constantFrom("Men", "Women", "Frauen", "North", "Rate per 1000", "Table 2", "2019", "Total");
  await fc.assert(
    fc.asyncProperty(fc.array(title, { minLength: 2, maxLength: 4 }), async (titles) => {
      const { dataset, remarks } = await guessOf(below(titles));
      const told = Number(/^(?<told>\d+) of the/u.exec(remarks.get("layout") ?? "")?.groups?.told ?? 0);
      const read = dataset?.observations.filter(({ cell }) => cell.state === "value").length ?? 0;
      expect(read + told).toBeGreaterThanOrEqual(titles.length * 18);
    }),
    { numRuns: trials(40, 15) },
  );
});
