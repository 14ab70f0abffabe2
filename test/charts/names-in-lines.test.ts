import fc from "fast-check";
import { parse, View } from "vega";
import { describe, expect, it } from "vitest";
import { wrappedLines } from "../../src/charts/recipes/room-for-names.ts";

const inLines = (text: string, characters: number): readonly string[] =>
  new View(parse({ signals: [{ name: "lines", update: wrappedLines(JSON.stringify(text), String(characters)) }] }))
    .run()
    .signal("lines");

const word = fc.string({ unit: fc.constantFrom(..."abcdeöß"), minLength: 3, maxLength: 24 });
const name = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "-", "/", ", ")), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().slice(0, -1).join(""));

describe("names in lines", () => {
  it.each([
    ["Friedrichshain-Kreuzberg", 19, ["Friedrichshain-", "Kreuzberg"]],
    ["Mecklenburg-Vorpommern", 20, ["Mecklenburg-", "Vorpommern"]],
    ["Kingston/Richmond", 12, ["Kingston/", "Richmond"]],
    ["apprenticeship, other", 14, ["apprentices-", "hip, other"]],
    ["Telecommunications", 17, ["Telecommunicati-", "ons"]],
    ["Offences in 2014-15", 17, ["Offences in", "2014-15"]],
    ["Offences in 2014/15", 17, ["Offences in", "2014/15"]],
  ])("%s, of %i characters", (text, characters, lines) => {
    expect(inLines(text, characters)).toEqual(lines);
  });

  it("end at a space, a hyphen or a slash of theirs, and within a part alone that is longer than a line", () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 8, max: 20 }), (text, characters) => {
        const lines = inLines(text, characters);
        const parts = text.split(/\s+|(?<=[-/])/u);
        const whole = new Set(parts.filter(({ length }) => length <= characters));
        const inside = lines.join("\n").split(/\s+|(?<=[-/])(?!\n)/u);
        for (const part of whole) expect(inside).toContain(part);
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(characters);
          expect(line.replaceAll(/[^\p{L}]/gu, "").length, lines.join("|")).toBeGreaterThanOrEqual(3);
        }
        // A line that a hyphen of its own ends has one more sign.
        const letters = (written: string) => written.replaceAll(/[^\p{L}]/gu, "");
        expect(letters(lines.join(""))).toBe(letters(text));
      }),
      { numRuns: 300 },
    );
  });
});
