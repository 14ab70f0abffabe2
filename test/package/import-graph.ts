import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { packageFolder } from "../cli/ensure-built.ts";

export interface FileImport {
  /** File of src/ that imports, e.g. `claims/claim.ts`. */
  readonly from: string;
  /** File of src/, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  /** `import type`, which is gone when the program runs. */
  readonly isType: boolean;
  /** `import()`. */
  readonly isDynamic: boolean;
}

const statement = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const dynamic = /\bimport\("([^"]+)"\)/g;
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Every import in src/, read from the sources themselves. */
export function readImports(): readonly FileImport[] {
  const root = join(packageFolder, "src");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(?<!\.d)\.ts$/.test(file));
  return files.flatMap((from) => {
    const source = readFileSync(join(root, from), "utf8").replaceAll(comment, "");
    const stated = [...source.matchAll(statement)].map(([text, type, to = ""]) => ({
      to,
      isType: type !== undefined || /^(?:import|export)\s*\{(\s*type\s[^,}]+,?)+\s*\}/.test(text),
      isDynamic: false,
    }));
    const asked = [...source.matchAll(dynamic)].map(([, to = ""]) => ({ to, isType: false, isDynamic: true }));
    return [...stated, ...asked].map((found) => ({ ...found, from, ...target(from, found.to) }));
  });
}

function target(from: string, specifier: string): { readonly to: string; readonly isPackage: boolean } {
  return specifier.startsWith(".")
    ? { to: posix.join(posix.dirname(from), specifier), isPackage: false }
    : { to: specifier, isPackage: true };
}
