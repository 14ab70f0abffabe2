/** The first row of the headings; of the table where there are none. */
export const topOf = ({ headerRow, firstRow = 0 }: Pick<FoundHeadings, "headerRow" | "firstRow">): number =>
  headerRow === "none" ? firstRow : typeof headerRow === "number" ? headerRow : headerRow[0];

/** Where the table of a sheet stands: its headings, and its rows. */
export interface FoundHeadings {
  readonly headerRow: number | readonly [first: number, last: number] | "none";
  /** Of a table without headings, where titles stand above it. */
  readonly firstRow?: number | undefined;
  /** Where something else follows that is no note: another table. */
  readonly lastRow: number | undefined;
  /** The rows in which other tables begin that the workbook marks. */
  readonly otherTables?: readonly number[] | undefined;
  readonly columns: readonly string[];
  /** What stands in the row of the headings over a table beside this one, and where. */
  readonly beside?: readonly { readonly index: number; readonly text: string }[];
  readonly rows: Uint32Array;
  readonly above: number;
  readonly below: number;
}
