import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cwd, env } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ModuleLoader } from "../batch/index.ts";
import { doorsSymbol, handInDoors } from "./hand-in-doors.ts";
import { doorSpecifiers, loadDoors } from "./load-doors.ts";
import { namedDoors } from "./named-doors.ts";

type Exported = Readonly<Record<string, unknown>>;

/** Loads a module, TypeScript or JavaScript, whose `import "briefwright"`, or of another door, is this running package. */
export async function importAsProgram(path: string): Promise<Exported> {
  const doors = loadDoors(doorsFor(path));
  if (isModuleOfNode(path)) {
    await handInDoors(await doors);
    try {
      return withDefault((await import(pathToFileURL(path).href)) as Exported);
    } catch (error) {
      // What Node does not load may be what jiti does, such as TypeScript beside it. What a module throws is thrown once.
      if (!isOfLoading(error)) throw error;
    }
  }
  const [{ createJiti }, virtualModules] = await Promise.all([import("jiti"), doors]);
  return (await createJiti(path, { virtualModules }).import(path)) as Exported;
}

/** Undefined: all. What cannot be read, whoever loads it says so. */
function doorsFor(path: string): readonly string[] | undefined {
  try {
    return namedDoors(readFileSync(path, "utf8"), doorSpecifiers);
  } catch {
    return undefined;
  }
}

/** Whether Node gave up before it ran a module. */
const isOfLoading = (error: unknown): boolean =>
  error instanceof SyntaxError || (isHolder(error) && "code" in error && loadingErrors.has(error.code));

const loadingErrors: ReadonlySet<unknown> = new Set([
  "ERR_MODULE_NOT_FOUND",
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
  "ERR_UNKNOWN_FILE_EXTENSION",
  "ERR_UNSUPPORTED_DIR_IMPORT",
]);

/** What a default export holds is exported too where nothing else is called so: that is what jiti gives. */
const withDefault = (exported: Exported): Exported =>
  isHolder(exported.default) ? { ...exported.default, ...exported } : exported;

/** Whether Node takes a file for a module of ECMAScript by its name and place. Of others jiti looks into the file. */
function isModuleOfNode(path: string): boolean {
  if (/\.mjs$/.test(path)) return true;
  if (!/\.js$/.test(path)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) return /"type"\s*:\s*"module"/.test(readFileSync(file, "utf8"));
    if (folder === dirname(folder)) return false;
  }
}

/** Modules that jiti has loaded, and others of CommonJS: Node keeps them in one place. */
const { cache } = createRequire(import.meta.url);

const isPackaged = (path: string): boolean => /[\\/]node_modules[\\/]/.test(path);

/** Typescript is jiti's. What else it did not load Node did, which loads a module once. */
const isReloadable = (path: string): boolean =>
  !isPackaged(path) && (/\.[cm]?tsx?$/.test(path) || cache[path] !== undefined);

/** What a module may leave behind beside itself in texts. */
const settings = (): string => JSON.stringify([env, cwd()]);

/** What a shared object holds, by key; of what is worked out when it is asked for, nothing. */
type Held = ReadonlyMap<PropertyKey, unknown>;

/** What the packages that this one uses put there themselves, when they are first needed. */
const ownTraces: ReadonlyMap<object, readonly PropertyKey[]> = new Map<object, readonly PropertyKey[]>([
  [Error, ["prepareStackTrace", "stackTraceLimit"]],
  [Set.prototype, ["toJSON"]],
  [globalThis, [doorsSymbol]],
]);

const isHolder = (value: unknown): value is object =>
  typeof value === "function" || (typeof value === "object" && value !== null);

function heldBy(holder: object): Held {
  const held = new Map<PropertyKey, unknown>();
  for (const key of Reflect.ownKeys(holder)) held.set(key, Reflect.getOwnPropertyDescriptor(holder, key)?.value);
  for (const key of ownTraces.get(holder) ?? []) held.delete(key);
  return held;
}

/** What all code of a process shares by name: globals, what their instances have in common, and the process itself. */
function sharedObjects(): ReadonlyMap<object, Held> {
  const named = [...heldBy(globalThis).values()].filter(isHolder);
  const prototypes = named.map((each) => heldBy(each).get("prototype")).filter(isHolder);
  return new Map([globalThis, process, ...named, ...prototypes].map((each) => [each, heldBy(each)]));
}

/** Whether a shared object has other properties than before, or another function as one: other values are settings, and counters of Node's own. */
function isTouched(before: ReadonlyMap<object, Held>): boolean {
  return [...before].some(([holder, held]) => {
    const now = heldBy(holder);
    return (
      now.size !== held.size ||
      [...held].some(([key, value]) => !now.has(key) || (typeof value === "function" && now.get(key) !== value))
    );
  });
}

/**
 * Makes what loads a module again that was saved, in a process that has loaded it before. Made before it is loaded first.
 * @returns a function that takes the files that were saved, and has all that is no package loaded anew when it is imported next: each may hold
 *   what a saved one gave it. It gives false, and does nothing, where a file cannot be loaded again, or a module has changed what is
 *   the same for all of a process.
 */
export function createReloader(): (saved: readonly string[]) => boolean {
  const before = new Set(Object.keys(cache));
  const shared = sharedObjects();
  const untouched = settings();
  return (saved) => {
    if (!saved.every(isReloadable) || settings() !== untouched || isTouched(shared)) return false;
    for (const path of Object.keys(cache)) if (!before.has(path) && !isPackaged(path)) delete cache[path];
    return true;
  };
}

/** Loads what modules are loaded with, and what they import of this package. */
export const prepareImport = () => Promise.all([import("jiti"), loadDoors()]);

export const importModule = (module: string, loader: ModuleLoader): Promise<Exported> =>
  loader === "jiti" ? importAsProgram(fileURLToPath(module)) : import(module);
