import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceLocation } from "../diagnostics/index.ts";

/** Where in the files of a folder an error was thrown; undefined if it was thrown elsewhere only. */
export function locationInUserCode(error: unknown, folder: string): SourceLocation | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const [, path = "", line, column] of stack.matchAll(/((?:file:\/\/|[A-Za-z]:[\\/]|\/)[^\n()]*?):(\d+):(\d+)/g)) {
    const file = path.startsWith("file:") ? fileURLToPath(path) : path;
    const isOwn = file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
    if (isOwn && !file.includes(`${sep}node_modules${sep}`)) {
      return { file, line: Number(line), column: Number(column) };
    }
  }
  return undefined;
}
