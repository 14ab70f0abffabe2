import type { Direction } from "../numbers/direction-of.ts";

/** Names that a figure is held by: `Kent and Wiltshire, 12 each`. */
export interface Held {
  readonly names: readonly string[];
  /** As it is written. */
  readonly figure: string;
}

/** Control limits between which chance alone sets 95 figures in a hundred, and 998 in a thousand. */
export type ControlLevel = "inner" | "outer";

/** One line of a chart, from its first figure to its last. */
export interface ChartLine {
  /** Its name; empty where there is one line only. */
  readonly series: string;
  readonly first: ChartPoint;
  /** Absent where it has one figure only. */
  readonly last?: ChartPoint;
  /** From first to last, as the two are written. */
  readonly direction: Direction;
  /** The highest and the lowest between the two, where they pass both, with all periods that have it. */
  readonly peak?: Held | undefined;
  readonly low?: Held | undefined;
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
export interface ChartRank {
  readonly position: number;
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
  /** Those that are the same are so only as they are written. */
  readonly about?: boolean;
  readonly partial: boolean;
}

/** One that moved furthest, with both of its figures; without them where a sentence before has told them. */
export interface ChartMove {
  readonly name: string;
  readonly figures: readonly [from: string, to: string] | undefined;
}

/** Those that moved furthest one way; `partial`: of those with both figures shown. */
export interface LargestMoves {
  readonly direction: "up" | "down";
  readonly moves: readonly ChartMove[];
  /** Whether no other moved that way. */
  readonly isOnly: boolean;
  readonly partial: boolean;
  /** What the figures are, by the title of the chart's measure, that a difference of them is not taken for one in per cent; undefined where it has none. */
  readonly unit?: string | undefined;
}

/** What is largest in one column of a stack. */
export interface LargestPart {
  readonly at: string;
  readonly names: readonly string[];
  readonly partial: boolean;
}

export type ChartKindName =
  | "bar"
  | "bullet"
  | "pyramid"
  | "unit"
  | "stacked"
  | "stackedArea"
  | "line"
  | "slope"
  | "places"
  | "area"
  | "pie"
  | "dot"
  | "dumbbell"
  | "interval"
  | "range"
  | "scatter"
  | "funnel"
  | "strip"
  | "heat"
  | "tile"
  | "map"
  | "table"
  | "histogram"
  | "density"
  | "box"
  | "chart";

/** What a chart makes of a field: Vega-Lite's name of the aggregate (`sum`, `mean`), classes, or dates as fine as these units. */
export type FieldMade =
  | { readonly kind: "aggregate"; readonly operation: string }
  | { readonly kind: "classes" }
  | { readonly kind: "time"; readonly units: readonly string[] };

/** Why a figure is not shown. */
export type ChartGap = "suppressed" | "missing" | "disputed";

/** Figures that are not shown for one reason. */
export interface ChartGaps {
  readonly count: number;
  /** What they are of, several of a row as one: `Kent (2018 to 2020)`. None where they are many. */
  readonly names: readonly string[];
}

/** Whole sentences. Labels and notes are the author's. */
export interface AnnotationWords {
  /** `Line across: Median of all areas, 17.4.` */
  reference(label: string, figure: string): string;
  /** `Target line: Target, 18.` */
  target(label: string, figure: string): string;
  /** `Shaded, 2019 to 2021: Courts closed.`; one period where both are the same. */
  shaded(from: string, to: string, label: string): string;
  /** `Break before 2020: New counting rules.` */
  break(from: string, label: string): string;
  /** `Note at Kent, 2019: Courts closed.` */
  text(at: readonly string[], text: string): string;
  /** `Band around the figures: Likely range.` */
  band(label: string): string;
  /** The heading of a column: `Likely range, lower end`. */
  end(label: string, side: "low" | "high"): string;
}

/** Descriptions of charts for those who do not see them. What ends with a stop is a whole sentence. */
export interface ChartWords {
  /** `Bar chart`. */
  readonly kinds: Readonly<Record<ChartKindName, string>>;
  /** `Bar chart: Offences by Police force, 43 in all, 2019.` Each but the kind may be missing. */
  opening(of: {
    readonly kind: ChartKindName;
    readonly values: string;
    readonly by: readonly string[];
    /** First and last of an axis of periods. */
    readonly range?: readonly [first: string, last: string];
    /** How many there are on an axis of names. */
    readonly size?: number;
    /** The period that all figures are of, where no axis has it. */
    readonly period?: string | undefined;
  }): string;
  /** `12 small charts, one for each Police force.` */
  panels(title: string, count: number): string;
  readonly noData: string;
  /** `12 rows of data.` */
  rows(count: number): string;
  /** `Shows how 12 rows of data are spread.`, of what the chart computes. */
  spread(count: number): string;
  /** `highest London, 274; lowest Kent and Wiltshire, 12 each`, of several figures; of `shown` where not all are, which is `these` where the sentence before says how many. One of the two where the other is told. */
  extremes(of: {
    readonly highest: Held | undefined;
    readonly lowest: Held | undefined;
    readonly shown?: number | "these" | undefined;
  }): string;
  /** `London, 274`, of one figure. */
  only(of: Held): string;
  /** `about 10`: a figure that was rounded, or is written alike of several that differ, where it is said of them together. */
  about(figure: string): string;
  /** `all 5 are 12`; `partial`: `all 5 shown are 12`. */
  same(count: number, figure: string, partial?: boolean): string;
  /** `Highlighted: Kent, 12, third lowest of 43.` */
  highlighted(name: string, figure: string, rank?: ChartRank): string;
  /** `Highlighted: Kent, suppressed.` */
  highlightedGap(name: string, gap: ChartGap): string;
  /** The same beside a name, in the place of a figure: `12 (girls) and suppressed (boys)`. */
  readonly gapReasons: Readonly<Record<ChartGap, string>>;
  /** `Kent: 114 in 2017/18, rising to 274 in 2018/19.` */
  line(line: ChartLine): string;
  /** `Kent: 3rd in 2014, 2nd in 2022.`, of places among others, whole numbers from 1. */
  places(of: { readonly series: string; readonly points: readonly ChartPoint[] }): string;
  /** `First in 2014: Essex; in 2022: Kent.`; of the same names: `First in 2014 and in 2022: Essex.` */
  firstPlaces(points: readonly { readonly names: readonly string[]; readonly at: string }[]): string;
  /** `Kent, turning points: 90 in 2016, 1 in 2017.` */
  turns(series: string, points: readonly ChartPoint[]): string;
  /** `3 more lines for comparison.` */
  moreLines(count: number): string;
  /** `And 3 more.` */
  more(count: number): string;
  /** Of charts that are drawn, and say what one that is told says: `2 more charts say the same.` */
  alikeCharts(count: number): string;
  /** `2017/18 to 2018/19: 20 rose, 15 fell and 3 stayed the same.` */
  moves(of: ChartMoves): string;
  /** `Higher for girls: 20; higher for boys: 3; the same: 1.`, of two that are no periods. */
  pairs(of: ChartMoves): string;
  /** `Largest rise in percentage points: Kent, from 12 to 40.`; of several that tie, or nearly: `Largest rises: …`; of one alone: `The only rise: …`. */
  largest(of: LargestMoves): string;
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
  /** That figures are medians, each with the range of its middle half. */
  readonly middles: string;
  /** `12 (Target: 15)`. */
  comparison(figure: string, title: string, other: string): string;
  /** `Compared with Target: 5 higher, 3 lower, 1 the same.`; with the target's figure where it is one for all. */
  against(of: {
    readonly title: string;
    readonly figure?: string | undefined;
    readonly higher: number;
    readonly lower: number;
    readonly same: number;
    /** Those that are the same are so only as they are written. */
    readonly about?: boolean;
  }): string;
  /** What the lines of a funnel plot are: `95% control limits`, and `99.8% control limits`. */
  readonly controlLimits: Readonly<Record<ControlLevel, string>>;
  /**
   * `Above the 99.8% control limits: Kent and Essex. Below them: none. Outside the 95% limits alone: 2 above, 1 below. Within the 95% limits: 39.`, by name or,
   * where they are many, by number. Where there are limits of 95% alone: `Above the 95% control limits: Kent. Below them: none. Within them: 39.`
   */
  outside(of: {
    readonly above: readonly string[];
    readonly below: readonly string[];
    readonly within: number;
    /** How many are outside of the inner limits, and not of the outer ones. Absent: there are no outer ones. */
    readonly innerAlone?: { readonly above: number; readonly below: number } | undefined;
    /** So many are named on either side, and of more the rest by number; five where absent. None are named where it is 0. */
    readonly mostNamed?: number;
  }): string;
  /** `4.21, below the 95% control limits of 5.44 to 5.88`: on which side of them a figure is. */
  limits(of: {
    readonly figure: string;
    readonly level: ControlLevel;
    readonly side: "above" | "below" | "within";
    readonly low: string;
    readonly high: string;
    /** Whether it is outside of the inner limits, and within outer ones. */
    readonly isWithinOuter: boolean;
  }): string;
  /** What intervals are, by the share of samples whose intervals hold the true figure: `95% confidence interval` of 0.95. */
  confidenceInterval(level: number): string;
  /** The same as a whole sentence, of what the author calls them too: `Interval: 95% confidence interval.` */
  intervals(what: string): string;
  /** What stands on the chart beside its data. */
  readonly annotations: AnnotationWords;
  /** `12 points.` */
  points(count: number): string;
  /** `Rate from 1 to 3.` */
  span(title: string, low: string, high: string): string;
  /** Figures that are not shown, by number or, where they are few, by name: `1 value is suppressed: Kent.` */
  gaps(of: Readonly<Record<ChartGap, ChartGaps>> & { readonly of?: "values" | "areas" }): string;
  /** Behind that: that an area falls to nought where a value is missing, which is none. A whole sentence. */
  readonly missingAtZero: string;
  /** Periods that follow one another, from the first to the last: `2018 to 2020`. */
  stretch(from: string, to: string): string;
  /** Which periods there are, where they do not follow one another at equal distances: `Figures for 2005, then 2014 to 2017.` */
  periodStretches(stretches: readonly { readonly from: string; readonly to: string }[]): string;
  /** The same of many stretches, by how many periods have a figure: `Figures for 12 periods from 2005 to 2017, at unequal distances.` */
  unequalPeriods(of: { readonly count: number; readonly from: string; readonly to: string }): string;
  /** Above cells or small maps of such periods, which stand at equal steps: that the periods do not. A whole sentence. */
  readonly unequalSteps: string;
  /** In the legend of classes, each of which has its lower limit: `under 10`, `10 to under 12`, `12 or more`; `12 to 13.4` where the highest figure is known. Limits may be texts that numbers take the place of. */
  readonly classes: {
    under(high: string): string;
    between(low: string, high: string): string;
    from(low: string): string;
    to(low: string, highest: string): string;
  };
  /** In the legend of a map, behind the marker: `suppressed`, `not available`. */
  readonly gapNames: Readonly<Record<"suppressed" | "missing", string>>;
  /** Below a list that is too long for its page: that its top is shown, and what stands around the one marked. A whole sentence. */
  readonly notAllShown: string;
  /** The same where none is marked: that its top is shown, and its end. A whole sentence. */
  readonly endsShown: string;
  /** The same where none is marked and many share its last figure: that its top is shown. A whole sentence. */
  readonly topShown: string;
  /** Behind one of these, how many are shown: `Shown: 13 of 155.` Both may be texts that numbers take the place of. */
  shownOf(shown: string, all: string): string;
  /** The same where some have no figure: `Shown: 13 of 138 with a figure.` */
  shownWithFigure(shown: string, all: string): string;
  /** Behind that: that some that are not shown have the same figure as one that is. A whole sentence. */
  readonly tiesLeftOut: string;
  /** Below maps of which some areas have neither a name nor a letter, for want of room or of letters: that not all are named, and where the names are. A whole sentence. */
  readonly areasNotNamed: string;
  /** Below maps, before the number of areas of which the data say nothing. A whole sentence but for its end. */
  readonly areasNotInData: string;
  /** Below more lines than have room for their names: which of them are named. A whole sentence. */
  readonly linesNotNamed: string;
  /** Below cells or tiles that are too narrow for their figures: that these are not written, and where they are. A whole sentence. */
  readonly figuresNotWritten: string;
  /** Below cells or tiles of which some are printed as a figure that is of another class than theirs before it was rounded: that colours go by the rounded ones. A whole sentence. */
  readonly classedRounded: string;
  /** Below bars of which some parts are too short for their figures: that these are not written, and where they are. A whole sentence. */
  readonly partsNotWritten: string;
  /** Behind the number of areas without a figure, where they are too many to be named: that the data of the chart have their names. A whole sentence. */
  readonly namesInData: string;
  /** Before the number of dots that lie on one another, as they have no room side by side: why they do. A whole sentence but for its end. */
  readonly dotsPiled: string;
  /** Below a funnel, before the number of areas outside of its limits that are not named: why they are not. A whole sentence but for its end. */
  readonly outsideNotNamed: string;
  /** Behind that number, where those that are listed below it are the first of them alone. */
  readonly outsideFurthest: string;
  /** Behind the title of an axis whose steps are each so many times the one before: `logarithmic scale`. */
  readonly logScale: string;
  /** Below a funnel, what a mark at its top is: a rate that is above the scale. */
  readonly aboveScale: string;
  /** Above small lines that each fill their row: that each is on a scale of its own. A whole sentence. */
  readonly ownScales: string;
  /** Above a map that has no figures, beside others whose areas have no room for a name: `Where each area is`. */
  readonly whereAreas: string;
  /** The title of an axis that the chart's author gave none: `Sum of people`, `age (binned)`, `date (year-month)`. */
  fieldTitle(of: {
    /** Empty of a count of rows. */
    readonly field: string;
    readonly made: FieldMade;
  }): string;
  /** `Sep`, as axes of time have it; January first. */
  readonly shortMonths: readonly string[];
  /** Words that stand beside a number in a date and name neither a month nor a day of the week, in small letters: `week`. */
  readonly dateWords: readonly string[];
}
