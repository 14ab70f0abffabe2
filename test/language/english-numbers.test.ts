import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { englishPlural, englishSigns, isEnglish } from "../../src/language/numbers/english-numbers.ts";
import { calendarNames, createFormats } from "../../src/language/numbers/formats.ts";
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

describe.each(["en", "en-GB", "en-IE", "en-US"])("what is written here is what Intl writes, %s", (locale) => {
  const byIntl = (date: Date, style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC", calendar: "gregory" }).format(date);

  it("of dates and months", () => {
    const { date } = createFormats(locale);
    const firsts = ["0999-02-28", "1582-10-10", "1899-12-31", "1970-01-01", "2024-02-29", "9999-12-31"];
    const days = Array.from({ length: 400 }, (_, index) =>
      new Date(Date.UTC(2019, 0, index)).toISOString().slice(0, 10),
    );
    for (const iso of [...firsts, ...days]) {
      const day = new Date(iso);
      expect(date(iso)).toBe(byIntl(day, { day: "numeric", month: "long", year: "numeric" }));
      expect(date(iso.slice(0, 7))).toBe(byIntl(day, { month: "long", year: "numeric" }));
    }
  });

  it("of lists", () => {
    const names = ["Kent", "Essex", "Devon and Cornwall", "Surrey, Sussex"];
    for (let count = 0; count <= names.length; count += 1) {
      const items = names.slice(0, count);
      expect(createFormats(locale).list(items)).toBe(
        new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
      );
    }
  });

  it("of the names of days and months", () => {
    const { days, shortDays, months } = calendarNames(locale);
    const dayAt = (index: number) => new Date(Date.UTC(1970, 0, 4 + index));
    expect(days).toEqual(days.map((_, index) => byIntl(dayAt(index), { weekday: "long" })));
    expect(shortDays).toEqual(days.map((_, index) => byIntl(dayAt(index), { weekday: "short" })));
    expect(months).toEqual(months.map((_, index) => byIntl(new Date(Date.UTC(1970, index)), { month: "long" })));
    expect([days.length, shortDays.length, months.length]).toEqual([7, 7, 12]);
  });
});
