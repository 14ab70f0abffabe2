import type { DimensionSpec } from "./dimension-spec.ts";
import type { MeasureSpec, UnitSpec } from "./measure-spec.ts";
import type { SourceSpec } from "./source-spec.ts";

/**
 * The names of a dataset in another language. What is left out is printed as the dataset has it, and said in a warning;
 * names that are the same in both languages need no entry.
 */
export interface DatasetTranslation<
  D extends Readonly<Record<string, DimensionSpec>> = Readonly<Record<string, DimensionSpec>>,
  M extends Readonly<Record<string, MeasureSpec>> = Readonly<Record<string, MeasureSpec>>,
  S extends Readonly<Record<string, SourceSpec>> = Readonly<Record<string, SourceSpec>>,
> {
  readonly title?: string;
  readonly dimensions?: { readonly [K in keyof D]?: DimensionTranslation };
  readonly measures?: { readonly [K in keyof M]?: MeasureTranslation };
  readonly sources?: { readonly [K in keyof S]?: SourceTranslation };
  /** In the order of the dataset's. */
  readonly caveats?: readonly string[];
}

export interface DimensionTranslation {
  readonly label: string;
  readonly plural?: string;
  /** By id, or by the label that the data has. A text is the label. */
  readonly categories?: Readonly<Record<string, string | CategoryTranslation>>;
}

export interface CategoryTranslation {
  readonly label: string;
  readonly inText?: string;
  readonly locative?: string;
}

export interface MeasureTranslation {
  readonly label: string;
  readonly short?: string;
  readonly shortDefinite?: string;
  readonly unit: UnitSpec;
  readonly population?: string;
  /** The notes of the breaks, in the order of the measure's. */
  readonly breaks?: readonly string[];
}

export interface SourceTranslation {
  readonly title?: string;
  readonly publisher?: string;
  readonly licence?: string;
  readonly note?: string;
  /** The note on coverage. */
  readonly coverage?: string;
}
