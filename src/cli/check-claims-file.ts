import { checkClaims, type Verdict } from "../claims/index.ts";
import { loadDatasets } from "../dataset/index.ts";
import type { CheckOptions } from "./check-options.ts";
import type { ExitCode } from "./command-context.ts";
import { findData } from "./find-data.ts";
import { readingInput } from "./input-error.ts";
import { readPrevious } from "./open-briefing.ts";
import { readClaims } from "./read-claims.ts";
import { reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";
import { verdictReport } from "./verdict-report.ts";
import { verdictTable } from "./verdict-table.ts";

const failing: ReadonlySet<Verdict> = new Set<Verdict>(["refuted", "conflicting-evidence"]);

/** Checks and prints what `briefwright check` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function checkClaimsFile(file: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { set, exported } = await readClaims(file);
  const names = Object.keys(set.datasets);
  const inputs = findData({ datasets: names, given: options.data ?? {}, exported, file });
  const previous = await readPrevious(options);
  const datasets = await readingInput(() => loadDatasets(set.datasets, inputs, { previous }));
  const checked = await checkClaims(set, Object.fromEntries(datasets));
  reportAll(terminal.err, checked.diagnostics);
  terminal.out.write(
    options.format === "json"
      ? `${JSON.stringify(verdictReport(checked), null, 2)}\n`
      : verdictTable(checked, terminal.out),
  );
  const failed =
    [...checked.claims.values()].some(({ verdict }) => failing.has(verdict)) ||
    checked.consistency.some(({ verdict }) => verdict === "inconsistent");
  return failed ? 1 : 0;
}
