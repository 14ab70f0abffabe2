import { type ChildProcess, spawn } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { type Bench, BenchError, type EarlyPage, type PreviewPage } from "../preview/index.ts";
import type { BenchAnswers, BenchQuestion, Changed, FromBench } from "./bench-messages.ts";
import { sameProgram } from "./same-program.ts";

/** A bench whose module runs in another process: whatever becomes of that process, an answer rejects with a `BenchError` at worst. */
export interface BenchProcess extends Bench {
  /** What is read again before the next answer. */
  forget(what: Changed): void;
  /**
   * The module is loaded again before the next answer, by the process that has loaded it before where that can be, else by a new one.
   * @param files those of it that were saved; none: a new process is wanted.
   */
  reload(files: readonly string[]): void;
  end(): void;
}

/** Seconds that an answer may take: longer, and its process is ended. */
const limit = 120;

/** What a module and its versions leave in memory is bounded: after so many it takes a new process. */
const mostVersions = 20;

/** A page leaves some 50 MB of garbage behind: with room for that it is collected when nobody waits for it. In MB, as flags of V8. */
const roomForPage = ["--min-semi-space-size=16", "--max-semi-space-size=32"];

/** How long a process may be at work on what was saved before, in ms, before another one takes its place. */
const patience = 1000;

/** How long nothing must be saved before what was shown is proven, in ms. */
const restBeforeProof = 1500;

/** A page as it was shown, or why there is none. */
interface Shown {
  readonly name: string;
  readonly answer: PreviewPage | BenchError;
}

interface BenchProcessOptions {
  /** Whether no file of the briefing is other than the process was told last. */
  areFilesAsTold(): boolean;
  /** Told where what was shown is not what a new process makes. */
  onOther(): void;
}

/**
 * A process that has made the page of an earlier version of the module is several times as fast as a new one. What that version left behind
 * in it might show, which `build` knows nothing of: so the first page that is made thus is made once more by a new process, when its
 * author rests. Where the two differ that one's is shown, and each later version takes a new process.
 * @param argv the words of the command line that it is started with.
 */
export function createBenchProcess(
  argv: readonly string[],
  { areFilesAsTold, onOther }: BenchProcessOptions,
): BenchProcess {
  let current = startProcess(argv);
  let spare: RunningProcess | undefined;
  let isEnded = false;
  /** Versions of the module that the process has loaded after its first. */
  let versions = 0;
  let isFaithful = true;
  /** Counts what was saved: what was asked for before that is proven by nothing that is made after it. */
  let changes = 0;
  let proof: { readonly timer: NodeJS.Timeout; by: RunningProcess | undefined } | undefined;
  let isProven = true;

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

  async function page(name: string, onEarly: (early: EarlyPage) => void): Promise<PreviewPage> {
    const before = changes;
    try {
      const answer = await ask({ kind: "page", name }, onEarly);
      if (changes === before) proveLater({ name, answer });
      return answer;
    } catch (error) {
      if (error instanceof BenchError && changes === before) proveLater({ name, answer: error });
      throw error;
    }
  }

  function replace(): void {
    if (isEnded) return;
    const next = spare && !spare.isGone() ? spare : startProcess(argv);
    spare = undefined;
    take(next);
  }

  function take(next: RunningProcess): void {
    forgetProof();
    const before = current;
    current = next;
    versions = 0;
    isProven = true;
    before.end();
  }

  function forgetProof(): void {
    clearTimeout(proof?.timer);
    proof?.by?.end();
    proof = undefined;
  }

  function proveLater(shown: Shown): void {
    if (isEnded || isProven || proof || current.isGone()) return;
    proof = { timer: setTimeout(() => void prove(shown), restBeforeProof).unref(), by: undefined };
  }

  /** Makes what was shown in a process that knows no earlier version. */
  async function prove(shown: Shown): Promise<void> {
    const own = proof;
    if (!own) return;
    const by = spare && !spare.isGone() ? spare : startProcess(argv);
    spare = undefined;
    own.by = by;
    const answer = await by.ask({ kind: "page", name: shown.name }).then(
      (value) => value as PreviewPage,
      (error: unknown) => error,
    );
    const isSame = isAlike(shown.answer, answer);
    if (own !== proof) return;
    // What is saved while it is made is no difference.
    if (!isSame && !areFilesAsTold()) return forgetProof();
    own.by = undefined;
    if (isSame && versions < mostVersions) {
      forgetProof();
      isProven = true;
      by.end();
      spare ??= startProcess(argv);
      return;
    }
    isFaithful &&= isSame;
    take(by);
    if (!isSame) onOther();
  }

  return {
    plan: () => ask({ kind: "plan" }),
    page,
    data: () => ask({ kind: "data" }),
    forget(what) {
      changes += 1;
      forgetProof();
      ask({ kind: "forget", what }).catch(() => replace());
    },
    reload(files) {
      changes += 1;
      const isSpent = !isFaithful || versions >= mostVersions || current.isGone();
      if (files.length === 0 || isSpent) return replace();
      forgetProof();
      const asked = current;
      versions += 1;
      isProven = false;
      const replaceAsked = () => asked === current && replace();
      // One that is at work may never end.
      const timer = setTimeout(replaceAsked, patience);
      asked
        .ask({ kind: "reload", files })
        .then((isDone) => !isDone && replaceAsked(), replaceAsked)
        .finally(() => clearTimeout(timer));
    },
    end() {
      isEnded = true;
      forgetProof();
      current.end();
      spare?.end();
    },
  };
}

function isAlike(shown: PreviewPage | BenchError, made: unknown): boolean {
  if (shown instanceof BenchError)
    return made instanceof BenchError && isDeepStrictEqual(shown.problems, made.problems);
  return isDeepStrictEqual(shown, made);
}

interface RunningProcess {
  ask(question: BenchQuestion, onEarly?: (early: EarlyPage) => void): Promise<unknown>;
  isGone(): boolean;
  /** It owes an answer. */
  isBusy(): boolean;
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
    isBusy: () => waiting.size > 0,
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
    const child = spawn(process.execPath, sameProgram([...argv, "--bench"], [...process.execArgv, ...roomForPage]), {
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
