import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { watch } from "chokidar";
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
}

/** chokidar tells of a file once in 50 ms: what is saved meanwhile has no event, and is seen where one looks later than that. In ms. */
export const leastQuiet = 60;

/** Watches the files that a briefing may be made from. What is saved as it was is no change. */
export function watchBriefing(module: string, { data, quiet, onChange }: WatchOptions): WatchedFiles {
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([], { ignoreInitial: true });
  watcher.on("all", (_, path) => {
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
  });

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
  const adjacent = (existsSync(folder) ? readdirSync(folder) : []).filter(isData);
  const given = Object.values(data).map((file) => resolve(file));
  return [...filesNamed(module), ...adjacent.map((name) => join(folder, name)), ...given];
}

/** A hash of what a file holds; nothing of what is none. */
function contentOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? sha256(readFileSync(path)) : "";
}
