import { readFile, realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { FontResolver } from "../pdf/index.ts";
import { findLocalFile } from "./find-local-file.ts";

/** Font files in the folder of the stylesheet (or of the HTML) that names them, or below it; no others. */
export const fontFileBeside: FontResolver = async (url, stylesheet) => {
  if (stylesheet === undefined) return undefined;
  try {
    const found = await findLocalFile(url, await realpath(dirname(resolve(stylesheet))));
    return found.kind === "file" ? await readFile(found.path) : undefined;
  } catch {
    // The formatter says that it is not there, with its place.
    return undefined;
  }
};
