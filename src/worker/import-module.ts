import { createRequire } from "node:module";
import { cwd, env } from "node:process";
import { fileURLToPath } from "node:url";
import type { ModuleLoader } from "../batch/index.ts";
import { loadDoors } from "./load-doors.ts";

/** Loads a module, TypeScript or JavaScript, whose `import "briefwright"`, or of another door, is this running package. */
export async function importWithJiti(path: string): Promise<Readonly<Record<string, unknown>>> {
  const [{ createJiti }, virtualModules] = await prepareImport();
  return (await createJiti(path, { virtualModules }).import(path)) as Readonly<Record<string, unknown>>;
}

/** Modules that jiti has loaded, and others of CommonJS: Node keeps them in one place. */
const { cache } = createRequire(import.meta.url);

const isPackaged = (path: string): boolean => /[\\/]node_modules[\\/]/.test(path);

/** Typescript is jiti's. What else it did not load Node did, which loads a module once. */
const isReloadable = (path: string): boolean =>
  !isPackaged(path) && (/\.[cm]?tsx?$/.test(path) || cache[path] !== undefined);

/** What a module may leave behind beside itself, as far as it can be seen at little cost. */
const surroundings = (): string => JSON.stringify([Reflect.ownKeys(globalThis).map(String), env, cwd()]);

/**
 * Makes what loads a module again that was saved, in a process that has loaded it before. Made before it is loaded first.
 * @returns a function that takes the files that were saved, and has all that is no package loaded anew when it is imported next: each may hold
 *   what a saved one gave it. It gives false, and does nothing, where a file cannot be loaded again, or a module has changed what is
 *   the same for all of a process.
 */
export function createReloader(): (saved: readonly string[]) => boolean {
  const before = new Set(Object.keys(cache));
  const untouched = surroundings();
  return (saved) => {
    if (!saved.every(isReloadable) || surroundings() !== untouched) return false;
    for (const path of Object.keys(cache)) if (!before.has(path) && !isPackaged(path)) delete cache[path];
    return true;
  };
}

/** Loads what modules are loaded with, and what they import of this package. */
export const prepareImport = () => Promise.all([import("jiti"), loadDoors()]);

export const importModule = (module: string, loader: ModuleLoader): Promise<Readonly<Record<string, unknown>>> =>
  loader === "jiti" ? importWithJiti(fileURLToPath(module)) : import(module);
