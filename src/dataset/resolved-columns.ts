import type { SheetCell } from "../tables/index.ts";
import type { MeasureSpec } from "./measure-spec.ts";

/** A column that holds a measure, and, in a wide table, the names of the categories that its heading tells. */
export interface MeasureColumn {
  readonly index: number;
  readonly name: string;
  readonly measure: string;
  readonly spec: MeasureSpec;
  readonly told: Readonly<Record<string, string>>;
  /** Of cells that hold several figures: the measure by which rows and headings name them, and what of a cell is its own. */
  readonly within?: { readonly measure: string; readonly partOf: (cell: SheetCell) => SheetCell };
}

export interface DimensionColumn {
  readonly dimension: string;
  readonly index: number;
  readonly name: string;
  /** The part of a cell's text that names the category; undefined where the cell does not look as the layout says. */
  readonly nameIn: (text: string) => string | undefined;
}

/** The columns that tell what holds the categories of a dimension, the nearest level first. */
export interface ParentColumns {
  readonly dimension: string;
  readonly levels: readonly DimensionColumn[];
}

/** What each column of a table is for, by index. */
export interface ResolvedColumns {
  readonly dimensions: readonly DimensionColumn[];
  /** Dimensions of which each row tells a part, and headings the rest, in the braces of the dimension's id. */
  readonly partlyWide: readonly DimensionColumn[];
  readonly parents: readonly ParentColumns[];
  readonly measures: readonly MeasureColumn[];
  /** Of a long table: the column that says which measure a row holds, and the measure that a text there stands for. */
  readonly long:
    | { readonly index: number; readonly name: string; readonly measureIn: (text: string) => string | undefined }
    | undefined;
  readonly source: number | undefined;
  readonly vintage: number | undefined;
  readonly note: number | undefined;
  /** All columns that say something of their rows: what these are of, where from, or whether they are read. */
  readonly telling: ReadonlySet<number>;
  /** Those that the layout leaves out by name. */
  readonly ignored: ReadonlySet<number>;
}
