import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayBeWordAfter } from "../../src/language/audit/changing-affix.ts";
import { findLanguage, setType } from "../../src/language/index.ts";

const pieces = [" ", "\u00A0", ",", "(", "[", "–", "—", "-", "in ", "o ", "million", "HUNDREDS", "fil", "y cant", "k"];
const further = ["K", "per cent", "a day", "o bob dydd", "fold", "égal", "1", ".", "\uFFFC", "women"];

describe("an expression that is asked of few texts is asked of all that it matches", () => {
  it.each(["en-GB", "cy"])("behind figures, %s", (tag) => {
    const { after } = findLanguage(tag).figureAffixes;
    let matched = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...further), { maxLength: 5 }), (parts) => {
        const text = parts.join("");
        if (!after.test(text)) return;
        matched += 1;
        expect(mayBeWordAfter.test(text), text).toBe(true);
      }),
      { numRuns: 5_000 },
    );
    expect(matched).toBeGreaterThan(200);
  });

  it.each([
    ["www.é 'a'", "www.é ‘a’"],
    ["xn--é.UK 'a'", "xn--é.UK ‘a’"],
    ["mailto:a'b 'a'", "mailto:a'b ‘a’"],
    ["a@b--c.cz 'a'", "a@b--c.cz ‘a’"],
    ["é--é", "é–é"],
    ["2017-18, 1,000-2,000", "2017–18, 1,000–2,000"],
    ["٣ km", "٣\u00A0km"],
    ["5 µg, 5 °C, 5 %", "5\u00A0µg, 5\u00A0°C, 5\u00A0%"],
  ])("in type: %s", (typed, set) => {
    expect(setType(typed, findLanguage("en-GB").typography)).toBe(set);
  });
});
