import type { ObservationStatus } from "./observation-status.ts";
import type { OwnFormat } from "./own-period-format.ts";
import type { FormatName } from "./period-looks/look.ts";

/** One value of a dimension: an area, a platform, an age group. */
export interface CategorySpec {
  /** kebab-case, e.g. `thames-valley`. */
  readonly id: string;
  readonly label: string;
  /** In running text, where it differs from the label: `the UK`. */
  readonly inText?: string;
  /** With its preposition, where `in` is not right: `on the Isle of Wight`. */
  readonly locative?: string;
  /** Other spellings that the data or a claim may use. */
  readonly aliases?: readonly string[];
  /** The category that holds this one, e.g. the region of a police force. */
  readonly parent?: string;
  /**
   * The first day or period that it is there: `2009-04-01`, `2009`, `2009/10`. It counts in ranks, medians and sums of periods
   * that it is there for throughout, or that the data has a figure of; a figure outside of its time is an error.
   */
  readonly since?: string;
  /** The last day or period that it is there. Two categories may have one label if they are never there on one day. */
  readonly until?: string;
  /** Ids of those that took its place, the unitary authority of a district. */
  readonly successors?: readonly string[];
}

interface DimensionBase {
  /** In the singular, as a column heading: `Police force`. */
  readonly label: string;
  /** In the plural, in running text: `police forces`. Ranks use it: `third highest of 42 police forces`. */
  readonly plural?: string;
  /** Language of both, where it is not the dataset's. */
  readonly lang?: string;
}

/** An area or a category dimension. */
export interface CategoryDimensionSpec extends DimensionBase {
  readonly role: "area" | "category";
  /** The categories that have to be known by name. Absent: all are taken from the data. */
  readonly categories?: readonly CategorySpec[];
  /** Other names that the data uses, and the id or label that each means: `{ "Bucks": "E06000060" }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** With `categories`: may the data hold others too? Their id is made from their label. Default false. */
  readonly open?: boolean;
  /**
   * Does each case fall into one category only? Where it does not (one offence on several platforms), parts are never
   * added up. Default true.
   */
  readonly exclusive?: boolean;
  /** The category that stands for all of them together, by id or label; used where a selector leaves the dimension out. */
  readonly total?: string;
  /** What holds what, by id or label, as `parent` says it of categories that are listed: `{ north: ["kent", "essex"] }`. */
  readonly holds?: Readonly<Record<string, readonly string[]>>;
  /** Categories that are the sum of others in the data, and by chance alone. Where the figures leave no doubt that it is none, they are protected as sums. */
  readonly notSums?: readonly string[];
  /**
   * Categories that may be the sum of others, and nobody knows: wherever they are, small counts are protected as if readers knew it. Nothing else comes of
   * it: they stay in ranks, charts and sums.
   */
  readonly possibleSums?: readonly SumSpec[];
}

/** What adds up to what, by id or label: `{ whole: "north", parts: ["kent", "essex"] }`. */
export interface SumSpec {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The time dimension; a dataset has one at most. Its categories are `Period`s, read from their labels. */
export interface TimeDimensionSpec extends DimensionBase {
  readonly role: "time";
  /**
   * First month of a financial year such as `2017/18`; 1 to 12. Default 4 (April, as in the United Kingdom), and 9 for
   * years that call themselves academic. Given, it also says that labels such as `2011-12` are such years, where all of
   * them can be.
   */
  readonly yearStartMonth?: number;
  /**
   * How labels are read that may be read in two ways: `yyyy-mm` or `yyyy-yy` (is `2009-10` October 2009, or the year to
   * 2010?), `dd/mm/yyyy` or `mm/dd/yyyy`. Needed only where all labels of the column can be both; else the column tells.
   * Or how labels are written that nobody else writes so: a text with holes, `Season {yyyy}/{yy}`, `FY{end-yyyy}`,
   * `{yyyy}Q{q}`, `wk{ww} {yyyy}`. A list where labels of several kinds need one each.
   */
  readonly format?: PeriodFormatSpec | readonly PeriodFormatSpec[];
  /**
   * Which periods `latest`, `previous` and `first` are about, where the data holds several lengths: years and their
   * quarters, say. The names are those of SDMX's code list for frequencies.
   */
  readonly frequency?: Frequency;
  /**
   * What is known of all figures of some periods and their labels do not say, by these as the data writes them:
   * `{ "2018*": "provisional", "2019": "partial-period" }`. Claims say it in a note, and set a part of a period against no whole one.
   */
  readonly statuses?: Readonly<Record<string, ObservationStatus | readonly ObservationStatus[]>>;
}

/** The name of a reading, or a text with holes. */
export type PeriodFormatSpec = FormatName | OwnFormat;

export type Frequency = "annual" | "half-yearly" | "quarterly" | "monthly" | "weekly" | "daily";

/** What rows are broken down by: areas or other categories, or time. */
export type DimensionSpec = CategoryDimensionSpec | TimeDimensionSpec;
