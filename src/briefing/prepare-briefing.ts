import {
  type ClaimEvaluator,
  type ClaimSpec,
  createClaimEvaluator,
  createSharedSelections,
  type SharedSelections,
} from "../claims/index.ts";
import {
  type DataFor,
  type Dataset,
  type Edition,
  findDimension,
  isPartialDate,
  loadDatasets,
  vintagesOf,
} from "../dataset/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import { type CategoryNames, createCategoryNames, dimensionKey } from "../tracing/index.ts";
import { createDataFiles, type DataFiles } from "./attach-files.ts";
import type { Briefing, Definitions, Parameters } from "./briefing-spec.ts";
import { checkNames } from "./check-names.ts";
import { type CheckTables, createTableCheck } from "./check-tables.ts";
import { type CompiledBriefing, compileBriefing } from "./compile-briefing.ts";
import { readData } from "./file-reader.ts";
import { lintDatasets } from "./lint-briefing.ts";
import { lintLabels } from "./lint-labels.ts";
import { createParts, noParts, type UnchangedParts } from "./unchanged-parts.ts";

/** A briefing with its data read and its parts compiled: what all areas share. */
export interface PreparedBriefing extends PreparedData {
  readonly briefing: Briefing;
  readonly compiled: CompiledBriefing;
  /** What was made of the same before, where files of the briefing are read again. */
  readonly parts: UnchangedParts;
}

/** What follows from the data, whatever the template. */
interface PreparedData {
  /** In the language of the briefing. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** As they were read. */
  readonly loaded: ReadonlyMap<string, Dataset>;
  readonly evaluator: ClaimEvaluator;
  /** The figures of all areas that its claims share. */
  readonly shared: SharedSelections;
  /** What names mean, and which dimensions are time: whether a figure stands beside its own. */
  readonly naming: { readonly names: CategoryNames; readonly timeDimensions: ReadonlySet<string> };
  readonly checkTables: CheckTables;
  /** Warnings about the data, and about words in its labels. */
  readonly diagnostics: readonly Diagnostic[];
  readonly dataFiles: DataFiles;
  /** The date of the newest publication among the sources, as far as it is known; empty where none has one. */
  readonly newestSource: string;
}

interface ReadFrom<D extends Definitions> {
  readonly data: DataFor<D>;
  readonly previous?: readonly Edition[] | undefined;
}

/** Reads the data and compiles the briefing, side by side. */
export function prepareBriefing<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
>(briefing: Briefing<D, P, C>, from: ReadFrom<D>): Promise<PreparedBriefing>;
/** Its functions take a context whose names the compiler knows, and are given one that was made of the same definitions. */
export async function prepareBriefing(
  briefing: Briefing,
  { data, previous }: ReadFrom<Definitions>,
): Promise<PreparedBriefing> {
  const [compiled, loaded] = await Promise.all([
    compileOnce(briefing),
    loadDatasets(briefing.spec.datasets, data, { readFile: readData(briefing.files), previous }),
  ]);
  return putTogether(briefing, compiled, loaded);
}

/** The same of datasets that were read before: nothing is read, and nothing asked of them again. */
export async function prepareLoaded(
  briefing: Briefing,
  loaded: ReadonlyMap<string, Dataset>,
): Promise<PreparedBriefing> {
  return putTogether(briefing, await compileOnce(briefing), loaded);
}

/** Compiles a briefing, and makes what writes its formats. */
export async function warmUp(briefing: Briefing, formats: readonly string[]): Promise<void> {
  const compiled = await compileOnce(briefing);
  if (formats.includes("html")) compiled.html();
  if (formats.includes("pdf")) await compiled.pdf();
}

function putTogether(
  briefing: Briefing,
  compiled: CompiledBriefing,
  loaded: ReadonlyMap<string, Dataset>,
): PreparedBriefing {
  const parts = partsOf(briefing);
  const { words, topics } = compiled;
  const ofData = { same: [words, topics, ...loaded.values()], alike: [briefing.spec.names] };
  const data = parts.of("data", ofData, () => prepareData(briefing, compiled, loaded));
  return { ...data, briefing, compiled, parts };
}

function prepareData(
  briefing: Briefing,
  { words, topics }: Pick<CompiledBriefing, "words" | "topics">,
  loaded: ReadonlyMap<string, Dataset>,
): PreparedData {
  const naming = { lang: words.lang, periodName: words.names.period };
  const datasets = new Map([...loaded].map(([id, dataset]) => [id, dataset.inLanguage(naming)] as const));
  const categoryNames = createCategoryNames(datasets);
  const shared = createSharedSelections(datasets);
  const faults = checkNames(briefing.spec.names ?? [], datasets, words);
  if (faults.length > 0) throw new BriefingError(faults);
  return {
    datasets,
    loaded,
    evaluator: createClaimEvaluator(datasets, words, shared),
    shared,
    naming: { names: categoryNames, timeDimensions: timeDimensionsOf(datasets) },
    checkTables: createTableCheck(categoryNames),
    diagnostics: [
      ...[...datasets.values()].flatMap((dataset) => dataset.diagnostics),
      ...lintDatasets(datasets.values(), topics.words),
      ...lintLabels(datasets.values(), words),
    ],
    dataFiles: createDataFiles(datasets),
    newestSource: newestSourceOf(datasets),
  };
}

const timeDimensionsOf = (datasets: ReadonlyMap<string, Dataset>): ReadonlySet<string> =>
  new Set(
    [...datasets.values()].flatMap(({ id, definition }) => {
      const dimension = findDimension(definition, "time");
      return dimension === undefined ? [] : [dimensionKey(id, dimension)];
    }),
  );

function newestSourceOf(datasets: ReadonlyMap<string, Dataset>): string {
  const dates = [...datasets.values()]
    .flatMap((dataset) => [
      ...[...dataset.sources.values()].map(({ published = "" }) => published),
      ...vintagesOf(dataset),
    ])
    .filter(isPartialDate)
    .sort();
  return dates.at(-1) ?? "";
}

const compiled = new WeakMap<object, Promise<CompiledBriefing>>();

/** Of briefings whose files are read again. */
const kept = new WeakMap<object, UnchangedParts>();

const partsOf = (briefing: Briefing): UnchangedParts => kept.get(briefing) ?? noParts;

/**
 * The files that a briefing names are read when it is next used, for they were saved, or will be: from here on its parts are kept, and
 * what would be made of the same is not made again.
 * @param before the briefing in whose place it is, as its module was before it was saved: what this was made of goes on.
 */
export function readAgain(briefing: Pick<Briefing, "files">, before = briefing): void {
  compiled.delete(briefing);
  if (!kept.has(briefing)) kept.set(briefing, kept.get(before) ?? createParts());
}

/** Has all parts of a briefing made anew when it is next used, as if none had been made before. */
export function forgetParts(briefing: object): void {
  compiled.delete(briefing);
  kept.delete(briefing);
}

/** What a briefing is compiled to: made when it is first used, and kept as long as the briefing is. */
function compileOnce(briefing: Briefing): Promise<CompiledBriefing> {
  const known = compiled.get(briefing);
  if (known) return known;
  const made = compileBriefing(briefing.spec, briefing.files, partsOf(briefing)).catch((error: unknown) => {
    // The next try reads afresh: a file that was missing may be there.
    compiled.delete(briefing);
    throw error;
  });
  compiled.set(briefing, made);
  return made;
}
