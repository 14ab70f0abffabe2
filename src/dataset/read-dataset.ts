import { readFile as readFromDisk } from "node:fs/promises";
import {
  BriefingError,
  createDiagnostics,
  createProblems,
  type Diagnostic,
  type Diagnostics,
} from "../diagnostics/index.ts";
import { createCollector } from "../memory/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { ObservationColumns } from "./columns/observation-columns.ts";
import { createObservationStore } from "./columns/observation-store.ts";
import { createDataset } from "./create-dataset.ts";
import { contentOf, type DataContent, type DataInput } from "./data-input.ts";
import type { Dataset, TypedDataset } from "./dataset.ts";
import type { AnyDatasetDefinition, DatasetSpec } from "./definition.ts";
import { disclosureRule } from "./disclosure/disclosure-spec.ts";
import { protectOnce } from "./disclosure/protect-once.ts";
import type { Edition } from "./editions/edition.ts";
import { editionOf } from "./editions/edition-of.ts";
import { mergeEditions } from "./editions/merge-editions.ts";
import { refuseOtherNames } from "./editions/refuse-other-names.ts";
import { fillAbsent } from "./fill-absent.ts";
import { findDimension } from "./find-dimension.ts";
import { nestCategories } from "./nest-categories.ts";
import { describePeriod } from "./period-reader.ts";
import { readSheetsBy } from "./read-sheets-by.ts";
import { readInput } from "./read-table.ts";
import { sortObservations } from "./sort-observations.ts";
import type { SourceRegistry } from "./source-registry.ts";
import { commonMargins, type MarginSource, ownMargins } from "./structure/common-margins.ts";
import type { DataEquations } from "./structure/data-equations.ts";
import { findStructure } from "./structure/find-structure.ts";
import { reportCommonMargin } from "./structure/report-common-margins.ts";
import { withProperties } from "./with-properties.ts";

export interface ReadDatasetOptions {
  /** The name that claims and templates use. */
  readonly id: string;
  /** Reads a file that `input` names. Default: the file system. */
  readonly readFile?: (path: string) => Promise<Uint8Array>;
  /** What earlier editions showed, of `readEdition`: what is published is protected against readers of all of them. */
  readonly previous?: readonly Edition[] | undefined;
}

/**
 * Reads a dataset, and protects it as its definition says. Datasets that are published together are read by `readDatasets`,
 * which sees what they have in common.
 * @throws BriefingError with every bad cell, row and column, each with its location in the file; with every cell that has to
 *   be hidden and could be worked out all the same.
 */
export async function readDataset<D extends AnyDatasetDefinition>(
  definition: D,
  input: DataInput<D>,
  options: ReadDatasetOptions,
): Promise<TypedDataset<D>> {
  const read = await readRows(definition, input, options);
  return read.kind === "dataset" ? read.dataset : protectRows(read, options.previous);
}

/** One of several datasets: its definition, what it is read from, and its name. */
export interface DatasetInput {
  readonly id: string;
  readonly definition: AnyDatasetDefinition;
  readonly input: DataInput;
}

/**
 * Reads datasets that are published together: counts that two of them have in common, where one may give away what the
 * other hides, are an error until the definitions say so, or a warning where the publisher hides them. Of a dataset
 * that was read before, only what it publishes is looked at. A dataset that earlier editions may have had by another name is refused.
 * @throws BriefingError with what is wrong in all of them.
 */
export async function readDatasets(
  inputs: readonly DatasetInput[],
  options: Omit<ReadDatasetOptions, "id"> = {},
): Promise<readonly Dataset[]> {
  const read = await settled(
    inputs.map(({ id, definition, input }) => readRows<AnyDatasetDefinition>(definition, input, { ...options, id })),
  );
  const found = createDiagnostics();
  for (const [index, one] of read.entries()) {
    for (const two of read.slice(index + 1)) {
      for (const margin of commonMargins(marginSource(one), marginSource(two))) {
        const problem = reportCommonMargin(margin);
        if (!problem) continue;
        if (!margin.isDenied && margin.sides.some(({ secret }) => secret)) found.error(problem);
        else found.warn(problem);
      }
    }
  }
  const { previous = [] } = options;
  const present = new Set(inputs.map(({ id }) => id));
  for (const one of read) {
    if (one.kind !== "rows" || previous.length === 0) continue;
    refuseOtherNames({ ...one, spec: one.definition.spec }, { previous, present }, found);
  }
  found.throwIfErrors();
  const datasets = await settled(
    read.map(
      async (one): Promise<Dataset> => (one.kind === "dataset" ? one.dataset : protectRows(one, options.previous)),
    ),
  );
  return datasets.map((dataset) => {
    const own = found.all.filter(({ source }) => source?.id === dataset.id);
    return own.length === 0 ? dataset : warned(dataset, own);
  });
}

