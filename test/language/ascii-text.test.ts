import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asciiPattern, asciiText } from "../../src/language/audit/ascii-text.ts";
import { trials } from "../support/trials.ts";

describe("a text in ASCII", () => {
  test.each([
    ["Tŷ Siôn, Ysgol 9", "Ty Sion, Ysgol 9"],
    ["Łódź 12", "Xodz 12"],
    ["Ωmega и ж", "Xmega x x"],
    ["٣ and ⅔ of ½", "² and ² of ½"],
    ["₹500, £5 and €6", "¤500, £5 and €6"],
    ["𝟏𝟐 🙂 offences", "²²²² 🙂 offences"],
  ])("%s", (text, ascii) => {
    expect(asciiText(text)).toBe(ascii);
  });

  test("property: each character stays where it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(asciiText(text)).toHaveLength(text.length);
      }),
    );
  });
});

test("property: an expression finds in it what it finds by the classes of Unicode", () => {
  const character = fc.constantFrom(..."aZ 9.,%-(ŷÉŁжΩ½²٣₹£’–#", "12", " year ");
  const source = fc.constantFrom(
    "(?<![\\p{L}\\p{N}])\\d{1,2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
    "(?<!\\p{L})\\p{Lu}\\p{Ll}* \\p{N}+",
    "\\p{Sc}?\\p{N}+(?=,\\P{N}|$)",
    "(?<=[\\p{L})]) ?\\p{N}",
    "[^\\p{L}\\p{N}]+",
  );
  fc.assert(
    fc.property(source, fc.array(character, { maxLength: 12 }), (pattern, characters) => {
      const text = characters.join("");
      const found = (expression: RegExp, within: string) =>
        [...within.matchAll(expression)].map(({ 0: { length }, index }) => [index, length]);
      expect(found(asciiPattern(pattern), asciiText(text))).toEqual(found(new RegExp(pattern, "gu"), text));
    }),
    { numRuns: trials(500, 500) },
  );
});

test("a class that has no counterpart is refused", () => {
  expect(() => asciiPattern("\\p{Script}")).toThrow(RangeError);
});
