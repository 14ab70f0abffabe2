import type { Category, Period, UnitSpec } from "../../dataset/index.ts";
import type { Bounds } from "../bounds.ts";
import type { Verdict } from "../claim.ts";
import type { FigureWords } from "../evaluation.ts";
import type { Rational } from "../rational.ts";
import type { Formats } from "./formats.ts";
import type { Numbers, Numerals } from "./numbers.ts";

/**
 * All that is written in one language: a record of functions over what is meant, never over pieces of sentences. A new
 * language is a file with one of these, and a line in the registry; the compiler says what it lacks.
 */
export interface Language {
  /** BCP 47 tags that choose it. The first is its own, and the locale of its numbers and dates. */
  readonly tags: readonly [string, ...string[]];
  /** As messages to an author name it: `Welsh`. */
  readonly name: string;
  readonly numerals: Numerals;
  /** Where Intl writes what the language does not. */
  readonly formats?: (formats: Formats) => Partial<Formats>;
  readonly places: (numbers: Numbers) => PlaceWords;
  readonly phrases: (numbers: Numbers, places: PlaceWords) => ClaimPhrases;
  readonly notes: (numbers: Numbers, places: PlaceWords) => NoteWords;
  readonly charts: (numbers: Numbers) => ChartWords;
  readonly document: DocumentWords;
  readonly template: TemplateWords;
  /** Numbers said in words that state a figure (`twelve offences`, `doubled`, `a third of`), for the figure audit. */
  readonly saidFigures: (text: string) => readonly SaidFigure[];
  /** Digits that are no statistic: within names, dates, ages, references, telephone numbers. For the figure audit. */
  readonly namedFigures: (text: string) => readonly NamedFigure[];
  /** What makes another figure of one that it stands beside, for the figure audit. */
  readonly besideFigures: BesideFigures;
}

/** A stretch of text whose digits are no statistic. */
export interface NamedFigure {
  readonly index: number;
  readonly length: number;
}

/** Words beside a figure, lower case. */
export interface BesideFigures {
  /** Matches what stands right before a figure, at the end of a text, and changes it: `minus`, `half of`. */
  readonly before: RegExp;
  /** Matches what stands right after a figure, at the start of a text, and changes it: `million`, `per cent`, `a day`. */
  readonly after: RegExp;
  /** Matches a whole word that says what is counted: `children`. */
  readonly counted: RegExp;
  /** Matches a whole word before which whatever is counted has been said: `of`, `in`. */
  readonly stops: RegExp;
  /** Matches words of moves, which no label of a category has beside a number: `rose`. */
  readonly moves: RegExp;
  /** Matches words of bands and classes, which labels have beside numbers: `under`, `to`, `or more`. */
  readonly bands: RegExp;
}

/** Names of times and places in running text. */
export interface PlaceWords {
  /** `2018/19`, `year ending March 2019`. */
  period(period: Period): string;
  /** Several periods, earliest first: `2017/18 to 2018/19`. */
  range(first: Period, last: Period): string;
  /** Several areas, by name: `Kent and Essex`. */
  areas(areas: readonly Category[]): string;
  /** Whose a figure is, with a preposition that is right before any name: `for Kent`; the area's own where it has one: `in the UK`. */
  about(areas: readonly Category[]): string;
  /** Where something happened, of areas that are places: `in Kent`, `in the UK`. */
  located(areas: readonly Category[]): string;
  /** One cell's place, among whatever dimensions: `Kent (2018/19)`. */
  cell(place: Place): string;
}

/** What a cell is of. */
export interface Place {
  /** Areas and other categories, in the order of the dataset's dimensions. */
  readonly categories: readonly Category[];
  readonly periods: readonly Period[];
}

/**
 * A figure as phrases take it, with the decimals that it is printed with: exact, or, where rounding leaves it open, the
 * least and the greatest that it can be, which have no more decimals than that.
 */
export interface Quantity {
  readonly value: Rational | Bounds;
  readonly decimals: number;
  /** The value is a multiple that it was rounded to: `about 80`. */
  readonly about?: boolean;
}

