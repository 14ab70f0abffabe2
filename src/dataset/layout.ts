import type { ObservationStatus } from "./observation.ts";

/** How the columns of a table of data become observations. */
export interface LayoutSpec {
  /** Column of each dimension. Absent ones: a column named after the dimension's id, or its label. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Column of each measure, likewise. */
  readonly measures?: Readonly<Record<string, string>>;
  /**
   * A wide table: every column that is not a dimension's is a category of `dimension` (years across the top), and holds
   * `measure`.
   */
  readonly wide?: { readonly dimension: string; readonly measure: string };
  /** Where the source of a row is named: one source for all rows, or a column with source ids or URLs. */
  readonly source?: { readonly id: string } | { readonly column: string };
  /** Where the vintage (date of publication) of a row is named. Absent: its source's `published`. */
  readonly vintage?: { readonly column: string };
  /** A column of remarks, kept with each observation. */
  readonly note?: { readonly column: string };
  /** Statuses given to a row where its note contains a text. */
  readonly statuses?: readonly { readonly noteContains: string; readonly status: ObservationStatus }[];
  /** Columns that are known and left out. Any other unknown column is a warning. */
  readonly ignore?: readonly string[];
}
