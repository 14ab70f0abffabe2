import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWords } from "../../src/language/create-words.ts";
import { article, cardinal } from "../../src/language/english/numerals.ts";
import { findLanguage } from "../../src/language/index.ts";
import { createFormats } from "../../src/language/numbers/formats.ts";
import { exact, formatDecimal } from "../../src/language/numbers/rational.ts";
import { wordsOf } from "./fixtures.ts";

/** How a whole number is said, by rules of its own: in groups of three from the top. */
function spoken(value: number): string {
  const [group = 0, scale] =
    value >= 1_000_000
      ? [Math.floor(value / 1_000_000), "m"]
      : value >= 1000
        ? [Math.floor(value / 1000), "t"]
        : [value];
  const hundreds = Math.floor(group / 100);
  const names =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
      " ",
    );
  const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  const first = hundreds > 0 ? names[hundreds] : group < 20 ? names[group] : tens[Math.floor(group / 10)];
  return `${first}${scale ?? ""}`;
}

describe("the article", () => {
  test("agrees with how the numeral is spoken, to 10,000 and beyond, as a numeral and in words", () => {
    const numbers = [
      ...Array.from({ length: 10_001 }, (_, n) => n),
      11_000,
      18_500,
      80_000,
      110_000,
      800_000,
      8_000_000,
      11_000_000,
    ];
    for (const n of numbers) {
      const expected = /^[aeiou]/.test(spoken(n)) && !spoken(n).startsWith("one") ? "an" : "a";
      const numeral = formatDecimal(exact(n), 0);
      expect([numeral, article(`${numeral}%`)]).toEqual([numeral, expected]);
      if (n < 1000) expect([n, article(cardinal(n))]).toEqual([n, expected]);
    }
    expect(["11.5%", "8.2%", "1.8%", "18.0%", "0.8%"].map(article)).toEqual(["an", "an", "a", "an", "a"]);
  });

  test("words are their numbers", () => {
    expect([0, 9, 10, 13, 20, 21, 99, 100, 101, 274, 999].map(cardinal)).toEqual([
      "zero",
      "nine",
      "ten",
      "thirteen",
      "twenty",
      "twenty-one",
      "ninety-nine",
      "one hundred",
      "one hundred and one",
      "two hundred and seventy-four",
      "nine hundred and ninety-nine",
    ]);
    expect(new Set(Array.from({ length: 1000 }, (_, n) => cardinal(n))).size).toBe(1000);
  });
});

describe("formats", () => {
  test("property: English numerals are those of plain arithmetic on exact rationals, however long", () => {
    const { decimal } = createFormats("en-GB");
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.integer({ min: 0, max: 6 }),
        (digits, decimals) => {
          const value = exact(digits).div(exact(10n ** BigInt(decimals)));
          expect(decimal(value, decimals)).toBe(formatDecimal(value, decimals));
        },
      ),
    );
  });

  test("a half is rounded up before Intl sees it, and a true minus sign stands before what is below zero", () => {
    const { decimal } = createFormats("en-GB");
    expect([
      decimal(exact(1.005), 2),
      decimal(exact(2.5), 0),
      decimal(exact(-2.5), 0),
      decimal(exact(-0.4), 0),
    ]).toEqual(["1.01", "3", "−3", "0"]);
  });

  // What Intl is used for, so that a Node that writes something else is found out here.
  test.each([
    ["en-GB", "1,234,567.80", "12 September 2019", "September 2019", "A, B and C"],
    ["cy", "1,234,567.80", "12 Medi 2019", "Medi 2019", undefined],
    ["de", "1.234.567,80", "12. September 2019", "September 2019", "A, B und C"],
    ["pl", "1\u00A0234\u00A0567,80", "12 września 2019", "wrzesień 2019", "A, B i C"],
  ])("%s", (locale, number, day, month, list) => {
    const formats = createFormats(locale);
    expect([
      formats.decimal(exact(1234567.8), 2),
      formats.date("2019-09-12"),
      formats.date("2019-09"),
      formats.date("2019"),
    ]).toEqual([number, day, month, "2019"]);
    if (list) expect(formats.list(["A", "B", "C"])).toBe(list);
    for (const wrong of ["2019-13", "2019-02-30", "12 September", ""]) expect(formats.date(wrong)).toBeUndefined();
  });

  test("all months, in both languages", () => {
    const months = (locale: string) =>
      Array.from({ length: 12 }, (_, index) =>
        createFormats(locale)
          .date(`2019-${String(index + 1).padStart(2, "0")}`)
          ?.replace(" 2019", ""),
      );
    expect(months("en-GB")).toEqual(
      "January February March April May June July August September October November December".split(" "),
    );
    expect(months("cy")).toEqual(
      "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(" "),
    );
  });

  test("plurals: Welsh has six, and a number with decimals is of many", () => {
    const plural = (locale: string, value: number, decimals = 0) =>
      createFormats(locale).plural(exact(value), decimals);
    expect([0, 1, 2, 3, 4, 6, 10].map((n) => plural("cy", n))).toEqual([
      "zero",
      "one",
      "two",
      "few",
      "other",
      "many",
      "other",
    ]);
    expect([plural("en-GB", 1), plural("en-GB", 1, 1), plural("en-GB", 0.6), plural("en-GB", 2)]).toEqual([
      "one",
      "other",
      "one",
      "other",
    ]);
  });
});

