import type { Diagnostic } from "../diagnostics/index.ts";
import { type CategorySnapshot, createCategoryRegistry } from "./category-registry.ts";
import type { ObservationColumns } from "./columns/observation-columns.ts";
import { type CellTable, createObservationStore } from "./columns/observation-store.ts";
import { shareCellTable, shareColumns } from "./columns/share-columns.ts";
import { createDataset, type DatasetParts, partsOfDataset } from "./create-dataset.ts";
import type { Dataset } from "./dataset.ts";
import type { AnyDatasetDefinition } from "./definition.ts";
import type { Source } from "./observation.ts";

/**
 * A dataset for other threads: its columns, and what cells are found by, on shared memory; the rest as small plain data. It has
 * no functions, so the definition is not in it. It is what was published: nothing that was hidden, nor how many cells are hidden for
 * which reason, which their author alone is told.
 */
export interface SharedDataset {
  readonly id: string;
  /** Of the definition that it was read with. */
  readonly definitionHash: string;
  readonly hash: string;
  readonly columns: ObservationColumns;
  readonly cells: CellTable;
  readonly categories: CategorySnapshot;
  readonly sources: ReadonlyMap<string, Source>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a dataset that was read ready for other threads. Its columns are copied once, to memory that they share.
 * @param dataset in its own language, as `readDataset` gives it.
 */
export function shareDataset(dataset: Dataset): SharedDataset {
  const { id, definition, hash, diagnostics } = dataset;
  const { [partsOfDataset]: parts } = dataset as { readonly [partsOfDataset]?: DatasetParts<AnyDatasetDefinition> };
  if (!parts) throw new Error("Only a dataset that was read can be shared.");
  return {
    id,
    definitionHash: definition.hash,
    hash,
    columns: shareColumns(parts.store.columns),
    cells: shareCellTable(parts.store.cellTable()),
    categories: parts.snapshot(),
    sources: parts.sources,
    diagnostics,
  };
}

/** The dataset that was shared. It answers as that one does, but for the report of disclosure control. */
export function restoreShared(definition: AnyDatasetDefinition, shared: SharedDataset): Dataset {
  const categories = createCategoryRegistry(definition.spec, shared.categories);
  return createDataset({
    id: shared.id,
    definition,
    store: createObservationStore(shared.columns, shared.cells),
    disclosure: undefined,
    categories,
    snapshot: categories.snapshot,
    sources: shared.sources,
    diagnostics: shared.diagnostics,
    hash: shared.hash,
  });
}

/** The same on memory that threads share, where it came from a file. */
export const shareAgain = (shared: SharedDataset): SharedDataset => ({
  ...shared,
  columns: shareColumns(shared.columns),
  cells: shareCellTable(shared.cells),
});
