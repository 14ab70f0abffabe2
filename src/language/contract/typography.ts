/** How a language sets type, where that is not the same in all: what the house's rules ask of it. */
export interface Typography {
  /** Around quoted words, with the space inside them that a language has: `«\u00A0`. The apostrophe is ’ in all of them. */
  readonly quotes: {
    readonly double: readonly [open: string, close: string];
    readonly single: readonly [open: string, close: string];
  };
  /** Marks that a space sets apart from the word before them, on the same line: `:;!?` in French. Empty where there are none. */
  readonly apartMarks: string;
  /** Words that begin with an apostrophe, without it, in lower case: `tis`, `r`. */
  readonly elisions: ReadonlySet<string>;
  /** What stays on the line of the number before it, as it is written: `million`, `per cent`. Symbols of units need not be here. */
  readonly afterNumbers: readonly string[];
  /** What stays on the line of the number after it, as it is written: `Table`, `p.`. */
  readonly beforeNumbers: readonly string[];
  /** What stays on the line of the name after it: `Dr`. */
  readonly beforeNames: readonly string[];
  /** Names of months, which stay on the line of their day. */
  readonly months: readonly string[];
}
