import type { FigureAffixes, NamedFigure, NumberWords, SaidFigure } from "./contract/audit.ts";
import type { ChartWords } from "./contract/charts.ts";
import type { ClaimPhrases } from "./contract/claims.ts";
import type { DocumentWords } from "./contract/document.ts";
import type { NameWords } from "./contract/names.ts";
import type { NoteWords } from "./contract/notes.ts";
import type { ReasonWords } from "./contract/reasons.ts";
import type { TemplateWords } from "./contract/template.ts";
import type { Typography } from "./contract/typography.ts";
import type { Formats } from "./numbers/formats.ts";
import type { Numbers, Numerals } from "./numbers/numbers.ts";

/**
 * All that is written in one language: a record of functions over what is meant, never over pieces of sentences. A new
 * language is a folder with one of these, and a line in the registry; the compiler says what it lacks, and `src/README.md`
 * ("A language") what it cannot tell.
 */
export interface Language {
  /** BCP 47 tags that choose it. The first is its own, and the locale of its numbers and dates. */
  readonly tags: readonly [string, ...string[]];
  /** As messages to an author name it: `Welsh`. */
  readonly name: string;
  readonly numerals: Numerals;
  /** Where Intl writes what the language does not. */
  readonly formats?: (formats: Formats) => Partial<Formats>;
  readonly names: (numbers: Numbers) => NameWords;
  readonly phrases: (numbers: Numbers, names: NameWords) => ClaimPhrases;
  readonly notes: (numbers: Numbers, names: NameWords) => NoteWords;
  readonly reasons: (numbers: Numbers, names: NameWords) => ReasonWords;
  readonly charts: (numbers: Numbers) => ChartWords;
  readonly document: (numbers: Numbers) => DocumentWords;
  readonly template: TemplateWords;
  /** Numbers said in words that state a figure (`twelve offences`, `doubled`, `a third of`), for the figure audit. */
  readonly saidFigures: (text: string) => readonly SaidFigure[];
  /** Digits that are no statistic: within names, dates, ages, references, telephone numbers. For the figure audit. */
  readonly namedFigures: (text: string) => readonly NamedFigure[];
  /** Words that tell how a number among them is meant, for the figure audit. Where undefined, all digits that are of no name are figures. */
  readonly numberWords: NumberWords | undefined;
  /** What a word of a name may be in running text besides itself, by which the figure audit knows it: `Nghaint` of Caint. */
  readonly formsOf?: (word: string) => readonly string[];
  /** What makes another figure of one that it stands beside, for the figure audit. */
  readonly figureAffixes: FigureAffixes;
  /** How its texts are set: which quotation marks, and where no line breaks. */
  readonly typography: Typography;
}
