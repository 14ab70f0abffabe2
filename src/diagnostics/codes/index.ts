/**
 * Every code of a `Diagnostic`, with what it means in general; the message of a diagnostic says the case. A code that is not here
 * does not compile. The page of them (README.md of this folder's parent) is made from here.
 *
 * A code that several stages use stands with the first of them.
 */
import { briefingCodes } from "./briefing.ts";
import { chartsCodes } from "./charts.ts";
import { claimsCodes } from "./claims.ts";
import { cliCodes } from "./cli.ts";
import { datasetCodes } from "./dataset.ts";
import { pdfCodes } from "./pdf.ts";
import { templateCodes } from "./template.ts";

export const diagnosticCodes = {
  "Datasets and selectors": datasetCodes,
  "Claims, tables and words": claimsCodes,
  Charts: chartsCodes,
  "Templates and documents": templateCodes,
  Briefings: briefingCodes,
  PDF: pdfCodes,
  "The command line": cliCodes,
};

type Codes = typeof diagnosticCodes;

/** Stable, kebab-case, e.g. `unknown-claim`. Programs match on it; people need not. */
export type DiagnosticCode = { [Group in keyof Codes]: keyof Codes[Group] }[keyof Codes];
