import { loadDatasets } from "../dataset/index.ts";
import { type ExtractDatasets, extractClaims, toClaimsFile } from "../extract/index.ts";
import type { ExitCode } from "./command-context.ts";
import type { ExtractCommandOptions } from "./extract-options.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { proposalTable } from "./proposal-table.ts";
import { readClaims } from "./read-claims.ts";
import { readTextFile } from "./read-text-file.ts";
import { reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** Prints and writes what `briefwright extract` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function extractFromFile(
  file: string,
  options: ExtractCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await readTextFile(file);
  const datasets = await readDatasets(options, terminal);
  const extraction = extractClaims(text, { datasets });
  terminal.out.write(
    options.format === "json" ? `${JSON.stringify(extraction, null, 2)}\n` : proposalTable(extraction, terminal.out),
  );
  if (options.out !== undefined) {
    const title = options.title ?? firstLine(text);
    writeFileAtomically(options.out, `${JSON.stringify(toClaimsFile(extraction, { title, datasets }), null, 2)}\n`);
    terminal.out.write(`${options.out}\n`);
  }
  return 0;
}

/** The datasets with their data where there is some, else their definitions. */
async function readDatasets(
  { datasets: file, data = {} }: ExtractCommandOptions,
  terminal: Terminal,
): Promise<ExtractDatasets> {
  if (file === undefined) {
    if (Object.keys(data).length === 0) return {};
    throw inputError({
      code: "missing-datasets",
      message: "There is data, and nothing that says what its columns mean.",
      hint: "Add --datasets with a claims.json, or a module that exports claims.",
    });
  }
  const { set, exported } = await readClaims(file);
  const inputs = findData({ datasets: Object.keys(set.datasets), given: data, exported, file });
  const held = Object.fromEntries(Object.entries(set.datasets).filter(([id]) => id in inputs));
  const loaded = await readingInput(() => loadDatasets(held, inputs));
  reportAll(
    terminal.err,
    [...loaded.values()].flatMap(({ diagnostics }) => diagnostics),
  );
  return { ...set.datasets, ...Object.fromEntries(loaded) };
}

const firstLine = (text: string): string => text.trim().split("\n")[0]?.trim() ?? "";
