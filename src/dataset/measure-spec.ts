import type { DurationForm } from "./read-duration.ts";

/** What is counted, as it stands beside a number. */
export interface UnitSpec {
  /** Of one: `offence`. */
  readonly one: string;
  /** Of several, also by itself: `offences`. */
  readonly other: string;
  /** Other plural forms, for languages that have them (the categories of Unicode CLDR). */
  readonly zero?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  /** In the languages whose numbers agree with it. In Welsh it says how the singular mutates after 1 to 10. */
  readonly gender?: "feminine" | "masculine";
  /** Language of these forms, where it is not the dataset's. */
  readonly lang?: string;
}

/**
 * What a figure is. `count`: a whole number of things, which adds up. `rate`: cases per so many. `share`: a percentage of a whole. `mean`: an
 * average or a median. `quantity`: whatever else is measured, told in its unit: money, tonnes, hours, an index; say `additive` where it adds up.
 */
export type StatType = "count" | "rate" | "share" | "mean" | "quantity";

/** What figures of several periods are to each other. */
export const overTimes = ["flow", "stock", "cumulative"] as const;
export type OverTime = (typeof overTimes)[number];

/** Whether figures are measured rather than counted, so that they may lie below zero. */
export const isMeasured = ({ statType }: Pick<MeasureSpec, "statType">): boolean =>
  statType === "mean" || statType === "quantity";

/** What figures of one kind are: their name, unit and statistic, and what they may be compared and added with. */
export interface MeasureSpec {
  readonly label: string;
  /**
   * What running text calls it after a name, in the singular: `rate`, for "Kent's rate". Default: by its `statType`: rate,
   * share, average; figure for a count and a quantity. Headlines, which stand by themselves, say the label where there is none, or only `rate`, and the
   * label stands in a sentence.
   */
  readonly short?: string;
  /** The same with an article, where it stands by itself: `y gyfradd`. Default in English: `the` and the short name. */
  readonly shortDefinite?: string;
  /** What is counted, in the singular and the plural: offences are not children, and neither are instances. */
  readonly unit: UnitSpec;
  readonly statType: StatType;
  /** May values of exclusive categories be added up? Default: true for counts, false for the rest. */
  readonly additive?: boolean;
  /**
   * What its figures are in time. `flow`: what happened in each period, which adds up over periods. `stock`: how many there are at a time, pupils on roll or
   * people in care. `cumulative`: a running total, all up to the end of each period, which never falls; readers are told so. Neither of these makes a sum
   * over periods. Default: `flow`.
   */
  readonly overTime?: OverTime;
  /** For a rate: cases per how many, e.g. 100000. */
  readonly per?: number;
  /** For a rate: of whom, in the plural, e.g. women: `15.0 per 100,000 women`. */
  readonly population?: string;
  /** For a rate, share, mean or quantity: the measure of this dataset that counts its cases. Where that is hidden, so is this. */
  readonly numerator?: string;
  /** For a rate, share, mean or quantity: the measure of this dataset that it is of, e.g. the population. */
  readonly denominator?: string;
  /**
   * The data comes rounded to the nearest multiple of this, by its publisher: 5 for counts, 0.1 for rates. What is worked
   * out from it then says no more than that allows.
   */
  readonly roundedTo?: number;
  /**
   * What a cell is that the file has no row of, or an empty one: `zero` for every combination of categories that hold no other, in every
   * period that the measure is there for; `zeroWhereReported` only where the data has any figure for the same area and period, say.
   * Default `not-available`; counts that seem to leave zeros out are warned of where it is not said.
   */
  readonly absent?: Absent;
  /**
   * For a share: whether the data has 0.25 for a quarter. True: figures without a percent sign are read as a hundred times that, 25. False: they are
   * percentages, however small. Where it is not said they are percentages, and warned of where all are between 0 and 1.
   */
  readonly fractions?: boolean;
  /** For a count: whether the data has it in thousands. True: 0.003 is read as the 3 that it is, so that small counts can be hidden, and 1.2 as 1,200. */
  readonly thousands?: boolean;
  /**
   * For a mean or a quantity: how the data writes how long something takes. `"h:mm"`: `8:15` is read as 495 minutes; `"m:ss"` as 495 seconds; `"h:mm:ss"`:
   * `2:05:30` as 7,530 seconds; `"y:mm"`, of years and months, `02:03` as 27 months. Its `unit` is minutes, seconds or months then.
   */
  readonly durations?: DurationForm;
  /** Decimal places to print. Default 0 for counts, 1 for the rest. */
  readonly decimals?: number;
  /** The dimensions that the measure is broken down by. Default: all of the dataset's. */
  readonly dimensions?: readonly string[];
  /** Label of the first period for which the measure can exist, e.g. the year an offence became law. */
  readonly seriesStart?: string;
  /** Changes in method: figures on either side are not like for like. `at` is the first period after the break. */
  readonly breaks?: readonly { readonly at: string; readonly note: string }[];
}

export type Absent = "zero" | "not-available" | { readonly zeroWhereReported: readonly string[] };

/** Decimal places that figures of a measure are printed with. */
export const measureDecimals = ({ statType, decimals }: Pick<MeasureSpec, "statType" | "decimals">): number =>
  decimals ?? (statType === "count" ? 0 : 1);

/** Whether figures of a measure may be added up. */
export const isAdditive = ({ statType, additive }: Pick<MeasureSpec, "statType" | "additive">): boolean =>
  additive ?? statType === "count";

/** Whether figures of several periods may be added up. */
export const addsOverTime = ({
  overTime = "flow",
  ...measure
}: Pick<MeasureSpec, "statType" | "additive" | "overTime">): boolean => overTime === "flow" && isAdditive(measure);
