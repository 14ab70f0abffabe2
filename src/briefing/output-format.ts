import { createDiagnostics, didYouMean } from "../diagnostics/index.ts";

/** A page that stands alone, or a tagged PDF. */
export type OutputFormat = "html" | "pdf";

const outputFormats: readonly OutputFormat[] = ["html", "pdf"];

/**
 * The formats asked for; both, where none is named.
 * @throws BriefingError for one that does not exist.
 */
export function checkFormats(formats: readonly OutputFormat[] = outputFormats): ReadonlySet<OutputFormat> {
  const diagnostics = createDiagnostics();
  for (const format of formats) {
    if (outputFormats.includes(format)) continue;
    const hint = didYouMean(format, outputFormats);
    diagnostics.error({ code: "unknown-format", message: `There is no format "${format}".`, hint });
  }
  diagnostics.throwIfErrors();
  return new Set(formats);
}
