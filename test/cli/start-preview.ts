import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageFolder } from "./ensure-built.ts";

export interface RunningPreview {
  readonly program: ChildProcess;
  /** What it says that one is to open. */
  readonly url: URL;
}

/** Starts the built preview on a free port, in a folder that holds a module. */
export async function startPreview(folder: string, args: readonly string[] = []): Promise<RunningPreview> {
  const program = spawn(process.execPath, [join(packageFolder, "dist", "cli.js"), "preview", "--port", "0", ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(program.stdout, "data")) as [Buffer];
  return { program, url: new URL(line.toString().trim()) };
}
