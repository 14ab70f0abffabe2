import type { CellState } from "./cell.ts";
import type { DisclosureSpec } from "./disclosure/disclosure-spec.ts";
import type { LayoutSpec } from "./layout.ts";
import type { FormatName } from "./period-patterns.ts";
import type { DatasetTranslation } from "./translation.ts";

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
  /** With `categories`: may the data hold others too? Their id is made from their label. Default false. */
  readonly open?: boolean;
  /**
   * Does each case fall into one category only? Where it does not (one offence on several platforms), parts are never
   * added up. Default true.
   */
  readonly exclusive?: boolean;
  /** The category that stands for all of them together, used where a selector leaves the dimension out. */
  readonly total?: string;
  /** What holds what, by id or label, as `parent` says it of categories that are listed: `{ north: ["kent", "essex"] }`. */
  readonly holds?: Readonly<Record<string, readonly string[]>>;
  /** Categories that are the sum of others in the data, and by chance alone. */
  readonly notSums?: readonly string[];
}

/** The time dimension; a dataset has one at most. Its categories are `Period`s, read from their labels. */
export interface TimeDimensionSpec extends DimensionBase {
  readonly role: "time";
  /**
   * First month of a financial year such as `2017/18`; 1 to 12. Default 4 (April, as in the United Kingdom). Given, it
   * also says that labels such as `2011-12` are such years, where all of them can be.
   */
  readonly yearStartMonth?: number;
  /**
   * How labels are read that may be read in two ways: `yyyy-mm` or `yyyy-yy` (is `2009-10` October 2009, or the year to
   * 2010?), `dd/mm/yyyy` or `mm/dd/yyyy`. Needed only where all labels of the column can be both; else the column tells.
   */
  readonly format?: FormatName;
  /**
   * Which periods `latest`, `previous` and `first` are about, where the data holds several lengths: years and their
   * quarters, say. The names are those of SDMX's code list for frequencies.
   */
  readonly frequency?: Frequency;
}

export type Frequency = "annual" | "half-yearly" | "quarterly" | "monthly" | "weekly" | "daily";

export type DimensionSpec = CategoryDimensionSpec | TimeDimensionSpec;

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

export type StatType = "count" | "rate" | "share" | "mean";

export interface MeasureSpec {
  readonly label: string;
  /** What is counted, in the singular and the plural: offences are not children, and neither are instances. */
  readonly unit: UnitSpec;
  readonly statType: StatType;
  /** May values of exclusive categories be added up? Default: true for counts, false for the rest. */
  readonly additive?: boolean;
  /** For a rate: cases per how many, e.g. 100000. */
  readonly per?: number;
  /** For a rate: of whom, in the plural, e.g. women: `15.0 per 100,000 women`. */
  readonly population?: string;
  /** For a rate, share or mean: the measure of this dataset that counts its cases. Where that is hidden, so is this. */
  readonly numerator?: string;
  /** For a rate, share or mean: the measure of this dataset that it is of, e.g. the population. */
  readonly denominator?: string;
  /**
   * The data comes rounded to the nearest multiple of this, by its publisher: 5 for counts, 0.1 for rates. What is worked
   * out from it then says no more than that allows.
   */
  readonly roundedTo?: number;
  /** Decimal places to print. Default 0 for counts, 1 for the rest. */
  readonly decimals?: number;
  /** The dimensions that the measure is broken down by. Default: all of the dataset's. */
  readonly dimensions?: readonly string[];
  /** Label of the first period for which the measure can exist, e.g. the year an offence became law. */
  readonly seriesStart?: string;
  /** Changes in method: figures on either side are not like for like. `at` is the first period after the break. */
  readonly breaks?: readonly { readonly at: string; readonly note: string }[];
}

export interface SourceSpec {
  readonly title: string;
  readonly publisher: string;
  readonly kind: "foi" | "official-statistics" | "survey" | "press" | "other";
  readonly url?: string;
  /** ISO date, or its first part: 2019-09-11, 2019-09, 2019. */
  readonly published?: string;
  readonly licence?: string;
  readonly coverage?: { readonly responded: number; readonly asked: number; readonly note?: string };
  readonly note?: string;
}

/** What a user writes to describe a dataset. Plain data: the same object works as JSON. */
export interface DatasetSpec<
  D extends Readonly<Record<string, DimensionSpec>> = Readonly<Record<string, DimensionSpec>>,
  M extends Readonly<Record<string, MeasureSpec>> = Readonly<Record<string, MeasureSpec>>,
  S extends Readonly<Record<string, SourceSpec>> = Readonly<Record<string, SourceSpec>>,
> {
  readonly title: string;
  readonly dimensions: D;
  readonly measures: M;
  readonly sources: S;
  /** How the rows of a file become observations. Absent: columns are named after dimensions and measures. */
  readonly layout?: LayoutSpec;
  /** Markers in the data and the cell states they stand for. Replaces the default set. */
  readonly markers?: Readonly<Record<string, CellState>>;
  /**
   * Where vintages of one cell disagree: `conflict` gives no figure until a selector pins one; `latest` takes the one
   * published last, for publishers whose revisions replace what came before. Default `conflict`.
   */
  readonly vintages?: "conflict" | "latest";
  /**
   * Measures that count parts of another one: `{ whole: "offences", parts: ["men", "women"] }`. Where they add up in the
   * data, a reader can subtract one from another.
   */
  readonly sums?: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  /** Measures that are the sum of others in the data, and by chance alone. */
  readonly notSums?: readonly string[];
  /** How small counts are hidden, and what would give them away. Absent: the data comes protected, as it is. */
  readonly disclosure?: DisclosureSpec;
  /** Notes that hold for the whole dataset, printed where the dataset is cited. */
  readonly caveats?: readonly string[];
  /** BCP 47 language of its labels and notes. Default `en`. */
  readonly lang?: string;
  /** The same in other languages, by BCP 47 tag: a briefing prints those of its language. */
  readonly translations?: Readonly<Record<string, DatasetTranslation<NoInfer<D>, NoInfer<M>, NoInfer<S>>>>;
}

/** A checked `DatasetSpec`; its type carries the ids of dimensions, measures, sources and categories. */
export interface DatasetDefinition<out Spec extends DatasetSpec = DatasetSpec> {
  readonly kind: "dataset-definition";
  readonly spec: Spec;
  /** SHA-256 of the spec, hex. */
  readonly hash: string;
}

export type AnyDatasetDefinition = DatasetDefinition<DatasetSpec>;

export type DimensionId<D extends AnyDatasetDefinition> = keyof D["spec"]["dimensions"] & string;
export type MeasureId<D extends AnyDatasetDefinition> = keyof D["spec"]["measures"] & string;
export type SourceId<D extends AnyDatasetDefinition> = keyof D["spec"]["sources"] & string;

export type TimeDimensionId<D extends AnyDatasetDefinition> = {
  [K in DimensionId<D>]: D["spec"]["dimensions"][K] extends { role: "time" } ? K : never;
}[DimensionId<D>];

/** The category ids of a dimension: literal where the definition lists them, any string where they come from the data. */
export type CategoryId<D extends AnyDatasetDefinition, K extends DimensionId<D>> = D["spec"]["dimensions"][K] extends {
  categories: readonly { id: infer Id extends string }[];
}
  ? D["spec"]["dimensions"][K] extends { open: true }
    ? Id | (string & {})
    : Id
  : string;
