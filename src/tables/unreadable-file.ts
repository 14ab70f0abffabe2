import type { DiagnosticDetails } from "../diagnostics/index.ts";

/** Thrown inside this room by what finds that a file cannot be read; `readSheets` reports it. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly details: DiagnosticDetails;

  constructor(details: DiagnosticDetails) {
    super(details.message);
    this.details = details;
  }
}

/** A file that is not what its beginning says. */
export const damaged = (file: string, why: string): UnreadableFile =>
  new UnreadableFile({
    code: "damaged-file",
    message: `The file is damaged: ${why}.`,
    hint: "Get it again from where it came from, or open it in a spreadsheet program and save it anew.",
    source: { file },
  });

export const passwordNeeded = (file: string): UnreadableFile =>
  new UnreadableFile({
    code: "password-needed",
    message: "The workbook is protected by a password.",
    hint: "Open it in a spreadsheet program and save it without one.",
    source: { file },
  });

export const tooLarge = (file: string, message: string, hint: string): UnreadableFile =>
  new UnreadableFile({ code: "too-large", message, hint, source: { file } });

/** A package that only some files need, and that is not here. */
export const missingPackage = (file: string, what: string, name: string): UnreadableFile =>
  new UnreadableFile({
    code: "missing-package",
    message: `${what} with ${name}, which is not installed.`,
    hint: `npm install ${name}`,
    source: { file },
  });