/** What is compared with what. */
export interface PeriodSpan {
  readonly from: Period;
  readonly to: Period;
}

/** In per cent, as a number, or in percentage points. */
export type ChangeMode = "relative" | "absolute" | "points";

export type Direction = "up" | "down" | "flat";

/** `open`: figures were rounded, and are too near to each other to tell. */
export type FoundDirection = Direction | "open";

/** A 95% confidence interval. */
export interface ConfidenceInterval extends Bounds {
  /** It covers all that the rounding of the figures leaves possible too. */
  readonly withRounding?: boolean;
}

/** What two periods' figures were tested for, where the claim asks for it. */
export interface Uncertainty {
  readonly significant: boolean;
  /** Of how many times the earlier figure the later one is; absent where it has no bounds. */
  readonly ratio?: ConfidenceInterval;
}

/** Many of a kind: the areas that are ranked. */
export interface Group {
  readonly size: number;
  /** What they are called in the plural: `police forces`; empty if the definition does not say. */
  readonly plural: string;
  /** Language of the plural; the dataset's where absent. */
  readonly lang?: string;
}

/** The figure that another is compared with. */
export type OtherSide =
  | { readonly kind: "median"; readonly group: Group }
  | {
      readonly kind: "cell";
      /** What sets it apart from the first. */
      readonly categories: readonly string[];
      readonly areas: readonly Category[];
      readonly periods: readonly Period[];
    };

/** One phrase a kind of claim. */
export interface ClaimPhrases {
  /** `274 offences`, with the interval of the count where it is asked for. */
  count(
    of: Quantity & { readonly unit: UnitSpec; readonly atLeast: boolean; readonly interval?: ConfidenceInterval },
  ): FigureWords;
  /** `15.0 women per 100,000 women`, with the interval of the rate where it is asked for. */
  rate(
    of: Quantity & {
      readonly unit: UnitSpec;
      readonly per?: number;
      readonly population?: UnitSpec;
      readonly interval?: ConfidenceInterval;
    },
  ): FigureWords;
  /** `12.0 offences a day`. */
  overTime(of: Quantity & { readonly unit: UnitSpec; readonly per: "day" | "week" | "month" }): FigureWords;
  /** `34.0%`, of a share that was published as one; its label says of what. The value is 0 to 1, the decimals are of the per cent. */
  publishedShare(of: Quantity & { readonly label: string }): FigureWords;
  /** `21% of offences`. */
  share(of: { readonly value: Rational | Bounds; readonly unit: UnitSpec; readonly condition?: string }): FigureWords;
  /**
   * `a 140% rise on the previous year`. The value is relative (0 to 1), a number, or percentage points; the direction is
   * that of the rounded value, and `unchanged` says that the two were the same before they were rounded. Between bounds
   * that are a rise and a fall, the direction is open.
   */
  change(
    of: Quantity &
      PeriodSpan & {
        readonly mode: ChangeMode;
        readonly direction: FoundDirection;
        readonly unchanged: boolean;
        readonly uncertainty?: Uncertainty;
      },
  ): FigureWords;
  /** `a rise from 14 to 22 on the previous year`. */
  counts(
    of: PeriodSpan & {
      readonly before: Rational | Bounds;
      readonly after: Rational | Bounds;
      /** Which of the two are multiples that they were rounded to. */
      readonly about?: { readonly before: boolean; readonly after: boolean };
      readonly direction: FoundDirection;
      readonly uncertainty?: Uncertainty;
    },
  ): FigureWords;
  /** `2.4 times the figure for 2017/18`. */
  ratio(of: Quantity & PeriodSpan & { readonly uncertainty?: Uncertainty }): FigureWords;
  /** `higher than in Kent`. The value is how many times the other it is; null where that cannot be said, or is not asked. */
  comparison(of: {
    readonly relation: "higher" | "lower" | "equal" | "times" | "open";
    readonly value: Rational | Bounds | null;
    /** How far the two are apart, to be said instead: `7.6 percentage points higher than in Kent`; of points, 7.6. */
    readonly gap?: {
      readonly value: Rational | Bounds;
      readonly decimals: number;
      readonly mode: "absolute" | "points";
    };
    readonly other: OtherSide;
  }): FigureWords;
  /** `15.0, the median of 42 police forces`; of shares, which measures hold as percentages: `15.8%, the median of 42 areas`. */
  median(of: Quantity & { readonly group: Group; readonly isPercent: boolean }): FigureWords;
  /** `the third highest of 42 police forces`. */
  rank(of: {
    /** From 1; the best and the worst that rounding leaves possible. */
    readonly place: number | { readonly low: number; readonly high: number };
    readonly order: "highest" | "lowest";
    /** `open`: rounding leaves it possible. */
    readonly tied: boolean | "open";
    readonly group: Group;
  }): FigureWords;
  /** `the highest in these figures, which go back to 2014`; where the claim names a period, `the highest since 2014`. */
  record(
    of: Quantity & {
      readonly extreme: "highest" | "lowest";
      readonly holds: boolean | "open";
      /** An earlier figure is the same. */
      readonly tied: boolean;
      readonly since: Period | undefined;
      /** It is the first period that there are figures for. */
      readonly isFromStart: boolean;
    },
  ): FigureWords;
  /** `rising`, `rose significantly`. */
  direction(of: Quantity & { readonly direction: FoundDirection; readonly significant: boolean }): FigureWords;
  /** For a claim that has no figure. Holds no digit. */
  absent: Readonly<Record<"suppressed" | "missing" | "conflict", FigureWords>>;
}

