import { readdirSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeep, someOf } from "../support/trials.ts";

/** A folder to check in place of the examples: `CONFORMANCE_FOLDER=… npm run conformance`. */
export const chosenFolder = process.env.CONFORMANCE_FOLDER;

export const outputFolder = chosenFolder ?? fileURLToPath(new URL("../../out", import.meta.url));

/** A file that the examples wrote. */
export interface WrittenFile {
  readonly path: string;
  /** Below the output folder, with "/": `regions/surrey.pdf`. */
  readonly name: string;
}

/** All files below the output folder, or another one, that end so, by name. */
export function writtenFiles(extension = "", folder = outputFolder): readonly WrittenFile[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((file) => join(folder, file))
    .filter((path) => path.endsWith(extension) && statSync(path).isFile())
    .map((path) => ({ path, name: relative(folder, path).split(sep).join("/") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of the files of each folder, which are of one kind, at most so many, evenly spread; all with `DEEP=1`. */
export function ofEachFolder(files: readonly WrittenFile[], most: number): readonly WrittenFile[] {
  if (isDeep) return files;
  const folders = new Set(files.map(({ name }) => dirname(name)));
  return [...folders].flatMap((folder) => {
    const own = files.filter(({ name }) => dirname(name) === folder);
    return someOf(own, Math.min(most, own.length));
  });
}
