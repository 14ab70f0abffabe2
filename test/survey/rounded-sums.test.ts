import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
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
