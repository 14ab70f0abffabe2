import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Ashford", "Dover", "Swale", "Thanet", "Maidstone", "Gravesham", "Dartford", "Medway"];
/** Children in areas, of which those below a number are hidden, with a note below. */
const table = (note: string, below: number, least = below) =>
  [
    "Area,Boys,Girls",
    ...areas.map((area, at) => `${area},${at % 3 === 1 ? "*" : least + at * 3},${at % 4 === 2 ? "*" : 40 + at * 7}`),
    "",
    `"${note}"`,
  ].join("\n");
const hideOf = async (note: string, below: number, least?: number) => {
  const { spec, remarks } = await guessOf(table(note, below, least));
  const profile = spec.disclosure?.profile;
  return { hide: typeof profile === "object" ? profile.hide : profile, remark: remarks.get("disclosure") };
};

describe("which counts a publisher hides", () => {
  test.each([
    ["Figures below 10 have been suppressed.", 10, 9],
    ["* Fewer than ten, hidden to protect people.", 10, 9],
    ["Counts of 7 or less are replaced by an asterisk.", 8, 7],
    ["* represents counts between 1 and 5, which are not shown.", 6, 5],
    ["Numbers less than or equal to 5 are withheld.", 6, 5],
    ["Figures below 3 have been suppressed.", 5, 4],
  ])("is what a note says: %s", async (note, below, to) => {
    const { hide, remark } = await hideOf(note, below);
    expect(hide).toEqual({ from: 1, to });
    expect(remark).toContain(note.replace(/^\* /u, ""));
  });

  test.each([
    ["Percentages based on fewer than 30 people are suppressed.", 10],
    ["Figures are rounded to 10, and small ones hidden.", 10],
    ["Children below 12 years old are not shown.", 12],
  ])("is nothing that a note on others says: %s", async (note, below) => {
    expect((await hideOf(note, below)).hide).toEqual({ from: 1, to: 4 });
  });

  test("is nothing that the figures do not bear out", async () => {
    expect((await hideOf("Figures below 10 have been suppressed.", 10, 6)).hide).toEqual({ from: 1, to: 4 });
  });
});
