import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { Stylesheet } from "../stylesheet/index.ts";
import { stylesheetFigures, writtenProperties } from "./css-figures.ts";

/**
 * The figure audit of stylesheets: what they would write onto the page, with file, line and column.
 * @param around the other stylesheets of the page, which are not audited.
 */
export function auditStylesheets(
  sheets: readonly Stylesheet[],
  around: readonly Stylesheet[] = [],
): readonly DiagnosticDetails[] {
  const written = writtenProperties([...around, ...sheets]);
  return sheets.flatMap((sheet) =>
    stylesheetFigures(sheet, written).map(({ what, hint, line, column }) => ({
      code: "untraced-figure",
      message: `The stylesheet ${what}.`,
      hint,
      source: { file: sheet.file, line, column },
    })),
  );
}
