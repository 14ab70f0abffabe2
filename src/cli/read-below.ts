import { readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { LoadResource } from "../charts/index.ts";

/**
 * Reads files that a spec names, relative to the spec, from these folders and from nowhere else: not by `..`, not by a
 * link, not over the network.
 */
export function readBelow(folders: readonly string[], specFile: string): LoadResource {
  const allowed = Promise.all(folders.map((folder) => realpath(folder)));
  return async (uri) => {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(uri)) throw new Error("only files are read, and nothing from the network.");
    const path = uri.replace(/[?#].*$/, "");
    const file = await realpath(isAbsolute(path) ? path : join(dirname(resolve(specFile)), path)).catch(
      () => undefined,
    );
    const isAllowed = (folder: string) => file !== undefined && isBelow(file, folder);
    // A file elsewhere is not told from one that is not there.
    if (file === undefined || !(await allowed).some(isAllowed))
      throw new Error("there is no such file in an allowed folder.");
    return readFile(file);
  };
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== "" && !path.startsWith("..") && !isAbsolute(path);
}
