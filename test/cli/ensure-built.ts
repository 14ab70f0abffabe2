import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The top folder of the package, without a separator at its end. */
export const packageFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Builds the code of dist/ if it is missing or older than what it is made from. One build at a time, whichever test file asks. */
export async function ensureBuilt(): Promise<void> {
  const lock = join(tmpdir(), `briefwright-build-${packageFolder.replaceAll(/[^\w]/g, "-")}`);
  while (!takeLock(lock)) await setTimeout(200);
  try {
    if (!isBuilt())
      await promisify(execFile)("npm", ["run", "build:code"], {
        cwd: packageFolder,
        shell: process.platform === "win32",
      });
  } finally {
    rmdirSync(lock);
  }
}

const oneMinute = 60_000;

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // What an interrupted run left behind does not bar the next.
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 2 * oneMinute) rmdirSync(lock);
    return false;
  }
}

function isBuilt(): boolean {
  // Schemas are written last.
  const last = join(packageFolder, "dist", "schemas", "record.json");
  if (!existsSync(last) || !existsSync(join(packageFolder, "dist", "cli.js"))) return false;
  const sources = readdirSync(join(packageFolder, "src"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("src", name),
  );
  const built = statSync(last).mtimeMs;
  return [
    ...sources,
    "tsup.config.ts",
    "package.json",
    ".config/doors.ts",
    ".config/build-program.mjs",
    ".config/write-schemas.ts",
  ].every((name) => statSync(join(packageFolder, name)).mtimeMs <= built);
}