/** All results, or the errors of all. */
async function settled<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  const diagnostics = createDiagnostics();
  const results: T[] = [];
  for (const result of await Promise.allSettled(promises)) {
    if (result.status === "fulfilled") results.push(result.value);
    else if (result.reason instanceof BriefingError) diagnostics.addError(result.reason);
    else throw result.reason;
  }
  diagnostics.throwIfErrors();
  return results;
}

const marginSource = (read: ReadRows<AnyDatasetDefinition> | ReadBefore<AnyDatasetDefinition>): MarginSource => {
  if (read.kind === "rows") return { ...read, spec: read.definition.spec };
  const { id, definition, columns, categories, category } = read.dataset;
  return { id, spec: definition.spec, columns, categories: { list: categories, find: category } };
};

/** Rows as observations, before protection: no one else may see them. */
interface ReadRows<D extends AnyDatasetDefinition> {
  readonly kind: "rows";
  readonly id: string;
  readonly definition: D;
  readonly categories: CategoryRegistry;
  readonly sources: SourceRegistry;
  readonly columns: ObservationColumns;
  readonly equations: DataEquations;
  readonly diagnostics: Diagnostics;
  /** Called between steps, each of which leaves several times what is kept of a large table. */
  collect(): void;
}

interface ReadBefore<D extends AnyDatasetDefinition> {
  readonly kind: "dataset";
  readonly dataset: TypedDataset<D>;
}

async function readRows<D extends AnyDatasetDefinition>(
  definition: D,
  given: DataInput<D>,
  { id, readFile = (path) => readFromDisk(path), previous = [] }: ReadDatasetOptions,
): Promise<ReadRows<D> | ReadBefore<D>> {
  const input = await contentOf(given, id);
  if (isDataset(input)) {
    if (input.definition.hash !== definition.hash) {
      throw new BriefingError([
        {
          code: "wrong-dataset",
          severity: "error",
          message: `The dataset given for ${id} was read with another definition ("${input.definition.spec.title}").`,
          source: { id },
        },
      ]);
    }
    if (previous.length > 0 && disclosureRule(definition.spec.disclosure)) {
      throw new BriefingError([
        {
          code: "protected-before",
          severity: "error",
          message: `The dataset given for ${id} was read and protected before, without the earlier editions.`,
          hint: "Give them where it is read, readDataset(…, { id, previous }); or give the data unread.",
          source: { id },
        },
      ]);
    }
    return { kind: "dataset", dataset: input.id === id ? input : renamed(input, id) };
  }
  const diagnostics = createDiagnostics();
  const collect = createCollector();
  const { spec } = definition;
  const sheets = await readInput(input, { id, readFile, wanted: spec.layout?.sheets, diagnostics });
  diagnostics.throwIfErrors();
  const problems = createProblems(diagnostics);
  const secret = disclosureRule(spec.disclosure) !== undefined;
  const { read, categories, sources, signs, parents, reportShares } = readSheetsBy(spec, sheets, { problems });
  signs.report(problems);
  collect();
  problems.report();
  reportShares(diagnostics);
  checkPeriodNames(spec, categories, diagnostics);
  diagnostics.throwIfErrors();
  nestCategories({ spec, categories, parents, diagnostics });
  const complete = fillAbsent({ spec, categories, columns: read, diagnostics });
  // Before anything is found in the data: of several equations that say the same, another one is found in another order.
  const columns = secret ? arrange(complete, { spec, categories, sources }) : complete;
  collect();
  const equations = findStructure({ spec, categories, columns, diagnostics });
  collect();
  diagnostics.throwIfErrors();
  if (secret) {
    for (const margin of ownMargins({ id, spec, categories, columns })) {
      const problem = reportCommonMargin(margin);
      if (!problem) continue;
      if (margin.isDenied) diagnostics.warn(problem);
      else diagnostics.error(problem);
    }
    diagnostics.throwIfErrors();
  }
  return { kind: "rows", id, definition, categories, sources, columns, equations, diagnostics, collect };
}

