import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { Stylesheet } from "../stylesheet/index.ts";
import { stylesheetFigures } from "./css-figures.ts";

/** The figure audit of a stylesheet: what it would write onto the page, with file, line and column. */
export function auditStylesheet(sheet: Stylesheet): readonly DiagnosticDetails[] {
  const { file } = sheet;
  return stylesheetFigures(sheet).map(({ what, hint, line, column }) => ({
    code: "untraced-figure",
    message: `The stylesheet ${what}.`,
    hint,
    source: { file, line, column },
  }));
}
