import { BriefingError, type Diagnostic } from "../../src/diagnostics/index.ts";

/** What a stage says: the errors that it throws, or the diagnostics of what it returns. */
export function diagnosticsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    return saidIn(run());
  } catch (error) {
    return errorsIn(error);
  }
}

/** The same of a stage that answers later. */
export async function laterDiagnosticsOf(run: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    return saidIn(await run());
  } catch (error) {
    return errorsIn(error);
  }
}

/** The errors alone: none where it answers, whatever it warns of. */
export async function laterErrorsOf(run: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await run();
    return [];
  } catch (error) {
    return errorsIn(error);
  }
}

/** What a stage fails with. A test that asks for it fails where the stage answers. */
export async function failureOf(run: () => unknown): Promise<BriefingError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
  throw new Error("There was no error.");
}

export const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => code);

const saidIn = (result: unknown): readonly Diagnostic[] =>
  (result as { readonly diagnostics?: readonly Diagnostic[] } | undefined)?.diagnostics ?? [];

/** Errors of users are a `BriefingError`; any other is a fault of the house, and fails the test. */
export function errorsIn(error: unknown): readonly Diagnostic[] {
  if (error instanceof BriefingError) return error.diagnostics;
  throw error;
}
