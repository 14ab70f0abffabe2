import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresIn } from "../../src/document/index.ts";
import { findLanguage, plainType, setLine, setType } from "../../src/language/index.ts";

const english = findLanguage("en-GB").typography;
const welsh = findLanguage("cy").typography;
const both = [
  ["English", english],
  ["Welsh", welsh],
] as const;

/** What is typed, and what is printed of it. */
interface Sample {
  readonly typed: string;
  readonly set: string;
}

const samples = (...texts: readonly (readonly [string, string])[]): fc.Arbitrary<Sample> =>
  fc.constantFrom(...texts.map(([typed, set]) => ({ typed, set })));
const same = (...texts: readonly string[]) => samples(...texts.map((text) => [text, text] as const));
const joined = (parts: readonly Sample[], between: string): Sample => ({
  typed: parts.map(({ typed }) => typed).join(between),
  set: parts.map(({ set }) => set).join(between),
});

const words = fc.oneof(
  same("offences", "Kent", "plismona", "year", "ŵyl", "café", "of", "the"),
  samples(
    ["don't", "don’t"],
    ["Women's", "Women’s"],
    ["o'r", "o’r"],
    ["a'i", "a’i"],
    ["O'Neill", "O’Neill"],
    ["boys'", "boys’"],
    ["the '90s", "the ’90s"],
    ["the 1990's", "the 1990’s"],
    ["rock 'n' roll", "rock ’n’ roll"],
    ["well-known", "well-known"],
    ["2017-18", "2017–18"],
    ["16-24", "16–24"],
    ["2024-01-31", "2024-01-31"],
    ["0800-1111", "0800-1111"],
    ["E05-123", "E05-123"],
    ["wait...", "wait…"],
    ["https://example.org/?q='a'--b", "https://example.org/?q='a'--b"],
    ["o'neill@example.org", "o’neill@example.org"],
    ["`it's`", "`it's`"],
    ["4.5 %", "4.5\u00A0%"],
  ),
);
const plainWord = same("offences", "Kent", "plismona", "nobody");

/** Words, with quotations in them: double outside and single inside, or the other way round. */
const sentence = (quotes: "double" | "single" | "none", depth: number): fc.Arbitrary<Sample> => {
  const quoted = depth === 0 || quotes === "none" ? [] : [quotation(quotes, depth - 1)];
  return fc
    .tuple(plainWord, fc.array(fc.oneof(words, ...quoted), { maxLength: 5 }), plainWord)
    .map(([first, middle, last]) => joined([first, ...middle, last], " "));
};
const quotation = (quotes: "double" | "single", depth: number): fc.Arbitrary<Sample> =>
  sentence(quotes === "double" ? "single" : "double", depth).map(({ typed, set }) =>
    quotes === "double" ? { typed: `"${typed}"`, set: `“${set}”` } : { typed: `'${typed}'`, set: `‘${set}’` },
  );
const paragraph = fc.tuple(sentence("double", 2), fc.constantFrom("", ".", "!", " - but", ", 'so'")).map(
  ([{ typed, set }, end]): Sample => ({
    typed: `${typed}${end}`,
    set: `${set}${end.replace(" - ", "\u00A0– ").replace("'so'", "‘so’")}`,
  }),
);

/** Whatever an author, or a file, may hold. */
const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."'\"-–—’‘“”′″…. ,;:()[]"),
      fc.constantFrom(
        "12",
        "5",
        "2018",
        "a",
        "s",
        "it",
        "Ŵyn",
        "--",
        "...",
        "per cent",
        "Mr",
        "m",
        "\u00A0",
        "\n",
        "--flag",
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const withoutSpaces = (text: string) => plainType(text).replaceAll(/\s/g, " ").replaceAll(/-+/g, "-");

describe.each(both)("type in %s", (_, typography) => {
  it("prints marks of quotations in quotations, apostrophes, dashes and ranges as they are meant", () => {
    fc.assert(
      fc.property(paragraph, ({ typed, set }) => {
        expect(setType(typed, typography)).toBe(set);
      }),
    );
  });

  it("reads as what was typed, whatever that is: each letter, each figure, each word", () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const set = setType(typed, typography);
        expect(withoutSpaces(set)).toBe(withoutSpaces(typed));
        expect(figuresIn(set)).toEqual(figuresIn(typed));
        expect(set.replaceAll(/[^\p{L}\p{N}]/gu, "")).toBe(typed.replaceAll(/[^\p{L}\p{N}]/gu, ""));
      }),
    );
  });

  it("leaves what is set already as it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          paragraph.map(({ typed }) => typed),
        ),
        (typed) => {
          const set = setType(typed, typography);
          expect(setType(set, typography)).toBe(set);
          expect(setLine(setLine(typed, typography), typography)).toBe(setLine(typed, typography));
        },
      ),
    );
  });

  it("breaks no word and joins none: spaces stay spaces, and those of a line stay as they are", () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(setType(typed, typography).split(/\s/).length).toBe(typed.split(/\s/).length);
        expect(setLine(typed, typography).split("\u00A0").length).toBe(typed.split("\u00A0").length);
      }),
    );
  });
});

