import { readFile } from "node:fs/promises";
import { inputError } from "./input-error.ts";

/** Reads a file that the user named, as UTF-8, without its byte order mark. Throws an `InputError`. */
export async function readTextFile(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
}

/** A sentence for the system's error. */
export function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EISDIR") return "This is a folder, not a file.";
  return `The file cannot be read: ${message}.`;
}
