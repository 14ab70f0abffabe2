import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";
import type { OutputStream } from "../../src/cli/terminal.ts";
import { type ProgramResult, runProgram } from "../conformance/run-program.ts";
import { ensureBuilt, packageFolder } from "./ensure-built.ts";

type Run = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<ProgramResult>;

/** A folder outside the package that holds a copy of the fixtures, and the command line in it. */
export interface Workplace {
  readonly folder: string;
  /**
   * In this process, which has loaded all of it: a tenth of the time. One run at a time, without signals, and without workers: a
   * build warns of that, and it does not load again a module that has changed.
   */
  readonly run: Run;
  /** The built program, as a user runs it. */
  readonly runBuilt: Run;
}

export const cliFile = join(packageFolder, "dist", "cli.js");

/** A workplace for the tests of one file: built before them, removed after. */
export function useWorkplace(): Workplace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "briefwright-cli-")));
  const cache = { XDG_CACHE_HOME: join(folder, ".cache") };
  beforeAll(async () => {
    cpSync(join(packageFolder, "test", "cli", "fixtures"), folder, { recursive: true });
    await ensureBuilt();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    run: (args, env = {}) => runHere(args, { folder, env: { ...cache, ...env } }),
    runBuilt: (args, env = {}) =>
      runProgram(process.execPath, [cliFile, ...args], { cwd: folder, env: { ...cache, ...env } }),
  };
}

interface Surroundings {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

async function runHere(args: readonly string[], { folder, env }: Surroundings): Promise<ProgramResult> {
  const said = { stdout: "", stderr: "" };
  const pipe = (name: keyof typeof said): OutputStream => ({
    isTerminal: false,
    columns: 80,
    paint: (_, text) => text,
    write(text) {
      said[name] += text;
    },
  });
  const before = process.cwd();
  process.chdir(folder);
  try {
    const terminal = { out: pipe("stdout"), err: pipe("stderr"), env: { ...process.env, ...env } };
    return { exitCode: await runCli(args, terminal), ...said };
  } finally {
    process.chdir(before);
  }
}
