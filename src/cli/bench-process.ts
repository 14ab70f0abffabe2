import { type ChildProcess, spawn } from "node:child_process";
import { type Bench, BenchError, type EarlyPage } from "../preview/index.ts";
import type { BenchAnswers, BenchQuestion, Changed, FromBench } from "./bench-messages.ts";
import { sameProgram } from "./same-program.ts";

/** A bench whose module runs in another process: whatever becomes of that process, an answer rejects with a `BenchError` at worst. */
export interface BenchProcess extends Bench {
  /** What is read again before the next answer: the module takes a new process, for which one is waiting. */
  forget(what: Changed | "module"): void;
  end(): void;
}

/** Seconds that an answer may take: longer, and its process is ended. */
const limit = 120;

/** @param argv the words of the command line that it is started with. */
export function createBenchProcess(argv: readonly string[]): BenchProcess {
  let current = startProcess(argv);
  let spare: RunningProcess | undefined;
  let isEnded = false;

  async function ask<Kind extends keyof BenchAnswers>(
    question: BenchQuestion & { readonly kind: Kind },
    onEarly?: (early: EarlyPage) => void,
  ): Promise<BenchAnswers[Kind]> {
    if (isEnded) throw problem("The preview has ended.");
    if (current.isGone()) replace();
    const asked = current;
    try {
      const value = await asked.ask(question, onEarly);
      // Beside a process that is at work the spare one would only take its time.
      spare ??= startProcess(argv);
      return value as BenchAnswers[Kind];
    } catch (error) {
      // Its question was overtaken by a change: the new process is asked.
      if (error === overtaken) return ask(question, onEarly);
      throw error;
    }
  }

  function replace(): void {
    if (isEnded) return;
    const before = current;
    current = spare && !spare.isGone() ? spare : startProcess(argv);
    spare = undefined;
    before.end();
  }

  return {
    plan: () => ask({ kind: "plan" }),
    page: (name, onEarly) => ask({ kind: "page", name }, onEarly),
    data: () => ask({ kind: "data" }),
    forget(what) {
      if (what === "module") replace();
      else ask({ kind: "forget", what }).catch(() => replace());
    },
    end() {
      isEnded = true;
      current.end();
      spare?.end();
    },
  };
}

interface RunningProcess {
  ask(question: BenchQuestion, onEarly?: (early: EarlyPage) => void): Promise<unknown>;
  isGone(): boolean;
  /** Its open questions are rejected with `overtaken`. */
  end(): void;
}

const overtaken = new Error("Another process is asked.");

interface Waiting {
  readonly onEarly: ((early: EarlyPage) => void) | undefined;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function startProcess(argv: readonly string[]): RunningProcess {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let loss: Error | undefined;
  let child: ChildProcess | undefined;
  child = spawnBench(argv, lose);

  function lose(error: Error): void {
    loss ??= error;
    for (const { reject } of waiting.values()) reject(loss);
    waiting.clear();
    child?.kill("SIGKILL");
  }

  child?.on("message", (message: FromBench) => {
    const open = waiting.get(message.id);
    if ("early" in message) return open?.onEarly?.(message.early);
    waiting.delete(message.id);
    if ("problems" in message) open?.reject(new BenchError(message.problems));
    else open?.resolve(message.value);
  });
  return {
    isGone: () => loss !== undefined,
    end: () => lose(overtaken),
    ask: (question, onEarly) =>
      new Promise((resolve, reject) => {
        if (loss) return reject(loss);
        const id = ++asked;
        const timer = setTimeout(
          () => lose(problem(`It takes more than ${limit} seconds, and was ended.`)),
          limit * 1000,
        );
        const settle =
          <Value>(then: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(timer);
            then(value);
          };
        waiting.set(id, { onEarly, resolve: settle(resolve), reject: settle(reject) });
        // One that cannot be asked has not started, or has just ended: its own event says so.
        if (child?.connected) child.send({ id, ask: question });
      }),
  };
}

/** @param onLost is told once or several times that it could not be started, or has ended; it may be before this returns. */
function spawnBench(argv: readonly string[], onLost: (error: BenchError) => void): ChildProcess | undefined {
  const unstarted = (error: unknown) =>
    onLost(
      problem(
        `The process that makes the briefings cannot be started: ${error instanceof Error ? error.message : String(error)}. End other programs, or raise what this one may have, and save the module to try again.`,
      ),
    );
  try {
    const child = spawn(process.execPath, sameProgram([...argv, "--bench"]), {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      serialization: "advanced",
    });
    child.on("error", (error) => {
      if (child.pid === undefined) unstarted(error);
      // What it was asked did not reach it: how it ended is told next.
      else child.kill("SIGKILL");
    });
    child.on("exit", (code, signal) =>
      onLost(
        problem(
          `The process that makes the briefings has ended (${signal ?? `exit code ${code}`}). Save the module to try again.`,
        ),
      ),
    );
    return child;
  } catch (error) {
    // Some of what a system refuses is thrown, and some told.
    unstarted(error);
    return undefined;
  }
}

const problem = (text: string): BenchError => new BenchError([{ severity: "error", text: `error: ${text}` }]);
