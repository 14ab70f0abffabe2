import { availableParallelism } from "node:os";
import { BriefingError, type Diagnostic } from "../../diagnostics/index.ts";
import type { BatchLimits } from "../batch-limits.ts";
import type { Manifest } from "../manifest.ts";
import type {
  FromWorker,
  IndexMessage,
  LoadMessage,
  Looked,
  LookMessage,
  MakeMessage,
  PrepareMessage,
  SentBriefing,
} from "./messages.ts";
import { type RunningWorker, startWorker, type WorkerEnd } from "./start-worker.ts";

/** Workers that make the briefings of one batch. */
export interface Crew {
  /** How many briefings are made at a time. */
  readonly size: number;
  /** Gives the workers, those that start later too, what briefings are made from. */
  prepare(message: PrepareMessage): void;
  /**
   * Makes one briefing in the next worker that is free. What goes wrong with it, the end of its worker included, is its outcome.
   * @throws BriefingError where no worker can be made ready: no briefing of the batch can be made.
   */
  make(parameters: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Finds out in the next worker that is free what a briefing would be made from. */
  look(parameters: Readonly<Record<string, string>>): Promise<Looked | Failed>;
  /** Has the page made that leads to the briefings of a manifest. */
  indexPage(manifest: Manifest): Promise<{ readonly kind: "indexed"; readonly page: string } | Failed>;
  /**
   * Waits until no worker has anything left to do that is due, and ends them.
   * @returns warnings of workers that ended since the last briefing was made.
   */
  finish(): Promise<readonly Diagnostic[]>;
  /** Ends all workers, whatever they do. */
  end(): Promise<void>;
}

export type Outcome<Briefing = SentBriefing> = { readonly kind: "made"; readonly briefing: Briefing } | Failed;

export interface Failed {
  readonly kind: "failed";
  readonly diagnostics: readonly Diagnostic[];
}

/** What a worker answers to what it was given to do. */
type Answer = Extract<FromWorker, { readonly kind: "made" | "failed" | "looked" | "indexed" }>;

export interface CrewOptions {
  /** The program of a worker. */
  readonly file: URL;
  readonly load: LoadMessage;
  readonly size: number;
  readonly limits: BatchLimits;
  readonly isolate: "thread" | "process";
}

interface Job {
  readonly message: MakeMessage | LookMessage | IndexMessage;
  /** A worker that was at it ended before it was done. */
  isSecondTry: boolean;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Hand {
  readonly worker: RunningWorker;
  isReady: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  /** It took too long, and was ended for it. */
  isLate: boolean;
  /** It is not wanted any more. */
  isDismissed: boolean;
  /** Called once it has nothing left to do that is due, or is gone. */
  rested: (() => void) | undefined;
}

/** Workers that nobody needs within this time are ended: a plan may be all that was wanted. */
const restMilliseconds = 30_000;

/** Starts workers at once, so that they load and compile while the data is read: one for each processor, and more when they are needed. */
export function createCrew({ file, load, size, limits, isolate }: CrewOptions): Crew {
  const hands = new Set<Hand>();
  const waiting: Job[] = [];
  /** Why workers ended whose briefings came out all the same: told with the next, or at the end. */
  const strays: Diagnostic[] = [];
  let prepared: PrepareMessage | undefined;
  let fault: unknown;
  let isWorking = false;

  function hire(): void {
    const hand: Hand = {
      worker: startWorker({
        file,
        isolate,
        megabytes: limits.megabytes,
        onMessage: (message) => hear(hand, message),
        onEnd: (end) => lose(hand, end),
      }),
      isReady: false,
      job: undefined,
      timer: undefined,
      isLate: false,
      isDismissed: false,
      rested: undefined,
    };
    hands.add(hand);
    hand.worker.hold(isWorking);
    hand.worker.post(load);
    if (prepared) hand.worker.post(prepared);
  }

  function hear(hand: Hand, message: FromWorker): void {
    // What it says while it is ended would let another be hired in its place.
    if (hand.isDismissed) return;
    if (message.kind === "refused") fail(new BriefingError(message.diagnostics));
    else if (message.kind === "ready") hand.isReady = true;
    else if (message.kind === "rested") hand.rested?.();
    else settle(hand, message);
    assign();
  }

  function settle(hand: Hand, answer: Answer): void {
    clearTimeout(hand.timer);
    const { job } = hand;
    hand.job = undefined;
    if (answer.kind !== "made" || strays.length === 0) job?.resolve(answer);
    else {
      const { briefing } = answer;
      job?.resolve({
        kind: "made",
        briefing: { ...briefing, diagnostics: [...briefing.diagnostics, ...strays.splice(0)] },
      });
    }
  }

  function lose(hand: Hand, end: WorkerEnd): void {
    hands.delete(hand);
    if (hand.isDismissed) return;
    const found = diagnosticOf(hand.isLate ? { kind: "time" } : end, limits);
    const { job } = hand;
    if (!hand.isReady) fail(new BriefingError([found]));
    else if (job && (hand.isLate || job.isSecondTry)) settle(hand, { kind: "failed", diagnostics: [found] });
    else {
      // What ended it may have come from a briefing before: one that is the cause ends the next worker too.
      strays.push({ ...found, severity: "warning" });
      if (job) waiting.unshift({ ...job, isSecondTry: true });
      clearTimeout(hand.timer);
    }
    hand.rested?.();
    assign();
  }

  /** What befalls a worker before its first briefing would befall each: nothing of the batch can be made. */
  function fail(error: unknown): void {
    fault ??= error;
    for (const job of waiting.splice(0)) job.reject(fault);
  }

  function assign(): void {
    if (fault) return;
    for (const hand of hands) {
      if (!hand.isReady || hand.job) continue;
      const job = waiting.shift();
      if (!job) return;
      hand.job = job;
      hand.timer = setTimeout(() => giveUp(hand, () => hand.job === job), limits.seconds * 1000);
      hand.worker.post(job.message);
    }
    const idle = [...hands].filter(({ job }) => !job).length;
    for (let missing = Math.min(waiting.length - idle, size - hands.size); missing > 0; missing -= 1) hire();
  }

  function giveUp(hand: Hand, isBusy: () => boolean): void {
    // Where this thread was busy, the answer may have come long ago: it is heard before the next turn.
    setImmediate(() => {
      if (!isBusy()) return;
      hand.isLate = true;
      void hand.worker.kill();
    });
  }

  /** Settles when a worker has nothing left to do that is due, or is gone. */
  const atRest = (hand: Hand): Promise<void> =>
    new Promise((resolve) => {
      let isBusy = true;
      hand.rested = () => {
        isBusy = false;
        clearTimeout(hand.timer);
        resolve();
      };
      hand.timer = setTimeout(() => giveUp(hand, () => isBusy), limits.seconds * 1000);
      hand.worker.post({ kind: "rest" });
    });

  async function dismiss(): Promise<void> {
    const all = [...hands];
    hands.clear();
    for (const hand of all) {
      hand.isDismissed = true;
      clearTimeout(hand.timer);
    }
    await Promise.all(all.map(({ worker }) => worker.kill()));
  }

  /** @returns what the worker answers: to each message its own kind, or that it failed. */
  function ask<Wanted extends Answer>(message: Job["message"]): Promise<Wanted | Failed> {
    if (fault) return Promise.reject(fault);
    if (!isWorking) {
      clearTimeout(rest);
      isWorking = true;
      for (const { worker } of hands) worker.hold(true);
    }
    return new Promise((resolve, reject) => {
      waiting.push({ message, isSecondTry: false, resolve: (answer) => resolve(answer as Wanted | Failed), reject });
      assign();
    });
  }

  const rest = setTimeout(() => void dismiss(), restMilliseconds).unref();
  for (let index = 0; index < Math.min(size, availableParallelism()); index += 1) hire();

  return {
    size,
    prepare(message) {
      prepared = message;
      for (const { worker } of hands) worker.post(message);
    },
    make: (parameters) => ask({ kind: "make", parameters }),
    look: (parameters) => ask({ kind: "look", parameters }),
    indexPage: (manifest) => ask({ kind: "index", manifest }),
    async finish() {
      clearTimeout(rest);
      // Who is not ready yet has made nothing.
      await Promise.all([...hands].filter(({ isReady }) => isReady).map(atRest));
      await dismiss();
      return strays.splice(0);
    },
    end() {
      clearTimeout(rest);
      return dismiss();
    },
  };
}

function diagnosticOf(end: WorkerEnd | { readonly kind: "time" }, { seconds, megabytes }: BatchLimits): Diagnostic {
  if (end.kind === "time") {
    return {
      code: "time-limit",
      severity: "error",
      message: `The briefing took longer than ${seconds === 1 ? "a second" : `${seconds} seconds`}, and was given up.`,
      hint: "Look for a loop without end in the briefing's functions, template or charts; if it needs the time, raise limits.seconds (--time-limit).",
    };
  }
  if (end.kind === "memory") {
    return {
      code: "memory-limit",
      severity: "error",
      message: `The briefing needed more memory than ${megabytes} megabytes, and was given up.`,
      hint: "Look at how many rows its charts and tables take; if it needs the memory, raise limits.megabytes (--memory-limit).",
    };
  }
  return {
    code: "worker-ended",
    severity: "error",
    message: `The worker that made the briefing ended: ${end.reason}.`,
    hint: "Look in the briefing's own functions for what ends a process, or for an error in a callback that nobody awaits.",
  };
}
