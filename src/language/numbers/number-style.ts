/** How running text writes numbers. Tables, and figures that stand alone, always have numerals and the sign. */
export interface NumberStyle {
  /** `50%`, or `50 per cent`. */
  readonly percent: "sign" | "words";
  /** Whole numbers up to this one are written in words; 0: none are. */
  readonly wordsUpTo: number;
  /** Places up to this one are written in words: third; 0: none are. */
  readonly ordinalWordsUpTo: number;
  /** Numbers that are set against each other are written alike, as the larger one is: `from 9 to 12`, `3rd of 42`. */
  readonly consistent: boolean;
  /** The largest whole number that is written in words where a sentence would begin with it; 0: none is. */
  readonly openingWordsUpTo: number;
}

/** The styles that a briefing can name. One of your own is plain data of the same shape. */
export const numberStyles = {
  /**
   * GOV.UK: numerals, `50%`, first to ninth in words, no sentence that begins with a numeral. Numbers below ten are numerals
   * too: those of a claim are statistics.
   */
  govuk: { percent: "sign", wordsUpTo: 0, ordinalWordsUpTo: 9, consistent: false, openingWordsUpTo: 999 },
  /** Office for National Statistics: statistics are numerals, `50%`; a rank follows the number it is out of: `3rd of 42`. */
  ons: { percent: "sign", wordsUpTo: 0, ordinalWordsUpTo: 9, consistent: true, openingWordsUpTo: 999 },
  /** Newspapers: words to nine, `50 per cent`. */
  press: { percent: "words", wordsUpTo: 9, ordinalWordsUpTo: 9, consistent: false, openingWordsUpTo: 999 },
} as const satisfies Readonly<Record<string, NumberStyle>>;

/** A house style of numbers, by its name; `numberStyles` has what each means. */
export type NumberStyleName = keyof typeof numberStyles;
