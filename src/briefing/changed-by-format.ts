import { type ChartRow, type FormatValue, figureReadsAs, type MeaningOf } from "../charts/index.ts";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";

interface ChangedByFormatOptions {
  readonly id: string;
  readonly rows: readonly ChartRow[];
  /** The author's own; the house's writes figures as they are. */
  readonly formatValue: FormatValue | undefined;
  readonly meaningOf: MeaningOf;
  readonly words: Words;
}

/** Fields whose figures an author's `formatValue` writes as others: the first of each. */
export function changedByFormat({
  id,
  rows,
  formatValue,
  meaningOf,
  words,
}: ChangedByFormatOptions): readonly DiagnosticDetails[] {
  if (!formatValue) return [];
  const found = new Map<string, DiagnosticDetails>();
  for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
    if (typeof value !== "number" || found.has(field) || !meaningOf(field)) continue;
    const text = formatValue(value, field);
    if (figureReadsAs(text, { value, field, meaningOf, words })) {
      const [said] = value === 0 ? [] : words.saidFigures(text);
      if (said)
        found.set(field, {
          code: "untraced-figure",
          message: `formatValue writes "${text}" for ${value}: a figure in words cannot be traced.`,
          hint: "Write it in digits, in its own unit.",
          source: { id, field },
        });
      continue;
    }
    found.set(field, {
      code: "untraced-figure",
      message: `formatValue writes "${text}" for ${value}, which is another figure.`,
      hint: "Round it, and write it in its own unit; what is computed from it comes from figure().",
      source: { id, field },
    });
  }
  return [...found.values()];
}