/** Names that a figure is held by: `Kent and Wiltshire, 12 each`. */
export interface Held {
  readonly names: readonly string[];
  /** As it is written. */
  readonly figure: string;
}

/** One line of a chart, from its first figure to its last. */
export interface ChartLine {
  /** Its name; empty where there is one line only. */
  readonly series: string;
  readonly first: ChartPoint;
  /** Absent where it has one figure only. */
  readonly last?: ChartPoint;
  /** From first to last, as the two are written. */
  readonly direction: Direction;
  /** The highest and the lowest between the two, where they pass both. */
  readonly peak?: ChartPoint;
  readonly low?: ChartPoint;
  /** It is level only as rounding shows it. */
  readonly about?: boolean;
  /** Whether some of its figures are not shown, so that peak and low are of those that are. */
  readonly partial?: boolean;
}

export interface ChartPoint {
  readonly name: string;
  readonly figure: string;
}

/** Where a figure stands among others; `partial`: among those that are shown. */
export interface ChartPlace {
  readonly place: number;
  readonly order: "highest" | "lowest";
  readonly tied: boolean;
  readonly of: number;
  readonly partial: boolean;
}

/** How many went which way between two periods; `partial`: of those with both figures shown. */
export interface ChartMoves {
  readonly from: string;
  readonly to: string;
  readonly up: number;
  readonly down: number;
  readonly flat: number;
  /** Rounding hides whether those that are the same moved. */
  readonly about?: boolean;
  readonly partial: boolean;
}

