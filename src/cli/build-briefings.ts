import { existsSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type BatchPlan,
  fileName,
  manifestName,
  planBatch,
  type WorkerOptions,
  type Workforce,
  workforceFor,
} from "../batch/index.ts";
import { type Briefing, readData } from "../briefing/index.ts";
import {
  collectEdition,
  type Edition,
  editionName,
  formatEdition,
  loadDatasets,
  readEdition,
} from "../dataset/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { digestCode, filesAmong } from "./code-digest.ts";
import type { ExitCode } from "./command-context.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { loadModule } from "./load-module.ts";
import { openOutputFolder } from "./output-folder.ts";
import { reportPlan } from "./report-plan.ts";
import { sourceDate } from "./source-date.ts";
import type { Terminal } from "./terminal.ts";
import { writeBriefings } from "./write-briefings.ts";
import { writeIfOther } from "./write-file-atomically.ts";

/** Generates and writes what `briefwright build` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function buildBriefings(module: string, options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const { each, param = {} } = options;
  if (each !== undefined && each in param) {
    throw inputError({
      code: "invalid-option",
      message: `--each ${each} takes every ${each}, and --param ${each}=${param[each]} names one.`,
      hint: "Leave one of them out.",
    });
  }
  const run = options.dryRun ? {} : workerOptions(module, options);
  const workforce = workforceFor(
    { ...run, formats: options.format },
    {
      expected: each === undefined ? 1 : undefined,
      // Where there was a run before, it may be that nothing is to be made.
      ahead: !existsSync(join(options.out, manifestName)),
    },
  );
  try {
    return await build(module, options, { terminal, run, workforce });
  } finally {
    await workforce.dismiss();
  }
}

interface Building {
  readonly terminal: Terminal;
  readonly run: WorkerOptions;
  readonly workforce: Workforce;
}

async function build(module: string, options: BuildOptions, { terminal, run, workforce }: Building): Promise<ExitCode> {
  const { each, param = {} } = options;
  const { value: briefing, data } = await loadModule(module, "briefing");
  const { spec, files } = briefing;
  const given = options.data ?? {};
  const inputs = findData({ datasets: Object.keys(spec.datasets), given, exported: data, file: module });
  const previous = await readPrevious(options);
  const datasets = await readingInput(() =>
    loadDatasets(spec.datasets, inputs, { readFile: readData(files), previous }),
  );
  const name = options.name ?? usualName(briefing, each, module);
  const request = {
    ...run,
    data: Object.fromEntries(datasets),
    formats: options.format,
    ...(options.draft && { draft: true }),
    each: each ?? [{}],
    parameters: param,
    ...(name !== undefined && { name }),
    ...(options.verifiable && { verifiable: spec.verifiable || true }),
    ...(options.trail && { trail: spec.trail || true }),
    ...dateOf(options, terminal),
  };
  const plan = await planBatch(briefing, request, workforce);
  if (options.dryRun) return reportPlan(plan, options, terminal);
  // A single briefing may be written beside anything: its folder is not the program's.
  const folder =
    each === undefined
      ? undefined
      : await openOutputFolder(plan, {
          ...options,
          module: basename(module),
          code: digestCode(module, filesAmong(inputs)),
          env: terminal.env,
        });
  try {
    const edition = collectEdition(datasets.values(), previous);
    if (edition) await writeEdition(edition, { plan, options, previous });
    return await writeBriefings(plan, options, { terminal, folder });
  } finally {
    folder?.release();
  }
}

interface WritingEdition {
  readonly plan: Pick<BatchPlan, "briefings">;
  readonly options: BuildOptions;
  readonly previous: readonly Edition[];
}

/**
 * Writes what this edition shows, before any file of it is there: whoever is interrupted has shown no more. Others may have written
 * into an earlier edition's folder until this run had its own.
 */
async function writeEdition(edition: Edition, { plan, options, previous }: WritingEdition): Promise<void> {
  const { each, out } = options;
  const again = await readPrevious(options);
  for (const [index, folder] of (options.previous ?? []).entries()) {
    if (JSON.stringify(again[index]) === JSON.stringify(previous[index])) continue;
    throw inputError({
      code: "folder-in-use",
      message: "Another run wrote this edition while this one read its data.",
      hint: "Run it again.",
      source: { file: folder },
    });
  }
  const [first] = plan.briefings;
  const file = each === undefined && first ? `${first.name}.${editionName}` : editionName;
  const path = join(out, file);
  // What was shown in this place before, by this run's other parts or by one that was told of no earlier edition, was shown.
  const before = existsSync(path) ? await readingInput(() => readEdition(path)) : undefined;
  const isFollowed = previous.some((own) => JSON.stringify(own) === JSON.stringify(before));
  const all = before && !isFollowed ? collectEdition([], [before, edition]) : undefined;
  writeIfOther(path, formatEdition(all ?? edition));
}

const readPrevious = ({ previous = [] }: BuildOptions): Promise<readonly Edition[]> =>
  readingInput(() => Promise.all(previous.map(readEdition)));

/** Workers load the module as the command line does. */
function workerOptions(module: string, { jobs, isolate, timeLimit, memoryLimit }: BuildOptions): WorkerOptions {
  const limits = {
    ...(timeLimit !== undefined && { seconds: timeLimit }),
    ...(memoryLimit !== undefined && { megabytes: memoryLimit }),
  };
  return {
    module: pathToFileURL(resolve(module)),
    loader: "jiti",
    ...(jobs !== undefined && { concurrency: jobs }),
    ...(isolate && { isolate: "process" }),
    ...(Object.keys(limits).length > 0 && { limits }),
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

function dateOf({ date }: BuildOptions, { env }: Terminal): { readonly date?: Date } {
  const chosen = date ?? sourceDate(env);
  return chosen ? { date: chosen } : {};
}
