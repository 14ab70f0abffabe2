import { spawn } from "node:child_process";
import { once } from "node:events";
import { flagsOfChild, isOutOfMemory, watchMemory } from "../batch/index.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { sameProgram } from "./same-program.ts";
import { supervisedVariable } from "./supervised.ts";

interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

interface Supervised {
  readonly code: ExitCode;
  /** What it took too much of, and was ended for. */
  readonly exceeded: "time" | "memory" | undefined;
}

/**
 * Runs this program with some words of the command line in a process of its own, and ends it where it takes more time or memory than it
 * may, until it says that what is limited is done (`tellPlanned`), or to its end.
 */
export async function supervise(argv: readonly string[], { seconds, megabytes }: Limits): Promise<Supervised> {
  const child = spawn(process.execPath, sameProgram(argv, flagsOfChild(megabytes)), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [supervisedVariable]: "1" },
  });
  let exceeded: "time" | "memory" | undefined;
  let isDone = false;
  const end = (limit: "time" | "memory") => {
    exceeded ??= limit;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => end("time"), seconds * 1000);
  const watch = watchMemory(child.pid, megabytes, () => end("memory"));
  const stopWatching = () => {
    clearTimeout(timer);
    clearInterval(watch);
  };
  child.on("message", () => {
    isDone = true;
    stopWatching();
  });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  try {
    const [code, signal] = (await once(child, "close")) as [ExitCode | null, NodeJS.Signals | null];
    if (!isDone && isOutOfMemory(code, signal)) exceeded ??= "memory";
    return { code: code ?? 1, exceeded };
  } finally {
    stopWatching();
    for (const each of signals) process.off(each, passOn);
  }
}
