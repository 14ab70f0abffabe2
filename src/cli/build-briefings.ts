import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type BatchPlan,
  digestCode,
  filesAmong,
  manifestName,
  planBatch,
  type WorkerOptions,
  type Workforce,
  workforceFor,
} from "../batch/index.ts";
import { collectEdition, type Edition, editionName, formatEdition, isShownBy, readEdition } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { inputError, readingInput } from "./input-error.ts";
import { batchRequest, openBriefing, previousOf, readCorrected, readDatasets, readPrevious } from "./open-briefing.ts";
import { openOutputFolder } from "./output-folder.ts";
import { reportAll } from "./report.ts";
import { reportPlan } from "./report-plan.ts";
import { tellPlanned } from "./supervised.ts";
import type { Terminal } from "./terminal.ts";
import { shareOf, writeBriefings } from "./write-briefings.ts";
import { writeIfOther } from "./write-file-atomically.ts";

/** Generates and writes what `briefwright build` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function buildBriefings(module: string, options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const { each } = options;
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

async function build(module: string, given: BuildOptions, { terminal, run, workforce }: Building): Promise<ExitCode> {
  const options = { ...given, previous: previousOf(given) };
  const { each } = options;
  const opened = await openBriefing(module, options.data);
  const { briefing, inputs } = opened;
  const previous = await readPrevious(options);
  const datasets = await readDatasets(opened, previous);
  const corrects = await readCorrected(options);
  const request = { ...run, ...batchRequest({ briefing, module, datasets }, options, terminal), corrects };
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
    const share = shareOf(plan, folder, options);
    tellPlanned(terminal);
    const edition = collectEdition(datasets.values(), previous);
    if (edition) await writeEdition(edition, { plan, options, previous, terminal });
    return await writeBriefings(plan, options, { terminal, folder, share });
  } finally {
    folder?.release();
  }
}

interface WritingEdition {
  readonly plan: Pick<BatchPlan, "items">;
  readonly options: BuildOptions;
  readonly previous: readonly Edition[];
  readonly terminal: Pick<Terminal, "err">;
}

/**
 * Writes what this edition shows, before any file of it is there: whoever is interrupted has shown no more. Others may have written
 * into an earlier edition's folder until this run had its own.
 */
async function writeEdition(edition: Edition, { plan, options, previous, terminal }: WritingEdition): Promise<void> {
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
  const [first] = plan.items;
  const file = each === undefined && first ? `${first.name}.${editionName}` : editionName;
  const path = join(out, file);
  // What was shown in this place before, by this run's other parts or by one that was told of no earlier edition, was shown.
  const before = existsSync(path) ? await readingInput(() => readEdition(path)) : undefined;
  const isFollowed = previous.some((own) => JSON.stringify(own) === JSON.stringify(before));
  if (each !== undefined && before && !isFollowed && !isShownBy(before, edition)) reportOther(options, terminal);
  const all = before && !isFollowed ? collectEdition([], [before, edition]) : undefined;
  writeIfOther(path, formatEdition(all ?? edition));
}

/**
 * Says that a folder holds briefings of another edition, which nothing was told of. Where other shards' briefings stay in it, it would
 * hold both.
 */
function reportOther({ out, shard, strict }: BuildOptions, { err }: Pick<Terminal, "err">): void {
  const problem = {
    code: "edition-not-named" as const,
    message: `The folder holds another edition, and this one is not protected against its readers: ${editionName} says that it showed other cells or figures.`,
    hint: `Name it, --previous ${out}; or, if nobody has seen it, remove the folder.`,
    source: { file: out },
  };
  if (shard || strict) throw inputError(problem);
  reportAll(err, [{ ...problem, severity: "warning" }]);
}

/** Workers load the module as the command line does. */
function workerOptions(module: string, { jobs, isolate, timeLimit, memoryLimit }: BuildOptions): WorkerOptions {
  return {
    module: pathToFileURL(resolve(module)),
    loader: "jiti",
    concurrency: jobs,
    isolate: isolate ? "process" : undefined,
    limits:
      timeLimit === undefined && memoryLimit === undefined
        ? undefined
        : defined({ seconds: timeLimit, megabytes: memoryLimit }),
  };
}
