/** A number said in words, with its offset in a text. */
export interface SaidFigure {
  readonly text: string;
  readonly index: number;
}

/** A stretch of text whose digits are no statistic. */
export interface NamedFigure {
  readonly index: number;
  readonly length: number;
}

/** What makes another figure of one that it stands right before or after, and what else the audit reads around figures: words in lower case. */
export interface FigureAffixes {
  /** Matches what stands right before a figure, at the end of a text, and changes it: `minus`, `half of`. */
  readonly before: RegExp;
  /** Matches what stands right after a figure, at the start of a text, and changes it: `million`, `per cent`, `a day`. */
  readonly after: RegExp;
  /** Matches a whole word that says what is counted: `children`. */
  readonly counted: RegExp;
  /** Matches a whole word before which whatever is counted has been said: `of`, `in`. */
  readonly stops: RegExp;
  /** Words that multiply a figure, with what they are worth: `million` 1,000,000. */
  readonly magnitudes: Readonly<Record<string, number>>;
  /** Matches, in a title, a word for figures of a hundred: `per cent`, `percentages`. */
  readonly percent: RegExp;
  /** Matches words of moves, which no label of a category has beside a number: `rose`. */
  readonly moves: RegExp;
  /** Matches words of bands and classes, which labels have beside numbers: `under`, `to`, `or more`. */
  readonly bands: RegExp;
  /** Matches, at the start of a text, the letters that make an ordinal of the number before them: `st` of `1st`. */
  readonly ordinal: RegExp;
  /** Matches, at the start of a text, what joins a number to the name behind it, with its space or apostrophe: `in `, `for `, `d’`. */
  readonly whose: RegExp;
  /** Match what an axis says of a scale that is not even from the bottom to the top: whole words, in any case. */
  readonly scales: {
    readonly reversed: RegExp;
    readonly logarithmic: RegExp;
    /** Of a square root or another power. */
    readonly power: RegExp;
  };
}
