import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import { englishWords, type Words } from "../../language/index.ts";
import { type FormatValue, formatFigure } from "../alt/format-figure.ts";
import type { ChartRow } from "../chart-row.ts";
import { typedFigures } from "../spec/typed-figures.ts";

export interface AuditAltOptions {
  /** Of the chart. */
  readonly id: string;
  /** Said in place of the text written from the data. */
  readonly alt: string;
  /** Which of the chart's texts it is; `alt` where absent. */
  readonly field?: "alt" | "longDescription";
  readonly rows: readonly ChartRow[];
  readonly formatValue?: FormatValue;
  /** What a figure is written with where there is no `formatValue`; British English where absent. */
  readonly words?: Words;
  /** Words with digits that are no figures of the data. */
  readonly literals?: readonly string[];
}

/** The figure audit of an alt text or a long description of the author's: every figure in it that is none of the rows', as they are written. */
export function auditAlt(options: AuditAltOptions): readonly DiagnosticDetails[] {
  const { id, alt, field: said = "alt", rows, formatValue, words = englishWords(), literals = [] } = options;
  if (typedFigures(alt, literals).length === 0) return [];
  const cells = rows
    .flatMap((row) => Object.entries(row))
    .flatMap(([field, cell]) => {
      if (typeof cell === "string") return [cell];
      if (typeof cell !== "number" || !Number.isFinite(cell)) return [];
      return [String(cell), formatFigure(cell, words), ...(formatValue ? [formatValue(cell, field)] : [])];
    });
  const covered = [...literals, ...new Set(cells.filter((cell) => /\p{N}/u.test(cell)))];
  const [what, option] = said === "alt" ? ["alt text", "alt"] : ["long description", "description"];
  return [...new Set(typedFigures(alt, covered))].map((found) => ({
    code: "untraced-figure",
    message: `The figure "${found}" in the chart's ${what} cannot be traced: "${alt}".`,
    hint: `Say what the rows hold, or print it in the template: {{chart "…" ${option}=(text "…" (claim "…"))}}.`,
    source: { id, field: said },
  }));
}
