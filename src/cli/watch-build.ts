import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import { manifestName } from "../batch/index.ts";
import { sha256 } from "../record/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { filesNamed } from "./code-digest.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { dataExtensions } from "./find-data.ts";
import { recordSuffix } from "./output-files.ts";
import type { Terminal } from "./terminal.ts";

interface Watching {
  readonly module: string;
  readonly options: BuildOptions;
  /** The words of the command line, without `--watch`. */
  readonly argv: readonly string[];
  readonly terminal: Terminal;
}

/** Files are often saved several at a time: in ms, how long nothing must change. */
const quiet = 100;

/**
 * Builds, and builds again when a file is saved that the briefing is made from, until it is interrupted. Each build is a process of its
 * own, since a process loads a module once; one that a change overtakes is ended first.
 * @returns how the last build ended that came to its end.
 */
export async function watchBuild({ module, options, argv, terminal: { err } }: Watching): Promise<ExitCode> {
  const contents = new Map<string, string>();
  const changes = new EventEmitter();
  let isEnded = false;
  let last: ExitCode = 0;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watchFiles([], { ignoreInitial: true });
  watcher.on("all", (_, path) => {
    const content = contentOf(path);
    // Editors, backups and builds also write what is there already.
    if (contents.get(path) === content) return;
    contents.set(path, content);
    clearTimeout(timer);
    timer = setTimeout(() => changes.emit("change"), quiet);
  });
  const end = () => {
    isEnded = true;
    changes.emit("change");
  };
  for (const signal of signals) process.on(signal, end);
  try {
    while (!isEnded) {
      for (const path of pathsOf(module, options)) {
        if (!contents.has(path)) watcher.add(path);
        contents.set(path, contentOf(path));
      }
      const build = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1, 2), ...argv], {
        stdio: "inherit",
      });
      const changed = once(changes, "change").then(() => undefined);
      const closed = once(build, "close").then(([code]) => code as ExitCode | null);
      const code = await Promise.race([closed, changed]);
      if (code === undefined) build.kill("SIGTERM");
      else if (!isEnded) {
        last = code ?? 1;
        err.write(`${err.paint("dim", "Waiting for a change of the briefing or its data; Ctrl-C ends this.")}\n`);
        await changed;
      }
      await closed;
    }
    return last;
  } finally {
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, end);
    await watcher.close();
  }
}

/** The files and folders that a briefing may be made from; of a folder, what is in it. */
function pathsOf(module: string, { data = {} }: BuildOptions): readonly string[] {
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
