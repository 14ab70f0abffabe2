import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const ages = ["16-24", "25-34", "35-49", "50-64"];
const block = (at: number) => ages.map((age, row) => [age, 210 + at * 37 + row * 53, 240 + at * 41 + row * 47]);
const lineOf = (cells: readonly (string | number)[]) => cells.join(",");
const sums = (name: string, own: readonly (readonly (string | number)[])[]) => [
  name,
  ...[1, 2].map((at) => own.reduce((sum, cells) => sum + Number(cells[at]), 0)),
];
const table = (heads: readonly string[]) =>
  ["People in work", ",2020,2021"]
    .concat(heads.flatMap((head, at) => [sums(head, block(at)), ...block(at)].map(lineOf)))
    .join("\n");

test("rows that head others and have figures are groups, and all of the rows below them", async () => {
  const { spec, dataset, remarks } = await guessOf(table(["Men", "Women"]));
  expect(spec.layout?.dimensions).toMatchObject({ sex: { heading: expect.anything(), names: ["Men", "Women"] } });
  const [id] = Object.entries(spec.dimensions).find(([, own]) => own.role === "category" && own.total === "all") ?? [];
  expect(remarks.get(`dimensions.${id}.total`)).toMatch(/^Guessed from its labels; check\./u);
  const figureOf = (sex: string, own: string) =>
    dataset?.observations.find(({ at }) => at.sex === sex && at[id ?? ""] === own && at.period?.startsWith("2020"))
      ?.cell;
  expect(figureOf("women", "25-34")).toMatchObject({ value: 300 });
  expect(figureOf("women", "all")).toMatchObject({ value: 247 + 300 + 353 + 406 });
  expect(dataset?.observations).toHaveLength(20);
});

test("a name that comes once within a group is no heading, and years below names are none of a group", async () => {
  const years = ["North,2020,310,320", "North,2021,330,340", "South,2020,210,220", "South,2021,230,240"];
  const { spec } = await guessOf(["Area,Year,Boys,Girls", ...years].join("\n"));
  expect(JSON.stringify(spec.layout)).not.toContain("names");
  const other = ["Cause,2020,2021", "A,90,91", "B,61,62", "C,33,34", "B2,21,22", "D,44,45"].join("\n");
  expect(JSON.stringify((await guessOf(other)).spec.layout)).not.toContain("names");
});
