import type { UnitWords } from "./units.ts";

/** A number said in words, with its offset in a text. */
export interface SaidFigure {
  readonly text: string;
  readonly index: number;
  /** What a number under ten counts, where not every briefing counts that: a figure only of data that measure it. */
  readonly few?: string;
}

/** A stretch of text whose digits are no statistic. */
export interface NamedFigure {
  readonly index: number;
  readonly length: number;
  /** Whether nothing but a name is written so, whatever stands around it: a web address, a date. */
  readonly isSure?: boolean;
}

/** What makes another figure of one that it stands right before or after, and what else the audit reads around figures: words in lower case. */
export interface FigureAffixes {
  /** Matches what stands right before a figure, at the end of a text, and changes it: `minus`, `half of`. */
  readonly before: RegExp;
  /**
   * Matches what stands right after a figure, at the start of a text, and changes it: `million`, `per cent`, `a day`. It begins with a letter, behind at
   * most a bracket, comma or dash with its spaces, or a hyphen: it is asked of such texts alone.
   */
  readonly after: RegExp;
  /** Matches, at the start of a text behind the unit of a figure, a space and a span of time that it would be the number of: ` each week`. */
  readonly often?: RegExp;
  /** Matches a whole text that says nothing by itself, and so makes another figure of one beside it: `million`, `minus`. */
  readonly alone?: RegExp;
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

/** Makes what matches one of some words as a whole, in any case. */
export const wordPattern = (source: string): RegExp => new RegExp(`^(?:${source})$`, "iu");

/**
 * Words of a language that tell how a number among them is meant (`NumberReading`). Most match a word as a whole; those that are said
 * to stand before or behind match the text there, up to the number or from it on.
 */
export interface NumberWords {
  /** What any briefing counts, besides what its data does: `children`, `offences`. */
  readonly counted: RegExp;
  /** Words for the units of each kind: `days`, `miles`. */
  readonly units: UnitWords;
  /** Plurals in lower case: what else a number may count. */
  readonly plural: RegExp;
  /** Plurals that stand before a number and have it for a count, as no noun has that is numbered: `wards 274`. */
  readonly pluralBefore: RegExp;
  /** Words of grammar, behind which another thing is spoken of. */
  readonly link: RegExp;
  /** Words that say how many of what follows them, so that a year before one counts nothing: `In 2019 several offences`. */
  readonly quantifier: RegExp;
  /** Forms of verbs and what else is no noun that has a number: `including`, `total`. */
  readonly verb: RegExp;
  /** What joins numbers that share what is counted, as the source of an expression: `to|and|or`. */
  readonly joins: string;
  /** What joins the sides of a thing, of which only the last has the unit: `by`, of `3 by 4 metres`. */
  readonly across: string;

  /** Behind a number that is a share or a multiple: `%`, ` per cent`, ` times`. */
  readonly shareAfter: RegExp;
  /** Those of a hundred: `%`, ` per cent`. */
  readonly percent: RegExp;
  /** Behind how often something happens, which is a multiple where something moves: ` times`, of `rose 3 times`. */
  readonly often: RegExp;
  /** Behind one that is multiplied: ` million`. */
  readonly magnitudeAfter: RegExp;
  /** Behind an amount of money: ` pounds`. */
  readonly money: RegExp;
  /** Letters that touch a number and multiply it: `k`. */
  readonly magnitude: RegExp;
  /** Words of lengths and of what has some, in a clause: `height`, `wall`. Where one stands, `12m` may be metres. */
  readonly spatial: RegExp;
  /** Letters that make an ordinal of it: `st`. */
  readonly ordinal: RegExp;
  /** Behind an ordinal that is a place in an order: ` highest`. */
  readonly rankAfter: RegExp;
  /** Before a place in an order, or a move: `ranked `, `up by `. */
  readonly rankBefore: RegExp;
  /** Behind a part of a whole, or what is compared: ` in 10`, ` more`. */
  readonly ratio: RegExp;
  /** Behind a part of what is named next: ` of the`. */
  readonly partOf: RegExp;
  /** Behind a number of which that makes a count, whatever noun stands before it: ` o droseddau`. */
  readonly counting: RegExp;
  /** Behind a number, before what it counts: ` or more`, ` of the`. */
  readonly shared: RegExp;