async function protectRows<D extends AnyDatasetDefinition>(
  read: ReadRows<D>,
  previous: readonly Edition[] = [],
): Promise<TypedDataset<D>> {
  const { id, definition, categories, sources, diagnostics } = read;
  const earlier = mergeEditions(previous, id);
  if (!earlier && previous.length > 0 && disclosureRule(definition.spec.disclosure)) {
    const names = [...new Set(previous.flatMap(({ datasets }) => Object.keys(datasets)))];
    diagnostics.warn({
      code: "not-in-edition",
      message: `The earlier editions have nothing of "${id}": ${names.length > 0 ? `they are of ${names.join(", ")}` : "nothing in them was protected"}.`,
      hint: "If it had another name, give it that name; if it is new, the next edition will know it.",
      source: { id },
    });
  }
  const { columns, report, known } = await protectOnce({ ...read, spec: definition.spec, earlier });
  diagnostics.throwIfErrors();
  return createDataset({
    id,
    definition,
    store: createObservationStore(columns),
    disclosure: report,
    edition: () => editionOf({ columns, spec: definition.spec, categories, known }, earlier),
    categories,
    snapshot: categories.snapshot,
    sources: sources.all,
    diagnostics: diagnostics.all,
  });
}

interface Arranging {
  readonly spec: DatasetSpec;
  readonly categories: CategoryRegistry;
  readonly sources: SourceRegistry;
}

/** Data that is to be protected keeps nothing of the order of its rows: a file sorted by count tells what is hidden. */
function arrange(columns: ObservationColumns, { spec, categories, sources }: Arranging) {
  categories.settle();
  sources.settle();
  return sortObservations(columns, { spec, categories, sources: sources.all });
}

/** The periods that a definition names are read as the data's are, which are known now. */
function checkPeriodNames(
  { measures, dimensions }: DatasetSpec,
  { periodReadings }: CategoryRegistry,
  diagnostics: Diagnostics,
): void {
  const time = findDimension({ spec: { dimensions } }, "time");
  for (const [measure, { seriesStart, breaks = [] }] of Object.entries(measures)) {
    for (const label of [seriesStart, ...breaks.map(({ at }) => at)]) {
      const readings = label === undefined ? [] : periodReadings(label);
      if (label === undefined || readings.length === 1) continue;
      const either =
        readings.length === 0
          ? "is no period as the data writes them"
          : `may be ${readings.map(describePeriod).join(" or ")}`;
      diagnostics.error({
        code: readings.length === 0 ? "invalid-period" : "ambiguous-period",
        message: `"${label}" ${either}.`,
        hint: `Write it as the data does, or say dimensions.${time ?? "…"}.format in the definition.`,
        source: { field: `measures.${measure}` },
      });
    }
  }
}

/** The same dataset by the name that a briefing gives it, in whatever language. */
function renamed<D extends Dataset>(dataset: D, id: string): D {
  return withProperties<D, Dataset>(dataset, {
    id,
    inLanguage: (naming) => renamed(dataset.inLanguage(naming), id),
  });
}

/** The same dataset with further warnings, in whatever language. */
function warned(dataset: Dataset, warnings: readonly Diagnostic[]): Dataset {
  return withProperties<Dataset, Dataset>(dataset, {
    diagnostics: [...dataset.diagnostics, ...warnings],
    inLanguage: (naming) => warned(dataset.inLanguage(naming), warnings),
  });
}

/** Whether what was given is a dataset that was read before. */
export function isDataset<D extends AnyDatasetDefinition>(input: DataContent<D>): input is TypedDataset<D> {
  return typeof input === "object" && "observations" in input;
}
