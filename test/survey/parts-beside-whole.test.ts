import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const places = ["Ashby", "Barton", "Corley", "Denham", "Elton", "Farley", "Garston"];
const years = [2019, 2020, 2021, 2022];
const figureOf = (at: number, year: number): number => 31_000 + ((at * 7919 + year * 613) % 9000);

/** What the inner and the outer half of the third place come to. */
const partOf = (half: number, year: number): number =>
  half === 0 ? 9000 + (year % 97) : figureOf(2, year) - partOf(0, year);

/** A table of places, of which one stands with its two halves from 2021 on. */
const tableOf = (halves: readonly [string, string], { gap = 0 } = {}): string =>
  [
    "Year,Area,Meters",
    ...years.flatMap((year) => [
      ...places.map((place, at) => `${year},${place},${figureOf(at, year)}`),
      ...(year < 2021 ? [] : halves.map((half, at) => `${year},${half},${at * gap + partOf(at, year)}`)),
    ]),
    "",
  ].join("\n");

describe("parts of an area that stand beside it", () => {
  test("are left out where they are called as it is and come to its figures", async () => {
    const { spec, remarks } = await guessOf(tableOf(["Inner Corley", "Outer Corley"]));
    expect(spec.layout?.rows?.except).toEqual({ Area: ["Inner Corley", "Outer Corley"] });
    expect(remarks.get("layout.rows")).toContain('parts of "Corley"');
  });

  test("stay where their figures do not come to those of it", async () => {
    const { spec } = await guessOf(tableOf(["Inner Corley", "Outer Corley"], { gap: 517 }));
    expect(spec.layout?.rows).toBeUndefined();
  });
});
