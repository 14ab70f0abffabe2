import type { SaidFigure } from "../contract/audit.ts";
import { matchesOf } from "../matches-of.ts";
import { createPatternSearch } from "./pattern-search.ts";

interface FinderOptions {
  /**
   * Sources of regular expressions, in any case. Where one has a group named `figure`, that is the figure; a group named
   * `noun` is what it counts, and a name if it has a capital (Seven Sisters).
   */
  readonly patterns: readonly string[];
  /** Words one of which every figure has; a text without them is not read further. */
  readonly triggers: string;
  /** Groups that stand in many of the patterns, the longest first. */
  readonly parts?: readonly string[];
  /** The same as `patterns`, with the case as it is. */
  readonly capitals?: readonly string[];
  /** Roman numerals and what passes for digits, with the case as it is. They have no trigger. */
  readonly cased?: readonly string[];
  /** Stretches whose words of number state none, in any case: `no two alike`. A figure within one is left out. */
  readonly idioms?: readonly string[];
  /** Numbers under ten, and what they count in any briefing (`few` of `SaidFigure`). */
  readonly few?: { readonly number: RegExp; readonly counted: RegExp };
}

/** Makes what finds figures in words: the longest first where they overlap, in the order of the text. */
export function createFinder({
  patterns,
  triggers,
  capitals = [],
  cased = [],
  idioms = [],
  few,
  parts = [],
}: FinderOptions) {
  // Made when a first text is read. In lower case: a regular expression of many words is many times slower in any case.
  const compile = () => ({
    anyTrigger: new RegExp(`(?<!\\p{L})(?:${triggers})(?!\\p{L})`, "u"),
    inLowerCase: createPatternSearch(patterns, parts),
    withCapitals: createPatternSearch(capitals, parts),
    asWritten: cased.map((source) => new RegExp(source, "gu")),
    inIdioms: createPatternSearch(idioms, parts),
  });
  let compiled: ReturnType<typeof compile> | undefined;
  return (text: string): readonly SaidFigure[] => {
    if (!mayHoldWords.test(text)) return [];
    compiled ??= compile();
    const { anyTrigger, inLowerCase, withCapitals, asWritten, inIdioms } = compiled;
    const lower = lowerCase(text);
    const found = [
      ...(mayBeCased.test(text) ? asWritten.flatMap((pattern) => matchesOf(pattern, text)) : []),
      ...matchesOf(sentence, lower).flatMap(({ 0: said, index }) => {
        if (!anyTrigger.test(said)) return [];
        const written = text.slice(index, index + said.length);
        return [...inLowerCase(said), ...withCapitals(written)].map((match) =>
          Object.assign(match, { index: match.index + index }),
        );
      }),
    ].flatMap((match) => {
      const { figure: said = match[0], noun = "" } = match.groups ?? {};
      const from = (words: string, at: number) => text.slice(match.index + at, match.index + at + words.length);
      const at = match[0].indexOf(said);
      const isName = /^\p{Lu}\p{Ll}/u.test(from(noun, match[0].lastIndexOf(noun))) && !/^\p{Ll}/u.test(from(said, at));
      if (isName || (noun === "" && isNumberOfName(text, match.index + at))) return [];
      const isFew = noun !== "" && few?.number.test(said) === true && !few.counted.test(noun);
      return [{ text: from(said, at), index: match.index + at, ...(isFew ? { few: noun } : {}) }];
    });
    if (found.length === 0) return [];
    const ends = ({ index, text: said }: SaidFigure) => index + said.length;
    const said = inIdioms(lower);
    const isIdiom = (one: SaidFigure) =>
      said.some(({ 0: idiom, index }) => index <= one.index && ends(one) <= index + idiom.length);
    let end = 0;
    return found
      .filter((one) => !isIdiom(one))
      .toSorted((a, b) => a.index - b.index || ends(b) - ends(a))
      .filter((one) => {
        const isFree = one.index >= end;
        if (isFree) end = ends(one);
        return isFree;
      });
  };
}

/** No word of a figure is shorter than this; Roman numerals and letters that pass for digits come with a sign or a word. */
const mayHoldWords = /\p{L}{2}/u;
/** Roman numerals, and what passes for digits. */
const mayBeCased = /[MDCLXVI]{2}|(?<![A-Za-z])[lIO|]{2}|[dclxvim]{2}\s?(?:%|per|y )/;

/** A word for a number with a capital, right behind another that has one within a sentence: the door of Classroom Two. */
const isNumberOfName = (text: string, index: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text.slice(index)) &&
  /[\p{Ll}\d],? (?:\p{Lu}\p{Ll}+ )*\p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, index - 60), index));

/** No figure goes on after the end of a sentence. */
const sentence = /[^.!?]+/g;

/** In lower case, letter by letter: as long as it was. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replaceAll(/./gsu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Roman numerals and letters that pass for digits (`lOO`), before what may be counted. Names of things are none. */
export function romanNumeral(counted: string): readonly string[] {
  const notNumbers =
    "CV|MX|ML|CX|DX|DV|MV|LV|CLI|CML|CDL|MLI|DLI|[CDM]{2,3}I?|CI|DI|MI|LL|LI|XL(?= (?:size|shirt|bull))|CL|XX|MIX|DIM|MID|MILD|CIVIL|VIVID|LIVID|LCD|DIV|DIVX|VI(?= editor)|IV(?= (?:drug|fluid|line|drip|antibiotic|infusion))";
  const valid = "M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})";
  return [
    `(?<![\\p{L}\\p{N}-]|(?<!(?:^|[.!?:]\\s))(?<!\\p{L})\\p{Lu}\\p{L}* |(?:[Pp]art|[Pp]hase|[Tt]ype|[Cc]lass|[Gg]rade|[Tt]ier|[Ll]evel|[Cc]ategory|[Ss]chedule|[Ss]tage|[Vv]olume|[Cc]hapter|[Ss]ection|[Tt]itle|[Aa]nnex|[Aa]ppendix) )(?<figure>(?!(?:${notNumbers})\\b)(?=[MDCLXVI]{2})${valid})(?= (?:\\p{Ll}+ )?(?:${counted})(?!\\p{L})|%)`,
    `(?<![\\p{L}\\p{N}-])(?<figure>(?=[dclxvi]{2})m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?=\\s?%| per ?cent(?!\\p{L})| y cant(?!\\p{L}))`,
    `(?<![\\p{L}\\p{N}'’-])(?<figure>(?=[lIO|]*O)[lI|][lIO|]+|(?=[lI|]*I)(?=[lI|]*l)[lI|]{2,})(?= (?:\\p{Ll}+ )?(?:${counted})(?!\\p{L})|%)`,
  ];
}

/** Words as alternatives of a regular expression. */
export const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join("|")})`;
