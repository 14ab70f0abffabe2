import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

test("what is told in index points is called the index, whatever else its heading says, and is marked", async () => {
  const row = (...cells: readonly string[]) => cells.join(",");
  const heads = ["Mining", "Retail trade", "All industries"].map(
    (name) => `Weekly rates of pay ;  Private ;  ${name} ;`,
  );
  const { spec, remarks } = await guessOf(
    lines(
      row("", ...heads),
      row("Unit", "Index Numbers", "Index Numbers", "Index Numbers"),
      ...Array.from({ length: 9 }, (_, at) => row(`2020-0${at + 1}`, `10${at}.1`, `10${at}.2`, `10${at}.3`)),
    ),
  );
  const own = Object.values(spec.measures);
  expect(own.map(({ unit, short }) => [unit.other, short])).toEqual(heads.map(() => ["index points", "index"]));
  expect([...remarks.values()].join(" ")).toContain("Say what 100 is.");
});

test("an index that rows name is one as well", async () => {
  const rows = Array.from({ length: 6 }, (_, at) => [
    `202${at % 3},Average wage,Index,${101.5 + at}`,
    `202${at % 3},Jobs,Number,${4100 + at * 311}`,
  ]).flat();
  const { spec } = await guessOf(lines("Year,Measure,Unit,Value", ...rows.slice(0, 6)));
  const index = Object.values(spec.measures).find(({ unit }) => unit.other === "index points");
  expect(index?.short).toBe("index");
});
