import type { DiagnosticCode, Diagnostics } from "../../diagnostics/index.ts";
import type { VegaLogger } from "./vega-modules.ts";

/** A Vega logger that turns errors and warnings into diagnostics. Nothing is printed. */
export function createVegaLog(diagnostics: Diagnostics): VegaLogger {
  const told = new Set<string>();
  const say = (severity: "error" | "warn", code: DiagnosticCode) => {
    return (...parts: readonly unknown[]) => {
      const message = sentence(parts.map(messageOf).join(" "));
      if (!told.has(message) && !isExpected(message)) diagnostics[severity]({ code, message });
      told.add(message);
      return log;
    };
  };
  const log: VegaLogger = {
    level: ((value?: number) => (value === undefined ? 2 : log)) as VegaLogger["level"],
    error: say("error", "chart-failed"),
    warn: say("warn", "chart-spec-warning"),
    info: () => log,
    debug: () => log,
  };
  return log;
}

/**
 * Charts are fitted to the column; where their height is in steps, it is only their width that can be. A layer without rows,
 * of what is highlighted where nothing is, has no extent; that no row has a figure is told by itself. That there are no
 * events, `checkSpec` has told.
 */
const expected = ['Dropping "fit-', "Infinite extent for field", "Can not resolve event source"];
const isExpected = (message: string) => expected.some((start) => message.startsWith(start));

export const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
