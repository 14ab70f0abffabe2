import { fileURLToPath } from "node:url";
import type { ModuleLoader } from "../batch/index.ts";
import { loadDoors } from "./load-doors.ts";

/** Loads a module, TypeScript or JavaScript, whose `import "briefwright"`, or of another door, is this running package. */
export async function importWithJiti(path: string): Promise<Readonly<Record<string, unknown>>> {
  const [{ createJiti }, virtualModules] = await prepareImport();
  return (await createJiti(path, { virtualModules }).import(path)) as Readonly<Record<string, unknown>>;
}

/** Loads what modules are loaded with, and what they import of this package. */
export const prepareImport = () => Promise.all([import("jiti"), loadDoors()]);

export const importModule = (module: string, loader: ModuleLoader): Promise<Readonly<Record<string, unknown>>> =>
  loader === "jiti" ? importWithJiti(fileURLToPath(module)) : import(module);
