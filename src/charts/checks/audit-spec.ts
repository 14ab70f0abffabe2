import type { DiagnosticDetails, SourceLocation } from "../../diagnostics/index.ts";
import type { JsonObject } from "../json.ts";
import { drawnWords } from "../spec/drawn-words.ts";
import { typedFigures } from "../spec/typed-figures.ts";

export interface AuditSpecOptions {
  readonly spec: JsonObject;
  /** Words with digits that the author declares to be no figures of the data. */
  readonly literals: readonly string[];
  readonly source: SourceLocation;
}

/** The figure audit of a spec: every figure that it would draw by itself, each once for a place. */
export function auditSpec({ spec, literals, source }: AuditSpecOptions): readonly DiagnosticDetails[] {
  const found = new Map<string, DiagnosticDetails>();
  for (const { text, path } of drawnWords(spec)) {
    for (const typed of typedFigures(text, literals)) {
      found.set(`${path} ${typed}`, {
        code: "untraced-figure",
        message: `The figure "${typed}" in the chart's ${path} cannot be traced: "${text}".`,
        hint: `Draw it from the chart's rows, or declare it with literals: [${JSON.stringify(typed)}] if it is not a figure of the data.`,
        source: { ...source, field: path },
      });
    }
  }
  return [...found.values()];
}
