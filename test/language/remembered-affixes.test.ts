import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changingAffix, englishWords, type FigureUnit } from "../../src/language/index.ts";
import { createRecentAnswers } from "../../src/language/recent-answers.ts";

describe("answers that are remembered", () => {
  test("are worked out once, also where there is none", () => {
    const asked: string[] = [];
    const answers = createRecentAnswers<string | undefined>(10);
    const ask = (text: string) =>
      answers.get(text, (own) => {
        asked.push(own);
        return own === "" ? undefined : own.toUpperCase();
      });
    expect([ask("a"), ask(""), ask("a"), ask("")]).toEqual(["A", undefined, "A", undefined]);
    expect(asked).toEqual(["a", ""]);
  });

  test("property: are no more than the number, and those that are asked for between others stay", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 400 }), (most, count) => {
        let worked = 0;
        const answers = createRecentAnswers<number>(most);
        const ask = (text: string) =>
          answers.get(text, () => {
            worked += 1;
            return worked;
          });
        const first = ask("of all");
        for (let at = 0; at < count; at += 1) {
          ask(`of ${at}`);
          expect(ask("of all")).toBe(first);
        }
        // Each of those that were let go of is worked out anew: no more than `most` can be known.
        const before = worked;
        for (let at = 0; at < count; at += 1) ask(`of ${at}`);
        expect(worked - before).toBeGreaterThanOrEqual(count - most);
      }),
    );
  });
});

test("property: what stands beside a figure is told the same, whatever was asked before", () => {
  const { figureAffixes } = englishWords();
  const units: readonly (FigureUnit | undefined)[] = [
    undefined,
    { own: ["offences"], others: ["children"] },
    { own: ["children"], others: ["offences"] },
    { own: ["offences", "children"], others: [] },
  ];
  const left = fc.constantFrom("", "minus ", "Children: ", "Per cent: ");
  const right = fc.constantFrom("", " million", " children", " offences");
  const question = fc.record({
    sides: fc.record({ left, right }),
    unit: fc.constantFrom(...units),
    endsInDigits: fc.boolean(),
    isPercent: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(question, { minLength: 20, maxLength: 40 }), (questions) => {
      // Of words that nobody has asked by, nothing is remembered.
      for (const { sides, ...options } of questions)
        expect(changingAffix(sides, { ...options, words: figureAffixes })).toBe(
          changingAffix(sides, { ...options, words: { ...figureAffixes } }),
        );
    }),
  );
});
