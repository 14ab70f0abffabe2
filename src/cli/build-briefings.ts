import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type BatchResult, generateBriefings } from "../batch/index.ts";
import { type Briefing, type OutputFormat, readData } from "../briefing/index.ts";
import { type DataInput, type Dataset, loadDatasets } from "../dataset/index.ts";
import { type BriefingRecord, formatBriefingRecord } from "../record/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { loadModule } from "./load-module.ts";
import { createNamer, type Namer } from "./name-outputs.ts";
import { createProgress } from "./progress.ts";
import { type NamedDiagnostic, report, reportAll } from "./report.ts";
import { sourceDate } from "./source-date.ts";
import type { OutputStream, Terminal } from "./terminal.ts";
import { isUsage } from "./usage-codes.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

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
  const name = createNamer({ briefing, datasets, module, options });
  const results = generateBriefings(briefing, {
    data: Object.fromEntries(datasets),
    formats: options.format,
    ...(options.draft && { draft: true }),
    each: each ?? [{}],
    parameters: param,
    ...(options.verifiable && { verifiable: briefing.spec.verifiable || true }),
    ...(options.trail && { trail: briefing.spec.trail || true }),
    ...dateOf(options, terminal),
  });
  return writeResults(results, { name, options, terminal });
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

interface WriteOptions {
  readonly name: Namer;
  readonly options: BuildOptions;
  readonly terminal: Terminal;
}

async function writeResults(
  results: AsyncIterable<BatchResult>,
  { name, options, terminal: { out, err } }: WriteOptions,
): Promise<ExitCode> {
  const progress = createProgress(err);
  const found: NamedDiagnostic[] = [];
  const failed: string[] = [];
  const figures = countFigures();
  let total = 0;
  let onlyUsage = true;
  try {
    for await (const result of results) {
      const output = name(result.parameters);
      total = result.total;
      found.push(...result.diagnostics.map((diagnostic) => ({ name: output, diagnostic })));
      progress.clear();
      if (result.status === "failed" || (options.strict && result.diagnostics.length > 0)) {
        failed.push(output);
        onlyUsage &&= result.status === "failed" && isUsage(result.diagnostics);
      } else {
        figures.add(result.record);
        for (const file of write(join(options.out, output), result, options.format)) out.write(`${file}\n`);
      }
      progress.show(`${result.index + 1}/${total} ${output}`);
      // Making a briefing waits for nothing outside, so only here can an interruption be heard.
      await setImmediate();
    }
  } finally {
    progress.clear();
    report(err, found, total);
  }
  if (failed.length === 0) return figures.report(err, total);
  if (total > 1) err.write(`${failed.length} of ${total} briefings not written: ${failed.join(", ")}\n`);
  else if (options.strict && !found.some(({ diagnostic }) => diagnostic.severity === "error"))
    err.write("Not written: --strict makes a warning a failure.\n");
  return onlyUsage ? 2 : 1;
}

/** Whether anything that was built has a figure at all. A batch of gaps is no success. */
function countFigures() {
  let [figures, hidden, missing] = [0, 0, 0];
  return {
    add({ claims, charts }: BriefingRecord): void {
      for (const { figure, absence } of claims) {
        if (figure) figures += 1;
        if (absence === "suppressed") hidden += 1;
        else if (absence) missing += 1;
      }
      for (const { columns, rows } of charts)
        for (const { id, numeric } of columns) if (numeric && rows.some((row) => row[id] !== null)) figures += 1;
    },
    /** Reports a run without a figure. */
    report(err: OutputStream, total: number): ExitCode {
      if (figures > 0 || hidden + missing === 0) return 0;
      const briefings = total === 1 ? "The briefing has no figure" : `None of the ${total} briefings has a figure`;
      reportAll(err, [
        {
          code: "no-figures",
          severity: "error",
          message: `${briefings}: ${hidden} are hidden, ${missing} are not available.`,
          hint: "Look at what the claims select. If cells that the data leaves out are zero, say absent of the measure.",
        },
      ]);
      return 1;
    },
  };
}

function write(
  path: string,
  result: Extract<BatchResult, { status: "generated" }>,
  formats: readonly OutputFormat[],
): readonly string[] {
  const outputs = formats.map((format) => ({ file: `${path}.${format}`, content: result[format] }));
  const files = [...outputs, { file: `${path}.claims.json`, content: formatBriefingRecord(result.record) }];
  for (const { file, content } of files) writeFileAtomically(file, content);
  return files.map(({ file }) => file);
}
