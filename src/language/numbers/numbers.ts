import type { Formats } from "./formats.ts";
import type { NumberStyle } from "./number-style.ts";
import { exact, type Rational, roundHalfUp } from "./rational.ts";

/** How one language says numbers in words. */
export interface Numerals {
  /**
   * 0 to 999 in words. Undefined of a number whose word depends on what is counted (`une infraction`), which stays a numeral; null where
   * that is so of most.
   */
  readonly cardinal: ((value: number) => string | undefined) | null;
  /** `3rd`. */
  readonly ordinal: (rank: number) => string;
  /** `third`, from 1; undefined where there is no word that is right beside the nouns of the phrases. */
  readonly ordinalWord: (rank: number) => string | undefined;
  /** `50%`; with the space that the language has there, one at which no line breaks: `50\u00A0%`. Charts have it on their axes too. */
  readonly percentSign: (numeral: string) => string;
  /** `50 per cent`. */
  readonly percentWords: (numeral: string) => string;
}

/** Numbers in one language and one style. */
export interface Numbers extends Formats {
  /** A number in running text: `nine`, `10`, `1.5`. `comparedWith` are the numbers that it is set against. */
  figure(value: Rational, decimals?: number, comparedWith?: readonly Rational[]): string;
  /** A small whole number that is no figure of the data: how many areas, how many rows. */
  whole(value: number): string;
  /** A share, 0 to 1, in running text: `50%` or `50 per cent`. */
  percent(share: Rational, decimals?: number): string;
  /** The same for a table: `50%`. */
  percentSign(share: Rational, decimals?: number): string;
  /** `third`, where the style and the language have a word; `outOf` is how many are ranked. */
  ordinalWord(rank: number, outOf: number): string | undefined;
  /** `3rd`. */
  ordinalSign(rank: number): string;
  /** A sentence that begins with these words: a capital, and no numeral first where the style and the language can help it. */
  sentence(words: string): string;
}

interface NumbersOptions {
  readonly locale: string;
  readonly formats: Formats;
  readonly numerals: Numerals;
  readonly style: NumberStyle;
}

/**
 * A whole number of up to three digits at the start, and no part of a longer one, whatever parts its thousands: `1,234`, `1\u202F234`, `1’234`. What only a
 * remark in brackets follows is no sentence: `611 (unit not stated)`.
 */
const numeralFirst = /^\p{Nd}{1,3}(?!\p{Nd}|[.,/:’'\u00A0\u202F-]\p{Nd}|(?: \([^()]*\))+$)/u;

export function createNumbers({ locale, formats, numerals, style }: NumbersOptions): Numbers {
  const { cardinal } = numerals;
  const inWords = (value: Rational, limit: number): string | undefined =>
    cardinal && limit > 0 && value.d === 1n && value.compare(0) >= 0 && value.compare(Math.min(limit, 999)) <= 0
      ? cardinal(value.valueOf())
      : undefined;
  const largest = (values: readonly Rational[]) =>
    values.reduce((most, value) => (value.compare(most) > 0 ? value : most));
  const percentSign = (share: Rational, decimals = 0) =>
    numerals.percentSign(formats.decimal(share.mul(100), decimals));

  const figure = (value: Rational, decimals = 0, comparedWith: readonly Rational[] = []): string => {
    const rounded = roundHalfUp(value, decimals);
    const deciding = style.consistent ? largest([rounded, ...comparedWith]) : rounded;
    const words = inWords(deciding, style.wordsUpTo) && decimals === 0 ? inWords(rounded, style.wordsUpTo) : undefined;
    return words ?? formats.decimal(value, decimals);
  };

  /** `21% of` and `274 offences` begin with a numeral; `2.4 times` has no word that would do. */
  const opening = (words: string): string => {
    const [numeral = ""] = numeralFirst.exec(words) ?? [];
    const value = numeral === "" ? undefined : Number.parseInt(numeral, 10);
    const spelled =
      value === undefined || Number.isNaN(value) ? undefined : inWords(exact(value), style.openingWordsUpTo);
    if (spelled === undefined) return words;
    const share = numerals.percentSign(numeral);
    return words.startsWith(share)
      ? `${numerals.percentWords(spelled)}${words.slice(share.length)}`
      : `${spelled}${words.slice(numeral.length)}`;
  };

  return {
    ...formats,
    figure,
    whole: (value) => figure(exact(value)),
    percentSign,
    percent: (share, decimals = 0) =>
      style.percent === "sign"
        ? percentSign(share, decimals)
        : numerals.percentWords(formats.decimal(share.mul(100), decimals)),
    ordinalWord(rank, outOf) {
      const deciding = style.consistent ? Math.max(rank, outOf) : rank;
      return deciding <= style.ordinalWordsUpTo ? numerals.ordinalWord(rank) : undefined;
    },
    ordinalSign: numerals.ordinal,
    sentence: (words) => opening(words).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale)),
  };
}
