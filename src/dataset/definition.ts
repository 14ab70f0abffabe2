import type { CellMarker } from "./cell.ts";
import type { DimensionSpec, SumSpec } from "./dimension-spec.ts";
import type { DisclosureSpec } from "./disclosure/disclosure-spec.ts";
import type { LayoutSpec } from "./layout/layout-spec.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { SourceSpec } from "./source-spec.ts";
import type { DatasetTranslation } from "./translation.ts";

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
  /**
   * Markers in the data and what they stand for, beside the usual ones: a state, `zero`, `{ from: 1, to: 4 }` for a hidden count of
   * which readers are told that, or a status, also where it stands beside a number (`1,204 (r)`).
   */
  readonly markers?: Readonly<Record<string, CellMarker>>;
  /**
   * Where vintages of one cell disagree: `conflict` gives no figure until a selector pins one; `latest` takes the one
   * published last, for publishers whose revisions replace what came before. Default `conflict`.
   */
  readonly vintages?: "conflict" | "latest";
  /**
   * Measures that count parts of another one: `{ whole: "offences", parts: ["men", "women"] }`. Where they add up in the
   * data, a reader can subtract one from another.
   */
  readonly sums?: readonly SumSpec[];
  /** Measures that are the sum of others in the data, and by chance alone. Where the figures leave no doubt that it is none, they are protected as sums. */
  readonly notSums?: readonly string[];
  /** Measures that may count parts of another one, and nobody knows: wherever they add up, small counts are protected as if readers knew it. */
  readonly possibleSums?: readonly SumSpec[];
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

/** A definition whose ids the compiler does not know. */
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
