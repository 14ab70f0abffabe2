import { existsSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { fileName } from "../batch/index.ts";
import { type Briefing, readData } from "../briefing/index.ts";
import {
  type DataInput,
  type Dataset,
  type Edition,
  editionName,
  loadDatasets,
  readEdition,
} from "../dataset/index.ts";
import type { BriefingRecord } from "../record/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { loadModule } from "./load-module.ts";
import { sourceDate } from "./source-date.ts";
import type { Terminal } from "./terminal.ts";

/** The briefing of a module, and what its datasets are read from. */
export interface OpenedBriefing {
  readonly briefing: Briefing;
  readonly inputs: Readonly<Record<string, DataInput>>;
}

/** Loads a module that holds a briefing. Throws an `InputError`. */
export async function openBriefing(
  module: string,
  given: Readonly<Record<string, string>> = {},
): Promise<OpenedBriefing> {
  const { value: briefing, data } = await loadModule(module, "briefing");
  const datasets = Object.keys(briefing.spec.datasets);
  return { briefing, inputs: findData({ datasets, given, exported: data, file: module }) };
}

/** Reads and protects the data of a briefing. Throws an `InputError`. */
export const readDatasets = (
  { briefing: { spec, files }, inputs }: OpenedBriefing,
  previous: readonly Edition[],
): Promise<ReadonlyMap<string, Dataset>> =>
  readingInput(() => loadDatasets(spec.datasets, inputs, { readFile: readData(files), previous }));

/**
 * The earlier editions that a batch is protected against: those that are named, and with them the one whose folder it is written into. A
 * run that was killed there has left pages of it, and so may this one.
 */
export function previousOf({
  previous,
  out,
  each,
}: Pick<BuildOptions, "previous" | "out" | "each">): readonly string[] {
  if (previous === undefined) return [];
  const isNamed = previous.some((path) => [out, join(out, editionName)].some((own) => resolve(own) === resolve(path)));
  return each === undefined || isNamed || !existsSync(join(out, editionName)) ? previous : [...previous, out];
}

/** Reads the earlier editions that are named. */
export const readPrevious = ({ previous = [] }: Pick<BuildOptions, "previous">): Promise<readonly Edition[]> =>
  readingInput(() => Promise.all(previous.map(readEdition)));

/** Reads the records of an earlier edition that are named: which of its figures are others now is told. */
export async function readCorrected({
  corrects,
}: Pick<BuildOptions, "corrects">): Promise<readonly BriefingRecord[] | undefined> {
  if (corrects === undefined) return undefined;
  const { readRecords } = await import("./read-records.ts");
  return readRecords(corrects);
}

type Chosen = Pick<BuildOptions, "each" | "param" | "name" | "date" | "draft" | "verifiable" | "trail"> & {
  readonly format: BuildOptions["format"];
};

/** What a batch is asked for by the options of a command. Throws an `InputError`. */
export function batchRequest(
  {
    briefing,
    module,
    datasets,
  }: { readonly briefing: Briefing; readonly module: string; readonly datasets: ReadonlyMap<string, Dataset> },
  { each, param = {}, ...options }: Chosen,
  { env }: Pick<Terminal, "env">,
) {
  if (each !== undefined && each in param) {
    throw inputError({
      code: "invalid-option",
      message: `--each ${each} takes every ${each}, and --param ${each}=${param[each]} names one.`,
      hint: "Leave one of them out.",
    });
  }
  const name = options.name ?? usualName(briefing, each, module);
  const date = options.date ?? sourceDate(env);
  return {
    data: Object.fromEntries(datasets),
    formats: options.format,
    draft: options.draft,
    each: each ?? [{}],
    parameters: param,
    name,
    verifiable: options.verifiable ? briefing.spec.verifiable || true : undefined,
    trail: options.trail ? briefing.spec.trail || true : undefined,
    date,
  };
}

/** One without a parameter that is a category is called as its module. */
function usualName({ spec }: Briefing, each: string | undefined, module: string): string | undefined {
  const isCategory = ({ kind }: { readonly kind: string }) => kind === "category";
  if (each !== undefined) return `{${each}}`;
  return Object.values(spec.parameters ?? {}).some(isCategory)
    ? undefined
    : fileName(basename(module, extname(module)));
}
