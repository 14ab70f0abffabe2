import { BriefingError, createDiagnostics, type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { DataInput } from "./data-input.ts";
import type { Dataset, TypedDataset } from "./dataset.ts";
import type { AnyDatasetDefinition } from "./definition.ts";
import { type DatasetInput, type ReadDatasetOptions, readDatasets } from "./read-dataset.ts";

/** Datasets by the name that a briefing or a set of claims gives them, loaded. */
export type LoadedDatasets<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>> = {
  readonly [K in keyof Datasets]: TypedDataset<Datasets[K]>;
};

/** What each of them is read from. */
export type DataFor<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>> = {
  readonly [K in keyof Datasets]: DataInput<Datasets[K]>;
};

/** The datasets of a definition as an object; `loadDatasets` has read each with the definition of its name. */
export function toLoadedDatasets<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>>(
  datasets: ReadonlyMap<string, Dataset>,
): LoadedDatasets<Datasets>;
export function toLoadedDatasets(datasets: ReadonlyMap<string, Dataset>): Readonly<Record<string, Dataset>> {
  return Object.fromEntries(datasets);
}

/**
 * Reads the datasets of a claim set or a briefing, side by side.
 * @throws BriefingError with what is wrong in all of them: data missing, data for no dataset, bad cells.
 */
export async function loadDatasets<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>>(
  definitions: Datasets,
  data: DataFor<Datasets>,
  options: Omit<ReadDatasetOptions, "id"> = {},
): Promise<ReadonlyMap<string, Dataset>> {
  const diagnostics = createDiagnostics();
  for (const id of Object.keys(data)) {
    if (id in definitions) continue;
    const hint = didYouMean(id, Object.keys(definitions));
    const message = `There is data for "${id}", and no such dataset.`;
    diagnostics.error({ code: "unknown-dataset", message, hint, source: { id } });
  }
  const inputs = Object.entries(definitions).flatMap(([id, definition]): readonly DatasetInput[] => {
    const input = data[id] as DataInput | undefined;
    if (input !== undefined) return [{ id, definition, input }];
    diagnostics.error({
      code: "missing-data",
      message: `There is no data for the dataset "${id}".`,
      hint: `Give it: data: { ${id}: "file.csv" }.`,
      source: { id },
    });
    return [];
  });
  const datasets = new Map<string, Dataset>();
  const sources = new Map<string, string>();
  try {
    for (const dataset of await readDatasets(inputs, options)) {
      datasets.set(dataset.id, dataset);
      checkSources(dataset, sources, diagnostics);
    }
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    diagnostics.addError(error);
  }
  diagnostics.throwIfErrors();
  return datasets;
}

/** Claims, notes and lists name a source by its id alone, so it has to be the same source in every dataset. */
function checkSources(dataset: Dataset, known: Map<string, string>, diagnostics: Diagnostics): void {
  for (const source of dataset.sources.values()) {
    const content = JSON.stringify(source);
    if ((known.get(source.id) ?? content) !== content) {
      diagnostics.error({
        code: "source-id-taken",
        message: `Two datasets have a source "${source.id}", and they are not the same.`,
        hint: "Give one of them another id.",
        source: { id: dataset.id, field: `sources.${source.id}` },
      });
    }
    known.set(source.id, content);
  }
}
