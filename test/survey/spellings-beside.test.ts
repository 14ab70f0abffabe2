import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const years = [2013, 2014, 2015];
const table = (rows: (year: number) => readonly string[]) =>
  `Year,City,Arrivals\n${years.flatMap((year) => rows(year).map((row) => `${year},${row}`)).join("\n")}\n`;

test("names that differ by a sign are two where the data has other figures for both", async () => {
  const { dataset, spec } = await guessOf(
    table((year) => [`Des Moines,${year - 1700}`, `"Des Moines,",${year - 1990}`, `Opa Locka,${year - 1800}`]),
  );
  expect(spec.layout).not.toHaveProperty("repeatedRows");
  expect(dataset?.categories("city")).toHaveLength(3);
  expect(dataset?.observations.every(({ cell }) => cell.state === "value")).toBe(true);
});

test("they are one where each is there in years of its own, or both say the same", async () => {
  const inTurn = table((year) => [`${year < 2015 ? "Opa Locka" : "Opa-Locka"},${year - 1700}`, `Miami,${year - 1500}`]);
  expect((await guessOf(inTurn)).dataset?.categories("city")).toHaveLength(2);
  const twice = table((year) => [`Opa Locka,${year - 1700}`, `Opa-Locka,${year - 1700}`, `Miami,${year - 1500}`]);
  expect((await guessOf(twice)).dataset?.categories("city")).toHaveLength(2);
});
