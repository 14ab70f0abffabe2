import { readFile } from "node:fs/promises";

/** The only way in which a briefing reads files: its templates, stylesheets, fonts and data. */
export interface FileReader {
  readText(path: string): Promise<string>;
  /** Font files that stylesheets name. Absent: they are not read, and each is a warning. */
  readBytes?(path: string): Promise<Uint8Array>;
}

export const nodeFiles: FileReader = {
  readText: (path) => readFile(path, "utf8"),
  readBytes: (path) => readFile(path),
};
