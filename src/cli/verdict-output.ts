import type { CheckedClaims, Verdict } from "../claims/index.ts";
import type { ExitCode } from "./command-context.ts";
import type { OutputStream } from "./terminal.ts";
import { verdictReport } from "./verdict-report.ts";
import { verdictTable } from "./verdict-table.ts";

const failing: ReadonlySet<Verdict> = new Set<Verdict>(["refuted", "conflicting-evidence"]);

/** Checked claims as a command prints them. */
export const verdictsAs = (format: "table" | "json", checked: CheckedClaims, out: OutputStream): string =>
  format === "json" ? `${JSON.stringify(verdictReport(checked), null, 2)}\n` : verdictTable(checked, out);

/** 1 where a claim is refuted, has conflicting evidence, or two are inconsistent. */
export function exitCodeOf(checked: CheckedClaims): ExitCode {
  const failed =
    [...checked.claims.values()].some(({ verdict }) => failing.has(verdict)) ||
    checked.consistency.some(({ verdict }) => verdict === "inconsistent");
  return failed ? 1 : 0;
}
