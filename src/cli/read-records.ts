import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type BriefingRecord, parseBriefingRecord } from "../record/index.ts";
import { InputError, inputError, readingInput } from "./input-error.ts";
import { readTextFile, whyUnreadable } from "./read-text-file.ts";

/** What the name of a file with a record ends in. */
export const recordExtension = ".claims.json";

/** Reads a record. Throws an `InputError`. */
export async function readRecord(file: string): Promise<BriefingRecord> {
  const text = await readTextFile(file);
  return readingInput(() => parseBriefingRecord(text, file));
}

/** All of them, or one error with what is wrong in any. */
export async function readingAll<T>(reading: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(reading);
  const failed = settled.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  const other = failed.find((reason) => !(reason instanceof InputError));
  if (other !== undefined) throw other;
  if (failed.length > 0) throw new InputError(failed.flatMap((reason) => (reason as InputError).diagnostics));
  return settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

/** The records of a folder, or the file that was named. Throws an `InputError`. */
export async function filesOf(
  path: string,
): Promise<{ readonly isFolder: boolean; readonly files: readonly string[] }> {
  try {
    if (!(await stat(path)).isDirectory()) return { isFolder: false, files: [path] };
    const files = (await readdir(path)).filter((name) => name.endsWith(recordExtension)).sort();
    if (files.length > 0) return { isFolder: true, files: files.map((name) => join(path, name)) };
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file: path } });
  }
  throw inputError({
    code: "no-records",
    message: `There is no ${recordExtension} in this folder.`,
    hint: '"briefwright build" writes one beside each briefing.',
    source: { file: path },
  });
}

/** The records that are named by a file or a folder of them. Throws an `InputError`. */
export async function readRecords(path: string): Promise<readonly BriefingRecord[]> {
  return readingAll((await filesOf(path)).files.map(readRecord));
}
