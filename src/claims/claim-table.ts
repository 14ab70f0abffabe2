import type { Claim } from "./claim.ts";

/** A table whose every cell is a claim: traced, rounded and hidden as any other figure. */
export interface ClaimTable {
  readonly id: string;
  readonly caption: string;
  /** Heading of the column of row headings, e.g. `Police force`. */
  readonly rowHeader: string;
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly rows: readonly ClaimTableRow[];
}

export interface ClaimTableRow {
  readonly id: string;
  readonly header: string;
  /** The row that the briefing is about. */
  readonly highlight: boolean;
  /** One a column. */
  readonly cells: readonly Claim[];
}
