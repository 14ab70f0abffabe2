import type { Problems } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { DatasetSpec } from "./definition.ts";
import type { WideHeads } from "./layout/wide-heads.ts";
import type { SignWatch } from "./mixed-signs.ts";
import type { CellParser } from "./parse-cell.ts";
import type { RawTable } from "./raw-table.ts";
import type { SourceRegistry } from "./source-registry.ts";
import type { ToldParents } from "./told-parents.ts";

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
}
