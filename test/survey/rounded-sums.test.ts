import { expect, test } from "vitest";
import { saferGuesses } from "../../src/survey/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const toTens = (value: number): number => 10 * Math.round(value / 10);
const toFives = (value: number): number => 5 * Math.round(value / 5);

test("what a total counts once beside the others is no total of some, whatever it is called", async () => {
  const rows = ["Ashby", "Birch", "Coldfell", "Dunmarsh", "Eastry"].flatMap((area, at) =>
    [2019, 2020, 2021].flatMap((year, of) => {
      const [positive, rejected] = [2 + at * 23 + of * 7, 141 + at * 19 - of * 13];
      const ofDecision = { Total: positive + rejected, "Total positive decisions": positive, Rejected: rejected };
      return Object.entries(ofDecision).map(([decision, people]) => `${area},${year},${decision},${people}`);
    }),
  );
  const { spec } = await guessOf(lines("Area,Year,Decision,People", ...rows));
  expect(spec.disclosure).toBeDefined();
  expect(spec.dimensions.decision).toMatchObject({ total: "total" });
  expect(spec.layout?.rows).toBeUndefined();
});

test("a total that rounding keeps from being the sum of others is told of", async () => {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const groups = [213 + at * 31, 94 + at * 17, 402 - at * 9];
    const total = groups.reduce((sum, value) => sum + value, 0);
    return [`${2010 + at}`, ...[...groups, total].map((value) => 10 * Math.round(value / 10))].join();
  });
  const { remarks } = await guessOf(lines("Year,Couples,Single people,Lone parents,Total households", ...rows));
  expect(remarks.get("measures.totalHouseholds.statType")).toContain("but for rounding to 10");
  const others = await guessOf(
    lines("Year,Couples,Single people,Total households", ...rows.map((row) => row.replace(/,(\d+),(\d+)$/u, ",$2"))),
  );
  expect(others.remarks.get("measures.totalHouseholds.statType") ?? "").not.toContain("but for rounding");
});

test("a total of areas that are rounded to fives is one by its figures", async () => {
  const homes = [412, 93, 268, 77, 1204, 36, 590];
  const rows = homes.map((value, at) => `Place ${String.fromCharCode(65 + at)}${at}x,${toFives(value)}`);
  const { spec } = await guessOf(lines("Town,Homes", ...rows, `Whole valley,${toFives(2680)}`));
  expect(spec.dimensions.town).toMatchObject({ total: "whole-valley" });
});

const councils = ["Ashby", "Birch", "Coldfell", "Dunmarsh", "Eastry", "Fenby", "Garth", "Holme", "Ivesham", "Kelby"];
const households = (at: number, of: number): number => (at * 7 + of * 11) % 23;
const hiddenBelow = (value: number): string => (value > 0 && value < 5 ? "." : String(value));

test("a rounded total of areas that are not, some of them hidden, is no exact sum, and is left out", async () => {
  const rows = councils.map((area, at) =>
    [area, ...[0, 1, 2, 3, 4].map((of) => hiddenBelow(households(at, of)))].join(),
  );
  const england = [0, 1, 2, 3, 4].map(
    (of) => toTens(councils.reduce((sum, _, at) => sum + households(at, of), 0)) + 40,
  );
  const table = (total: readonly number[]) =>
    lines("Council,Couples,Single people,Lone parents,Older people,Others", ...rows, ["England", ...total].join());
  const { spec, remarks, dataset } = await guessOf(table(england));
  expect(spec.dimensions.council).not.toHaveProperty("total");
  expect(dataset?.categories("council").map(({ label }) => label)).toEqual(councils);
  expect(remarks.get("layout.rows")).toContain('"England": rounded to tens');

  const exact = await guessOf(table(england.map((value, of) => value - 1 - of)));
  expect(exact.spec.dimensions.council).toHaveProperty("total");
});

test("where a total by its name gives away what is hidden, a guess without its rows is at hand", async () => {
  const rows = councils.map(
    (area, at) => `${area},${hiddenBelow(households(at, 0))},${hiddenBelow(households(at, 1))}`,
  );
  const table = lines("Council,Couples,Single people", ...rows, "England,431,417");
  const guess = await guessOf(table);
  if (!guess.dataset) throw new Error("It is not read.");
  const data = { csv: table, file: "figures.csv" };
  const { value: fewer } = await saferGuesses({ ...guess, dataset: guess.dataset }, data).next();
  expect(guess.spec.dimensions.council).toHaveProperty("total");
  expect(fewer?.spec.dimensions.council).not.toHaveProperty("total");
  expect(fewer?.dataset.categories("council")).toHaveLength(councils.length);
  expect(fewer?.remarks.get("layout.rows")).toContain('"England": the total of the others by its name');
});
