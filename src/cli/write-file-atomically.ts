import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { deferSignals } from "./defer-signals.ts";
import { inputError } from "./input-error.ts";

/** What to do where the system refuses to write. */
export const unwritableHint = "Check the folder, who may write there, and the room on the disk; then run it again.";

/**
 * Writes a file whole or not at all, and makes its folder. Throws an `InputError` where the system refuses.
 *
 * Synchronous on purpose: a signal is handled between two writes, never within one, so an interrupted run leaves no
 * temporary file (see `deferSignals`).
 */
export function writeFileAtomically(file: string, content: string | Uint8Array): void {
  let isBegun = false;
  // Beside the file, as a rename is atomic within one file system only.
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    makeFolder(dirname(file));
    isBegun = true;
    deferSignals();
    writeToDisk(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    if (isBegun) rmSync(temporary, { force: true });
    const message = `The file cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
    throw inputError({ code: "unwritable-file", message, hint: unwritableHint, source: { file } });
  }
}

/** A file that says the same already keeps its time. */
export function writeIfOther(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileAtomically(file, text);
}

/** As `mkdir -p`. Node's own `recursive` never ends where a system says of an existing folder that there is none, as /proc does. */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function writeToDisk(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, "w");
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
