import { spawn } from "node:child_process";
import { once } from "node:events";
import { defaultLimits, flagsOfChild, isOutOfMemory, watchMemory } from "../batch/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { signals } from "./defer-signals.ts";
import { inputError } from "./input-error.ts";
import type { PdfOptions } from "./pdf-options.ts";
import { sameProgram } from "./same-program.ts";
import { supervisedVariable } from "./supervised.ts";

interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

interface Supervising<Options> {
  readonly options: Options;
  /** The words of the command line. */
  readonly argv: readonly string[];
  readonly file: string;
}

/** Reading, protecting and planning takes seconds, for large tables minutes. */
const defaultPlanSeconds = 600;

/**
 * Builds in a process of its own, and ends it where reading the module and the data, protecting and planning takes more time or memory
 * than it may.
 * @returns how the build ended.
 * @throws InputError where it was ended.
 */
export async function superviseBuild({ options, argv, file }: Supervising<BuildOptions>): Promise<ExitCode> {
  const { planLimit: seconds = defaultPlanSeconds, memoryLimit: megabytes = defaultLimits.megabytes } = options;
  const { code, exceeded, excess } = await supervise(argv, { seconds, megabytes });
  if (!exceeded) return code;
  throw inputError({
    code: "plan-limit",
    message: `Reading the module and the data, protecting and planning ${excess}, and was given up. Nothing was written.`,
    hint:
      exceeded === "time"
        ? "Look for a loop without end, or a wait for something that never comes, in the module and its data functions; if they need the time, raise --plan-limit."
        : "Look at what the module and its data functions read; if they need the memory, raise --memory-limit.",
    source: { file },
  });
}

/**
 * Makes a PDF in a process of its own, and ends it where that takes more time or memory than it may.
 * @returns how it ended.
 * @throws InputError where it was ended.
 */
export async function supervisePdf({
  options,
  argv,
  file,
}: Supervising<Pick<PdfOptions, "timeLimit" | "memoryLimit">>): Promise<ExitCode> {
  const { timeLimit: seconds = defaultLimits.seconds, memoryLimit: megabytes = defaultLimits.megabytes } = options;
  const { code, exceeded, excess } = await supervise(argv, { seconds, megabytes });
  if (!exceeded) return code;
  throw inputError({
    code: "pdf-limit",
    message: `Making the PDF ${excess}, and was given up. Nothing was written.`,
    hint: `Look for a paragraph or a table that is far too long; if the document is right, raise ${exceeded === "time" ? "--time-limit" : "--memory-limit"}.`,
    source: { file },
  });
}

interface Supervised {
  readonly code: ExitCode;
  /** What it took too much of, and was ended for. */
  readonly exceeded: "time" | "memory" | undefined;
  /** The same as a predicate: `took longer than 5 seconds`. */
  readonly excess: string;
}

/**
 * Runs this program with some words of the command line in a process of its own, and ends it where it takes more time or memory than it
 * may, until it says that what is limited is done (`tellPlanned`), or to its end.
 */
async function supervise(argv: readonly string[], { seconds, megabytes }: Limits): Promise<Supervised> {
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
    const time = seconds === 1 ? "a second" : `${seconds} seconds`;
    const excess = exceeded === "time" ? `took longer than ${time}` : `needed more memory than ${megabytes} megabytes`;
    return { code: code ?? 1, exceeded, excess };
  } finally {
    stopWatching();
    for (const each of signals) process.off(each, passOn);
  }
}
