/** A table as read, before anything is known of what its columns mean. */
export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** As a spreadsheet numbers it: the header is row 1. */
    readonly row: number;
    /** One a column: text from CSV; text, numbers or null from JSON. */
    readonly values: readonly unknown[];
  }[];
}