/** One that moved furthest, with both of its figures. */
export interface ChartMove {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What is largest in one column of a stack. */
export interface LargestPart {
  readonly at: string;
  readonly names: readonly string[];
  readonly partial: boolean;
}

export type ChartKindName =
  | "bar"
  | "stacked"
  | "stackedArea"
  | "line"
  | "slope"
  | "area"
  | "pie"
  | "dot"
  | "dumbbell"
  | "interval"
  | "range"
  | "scatter"
  | "strip"
  | "heat"
  | "tile"
  | "map"
  | "table"
  | "histogram"
  | "density"
  | "box"
  | "chart";

/** Why a figure is not shown. */
export type ChartGap = "suppressed" | "missing" | "disputed";

/** Descriptions of charts for those who do not see them. What ends with a stop is a whole sentence. */
export interface ChartWords {
  /** `Bar chart`. */
  readonly kinds: Readonly<Record<ChartKindName, string>>;
  /** `Bar chart: Offences by Police force, 43 in all.` Each but the kind may be missing. */
  opening(of: {
    readonly kind: ChartKindName;
    readonly values: string;
    readonly by: readonly string[];
    /** First and last of an axis of periods. */
    readonly range?: readonly [first: string, last: string];
    /** How many there are on an axis of names. */
    readonly size?: number;
  }): string;
  /** `12 small charts, one for each Police force.` */
  panels(title: string, count: number): string;
  readonly noData: string;
  /** `12 rows of data.` */
  rows(count: number): string;
  /** `Shows how 12 rows of data are spread.`, of what the chart computes. */
  spread(count: number): string;
  /** `highest London, 274; lowest Kent and Wiltshire, 12 each`, of several figures; of `shown` where not all are. */
  extremes(of: { readonly highest: Held; readonly lowest: Held; readonly shown?: number }): string;
  /** `London, 274`, of one figure. */
  only(of: Held): string;
  /** `about 10`: a figure that was rounded, where it is said of several. */
  about(figure: string): string;
  /** `all 5 are 12`; `partial`: `all 5 shown are 12`. */
  same(count: number, figure: string, partial?: boolean): string;
  /** `Highlighted: Kent, 12, third lowest of 43.` */
  highlighted(name: string, figure: string, place?: ChartPlace): string;
  /** `Highlighted: Kent, suppressed.` */
  highlightedGap(name: string, gap: ChartGap): string;
  /** `Kent: 114 in 2017/18, rising to 274 in 2018/19.` */
  line(line: ChartLine): string;
  /** `Kent, turning points: 90 in 2016, 1 in 2017.` */
  turns(series: string, points: readonly ChartPoint[]): string;
  /** `3 more lines for comparison.` */
  moreLines(count: number): string;
  /** `And 3 more.` */
  more(count: number): string;
  /** `2017/18 to 2018/19: 20 rose, 15 fell and 3 stayed the same.` */
  moves(of: ChartMoves): string;
  /** `Higher for girls: 20; higher for boys: 3; the same: 1.`, of two that are no periods. */
  pairs(of: ChartMoves): string;
  /** `Largest rise: Kent, from 12 to 40.`, of several that tie too. */
  largest(direction: "up" | "down", moves: readonly ChartMove[], partial: boolean): string;
  /** `12 (girls) and 40 (boys)`. */
  several(points: readonly ChartPoint[]): string;
  /** `Largest part in 2017/18: Instagram; in 2018/19: Snapchat.` */
  largestParts(first: LargestPart, last: LargestPart): string;
  /** `12, from 6.2 to 20.9`; `short`: `12 (6.2 to 20.9)`; without its figure: `from 6.2 to 20.9`. */
  interval(of: {
    readonly figure: string;
    readonly low: string;
    readonly high: string;
    readonly short?: boolean;
  }): string;
  /** `12 (Target: 15)`. */
  beside(figure: string, title: string, other: string): string;
  /** `Compared with Target: 5 higher, 3 lower, 1 the same.`; with the target's figure where it is one for all. */
  against(of: {
    readonly title: string;
    readonly figure?: string;
    readonly higher: number;
    readonly lower: number;
    readonly same: number;
    /** Rounding hides which of those that are the same are higher. */
    readonly about?: boolean;
  }): string;
  /** `12 points.` */
  points(count: number): string;
  /** `Rate from 1 to 3.` */
  span(title: string, low: string, high: string): string;
  /** Figures that are not shown, by number or, where they are few, by name: `1 value is suppressed: Kent.` */
  gaps(of: Readonly<Record<ChartGap, number | readonly string[]>> & { readonly of?: "values" | "areas" }): string;
  /** `Sep`, as axes of time have it; January first. */
  readonly shortMonths: readonly string[];
}

/** Words that the document makes itself. */
export interface DocumentWords {
  readonly contents: string;
  readonly notes: string;
  noteReference(note: number): string;
  /** `use` counts from 1 where a note is referred to more than once. */
  backToText(note: number, use: number, uses: number): string;
  /** What the file of claims that a PDF carries is, for a list of attachments. */
  readonly record: string;
  /** What describes the file that `briefwright verify` reads. */
  readonly verification: string;
  /** At the foot of a page: `Page 1 of 2`, as what stands before each number. */
  readonly page: { readonly before: string; readonly between: string };
}

/** What the markers in tables mean: the symbols of the UK Government Analysis Function. */
export type Marker = "[c]" | "[x]" | "[z]" | "[p]" | "[r]" | "[e]" | "[b]";

/** Words that helpers print, and those of the shipped templates. */
export interface TemplateWords {
  readonly markers: Readonly<Record<Marker, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Plain texts, by name: `{{phrase "key-figures"}}`. */
  readonly phrases: Readonly<Record<TemplatePhrase, string>>;
  /** Sentences, headings and captions that hold a claim or an area: small templates, called as partials. */
  readonly sentences: Readonly<Record<TemplateSentence, string>>;
}

export type TemplatePhrase =
  | "about-the-figures"
  | "areas"
  | "by-area"
  | "chart"
  | "chart-description"
  | "chart-details"
  | "chart-figures"
  | "computed-from"
  | "contact"
  | "figure"
  | "figures-show"
  | "help"
  | "highlighted"
  | "how-computed"
  | "counts-instead"
  | "percent-of-data"
  | "percent-of-rounded"
  | "in-detail"
  | "key-figures"
  | "national-detail"
  | "national-overview"
  | "national-picture"
  | "national-trend"
  | "over-time"
  | "provenance"
  | "provenance-table"
  | "published"
  | "regional-briefing"
  | "source"
  | "sources"
  | "summary"
  | "symbols"
  | "this-area";

export type TemplateSentence =
  | "sentence-figures"
  | "sentence-absent"
  | "sentence-change"
  | "sentence-national-change"
  | "sentence-rank"
  | "sentence-median"
  | "heading-comparison"
  | "caption-trend"
  | "caption-breakdown"
  | "caption-ranking";

/** A number said in words, at its place in a text. */
export interface SaidFigure {
  readonly text: string;
  readonly index: number;
}

/** How many of those asked gave figures for some periods. */
export interface Coverage {
  readonly responded: number;
  readonly asked: number;
  readonly periods: readonly Period[];
}

/** What notes say to readers besides the author's own words: whole sentences. */
export interface NoteWords {
  /** `38 of 43 responded`, without a stop: how many of those asked gave figures. */
  coverage(responded: number, asked: number): string;
  conflict: string;
  /** `38 of 43 responded for 2017/18, and 40 of 43 for 2018/19: a part of the change may come of that.` */
  coverageDiffers(before: Coverage, after: Coverage): string;
  /** A change over some of the areas only: those that have a whole figure in both periods. */
  leftOut(of: { readonly kept: number; readonly of: Group; readonly left: readonly Category[] }): string;
  /** Of those ranked, or in a median, `held` have a figure for these periods, and the others have none. */
  withoutFigure(of: { readonly held: number; readonly of: Group; readonly periods: readonly Period[] }): string;
  /** A rate or a share whose base is of another time than its cases. */
  periodsDiffer(of: { readonly cases: readonly Period[]; readonly base: readonly Period[] }): string;
  lowerBound(place: Place): string;
  partialPeriod(place: Place): string;
  notComparable(place: Place): string;
  provisional(place: Place): string;
  estimated(place: Place): string;
  revised(place: Place): string;
  /** The publisher marks the figure of this place as counted in another way than those before. */
  breakAt(place: Place): string;
  /** A break of the series that the dataset declares, with its note. `at` is the first period after it. */
  brokenSeries(at: Period, note: string): string;
  overlapping(dimension: string): string;
  /** A rate of so few cases that chance moves it much: of fewer than `limit`. */
  fewCases(limit: number): string;
  /** `and 38 more`, of the cells that a figure was computed from. */
  moreCells(count: number): string;
  /** The counts were rounded; `madeOf` names a measure that is worked out from them, `of` one that was rounded itself. */
  rounded(of: { readonly base: number; readonly madeOf?: string; readonly of?: string }): string;
}
