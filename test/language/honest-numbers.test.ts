import { describe, expect, test } from "vitest";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { figuresLikeNames, figuresLikeNamesInWelsh, saidLikeIdioms } from "./figures-like-names.ts";
import {
  countNothing,
  countNothingElse,
  countNothingInWelsh,
  countSomething,
  countSomethingElse,
  countSomethingInWelsh,
  isCertain,
  isCertainInWelsh,
  isDoubtful,
  isDoubtfulInWelsh,
  mayCount,
  sayNothing,
  saySomething,
  saySomethingInWelsh,
  yearsWithShares,
} from "./honest-numbers.ts";
import { readText } from "./read-text.ts";

const sentencesOf = (table: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([kind, sentences]) => sentences.map((sentence) => [kind, sentence] as const));

/** What stands in the place of each digit. */
const readings = (text: string, lang: string): readonly string[] => {
  const read = readText(text, lang);
  return [...text].flatMap((each, at) => (/\p{N}/u.test(each) ? [read[at] ?? ""] : []));
};

/** What a sentence says in words, of what any briefing counts. */
const saidIn = (text: string, lang = "en"): readonly string[] =>
  createWords({ language: findLanguage(lang) })
    .saidFigures(text)
    .flatMap(({ text: said, few }) => (few === undefined ? [said] : []));

describe.each([
  ["en", countNothing, countSomething],
  ["en", countNothingElse, countSomethingElse],
  ["cy", countNothingInWelsh, countSomethingInWelsh],
  ["en", {}, figuresLikeNames],
  ["cy", {}, figuresLikeNamesInWelsh],
])("digits of %s", (lang, nothing, something) => {
  test.each(sentencesOf(nothing))("%s are told of in no sentence: %s", (_, sentence) => {
    expect(readings(sentence, lang).join("")).not.toMatch(/[?!]/);
  });

  test.each(sentencesOf(something))("what looks like %s and counts is told of: %s", (_, sentence) => {
    expect(readings(sentence, lang).at(-1)).toMatch(/[?!]/);
  });
});

describe("numbers in words", () => {
  test.each(sayNothing)("none is told of: %s", (sentence) => {
    expect(saidIn(sentence)).toEqual([]);
  });

  test.each(saySomethingInWelsh)("a figure is told of in Welsh: %s", (sentence) => {
    expect(saidIn(sentence, "cy")).not.toEqual([]);
  });

  test.each([...saySomething, ...saidLikeIdioms])("a figure is told of: %s", (sentence) => {
    expect(saidIn(sentence)).not.toEqual([]);
  });
});

describe("what may be a figure", () => {
  test.each(mayCount)("is told of and no error where it has the form of a name: %s", (sentence) => {
    expect(readings(sentence, "en").join("")).toMatch(/^[#~]*\?[?#~]*$/);
  });

  test.each(sentencesOf(isDoubtful))("is told of and no error in %s: %s", (_, sentence) => {
    expect(readings(sentence, "en").join("")).toMatch(/^[#~]*\?[?#~]*$/);
  });

  test.each(isDoubtfulInWelsh)("is told of and no error in Welsh: %s", (sentence) => {
    expect(readings(sentence, "cy").join("")).toMatch(/^[#~]*\?[?#~]*$/);
  });

  test.each(isCertainInWelsh)("is an error in Welsh where it counts: %s", (sentence) => {
    expect(readings(sentence, "cy").at(-1)).toBe("!");
  });

  test.each(isCertain)("is an error where it is written as an amount: %s", (sentence) => {
    expect(readings(sentence, "en").join("")).toMatch(/!/);
  });
});

test.each(yearsWithShares)("a year is none of what was so much then, in %s: %s", (lang, sentence, read) => {
  expect(readText(sentence, lang)).toBe(read);
});

test("a singular that several stand before is no error", () => {
  expect(readText("Thanks for the 5 and 7 report.")).toBe("Thanks for the ? and ? report.");
  expect(readText("12 child deaths")).toBe("!! child deaths");
  expect(readText("15 new Council Houses")).toBe("!! new Council Houses");
});

test.each([
  "A 25m pool opened.",
  "The 283m lake is popular.",
  "The tower is 40m.",
  "The wall is 3m by 2m.",
  "It is 5m x 4m.",
  "A height of 12m is allowed.",
  "Walk 200m on.",
  "It protects anonymity 100%.",
  "We agree 100%.",
])("what may be no figure at all is no error: %s", (sentence) => {
  expect(readings(sentence, "en").join("")).not.toContain("!");
});

test.each([
  "It rose to 12m",
  "12m people walk",
  "The number who swim is 3m",
  "100% of people walk",
  "The rate was 100%",
  "It rose by 100%",
])("what is one is an error: %s", (sentence) => {
  expect(readings(sentence, "en").at(-1)).toBe("!");
});

test.each([
  ["a run by its name", "They took the Couch to 5k.", "?"],
  ["metres that are kept", "Keep 2m when you do!", "?"],
  ["an ascent", "7 miles and 900m ascent", "?"],
  ["what it is near", "It is more than 12k.", "!"],
  ["what was reported", "Around 5k were reported.", "!"],
  ["a tenth", "It is 1.4m for all.", "!"],
  ["what is counted", "There were 5k offences.", "!"],
])("a thousand or a million by a letter is warned of where it may be a length: %s", (_, sentence, reading) => {
  expect(readings(sentence, "en").at(-1)).toBe(reading);
});
