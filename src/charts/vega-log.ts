import type { Diagnostics, SourceLocation } from "../diagnostics/index.ts";
import type { VegaLogger } from "./vega-modules.ts";

/** A Vega logger that turns errors and warnings into diagnostics. Nothing is printed. */
export function createVegaLog(source: SourceLocation, diagnostics: Diagnostics): VegaLogger {
  const told = new Set<string>();
  const say = (severity: "error" | "warn", code: string) => {
    return (...parts: readonly unknown[]) => {
      const message = sentence(inWords(parts.map(messageOf).join(" ")));
      if (!told.has(message) && !isExpected(message)) diagnostics[severity]({ code, message, source });
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

/** Transforms that draw on a canvas of pixels to see what is free find none outside of a browser. */
const inWords = (message: string) =>
  message.includes("reading 'getContext'")
    ? "A transform of the chart needs a canvas of pixels, as label, heatmap and wordcloud do, and there is none"
    : message;

/** Charts are fitted to the column; where their height is in steps, it is only their width that can be. */
const isExpected = (message: string) => message.startsWith('Dropping "fit-');

export const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
