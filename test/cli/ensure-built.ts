import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The top folder of the package, without a separator at its end. */
export const packageFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Builds the code of dist/ if it is missing or older than what it is made from: the modules, and the library as CommonJS where that is
 * asked for. One build at a time, whichever test file asks.
 */
export async function ensureBuilt({ commonJs = false } = {}): Promise<void> {
  const lock = join(tmpdir(), `briefwright-build-${packageFolder.replaceAll(/[^\w]/g, "-")}`);
  while (!takeLock(lock)) await setTimeout(200);
  try {
    // Schemas are written last.
    if (!isBuilt("schemas/record.json") || !isBuilt("cli.js")) await run("npm", "run", "build:code");
    if (commonJs && !isBuilt("index.cjs")) await run("npx", "tsup", "--no-dts", "--format", "cjs");
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

const run = (program: string, ...args: readonly string[]) =>
  promisify(execFile)(program, args, { cwd: packageFolder, shell: process.platform === "win32" });

/** Whether a file of dist/ is there, and younger than what it is made from. */
function isBuilt(name: string): boolean {
  const built = statSync(join(packageFolder, "dist", name), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  const sources = readdirSync(join(packageFolder, "src"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("src", name),
  );
  return [
    ...sources,
    "tsup.config.ts",
    "package.json",
    ".config/doors.ts",
    ".config/build-program.mjs",
    ".config/write-schemas.ts",
  ].every((name) => statSync(join(packageFolder, name)).mtimeMs <= built);
}
