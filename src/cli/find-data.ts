import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export interface FindDataOptions {
  /** Names of the datasets that need data. */
  readonly datasets: readonly string[];
  /** From `--data`; relative paths are from the working folder. */
  readonly given: Readonly<Record<string, string>>;
  /** From the module's own `data` export. */
  readonly exported?: Readonly<Record<string, string>>;
  /** The module or claims file. */
  readonly file: string;
}

/**
 * The file of each dataset: the one given, else the one that the module names, else `<dataset>.csv` or `.json` beside the
 * module. A dataset for which there is none is left out; what is given for no dataset stays, to be reported.
 */
export function findData({ datasets, given, exported = {}, file }: FindDataOptions): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of datasets) {
    const beside = [".csv", ".json"].map((extension) => join(dirname(file), `${name}${extension}`));
    const path = exported[name] ?? beside.find((candidate) => existsSync(candidate));
    if (path !== undefined) found[name] = path;
  }
  return { ...found, ...given };
}
