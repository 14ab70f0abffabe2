import { checkClaims } from "../claims/index.ts";
import { loadDatasets } from "../dataset/index.ts";
import type { CheckOptions } from "./check-options.ts";
import type { ExitCode } from "./command-context.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { readPrevious } from "./open-briefing.ts";
import { readClaims } from "./read-claims.ts";
import { reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";
import { exitCodeOf, verdictsAs } from "./verdict-output.ts";

/** Checks and prints what `briefwright check` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function checkClaimsFile(file: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { format, lang } = options;
  if (format !== "table" && format !== "json") {
    throw inputError({
      code: "invalid-option",
      message: `A ${format === "pdf" ? "PDF" : "page"} is of an article, and ${file} is a file of claims.`,
      hint: "Give the article's text, and these claims with --datasets.",
    });
  }
  const { set, exported } = await readClaims(file);
  const names = Object.keys(set.datasets);
  const inputs = findData({ datasets: names, given: options.data ?? {}, exported, file });
  const previous = await readPrevious(options);
  const datasets = await readingInput(() => loadDatasets(set.datasets, inputs, { previous }));
  const checked = await readingInput(() => checkClaims(set, Object.fromEntries(datasets), { lang }));
  reportAll(terminal.err, checked.diagnostics);
  terminal.out.write(verdictsAs(format, checked, { out: terminal.out, lang }));
  return exitCodeOf(checked);
}
