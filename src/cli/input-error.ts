import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";

/** Something that the user gave cannot be read or used: exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** An `InputError` with one diagnostic. */
export function inputError(details: Omit<Diagnostic, "severity">): InputError {
  return new InputError([{ ...details, severity: "error" }]);
}

/** Runs what reads input: its `BriefingError`s are the input's. */
export async function readingInput<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof BriefingError ? new InputError(error.diagnostics) : error;
  }
}
