import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../../cli/ensure-built.ts";
import { runProgram } from "../run-program.ts";
import { chosenFolder, outputFolder, writtenFiles } from "../written-files.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The hash of each file by its name, of two runs in different places of the world. Empty for a chosen folder. */
    readonly runs: readonly Readonly<Record<string, string>>[];
  }
}

const packageFolder = fileURLToPath(new URL("../../../", import.meta.url));

const places = [
  { TZ: "Europe/London", LANG: "en_GB.UTF-8", LC_ALL: "en_GB.UTF-8" },
  { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
] as const;

/**
 * Builds the package, unless an earlier test has, and runs the examples twice, in two places of the world and of the disk; what the first run
 * wrote is what gets checked. No example needs the types, which are made beside them.
 */
export async function setup(project: TestProject): Promise<void> {
  if (chosenFolder !== undefined) {
    project.provide("runs", []);
    return;
  }
  await ensureBuilt({ commonJs: true });
  const types = mustRun("npx", ["tsup", "--dts-only"], {});
  await rm(outputFolder, { recursive: true, force: true });
  const elsewhere = await mkdtemp(join(tmpdir(), "briefwright-examples-"));
  try {
    // Most of it keeps one core busy.
    const runs = await Promise.all(
      [outputFolder, elsewhere].map(async (folder, index) => {
        await mustRun(process.execPath, ["examples/run.mjs", folder], places[index] ?? {});
        return hashesIn(folder);
      }),
    );
    project.provide("runs", runs);
    await types;
  } finally {
    await rm(elsewhere, { recursive: true });
  }
}

async function mustRun(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { exitCode, stdout, stderr } = await runProgram(program, args, { cwd: packageFolder, env });
  if (exitCode !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${exitCode}:\n${stdout}\n${stderr}`);
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const named = writtenFiles("", folder).map(async ({ name, path }) => {
    const hash = createHash("sha256").update(await readFile(path));
    return [name, hash.digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(named));
}
