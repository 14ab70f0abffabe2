import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BriefingError } from "../diagnostics/index.ts";

/** What to do where the system refuses to write. */
export const unwritableHint = "Check the folder, who may write there, and the room on the disk; then run it again.";

/**
 * Writes a file whole or not at all, and makes its folder. Synchronous on purpose: a signal is handled between two writes, never
 * within one, so that a run which handles them leaves no temporary file.
 * @param place puts what is written, under a temporary name beside it, into its place. Default: a rename.
 * @throws BriefingError `unwritable-file` where the system refuses.
 */
export function writeWhole<T = void>(
  file: string,
  content: string | Uint8Array,
  place: (temporary: string) => T = (temporary) => renameSync(temporary, file) as T,
): T {
  let isBegun = false;
  // Beside the file, as a rename is atomic within one file system only.
  const temporary = join(dirname(file), temporaryNameOf(basename(file)));
  try {
    makeFolder(dirname(file));
    isBegun = true;
    writeToDisk(temporary, content);
    return place(temporary);
  } catch (error) {
    if (isBegun) rmSync(temporary, { force: true });
    throw unwritable(file, error);
  }
}

/** What a file is called while this process writes it; the first group of `unfinishedName` is its own name. */
const temporaryNameOf = (name: string): string => `.${name}.${process.pid}.tmp`;
export const unfinishedName: RegExp = /^\.(.+)\.\d+\.tmp$/;

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

export function unwritable(file: string, error: unknown): BriefingError {
  if (error instanceof BriefingError) return error;
  const message = `The file cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
  return new BriefingError([
    { code: "unwritable-file", severity: "error", message, hint: unwritableHint, source: { file } },
  ]);
}
