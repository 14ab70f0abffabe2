import type { Diagnostics } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { DatasetSpec } from "./definition.ts";
import type { RawTable } from "./raw-table.ts";
import type { SourceRegistry } from "./source-registry.ts";
export interface BuildInput {
  readonly spec: DatasetSpec;
  readonly table: RawTable;
  readonly file: string;
  readonly categories: CategoryRegistry;
  readonly sources: SourceRegistry;
  readonly diagnostics: Diagnostics;
}
