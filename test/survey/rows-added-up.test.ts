import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Ashford", "Bexhill", "Crawley", "Dover", "Epsom", "Fareham", "Gosport", "Harlow"];
/** Numbers that follow no rule, from 21 to 219. */
const figureAt = (at: number): number => 21 + ((at * 7919 + 31) % 199);

/** Cases of each town, by kind and by a column more, several of each. */
const casesBy = (values: readonly string[], heading: string): string => {
  const rows = towns.flatMap((town, of) =>
    ["Theft", "Fraud", "Arson"].flatMap((kind, at) =>
      values.flatMap((value, by) =>
        [0, 1, 2].map((again) => `${town},${kind},${value},${figureAt(of * 97 + at * 31 + by * 11 + again)}`),
      ),
    ),
  );
  return [`Town,Kind,${heading},Hours`, ...rows].join("\n");
};

describe("rows that are added up", () => {
  test("say how many make how many figures, and by what those of one differ", async () => {
    const { spec, remarks } = await guessOf(casesBy(["Desk", "Street", "Court"], "Place"));
    expect(spec.layout?.repeatedRows).toBe("sum");
    expect(Object.keys(spec.dimensions)).not.toContain("place");
    const said = remarks.get("layout.repeatedRows") ?? "";
    expect(said).toContain("216 rows make 24, and at most 9 one");
    expect(said).toContain('differ by "Place"');
    expect(said).toContain("Guessed from its labels; check.");
  });

  test.each([
    ["Place", ["Desk", "Street", "All"]],
    ["Place", ["Desk", "Street", "Total"]],
    ["Region", ["Kent", "Essex", "England"]],
  ])("are told apart by what has a total among its values: %s, %s", async (heading, values) => {
    const { spec, dataset } = await guessOf(casesBy(values, heading));
    expect(Object.values(spec.layout?.dimensions ?? {})).toContain(heading);
    expect(dataset?.observations).toHaveLength(towns.length * 3 * values.length);
  });

  test("are none where one of them is the sum of the others, whatever the figures are", async () => {
    const parts = fc.array(fc.integer({ min: 30, max: 900 }), {
      minLength: towns.length * 3,
      maxLength: towns.length * 3,
    });
    await fc.assert(
      fc.asyncProperty(parts, async (figures) => {
        const rows = towns.flatMap((town, of) => {
          const own = figures.slice(of * 3, of * 3 + 3);
          return [...own, own.reduce((sum, figure) => sum + figure, 0)].map((figure) => `${town},${figure}`);
        });
        const { spec } = await guessOf(["Town,Hours", ...rows].join("\n"));
        expect(spec.layout?.repeatedRows).not.toBe("sum");
      }),
      { numRuns: trials(30, 6) },
    );
  });
});
