import type { Problems } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { DatasetSpec } from "./definition.ts";
import type { WideHeads } from "./layout/wide-heads.ts";
import type { SignWatch } from "./mixed-signs.ts";
import type { CellParser } from "./parse-cell.ts";
import type { RawTable } from "./raw-table.ts";
import type { ResolvedColumns } from "./resolved-columns.ts";
import type { SourceRegistry } from "./source-registry.ts";
import type { ToldParents } from "./told-parents.ts";

/** Told which cells of tables are read. */
export interface CellWatch {
  /** Of a table, before its rows are read. */
  table(table: RawTable, columns: ResolvedColumns): void;
  /**
   * A cell that is a figure of the dataset, or the sign of one that is not there.
   * @param index of its column, from 0.
   * @param row as a spreadsheet numbers it.
   */
  figure(table: RawTable, index: number, row: number): void;
}

export interface BuildInput {
  readonly spec: DatasetSpec;
  readonly tables: readonly RawTable[];
  /** Of a wide table. */
  readonly wide: WideHeads | undefined;
  readonly parseCell: CellParser;
  /** Told of each different cell of a measure once. */
  readonly signs: SignWatch;
  readonly categories: CategoryRegistry;
  readonly sources: SourceRegistry;
  readonly parents: ToldParents;
  readonly problems: Problems;
  readonly watch?: CellWatch | undefined;
}
