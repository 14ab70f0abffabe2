import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DataInput } from "../dataset/index.ts";

/** Extensions of what is read beside a module for a dataset of that name. */
export const dataExtensions: readonly string[] = [".csv", ".json"];

export interface FindDataOptions {
  /** Names of the datasets that need data. */
  readonly datasets: readonly string[];
  /** From `--data`; relative paths are from the working folder. */
  readonly given: Readonly<Record<string, string>>;
  /** From the module's own `data` export. */
  readonly exported?: Readonly<Record<string, DataInput>>;
  /** The module or claims file. */
  readonly file: string;
}

/**
 * What each dataset is read from: the file given, else what the module says, else `<dataset>.csv` or `.json` beside the
 * module. A dataset for which there is none is left out; what is given for no dataset stays, to be reported.
 */
export function findData({
  datasets,
  given,
  exported = {},
  file,
}: FindDataOptions): Readonly<Record<string, DataInput>> {
  const found: Record<string, DataInput> = {};
  for (const name of datasets) {
    const adjacent = dataExtensions.map((extension) => join(dirname(file), `${name}${extension}`));
    const input = exported[name] ?? adjacent.find((candidate) => existsSync(candidate));
    if (input !== undefined) found[name] = input;
  }
  return { ...exported, ...found, ...given };
}
