import { readFile } from "node:fs/promises";

/** The only way in which a briefing reads files: its templates, stylesheets and data. */
export interface FileReader {
  readText(path: string): Promise<string>;
}

export const nodeFiles: FileReader = { readText: (path) => readFile(path, "utf8") };
