import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Rates of quarters and years across three printed pages, each with its title, the unit or that it goes on above it. */
const pages = (unit: string, goesOn: string): string => {
  const parts = ["I quarter", "II quarter", "III quarter", "IV quarter", "year"];
  const years = [2019, 2020, 2021];
  const across = (own: (year: number, part: number) => unknown) =>
    years.flatMap((year) => parts.map((_, part) => own(year, part))).join(",");
  const rows = ["Country", "Nordland", "Sudland", "Westland"].map(
    (name, row) => `${name},${across((year, part) => (4 + row * 0.7 + (year - 2019) * 0.3 + part * 0.1).toFixed(1))}`,
  );
  return [
    `Idle homes 1),${across((year, part) => (part === 0 && year > 2019 ? "Idle homes 1)" : ""))}`,
    `,${across((year, part) => (part < 4 ? "" : year === 2019 ? unit : goesOn))}`,
    `,${across((year, part) => (part === 0 ? year : ""))}`,
    `,${across((_, part) => parts[part])}`,
    ...rows,
  ].join("\n");
};

test.each([
  ["in percent", "continuation"],
  ["per cent", "Continued"],
  ["in percent", "Fortsetzung"],
])("what stands above each printed page is no heading of its columns: %s, %s", async (unit, goesOn) => {
  const { spec, dataset } = await guessOf(pages(unit, goesOn));
  expect(Object.values(spec.measures)).toEqual([expect.objectContaining({ unit: { one: "%", other: "%" } })]);
  expect(dataset?.periods()).toHaveLength(15);
  expect(dataset?.observations).toHaveLength(60);
});
