import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type ProgramResult, runProgram } from "../conformance/run-program.ts";
import { ensureBuilt, packageFolder } from "./ensure-built.ts";

/** The built command line, run as a user runs it, in a folder outside the package that holds a copy of the fixtures. */
export interface Workplace {
  readonly folder: string;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<ProgramResult>;
}

export const cliFile = join(packageFolder, "dist", "cli.js");

/** A workplace for the tests of one file: built before them, removed after. */
export function useWorkplace(): Workplace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "briefwright-cli-")));
  beforeAll(async () => {
    cpSync(join(packageFolder, "test", "cli", "fixtures"), folder, { recursive: true });
    await ensureBuilt();
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    run: (args, env = {}) =>
      runProgram(process.execPath, [cliFile, ...args], {
        cwd: folder,
        env: { XDG_CACHE_HOME: join(folder, ".cache"), ...env },
      }),
  };
}