  /** Words for a sum, or for how much of something there is: `total`, `rate`. */
  readonly sums: RegExp;
  /** Those among them that say what many come to, of time and money too: `average`. */
  readonly typical: RegExp;
  /** Those among them that a number may be the label of: `score 3`. */
  readonly label: RegExp;
  /** Those that things are numbered by, at the start of a sentence: `Sample 5 was taken`. Behind any other the number is how much it was. */
  readonly numberedSums: RegExp;
  /** What is done to people and becomes of them, of which briefings tell: `abuse`, `deaths`, `victims`. A number of a doubtful form beside one is a figure. */
  readonly reported: RegExp;
  /** Organisations and places in general, which are counted however few they are: `organisations`, `districts`. */
  readonly bodies: RegExp;
  /** What amounts of money are for: `funding`. */
  readonly spent: RegExp;
  /** What one of many is given, and no sum: `score`. */
  readonly mark: RegExp;
  /** Before what a text shows how to write: `eg `. */
  readonly example: RegExp;
  /** Words before how many of a list are meant: `first`. */
  readonly oneOfList: RegExp;
  /** Before how many a list has: `the top `. */
  readonly top: RegExp;
  /** Around a share (`#`) that those are called by who have the most or the least of something: `the most deprived # of areas`. */
  readonly groupOfShare: RegExp;
  /** Words for what laws, banks and employers take or add a share of, around a share (`#`): `tax`. */
  readonly levied: RegExp;
  /** Around a number (`#`) of an example that was made up: `suppose #`. */
  readonly supposed: RegExp;
  /** Before and behind a number, at `#`, by which a word or a code means so many at least or at most: `is defined as missing at least #`, `1 means more than #`. */
  readonly defined: RegExp;
  /** Before and behind a place that somebody came to in a contest, at `#`: `finished in # place`. */
  readonly placed: RegExp;
  /** Before the most or the least that something may be: `max. `, `a minimum of `. */
  readonly bounds: RegExp;
  /** The word between a sum and its number: `of`. */
  readonly whole: RegExp;
  /** Words by which what is counted moves: `rose`. */
  readonly moves: RegExp;
  /** Words by which it is so much: `was`. */
  readonly being: RegExp;
  /** Words by which somebody has so many: `recorded`. */
  readonly does: RegExp;
  /** Words between one of these and the number: `to`, `about`. */
  readonly saying: RegExp;
  /** Before a number that a sum of the same clause has come to: `to `. */
  readonly reaching: RegExp;
  /** Behind a unit of time, and before a span in it, by which a time is named and nothing is measured: ` ago`, `the last `. */
  readonly ago: RegExp;
  readonly lately: RegExp;
  /** Before a span after which something happens again: `every `. */
  readonly each: RegExp;
  /** Behind a unit, what is measured in it, such as statistics are of: ` wait`. */
  readonly lasting: RegExp;
  /** Words to whoever reads, who is asked for so many: `you`. */
  readonly asked: RegExp;
  /** Words by which they are told something instead: `you can see`. */
  readonly telling: RegExp;
  /** Words of rules, which say how much something may be, and not how much it was: `must`. */
  readonly ruling: RegExp;
  /** Before the end of a span in which something may happen: `within `. */
  readonly limit: RegExp;
  /** Before so many that a rate is of, where that is named and not said: `the number of births per `. */
  readonly rateOf: RegExp;
  /** The same in a note on how rates are given: `Rates are given per `. */
  readonly ratesGiven: RegExp;
  /** Behind a number and a hyphen, what is no kind of a thing: `fold`, `strong`. */
  readonly compound: RegExp;
  /** Before a number that is said to be so many: `more than `. */
  readonly near: RegExp;
  /** Behind one: ` or more`, ` were`. */
  readonly many: RegExp;
  /** Behind the number of those to whom something happened, or who did it: ` were hurt`. */
  readonly happened: RegExp;
  /** What joins a number to the name of an area behind it: `in `. */
  readonly whose: RegExp;

  /** Words right before a year: `in`. */
  readonly time: RegExp;
  /** Words that may be: `and`. */
  readonly mayBeTime: RegExp;
  /** Before a number of four digits that is none: `rose by `. */
  readonly movedBy: RegExp;
  readonly month: RegExp;
  /** Words after which one of several is meant: `the`. */
  readonly determiner: RegExp;
  /** Before an age that says who is meant: `under `; and behind one: ` and over`. */
  readonly ageBefore: RegExp;
  readonly ageAfter: RegExp;
  /** At a number that things of its own are called by, up to these: `990 forms`, `911 calls`. */
  readonly numbered: RegExp;
  /** Before a number that is called: `dial `. */
  readonly call: RegExp;
}
