import type { ChartKindName } from "../../language/index.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import type { RowFilter } from "./row-filter.ts";

/** What a chart shows, as far as its spec tells. */
export interface ChartShape {
  readonly kind: ChartKindName;
  /** What the figures are of: the other position, the colour of a pie, the areas of a map. */
  readonly category: EncodedField | undefined;
  /** The figures. Undefined where the chart computes or selects them (an aggregate, a filter): the rows do not tell. */
  readonly value: EncodedField | undefined;
  /** What sets lines or groups of bars apart. */
  readonly series: EncodedField | undefined;
  /** What splits it into small charts. */
  readonly panels: readonly EncodedField[];
  /** Ends of intervals, or of the two points of a row. */
  readonly low: EncodedField | undefined;
  readonly high: EncodedField | undefined;
  /** Of limits, those beyond them. */
  readonly outer?: { readonly low: EncodedField; readonly high: EncodedField };
  /** A figure beside the value that it is compared with. */
  readonly other: EncodedField | undefined;
  /** What the figures of a row's two ends are called together; the title of `value` where absent. */
  readonly subject?: string;
  /** Areas that a map draws, where the spec tells: some may have no row. */
  readonly areas: readonly string[];
  /** Whether its order is that of size, and a rank in it says something. */
  readonly isRanked: boolean;
  readonly filters: readonly RowFilter[];
  /** Whether what has no figure along a scale is drawn all the same, at nought. */
  readonly drawsInvalid: boolean;
  /** Whether its lines or bars are set apart by what it makes of the data: classes, quarters. The rows do not tell. */
  readonly isSplitByMade: boolean;
  /** Every field shown, for the data table. */
  readonly fields: readonly EncodedField[];
  /** Further figures that it shows otherwise (a line over bars), and further plots. */
  readonly also: readonly ChartShape[];
}