describe("styles", () => {
  test("words to nine, numerals from ten; alike where numbers are set against each other", () => {
    const press = wordsOf("en", "press").numbers;
    expect([0, 1, 9, 10, 274].map((n) => press.figure(exact(n)))).toEqual(["zero", "one", "nine", "10", "274"]);
    expect([press.figure(exact(1.5), 1), press.figure(exact(9), 1), press.percent(exact(0.09))]).toEqual([
      "1.5",
      "9.0",
      "9 per cent",
    ]);
    const alike = createWords({
      language: findLanguage("en"),
      style: { percent: "words", wordsUpTo: 9, ordinalWordsUpTo: 9, consistent: true, openingWordsUpTo: 0 },
    }).numbers;
    expect([alike.figure(exact(9), 0, [exact(12)]), alike.figure(exact(9), 0, [exact(8)])]).toEqual(["9", "nine"]);
    expect([alike.ordinalWord(3, 42), alike.ordinalWord(3, 9)]).toEqual([undefined, "third"]);
  });

  test.each([
    ["274 offences", "Two hundred and seventy-four offences"],
    ["21% of offences", "Twenty-one per cent of offences"],
    ["4,373 offences", "4,373 offences"],
    ["2.4 times the figure", "2.4 times the figure"],
    ["2018/19", "2018/19"],
    ["611 (unit not stated)", "611 (unit not stated)"],
    ["a 140% rise", "A 140% rise"],
    ["[c]", "[c]"],
  ])("a sentence begins without a numeral where it can: %s", (words, expected) => {
    expect(wordsOf("en").numbers.sentence(words)).toBe(expected);
    // Welsh words would have to agree with what they count.
    expect(wordsOf("cy").numbers.sentence("274 o droseddau")).toBe("274 o droseddau");
  });

  test("nor where thousands are parted by a space, and a space stands before the sign of a share", () => {
    const english = findLanguage("en");
    // Numbers as in French, where the word of 1 depends on what is counted.
    const { numbers } = createWords({
      language: {
        ...english,
        tags: ["fr"],
        numerals: {
          ...english.numerals,
          cardinal: (value) => (value === 1 ? undefined : cardinal(value)),
          percentSign: (numeral) => `${numeral}\u00A0%`,
        },
      },
    });
    const opened = [numbers.decimal(exact(1234), 0), numbers.percent(exact(0.21)), "21", "1"].map((numeral) =>
      numbers.sentence(`${numeral} offences`),
    );
    expect(opened).toEqual([
      "1\u202F234 offences",
      "Twenty-one per cent offences",
      "Twenty-one offences",
      "1 offences",
    ]);
  });

  test("one that does not exist is an error with those that do", () => {
    expect(() => createWords({ language: findLanguage("en"), style: "pres" as never })).toThrow(
      /There is no number style "pres"/,
    );
  });
});

test("a language that there is none of is an error with those that there are", () => {
  expect(() => findLanguage("tlh")).toThrow(/There are no words in the language "tlh"/);
  expect(findLanguage("CY-gb").name).toBe("Welsh");
});
