import { existsSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Briefing } from "../briefing/index.ts";
import type { ClaimSet } from "../claims/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { InputError, inputError } from "./input-error.ts";
import { loadDoors } from "./load-doors.ts";
import { placeInUserCode } from "./place-in-user-code.ts";

/** What a module may hold, by its `kind`. */
export interface ModuleKinds {
  readonly briefing: Briefing;
  readonly claims: ClaimSet;
}

const made: Readonly<Record<keyof ModuleKinds, { readonly by: string; readonly command: string }>> = {
  briefing: { by: "defineBriefing({ … })", command: "build" },
  claims: { by: "defineClaims({ … })", command: "check" },
};

export interface LoadedModule<Kind extends keyof ModuleKinds> {
  readonly value: ModuleKinds[Kind];
  /** The data files that the module itself names, by dataset. Relative paths are from the module's folder. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Loads a module, TypeScript or JavaScript, that holds a briefing or claims: its default export, or the one called
 * `briefing` or `claims`. Its `import "briefwright"`, or of another door, is this running package, installed beside it or not.
 * Throws an `InputError`.
 */
export async function loadModule<Kind extends keyof ModuleKinds>(
  file: string,
  kind: Kind,
): Promise<LoadedModule<Kind>> {
  const exported = await importModule(file);
  const value = [exported.default, exported[kind]].find((candidate) => kindOf(candidate) === kind);
  if (value === undefined) {
    throw wrongModule(file, kind, [exported.default, exported.briefing, exported.claims].map(kindOf).find(Boolean));
  }
  return { value: value as ModuleKinds[Kind], data: exportedData(exported.data, file) };
}

async function importModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(file);
  if (!existsSync(path)) {
    throw inputError({ code: "unreadable-file", message: "There is no such file.", source: { file } });
  }
  if (!/^\.[cm]?[jt]s$/.test(extname(path))) {
    throw inputError({
      code: "unknown-file-type",
      message: "A module is a .ts, .mts, .js or .mjs file.",
      source: { file },
    });
  }
  const [{ createJiti }, virtualModules] = await Promise.all([import("jiti"), loadDoors()]);
  const jiti = createJiti(path, { virtualModules });
  try {
    return (await jiti.import(path)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof BriefingError) throw new InputError(error.diagnostics);
    const message = error instanceof Error ? error.message : String(error);
    throw inputError({
      code: "module-failed",
      message: `The module cannot be loaded: ${(message.split("\nRequire stack:")[0] ?? "").replaceAll(/\s*\n\s*/g, " ").trim()}`,
      source: placeInUserCode(error, dirname(path)) ?? { file },
    });
  }
}

const kindOf = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null && "kind" in value ? String(value.kind) : undefined;

function wrongModule(file: string, kind: keyof ModuleKinds, found: string | undefined): InputError {
  const other = found === undefined ? undefined : made[found as keyof ModuleKinds];
  return inputError({
    code: "wrong-module",
    message: other
      ? `The module holds ${found === "briefing" ? "a briefing" : "claims"}, not ${kind === "briefing" ? "a briefing" : "claims"}.`
      : `The module exports no ${kind}.`,
    hint: other ? `Use briefwright ${other.command}.` : `End it with: export default ${made[kind].by}.`,
    source: { file },
  });
}

function exportedData(data: unknown, file: string): Readonly<Record<string, string>> {
  const entries = Object.entries((data ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (value instanceof URL) return [name, fileURLToPath(value)];
      if (typeof value === "string") return [name, resolve(dirname(file), value)];
      throw inputError({
        code: "wrong-module",
        message: `The module's export "data" must name a file for "${name}".`,
        hint: 'Write: export const data = { name: new URL("./file.csv", import.meta.url) }.',
        source: { file },
      });
    }),
  );
}
