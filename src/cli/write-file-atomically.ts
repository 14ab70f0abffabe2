import { existsSync, readFileSync } from "node:fs";
import { BriefingError } from "../diagnostics/index.ts";
import { writeWhole } from "../store/index.ts";
import { deferSignals } from "./defer-signals.ts";
import { InputError } from "./input-error.ts";

/**
 * Writes a file whole or not at all, and makes its folder. Throws an `InputError` where the system refuses. A signal is handled between two
 * writes, never within one (see `deferSignals`).
 */
export function writeFileAtomically(file: string, content: string | Uint8Array): void {
  deferSignals();
  try {
    writeWhole(file, content);
  } catch (error) {
    throw error instanceof BriefingError ? new InputError(error.diagnostics) : error;
  }
}

/** A file that says the same already keeps its time. */
export function writeIfOther(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileAtomically(file, text);
}
