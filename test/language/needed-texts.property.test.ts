import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neededTexts } from "../../src/language/audit/needed-texts.ts";
import { createPatternSearch } from "../../src/language/audit/pattern-search.ts";
import { matchesOf } from "../../src/language/matches-of.ts";

/** Expressions of what sources of patterns are made of, and texts that are likely to be matched by one. */
const letter = fc.constantFrom("a", "b", "ab", "\\.", "\\u0063", "[ab]", "\\p{L}", ".", "é", "\\b", "[^a)]");
const quantifier = fc.constantFrom("", "", "?", "*", "+", "{0,2}", "{2}", "{1,}?", "??");
const { source } = fc.letrec<{ source: string; sequence: string; group: string }>((tie) => ({
  source: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("|")),
  sequence: fc
    .array(
      fc.oneof(
        { depthSize: "small" },
        fc.tuple(letter, quantifier).map(([part, times]) => (part === "\\b" ? part : part + times)),
        fc.tuple(tie("group"), quantifier).map(([part, times]) => (/^\(\?<?[=!]/.test(part) ? part : part + times)),
      ),
      { minLength: 0, maxLength: 4 },
    )
    .map((parts) => parts.join("")),
  group: fc
    .tuple(fc.constantFrom("(?:", "(", "(?=", "(?!", "(?<=", "(?<!"), tie("source"))
    .map(([start, inner]) => `${start}${inner})`),
}));
const text = fc.string({ unit: fc.constantFrom("a", "b", "c", ".", "é", " "), maxLength: 12 });

describe("what an expression needs", () => {
  it("stands in every text that it matches", () => {
    fc.assert(
      fc.property(source, text, (source, text) => {
        fc.pre(new RegExp(source, "u").test(text));
        for (const choice of neededTexts(source)) expect(choice.some((needed) => text.includes(needed))).toBe(true);
      }),
    );
  });

  it("is all that is asked before it is compiled: the same is found", () => {
    fc.assert(
      fc.property(
        fc.array(source, { maxLength: 4 }),
        source,
        fc.array(text, { maxLength: 3 }),
        (sources, part, texts) => {
          const all = [...sources, `(?:${part})a`, `b(?:${part})?`];
          const search = createPatternSearch(all, [part]);
          for (const text of texts)
            expect(search(text)).toEqual(all.flatMap((source) => matchesOf(new RegExp(source, "gu"), text)));
        },
      ),
    );
  });

  it("takes a part for itself only where it means there what it means alone", () => {
    const search = createPatternSearch(["da|bc", "(?:a|b)e", "f(?:a|b|g)"], ["a|b"]);
    expect(["da", "bc", "be", "fg"].flatMap((text) => search(text).map(([found]) => found))).toEqual([
      "da",
      "bc",
      "be",
      "fg",
    ]);
  });

  it.each([
    ["(?:one|two) (?:child|girl)s?", [["one", "two"], [" "], ["child", "girl"]]],
    ["(?:half-|baker['’]s )?dozen", [["dozen"]]],
    ["\\b(?<figure>[a-z]+(?:teen|ty))(?! (?:years|days))", [["teen", "ty"]]],
    ["\\p{Lu}+|twelve", []],
    ["colou?r", [["colo"], ["r"]]],
  ])("of %s", (source, needed) => {
    expect(neededTexts(source)).toEqual(needed);
  });
});
