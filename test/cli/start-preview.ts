import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageFolder } from "./ensure-built.ts";

export interface RunningPreview {
  readonly program: ChildProcess;
  /** What it says that one is to open. */
  readonly url: URL;
  /** What it has said to its terminal. */
  said(): string;
  /** What a test asks of it; where that fails, how the program ended and what it said goes with the failure. */
  asked<Value>(question: () => Promise<Value>): Promise<Value>;
}

/** Starts the built preview on a free port, in a folder that holds a module. */
export async function startPreview(
  folder: string,
  args: readonly string[] = [],
  /** The words of a program that starts it. */
  before: readonly string[] = [],
): Promise<RunningPreview> {
  const words = [...before, process.execPath, join(packageFolder, "dist", "cli.js"), "preview", "--port", "0", ...args];
  const program = spawn(words[0] ?? "", words.slice(1), { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  program.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const ended = once(program, "close");
  const asked: RunningPreview["asked"] = async (question) => {
    try {
      return await question();
    } catch (error) {
      // It may be ending: then its last words are still to come.
      const isEnded = program.exitCode !== null || program.signalCode !== null;
      if (isEnded) await ended;
      const state = isEnded ? `has ended (${program.signalCode ?? `exit code ${program.exitCode}`})` : "is running";
      const cause = error instanceof Error ? String(error.cause ?? "") : "";
      throw new Error(`${String(error)} ${cause}\nThe preview ${state}, and said:\n${said}`, { cause: error });
    }
  };
  const [line] = await asked(async () => {
    const begun = await Promise.race([once(program.stdout, "data"), ended.then(() => undefined)]);
    if (!begun) throw new Error("There is no preview.");
    return begun as [Buffer];
  });
  return { program, url: new URL(line.toString().trim()), said: () => said, asked };
}
