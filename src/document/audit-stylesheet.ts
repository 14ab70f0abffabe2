import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { TemplateSource } from "../template/template-source.ts";
import { cssFigures } from "./css-figures.ts";

/** The figure audit of a stylesheet: what it would write onto the page, with file, line and column. */
export function auditStylesheet({ text, file }: TemplateSource): readonly DiagnosticDetails[] {
  return cssFigures(text, "stylesheet").map(({ what, hint, line, column }) => ({
    code: "untraced-figure",
    message: `The stylesheet ${what}.`,
    hint,
    source: { file, line, column },
  }));
}
