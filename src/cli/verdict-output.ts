import type { CheckedClaims, Verdict } from "../claims/index.ts";
import { createWords, findLanguage } from "../language/index.ts";
import type { ExitCode } from "./command-context.ts";
import type { OutputStream } from "./terminal.ts";
import { verdictReport } from "./verdict-report.ts";
import { verdictTable } from "./verdict-table.ts";

const failing: ReadonlySet<Verdict> = new Set<Verdict>(["refuted", "conflicting-evidence"]);

/** Checked claims as a command prints them, in the language that they were checked in. */
export function verdictsAs(
  format: "table" | "json",
  checked: CheckedClaims,
  { out, lang = "en" }: { readonly out: OutputStream; readonly lang?: string | undefined },
): string {
  if (format === "json") return `${JSON.stringify(verdictReport(checked), null, 2)}\n`;
  return verdictTable(checked, out, createWords({ language: findLanguage(lang) }));
}

/** 1 where a claim is refuted, has conflicting evidence, or two are inconsistent. */
export function exitCodeOf(checked: CheckedClaims): ExitCode {
  const failed =
    [...checked.claims.values()].some(({ verdict }) => failing.has(verdict)) ||
    checked.consistency.some(({ verdict }) => verdict === "inconsistent");
  return failed ? 1 : 0;
}
