import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const tripsOf = (row: number, column: number): number =>
  12.5 + row * 31.25 + column * 7.5 + ((row * column) % 3) * 4.25;

/** Trips from each stop to each, below a line that says what stands down the side and what across; with their sums. */
function matrixOf(stops: readonly string[]): string {
  const all = stops.map((_, row) => stops.map((__, column) => tripsOf(row, column)));
  const sum = (figures: readonly number[]) => figures.reduce((whole, own) => whole + own, 0);
  const rows = all.map((figures, row) => `${stops[row]},${figures.join(",")},${sum(figures)}`);
  const below = stops.map((_, column) => sum(all.map((figures) => figures[column] ?? 0)));
  return [
    `Stops down,Stops across->,,WEEKDAY${",".repeat(stops.length - 2)}`,
    `,${stops.join(",")},Exits`,
    ...rows,
    `Entries,${below.join(",")},${sum(below)}`,
    "",
  ].join("\n");
}

describe("the names of the rows across the top once more", () => {
  test("are headings, though some of them are numbers, and each figure is of two of them", async () => {
    const stops = ["RM", "EN", "19", "12", "LM", "24", "FV", "CL"];
    const { spec, dataset, remarks } = await guessOf(matrixOf(stops));
    const [down = "", across = ""] = Object.keys(spec.dimensions);
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.observations).toHaveLength((stops.length + 1) ** 2);
    const found = dataset?.observations.find(({ at }) => at[down] === "lm" && at[across] === "24")?.cell;
    expect(found).toEqual({ state: "value", value: tripsOf(4, 5) });
    expect(remarks.get(`dimensions.${across}`)).toContain("which is which");
  });

  test("whatever they are called, and in whatever order", async () => {
    const names = fc.uniqueArray(
      fc.constantFrom(..."ABDEFGHJ".split("").map((letter) => `${letter}K`), "31", "47", "16"),
      {
        minLength: 7,
        maxLength: 10,
      },
    );
    await fc.assert(
      fc.asyncProperty(names, async (stops) => {
        const { dataset, spec } = await guessOf(matrixOf(stops));
        expect(Object.keys(spec.measures)).toHaveLength(1);
        expect(dataset?.observations).toHaveLength((stops.length + 1) ** 2);
      }),
      { numRuns: trials(20, 5) },
    );
  });
});

test("figures that happen to stand down the side in part are no headings", async () => {
  const rows = [12, 15, 19, 24, 31, 47].map((age, at) => `${age},${310 + at * 7},${290 + at * 11}`);
  const { spec } = await guessOf(["Age,Men,Women", ...rows, ""].join("\n"));
  expect(spec.layout?.dimensions).toMatchObject({ age: "Age" });
});
