import { basename, extname } from "node:path";
import { fileName, planBriefings } from "../batch/index.ts";
import { type Briefing, readData } from "../briefing/index.ts";
import { type DataInput, type Dataset, loadDatasets } from "../dataset/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { loadModule } from "./load-module.ts";
import { reportPlan } from "./report-plan.ts";
import { sourceDate } from "./source-date.ts";
import type { Terminal } from "./terminal.ts";
import { writeBriefings } from "./write-briefings.ts";

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
  const { value: briefing, data } = await loadModule(module, "briefing");
  const datasets = await loadData(briefing, { module, given: options.data ?? {}, exported: data });
  const name = options.name ?? usualName(briefing, each, module);
  const plan = await planBriefings(briefing, {
    data: Object.fromEntries(datasets),
    formats: options.format,
    ...(options.draft && { draft: true }),
    each: each ?? [{}],
    parameters: param,
    ...(name !== undefined && { name }),
    ...(options.verifiable && { verifiable: briefing.spec.verifiable || true }),
    ...(options.trail && { trail: briefing.spec.trail || true }),
    ...dateOf(options, terminal),
  });
  return options.dryRun ? reportPlan(plan, options, terminal) : writeBriefings(plan, options, terminal);
}

/** One without a parameter that is a category is called as its module. */
function usualName({ spec }: Briefing, each: string | undefined, module: string): string | undefined {
  const isCategory = ({ kind }: { readonly kind: string }) => kind === "category";
  if (each !== undefined) return `{${each}}`;
  return Object.values(spec.parameters ?? {}).some(isCategory)
    ? undefined
    : fileName(basename(module, extname(module)));
}

interface LoadData {
  readonly module: string;
  readonly given: Readonly<Record<string, string>>;
  readonly exported: Readonly<Record<string, DataInput>>;
}

function loadData(
  { spec, files }: Briefing,
  { module, given, exported }: LoadData,
): Promise<ReadonlyMap<string, Dataset>> {
  const inputs = findData({ datasets: Object.keys(spec.datasets), given, exported, file: module });
  return readingInput(() => loadDatasets(spec.datasets, inputs, readData(files)));
}

function dateOf({ date }: BuildOptions, { env }: Terminal): { readonly date?: Date } {
  const chosen = date ?? sourceDate(env);
  return chosen ? { date: chosen } : {};
}
