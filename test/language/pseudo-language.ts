import { english } from "../../src/language/english/english.ts";
import type { Language } from "../../src/language/language.ts";
import { createPeriodName } from "../../src/language/periods/period-name.ts";

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyz"].flatMap((letter, index) => {
    const own = [..."αβψδεφγηιξκλμνοπθρστωβχζυζ"][index] ?? "";
    return [
      [letter, own],
      [letter.toUpperCase(), own.toUpperCase()],
    ];
  }),
);

/** What is no word of the language: helpers in braces, and markers of gaps. */
const kept = /\{\{.*?\}\}|\[[a-z]\]/gu;

/** @param given texts that were passed in, and stay as they are. */
function written(text: string, given: readonly string[]): string {
  const longest = given
    .toSorted((a, b) => b.length - a.length)
    .map((each) => each.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const asIs = new RegExp([kept.source, ...longest].join("|"), "gu");
  let end = 0;
  let result = "";
  const greek = (part: string) => part.replaceAll(/[A-Za-z]/g, (letter) => letters[letter] ?? letter);
  for (const { 0: found, index } of text.matchAll(asIs)) {
    result += greek(text.slice(end, index)) + found;
    end = index + found.length;
  }
  return result + greek(text.slice(end));
}

/** A value of the contract with its words in Greek letters: texts, records of them, and functions that give them. */
function inGreek<T>(value: T, given: readonly string[] = []): T {
  if (typeof value === "string") return written(value, given) as T;
  if (typeof value === "function") {
    const called = (...args: readonly unknown[]) => inGreek(value(...args), [...given, ...textsIn(args)]);
    return called as T;
  }
  if (Array.isArray(value)) return value.map((each) => inGreek(each, given)) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inGreek(each, given)])) as T;
}

/** Words of the contract itself, which say what is meant and are never printed. */
const keywords = new Set(
  `up down flat open highest lowest higher lower equal times relative absolute points suppressed missing disputed conflict values areas
  day week month quarter half year years months days count rate share mean other one two few many median cell end middle between within inner outer more
  less against since step run moved double treble area time category interval number percent fraction times position rate part holds unequal
  always none these about nearly just-over more-than well-over at-least less-than well-under at-most tenth fifth quarter third two-fifths half
  three-fifths two-thirds three-quarters four-fifths nine-tenths uncertain any almost-any most some agrees differs swapped disputed-against
  percentage-points supported refuted`.split(/\s+/),
);

/** Texts in Latin letters that a function is given, wherever in its arguments. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return /[A-Za-z]{2}/.test(value) && !keywords.has(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.values(value).flatMap(textsIn);
}

/**
 * English with other letters, a Greek one for each: every branch of its words, and none of its letters. What a text in it has in
 * Latin letters was written by somebody else: by the program outside of the language, or by whoever passed it in.
 */
export const pseudo: Language = {
  ...english,
  tags: ["el"],
  name: "Pseudo",
  numerals: inGreek(english.numerals),
  names: (numbers) => ({
    ...inGreek(english.names(numbers)),
    period: createPeriodName(
      inGreek({
        yearEnding: (end: string) => `year ending ${end}`,
        academicYear: (years: string) => `academic year ${years}`,
        quarter: (quarter: number, year: number) => `quarter ${quarter} ${year}`,
        half: (half: number, year: number) => `half ${half} ${year}`,
        week: (day: string) => `week of ${day}`,
        span: (first: string, last: string) => `${first} to ${last}`,
      }),
      numbers.date,
    ),
  }),
  phrases: (numbers, names) => inGreek(english.phrases(numbers, names)),
  notes: (numbers, names) => inGreek(english.notes(numbers, names)),
  reasons: (numbers, names) => inGreek(english.reasons(numbers, names)),
  charts: (numbers) => inGreek(english.charts(numbers)),
  document: (numbers) => inGreek(english.document(numbers)),
  template: inGreek(english.template),
};
