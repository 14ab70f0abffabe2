import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { filesNamed, manifestName, recordSuffix } from "../batch/index.ts";
import { sha256 } from "../record/index.ts";
import { dataExtensions } from "./find-data.ts";

export interface WatchedFiles {
  /** Looks again which files there are: a module may name others than before. */
  lookAgain(): void;
  close(): Promise<void>;
}

interface WatchOptions {
  /** Files for datasets, beside those that the module names. */
  readonly data: Readonly<Record<string, string>> | undefined;
  /** Files are often saved several at a time: in ms, how long nothing must change; `leastQuiet` at least. */
  readonly quiet: number;
  onChange(files: readonly string[]): void;
  /** Told once where the system watches nothing more for this program, and files are looked at instead; with a line for a person. */
  onSlower(reason: string): void;
}

/** chokidar tells of a file once in 50 ms: what is saved meanwhile has no event, and is seen where one looks later than that. In ms. */
export const leastQuiet = 60;

/** How often files are looked at that the system does not watch, in ms. */
const interval = 100;

/**
 * Watches the files that a briefing may be made from. What is saved as it was is no change. A file that is gone or that cannot be read is
 * empty: whoever reads it says so.
 */
export function watchBriefing(module: string, { data, quiet, onChange, onSlower }: WatchOptions): WatchedFiles {
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let watcher = start(false);
  let isPolling = false;

  function start(usePolling: boolean): FSWatcher {
    const options = { ignoreInitial: true, ignorePermissionErrors: true, usePolling, interval };
    return watch([], options).on("all", touch).on("error", lookInstead);
  }

  function touch(_: string, path: string): void {
    touched.add(path);
    clearTimeout(timer);
    // Read when it is quiet: a file that is being saved is empty for a moment.
    timer = setTimeout(
      () => {
        const changed = [...touched].filter(isChanged);
        touched.clear();
        if (changed.length > 0) onChange(changed);
      },
      Math.max(quiet, leastQuiet),
    );
  }

  /** A system watches so many files for one user, and has so many watchers; other programs take of these too. */
  function lookInstead(error: unknown): void {
    if (isPolling) return;
    isPolling = true;
    const told = error instanceof Error ? error.message : String(error);
    onSlower(
      `The system watches no more files for this program (${told}): they are looked at every ${interval} ms instead.`,
    );
    void watcher.close();
    watcher = start(true);
    const known = [...contents.keys()];
    watcher.add(known);
    // What was saved meanwhile had no event.
    for (const path of known) touch("change", path);
  }

  /** Editors, backups and builds also write what is there already. */
  function isChanged(path: string): boolean {
    const content = contentOf(path);
    const isSame = contents.get(path) === content;
    contents.set(path, content);
    return !isSame;
  }

  return {
    lookAgain() {
      for (const path of pathsOf(module, data)) {
        // What is watched already may have been saved a moment ago: its event is still to come, and is one.
        if (contents.has(path)) continue;
        watcher.add(path);
        contents.set(path, contentOf(path));
      }
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** The files and folders that a briefing may be made from; of a folder, what is in it. */
function pathsOf(module: string, data: Readonly<Record<string, string>> = {}): readonly string[] {
  const folder = dirname(resolve(module));
  const isData = (name: string) =>
    dataExtensions.includes(extname(name)) && !name.endsWith(recordSuffix) && name !== manifestName;
  const adjacent = namesIn(folder).filter(isData);
  const given = Object.values(data).map((file) => resolve(file));
  return [...filesNamed(module), ...adjacent.map((name) => join(folder, name)), ...given];
}

/** A hash of what a file holds; nothing of what is none, or is none any more. */
function contentOf(path: string): string {
  try {
    return sha256(readFileSync(path));
  } catch {
    return "";
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
