import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { filesNamed, manifestName, recordSuffix } from "../batch/index.ts";
import { sha256 } from "../record/index.ts";
import { dataExtensions } from "./find-data.ts";

export interface WatchedFiles {
  /** Looks again which files there are: a module may name others than before. */
  lookAgain(): void;
  /** Whether all files are as was told last: what is saved is told of a moment later. */
  areAsTold(): boolean;
  close(): Promise<void>;
}

interface WatchOptions {
  /** Files for datasets, beside those that the module names. */
  readonly data: Readonly<Record<string, string>> | undefined;
  /** Files are often saved several at a time: in ms, how long nothing must change; `leastQuiet` at least. */
  readonly quiet: number;
  /** Told at once of what was saved, and again of what follows: something may be begun that is shown when nothing does. */
  onFirst?(files: readonly string[]): void;
  /** Told of all that was saved, when it is quiet. */
  onChange(files: readonly string[]): void;
  /** Told once where the system watches nothing more for this program, and files are looked at instead; with a line for a person. */
  onSlower(reason: string): void;
}

/** chokidar tells of a file once in 50 ms: what is saved meanwhile has no event, and is seen where one looks later than that. In ms. */
export const leastQuiet = 60;

/** By then whoever writes a file at one go has written it, in ms. */
const firstLook = 10;

/** By then the system watches what it was asked to, in ms. */
const watchedBy = 1_000;

/** How often files are looked at that the system does not watch, in ms. */
const interval = 100;

/**
 * Watches the files that a briefing may be made from. What is saved as it was is no change. A file that is gone or that cannot be read is
 * empty: whoever reads it says so.
 */
export function watchBriefing(module: string, { data, quiet, onSlower, ...told }: WatchOptions): WatchedFiles {
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  const changed = new Set<string>();
  const added = new Set<string>();
  let [first, timer, begun]: (NodeJS.Timeout | undefined)[] = [];
  let watcher = start(false);
  let isPolling = false;

  function start(usePolling: boolean): FSWatcher {
    const options = { ignoreInitial: true, ignorePermissionErrors: true, usePolling, interval };
    return watch([], options).on("all", touch).on("error", lookInstead);
  }

  function touch(_: string, path: string): void {
    touched.add(path);
    // What is empty is being saved.
    if (told.onFirst) first ??= setTimeout(() => look(({ size }) => size > 0), firstLook);
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(quiet, leastQuiet));
  }

  /** Reads what was touched, as far as it is wanted, and tells of what is another than before. */
  function look(isWanted: (content: Content) => boolean = () => true): void {
    const found = [...touched].filter((path) => isChanged(path, isWanted));
    for (const path of found) changed.add(path);
    if (found.length > 0) told.onFirst?.(found);
  }

  function settle(): void {
    clearTimeout(first);
    first = undefined;
    look();
    const all = [...changed];
    touched.clear();
    changed.clear();
    if (all.length > 0) told.onChange(all);
  }

  /** What was saved before the system watched it had no event. */
  function lookAtAdded(): void {
    for (const path of added) touch("change", path);
    added.clear();
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
  function isChanged(path: string, isWanted: (content: Content) => boolean): boolean {
    const content = contentOf(path);
    if (contents.get(path) === content.hash || !isWanted(content)) return false;
    contents.set(path, content.hash);
    return true;
  }

  return {
    lookAgain() {
      for (const path of pathsOf(module, data)) {
        // What is watched already may have been saved a moment ago: its event is still to come, and is one.
        if (contents.has(path)) continue;
        watcher.add(path);
        contents.set(path, contentOf(path).hash);
        added.add(path);
      }
      clearTimeout(begun);
      if (added.size > 0) begun = setTimeout(lookAtAdded, watchedBy);
    },
    areAsTold: () => [...contents].every(([path, hash]) => contentOf(path).hash === hash),
    async close() {
      clearTimeout(first);
      clearTimeout(timer);
      clearTimeout(begun);
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

interface Content {
  /** Of what a file holds; empty of what is none, or is none any more. */
  readonly hash: string;
  readonly size: number;
}

function contentOf(path: string): Content {
  try {
    const bytes = readFileSync(path);
    return { hash: sha256(bytes), size: bytes.length };
  } catch {
    return { hash: "", size: 0 };
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
