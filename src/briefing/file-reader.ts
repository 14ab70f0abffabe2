import { readFile } from "node:fs/promises";

/** The only way in which a briefing reads files: its templates, stylesheets, fonts and data. */
export interface FileReader {
  readText(path: string): Promise<string>;
  /** Data, and font files that stylesheets name. Absent: data is read as text, and each font file is a warning. */
  readBytes?(path: string): Promise<Uint8Array>;
}

/** Reads a file of data. */
export const readData =
  ({ readText, readBytes }: FileReader) =>
  async (path: string): Promise<Uint8Array> =>
    readBytes ? readBytes(path) : Buffer.from(await readText(path));

export const nodeFiles: FileReader = {
  readText: (path) => readFile(path, "utf8"),
  readBytes: (path) => readFile(path),
};