describe("type", () => {
  it.each([
    [`5'10" tall`, "5′10″ tall"],
    [`51°30'26"`, "51°30′26″"],
    [`a 6" pipe`, "a 6″ pipe"],
    [`in "2018" and '2019'`, "in “2018” and ‘2019’"],
    [`'"Yes," he said'`, "‘“Yes,” he said’"],
    ["'Tis the season", "’Tis the season"],
    [`"'90s music"`, "“’90s music”"],
    [`"'My dear Uncle, I feel`, "“‘My dear Uncle, I feel"],
    ["met in '84, in the boys' camp", "met in ’84, in the boys’ camp"],
    ["the 'Pink 'un' he had", "the ‘Pink ’un’ he had"],
    ["1'000'000", "1'000'000"],
    [`c"d"e`, `c"d"e`],
    ["briefwright build --draft", "briefwright build --draft"],
    ["-5 to 3", "-5 to 3"],
    ["10-2", "10-2"],
    ["1-2-3", "1-2-3"],
    ["1,000-4,999", "1,000–4,999"],
    ["2008-09", "2008–09"],
  ])("prints %s as %s", (typed, set) => {
    expect(setType(typed, english)).toBe(set);
  });

  it("has the spaces of a language whose marks stand apart, and reads what was typed without them as the same text", () => {
    const french: typeof english = {
      ...english,
      quotes: { double: ["«\u00A0", "\u00A0»"], single: ["‹\u00A0", "\u00A0›"] },
      apartMarks: ":;!?",
    };
    const shown = (typed: string) => setType(typed, french).replaceAll("\u00A0", "_").replaceAll("\u202F", "~");
    for (const [typed, set] of [
      [`Source: "douze" enfants ; vraiment?`, "Source_: «_douze_» enfants_; vraiment_?"],
      ["Il dit « oui » : 12 !", "Il dit «_oui_»_: 12_!"],
      ["à 12:30, https://example.org/?a=b", "à 12:30, https://example.org/?a=b"],
      ["1\u202F000-4\u202F999", "1~000–4~999"],
    ] as const) {
      expect(shown(typed)).toBe(set);
      expect(setType(setType(typed, french), french)).toBe(setType(typed, french));
      // Spaces are not compared: whoever reads a page takes a line's end for one.
      const letters = (text: string) => plainType(text).replaceAll(/\s/g, "");
      expect(letters(setType(typed, french))).toBe(letters(typed));
    }
  });

  it("has one apostrophe in every language, whatever closes its quotations", () => {
    const german: typeof english = {
      ...english,
      quotes: { double: ["„", "“"], single: ["‚", "‘"] },
      elisions: new Set(["s"]),
    };
    const french: typeof english = {
      ...english,
      quotes: { double: ["«\u00A0", "\u00A0»"], single: ["‹\u00A0", "\u00A0›"] },
    };
    for (const [typography, typed, set] of [
      [german, `Women's "Ku'damm"`, "Women’s „Ku’damm“"],
      [german, "Er sagt: 'Wie geht's?'", "Er sagt: ‚Wie geht’s?‘"],
      [german, "'s ist gut, Hans' Haus", "’s ist gut, Hans’ Haus"],
      [german, "'Nr. 5' und (')", "‚Nr. 5‘ und (’)"],
      [french, "l'enfant d'aujourd'hui", "l’enfant d’aujourd’hui"],
      [french, "'l'enfant'", "‹\u00A0l’enfant\u00A0›"],
    ] as const) {
      expect(setType(typed, typography)).toBe(set);
      expect(setType(set, typography)).toBe(set);
    }
  });

  it("keeps figures with their units, dates, and numbers with what they number, in the language", () => {
    const shown = (text: string, typography: typeof english) => setType(text, typography).replaceAll("\u00A0", "_");
    expect(shown("4.5 million, 44 per cent, 5 km on 12 September 2019: see Table 2, Dr Smith", english)).toBe(
      "4.5_million, 44_per_cent, 5_km on 12_September 2019: see Table_2, Dr_Smith",
    );
    expect(shown("3 miliwn, 44 y cant, 12 Medi 2019: gweler Tabl 2", welsh)).toBe(
      "3_miliwn, 44_y_cant, 12_Medi 2019: gweler Tabl_2",
    );
    expect(shown("274 offences in 2018", english)).toBe("274 offences in 2018");
  });
});
