import { spawn } from "node:child_process";
import { once } from "node:events";
import { defaultLimits, flagsOfChild, isOutOfMemory, watchMemory } from "../batch/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { inputError } from "./input-error.ts";
import { sameProgram } from "./same-program.ts";
import { supervisedVariable } from "./supervised.ts";

interface Supervising {
  readonly options: BuildOptions;
  /** The words of the command line. */
  readonly argv: readonly string[];
  readonly module: string;
}

/** Reading, protecting and planning takes seconds, for large tables minutes. */
const defaultPlanSeconds = 600;

/**
 * Builds in a process of its own, and ends it where reading the module and the data, protecting and planning takes more time or memory
 * than it may.
 * @returns how the build ended.
 * @throws InputError where it was ended.
 */
export async function superviseBuild({ options, argv, module }: Supervising): Promise<ExitCode> {
  const { planLimit = defaultPlanSeconds, memoryLimit: megabytes = defaultLimits.megabytes } = options;
  const build = spawn(process.execPath, sameProgram(argv, flagsOfChild(megabytes)), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [supervisedVariable]: "1" },
  });
  let exceeded: "time" | "memory" | undefined;
  let isPlanned = false;
  const end = (limit: "time" | "memory") => {
    exceeded ??= limit;
    build.kill("SIGKILL");
  };
  const timer = setTimeout(() => end("time"), planLimit * 1000);
  const watch = watchMemory(build.pid, megabytes, () => end("memory"));
  const stopWatching = () => {
    clearTimeout(timer);
    clearInterval(watch);
  };
  build.on("message", () => {
    isPlanned = true;
    stopWatching();
  });
  const passOn = (signal: NodeJS.Signals) => build.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  try {
    const [code, signal] = (await once(build, "close")) as [ExitCode | null, NodeJS.Signals | null];
    if (exceeded) throw planLimitError(module, exceeded, { planLimit, megabytes });
    if (!isPlanned && isOutOfMemory(code, signal)) throw planLimitError(module, "memory", { planLimit, megabytes });
    return code ?? 1;
  } finally {
    stopWatching();
    for (const each of signals) process.off(each, passOn);
  }
}

function planLimitError(
  module: string,
  exceeded: "time" | "memory",
  { planLimit, megabytes }: { readonly planLimit: number; readonly megabytes: number },
) {
  const isTime = exceeded === "time";
  return inputError({
    code: "plan-limit",
    message: `Reading the module and the data, protecting and planning ${
      isTime
        ? `took longer than ${planLimit === 1 ? "a second" : `${planLimit} seconds`}`
        : `needed more memory than ${megabytes} megabytes`
    }, and was given up. Nothing was written.`,
    hint: isTime
      ? "Look for a loop without end, or a wait for something that never comes, in the module and its data functions; if they need the time, raise --plan-limit."
      : "Look at what the module and its data functions read; if they need the memory, raise --memory-limit.",
    source: { file: module },
  });
}
