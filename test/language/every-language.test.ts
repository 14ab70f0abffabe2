import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/dataset/index.ts";
import { createWords, exact, languages, numberStyles, plainType, setType } from "../../src/language/index.ts";
import { said } from "./fixtures.ts";
import { pseudo } from "./pseudo-language.ts";
import { toy } from "./toy-language.ts";

// What holds of any language. One that ships is taken in by its line in `languages.ts`.

const styles = Object.keys(numberStyles) as (keyof typeof numberStyles)[];
const all = [...languages, toy, pseudo].flatMap((language) =>
  styles.map((style) => [`${language.name}, ${style}`, createWords({ language, style }), language] as const),
);
const shipped = languages.map((language) => [language.name, createWords({ language }), language] as const);

describe.each(all)("the words of %s", (_, words, language) => {
  const { numbers } = words;

  test("are whole: no hole, no value of the program, in every phrase of every kind", () => {
    for (const [kind, say] of Object.entries(said)) {
      for (const [part, text] of Object.entries(say(words.phrases, language.tags.includes("cy") ? "cy" : "en"))) {
        expect([kind, part, /undefined|NaN|\[object| {2}|^\s|\s$| ,|\( |\(\)|^$/.exec(text)?.[0]]).toEqual([
          kind,
          part,
          undefined,
        ]);
      }
    }
  });

  test("are without a digit where there is no figure", () => {
    for (const each of Object.values(words.phrases.absent)) expect(Object.values(each).join(" ")).not.toMatch(/\d/);
  });

  test("name periods of every kind that the data writes as codes", () => {
    const labels = ["201904", "2019Q2", "2019-W05", "2019-05-12", "201819", "2019H1"].flatMap((code) => {
      const period = parsePeriod(code);
      return period ? [[period.label, words.names.period(period)] as const] : [];
    });
    expect(labels.length).toBeGreaterThan(3);
    // German has an April of its own.
    const dates = `${numbers.date("2019-04")} ${numbers.date("2019-05")}`;
    const english = ["April", "May", "week", "quarter", "ending", "academic", "half"].filter(
      (word) => !dates.includes(word),
    );
    for (const [label, name] of labels) {
      expect([label, name]).not.toEqual([label, ""]);
      // English ones are the data's own labels.
      if (!language.tags.includes("en"))
        expect([name, english.filter((word) => new RegExp(`${word}(?!\\p{L})`, "iu").test(name))]).toEqual([name, []]);
    }
  });

  test("begin a sentence with a word for a whole number only", () => {
    const [thousands, tenths] = [numbers.decimal(exact(1234), 0), numbers.decimal(exact(2.4), 1)];
    expect(numbers.sentence(`${thousands} x`)).toBe(`${thousands} x`);
    expect(numbers.sentence(`${tenths} x`)).toBe(`${tenths} x`);
    const share = numbers.sentence(`${numbers.percentSign(exact(0.21))} x`);
    expect(share).toMatch(/^(?:21|\p{Lu}[^%]* x$)/u);
  });
});

describe.each(shipped)("the audit of texts in %s", (_, words, language) => {
  const { numbers, namedFigures, readNumber, figureAffixes, saidFigures } = words;
  const within = (found: readonly { readonly index: number; readonly length: number }[], from: number, to: number) =>
    found.some(({ index, length }) => index <= from && to <= index + length);

  const noData = { isMeasured: () => false, isCategory: () => false, units: () => [] };

  test("knows how its own numbers look: thousands, decimals and shares are figures", () => {
    for (const written of [numbers.decimal(exact(1_234_567), 0), numbers.percentSign(exact(0.124), 1)]) {
      const digits = written.replace(/\D+$/u, "").length;
      expect([written, readNumber(`x ${written} x`, 2, 2 + digits, noData)]).toEqual([written, "figure"]);
    }
  });

  test("knows that dates are none", () => {
    for (const iso of ["2019-09-12", "2018-03-01", "2020-05"]) {
      const text = `x, ${numbers.date(iso) ?? ""}.`;
      const names = namedFigures(text);
      for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
        const end = index + digits.length;
        expect([text, within(names, index, end) || readNumber(text, index, end, noData) === "name"]).toEqual([
          text,
          true,
        ]);
      }
    }
  });

  test("sees every number of its own in words, before its words for per cent", () => {
    const { cardinal, percentWords } = language.numerals;
    const unseen = Array.from({ length: 98 }, (_, index) => cardinal?.(index + 2))
      .filter((word) => word !== undefined)
      .filter(
        (word) => !saidFigures(percentWords(word)).some(({ index, text }) => index === 0 && text.startsWith(word)),
      );
    expect(unseen).toEqual([]);
  });

  test("knows what makes another figure of one: its own words for per cent and for magnitudes", () => {
    const percent = language.numerals.percentWords("");
    expect(figureAffixes.percent.test(percent.trim())).toBe(true);
    expect(figureAffixes.after.test(` ${percent.trim()}`)).toBe(true);
    const magnitudes = Object.keys(figureAffixes.magnitudes);
    expect(magnitudes.filter((word) => !figureAffixes.after.test(` ${word}`))).toEqual([]);
  });
});

test.each(shipped)("what is hidden is said of no people, who may not be what is counted, in %s", (_, words) => {
  const { markers, questions, phrases, sentences } = words.template;
  const said = [
    ...Object.values(words.phrases.absent.suppressed),
    markers["[c]"],
    questions.hidden,
    phrases["percent-of-rounded"],
    phrases["corrections-withheld"],
    sentences["sentence-absent"],
    words.document.index.hidden(2),
  ];
  expect(said.filter((text) => /\b(?:people|pobl|bobl)\b/u.test(text))).toEqual([]);
});

test.each(shipped)("where a figure is not there, the last one there is can be said in %s", (_, { template }) => {
  expect(template.sentences["sentence-absent"]).toContain('{{claim "last"}}');
});

describe.each(shipped)("the type of texts in %s", (_, words, language) => {
  const { typography, numbers } = words;

  test("reads as what was typed, and is set once", () => {
    for (const typed of [
      `x "x" x`,
      "x 'x' x",
      "x: x; x! x?",
      `${numbers.decimal(exact(1234), 0)}-${numbers.decimal(exact(2345), 0)}`,
    ]) {
      const set = setType(typed, typography);
      expect(setType(set, typography)).toBe(set);
      expect(plainType(set).replaceAll(/\s/g, "")).toBe(plainType(typed).replaceAll(/\s/g, ""));
    }
  });

  test("keeps days with their months, by the names that dates have", () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      (numbers.date(`2019-${String(month + 1).padStart(2, "0")}-12`) ?? "").replaceAll(/[\d.,]/g, "").trim(),
    );
    expect(months.filter((month) => !typography.months.some((known) => month.includes(known)))).toEqual([]);
    expect(words.charts.shortMonths).toHaveLength(12);
    expect(language.tags[0]).toBe(words.lang);
  });
});
