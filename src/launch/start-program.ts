import { readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { codeCacheFolder } from "./cache-folder.ts";
import { type CodeCache, type CompiledScript, cacheFile, readCodeCache, writeCodeCache } from "./code-cache.ts";

export interface StartedProgram<Exports> {
  readonly exports: Exports;
  /**
   * Keeps the compiled code for later processes, if this one compiled what was not kept. Called when the program has done what it is
   * for: by then V8 has compiled the functions that this takes, and no others.
   */
  keep(): void;
}

interface StartOptions {
  /** dist/program, as a URL that ends with a slash. */
  readonly folder: URL;
  /** The script to start with. */
  readonly entry: string;
  /** What this process is asked to do, as far as it decides which functions run. */
  readonly run: string;
  /** Runs what has Node load modules of its own: their code, which comes with Node, is of no other flags than those that V8 begins with. */
  readonly withoutFlags?: <Result>(load: () => Result) => Result;
}

interface LoadedScript {
  readonly module: { exports: unknown };
  readonly script: Script;
  readonly source: number;
}

/** What each script of dist/program is given. `hostImport` stands for `import()`, which a script from the cache does not have. */
const parameters = "exports, require, module, __filename, __dirname, hostImport, hostUrl";

/** Runs a program of dist/program, with the code that an earlier process compiled where there is some. */
export function startProgram<Exports>({
  folder: url,
  entry,
  run,
  withoutFlags = (load) => load(),
}: StartOptions): StartedProgram<Exports> {
  const folder = fileURLToPath(url);
  const folderOfCode = codeCacheFolder(process.env);
  const file = folderOfCode === undefined ? undefined : cacheFile(folderOfCode);
  const cache = file === undefined ? undefined : readCodeCache(file);
  const requireOutside = nodeModule.createRequire(url);
  const loaded = new Map<string, LoadedScript>();
  let isNew = !cache?.runs.includes(run);

  function load(name: string): unknown {
    const before = loaded.get(name);
    if (before) return before.module.exports;
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const source = crc32(bytes);
    const compiled = cache?.scripts.get(name);
    const script = new Script(`(function (${parameters}) {${bytes.toString("latin1")}\n})`, {
      filename: path,
      cachedData: compiled?.source === source ? compiled.code : undefined,
    });
    isNew ||= script.cachedDataRejected !== false;
    const module = { exports: {} };
    loaded.set(name, { module, script, source });
    const start = script.runInThisContext() as (...given: readonly unknown[]) => void;
    start(module.exports, require, module, path, folder, hostImport, pathToFileURL(path).href);
    return module.exports;
  }

  const known = new Map<string, unknown>();
  const outside = (specifier: string): unknown => {
    if (known.has(specifier)) return known.get(specifier);
    const found = withoutFlags(() => requireOutside(specifier) as unknown);
    const given = specifier === "node:module" ? withQuickRegister(found as typeof nodeModule, withoutFlags) : found;
    known.set(specifier, given);
    return given;
  };
  const isOwn = (specifier: string) => specifier.startsWith("./");
  const require = (specifier: string): unknown => (isOwn(specifier) ? load(specifier.slice(2)) : outside(specifier));
  const hostImport = async (specifier: string): Promise<unknown> =>
    isOwn(specifier) ? load(specifier.slice(2)) : import(specifier);

  const exports = load(entry) as Exports;
  return {
    exports,
    keep() {
      if (file === undefined || !isNew) return;
      isNew = false;
      const compiled = (each: LoadedScript): CompiledScript => ({
        source: each.source,
        code: each.script.createCachedData(),
      });
      const scripts = new Map([...loaded].map(([name, each]) => [name, compiled(each)]));
      writeCodeCache(file, { scripts, runs: [run] } satisfies CodeCache);
    },
  };
}

/** Of Node's loader, what starts a thread for hooks, which begins with all that Node loads. */
const withQuickRegister = (
  found: typeof nodeModule,
  withoutFlags: NonNullable<StartOptions["withoutFlags"]>,
): typeof nodeModule => ({
  ...found,
  register: ((...given: Parameters<typeof nodeModule.register>) =>
    withoutFlags(() => found.register(...given))) as typeof nodeModule.register,
});
