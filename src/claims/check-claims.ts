import {
  type AnyDatasetDefinition,
  type DataInput,
  type Dataset,
  type DatasetInput,
  readDatasets,
} from "../dataset/index.ts";
import {
  BriefingError,
  createDiagnostics,
  type Diagnostic,
  type Diagnostics,
  didYouMean,
} from "../diagnostics/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimSpec } from "./claim-spec.ts";
import { type ConsistencyFinding, checkConsistency } from "./consistency/index.ts";
import type { ClaimSet, LoadedDatasets } from "./define-claims.ts";
import { createClaimEvaluator, evaluateClaims } from "./evaluate-claims.ts";

/** What each dataset of a claim set is read from. */
export type ClaimData<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>> = {
  readonly [K in keyof Datasets]: DataInput<Datasets[K]>;
};

export interface CheckedClaims<Id extends string = string> {
  readonly title: string;
  readonly claims: ReadonlyMap<Id, Claim>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** What the claims say of each other, whatever the data says. No verdict hangs on it. */
  readonly consistency: readonly ConsistencyFinding[];
  /** Warnings: from reading the data, and of proposals that nobody has confirmed. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks claims against data: a verdict for each, by facet, with reasons and evidence.
 * @throws BriefingError for data that cannot be read and claims that cannot be evaluated; a refuted claim is a result.
 */
export async function checkClaims<
  Datasets extends Readonly<Record<string, AnyDatasetDefinition>>,
  Claims extends Readonly<Record<string, ClaimSpec>>,
>(set: ClaimSet<Datasets, Claims>, data: ClaimData<Datasets>): Promise<CheckedClaims<keyof Claims & string>> {
  const datasets = await loadDatasets(set.datasets, data);
  const specs = set.claims(toLoadedDatasets<Datasets>(datasets));
  const claims = evaluateClaims(specs, createClaimEvaluator(datasets)) as ReadonlyMap<keyof Claims & string, Claim>;
  return {
    title: set.title,
    claims,
    datasets,
    consistency: checkConsistency(specs, { datasets }),
    diagnostics: [
      ...[...datasets.values()].flatMap((dataset) => dataset.diagnostics),
      ...(set.unconfirmed ?? []).map(unconfirmedWarning),
    ],
  };
}

function unconfirmedWarning({ id, missing }: NonNullable<ClaimSet["unconfirmed"]>[number]): Diagnostic {
  const lacks = missing.length > 0 ? `: it lacks ${missing.join(", ")}` : "";
  return {
    code: "unconfirmed-proposal",
    severity: "warning",
    message: `The proposal ${id} is not checked${lacks}.`,
    hint: "Complete it and move it to the claims, or delete it.",
    source: { id },
  };
}

/** The datasets of a definition as an object; `loadDatasets` has read each with the definition of its name. */
export function toLoadedDatasets<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>>(
  datasets: ReadonlyMap<string, Dataset>,
): LoadedDatasets<Datasets> {
  return Object.fromEntries(datasets) as unknown as LoadedDatasets<Datasets>;
}

/**
 * Reads the datasets of a claim set or a briefing, side by side.
 * @throws BriefingError with what is wrong in all of them: data missing, data for no dataset, bad cells.
 */
export async function loadDatasets<Datasets extends Readonly<Record<string, AnyDatasetDefinition>>>(
  definitions: Datasets,
  data: ClaimData<Datasets>,
  readText?: (path: string) => Promise<string>,
): Promise<ReadonlyMap<string, Dataset>> {
  const diagnostics = createDiagnostics();
  for (const id of Object.keys(data)) {
    if (id in definitions) continue;
    const hint = didYouMean(id, Object.keys(definitions));
    diagnostics.error({ code: "unknown-dataset", message: `There is data for "${id}", and no such dataset.`, hint });
  }
  const inputs = Object.entries(definitions).flatMap(([id, definition]): readonly DatasetInput[] => {
    const input = data[id] as DataInput | undefined;
    if (input !== undefined) return [{ id, definition, input }];
    diagnostics.error({
      code: "missing-data",
      message: `There is no data for the dataset "${id}".`,
      hint: `Give it: data: { ${id}: "file.csv" }.`,
    });
    return [];
  });
  const datasets = new Map<string, Dataset>();
  const sources = new Map<string, string>();
  try {
    for (const dataset of await readDatasets(inputs, readText && { readText })) {
      datasets.set(dataset.id, dataset);
      checkSources(dataset, sources, diagnostics);
    }
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    diagnostics.add(error.diagnostics);
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
