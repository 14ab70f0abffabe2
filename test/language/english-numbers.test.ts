import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { englishPlural, englishSigns, isEnglish } from "../../src/language/numbers/english-numbers.ts";
import { createFormats } from "../../src/language/numbers/formats.ts";
import { inPart } from "../support/trials.ts";

describe.each(["en", "en-GB", "en-IE", "en-US"])("numbers of %s", (locale) => {
  const digits = fc.tuple(fc.stringMatching(/^(?:0|[1-9]\d{0,30})$/), fc.stringMatching(/^\d{0,9}$/));

  it("are written as Intl writes them", () => {
    expect(isEnglish(locale)).toBe(true);
    fc.assert(
      fc.property(digits, ([whole, fraction]) => {
        const text = (fraction === "" ? whole : `${whole}.${fraction}`) as Intl.StringNumericLiteral;
        const places = { minimumFractionDigits: fraction.length, maximumFractionDigits: fraction.length };
        const written = new Intl.NumberFormat(locale, places).format(text);
        expect(createFormats(locale).decimal(new Fraction(text), fraction.length)).toBe(written);
        if (!/^[0.]*$/.test(text))
          expect(createFormats(locale).decimal(new Fraction(`-${text}`), fraction.length)).toBe(`−${written}`);
      }),
      { numRuns: inPart(2_000, 200) },
    );
    const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(1_234_567.8);
    for (const [type, sign] of [
      ["decimal", englishSigns.decimal],
      ["group", englishSigns.thousands],
    ] as const)
      expect(parts.find((part) => part.type === type)?.value).toBe(sign);
  });

  it("have the plurals that Intl gives them", () => {
    for (const decimals of [0, 1, 2])
      for (const value of [-2, -1.5, -1, -0.01, 0, 0.5, 1, 1.01, 1.5, 2, 11, 101, 1_000_000]) {
        const rounded = Number(value.toFixed(decimals));
        const rule = new Intl.PluralRules(locale, { minimumFractionDigits: decimals }).select(rounded);
        expect([value, decimals, englishPlural(rounded, decimals)]).toEqual([value, decimals, rule]);
      }
  });
});
