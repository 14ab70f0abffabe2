import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

test("headings that are each sex with each single age, and the same words behind, are two dimensions", async () => {
  const sexes = ["Total", "Males", "Females"];
  const ages = ["Total", ...Array.from({ length: 12 }, (_, age) => String(age))];
  const heads = sexes.flatMap((sex) => ages.map((age) => `${sex} ${age} Population 31 Dec`));
  const own = (at: number) => 3000 + 17 * at;
  const figureOf = (sex: number, age: number, year: number) => {
    const of = (one: number, at: number) => own(at) + 100 * one + year;
    const atAge = (at: number) => (sex === 0 ? of(1, at) + of(2, at) : of(sex, at));
    return age > 0 ? atAge(age) : ages.slice(1).reduce((sum, _, at) => sum + atAge(at + 1), 0);
  };
  const rows = [2020, 2021, 2022].map((year) =>
    [year, ...sexes.flatMap((_, sex) => ages.map((_, age) => figureOf(sex, age, year)))].join(","),
  );
  const { spec, dataset } = await guessOf([["Year", ...heads].join(","), ...rows, ""].join("\n"));
  expect(spec.layout?.wide?.columns).toBe("{group} {subgroup} Population 31 Dec");
  expect(Object.keys(spec.measures)).toHaveLength(1);
  expect(dataset?.observations).toHaveLength(3 * 39);
});
