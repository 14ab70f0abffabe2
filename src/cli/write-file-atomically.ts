import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { inputError } from "./input-error.ts";

/**
 * Writes a file whole or not at all, and makes its folder. Throws an `InputError` where the system refuses.
 *
 * Synchronous on purpose: a signal is handled between two writes, never within one, so an interrupted run leaves no
 * temporary file (see `stopOnSignals`).
 */
export function writeFileAtomically(file: string, content: string | Uint8Array): void {
  let isBegun = false;
  // Beside the file, as a rename is atomic within one file system only.
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    isBegun = true;
    writeToDisk(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    if (isBegun) rmSync(temporary, { force: true });
    const message = `The file cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
    throw inputError({ code: "unwritable-file", message, source: { file } });
  }
}

function writeToDisk(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, "w");
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
