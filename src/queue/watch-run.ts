import { setTimeout } from "node:timers/promises";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Store } from "../store/index.ts";
import { type BullQueue, keyPrefix, loadBullMq, patientConnection } from "./bullmq.ts";
import { answers, closeQueue } from "./close-connections.ts";
import type { RunResult } from "./queue-plan.ts";
import { runState } from "./run-state.ts";
import { openWorkStore } from "./work-store.ts";
import { redisTrouble, troubleOf } from "./worker-trouble.ts";

/** How far a run is, or what came of it. */
export type RunProgress =
  | { readonly kind: "underway"; readonly finished: number; readonly failed: number; readonly total: number }
  /** No worker has been there for ten seconds that takes its areas. Told once until one is, with what to do. */
  | { readonly kind: "unattended"; readonly diagnostics: readonly Diagnostic[] }
  /** Redis or the work store does not answer. Told once until both do. */
  | { readonly kind: "unavailable"; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly kind: "finished";
      readonly result: RunResult;
      /** Why the first of those that failed did. */
      readonly failures: readonly { readonly name: string; readonly diagnostics: readonly Diagnostic[] }[];
    }
  /** Another run has taken its place. */
  | { readonly kind: "superseded" };

/** Which run is watched, and where. `total` is how many areas it has. */
export interface WatchOptions {
  readonly queue: string;
  readonly redis: string;
  readonly work: Store;
  readonly run: string;
  readonly total: number;
  readonly signal?: AbortSignal | undefined;
}

const failuresTold = 100;
/** In ms. */
const between = 500;
/** So long Redis may take to say how far a run is, in ms. */
const longest = 10 * between;
/** So long nobody has to be there before it is told, in ms. */
const unattendedFor = 10_000;

/**
 * Tells how far a run is, again and again until it has ended. Where Redis or the work store is away for a while it says so, and waits.
 * @throws the reason of `signal`: the run goes on without being watched.
 */
export async function* watchRun(options: WatchOptions): AsyncGenerator<RunProgress> {
  const { redis, run, total, signal } = options;
  const work = openWorkStore(options.work);
  const { Queue } = await loadBullMq();
  const queue: BullQueue = new Queue(options.queue, { connection: patientConnection(redis), prefix: keyPrefix });
  let redisError: Error | undefined;
  queue.on("error", (error) => {
    redisError = error;
  });
  const state = runState(queue, run);
  let [isUnavailable, isUnattended, attendedAt] = [false, false, performance.now()];
  try {
    for (;;) {
      signal?.throwIfAborted();
      const found = await look();
      if (found.kind === "finished" || found.kind === "superseded") {
        yield found;
        return;
      }
      if (found.kind === "unavailable") {
        if (!isUnavailable) yield found;
        isUnavailable = true;
        // Nobody can say who was there.
        attendedAt = performance.now();
      } else {
        isUnavailable = false;
        const { attendance, ...progress } = found;
        yield progress;
        if (attendance.isAttended) [attendedAt, isUnattended] = [performance.now(), false];
        else if (!isUnattended && performance.now() - attendedAt >= unattendedFor) {
          isUnattended = true;
          yield { kind: "unattended", diagnostics: [noWorker(options, total - progress.finished, attendance.refusal)] };
        }
      }
      await setTimeout(between, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await closeQueue(queue, await answers(queue));
  }

  async function look() {
    try {
      const end = await endOf();
      if (end) return end;
      const asked = countsOf();
      // One that is given up may end in an error later.
      asked.catch(() => undefined);
      const counts = await Promise.race([asked, setTimeout(longest, undefined, { ref: false })]);
      if (counts) return counts;
      const error = redisError ?? new Error("it does not answer");
      return { kind: "unavailable" as const, diagnostics: [redisTrouble(redis, error)] };
    } catch (error) {
      return { kind: "unavailable" as const, diagnostics: troubleOf(error, redis) };
    }
  }

  async function countsOf() {
    const [done, failed, attendance] = await Promise.all([state.done.size(), state.failed.size(), state.attendance()]);
    return { kind: "underway" as const, finished: done + failed, failed, total, attendance };
  }

  async function endOf(): Promise<Extract<RunProgress, { kind: "finished" | "superseded" }> | undefined> {
    const result = await work.result(run);
    if (result) return { kind: "finished", result, failures: await failuresOf(result) };
    const current = await work.current();
    return current && current.value.run !== run ? { kind: "superseded" } : undefined;
  }

  async function failuresOf({ failed }: RunResult) {
    const failures: { name: string; diagnostics: readonly Diagnostic[] }[] = [];
    for (const name of failed.slice(0, failuresTold)) {
      const record = await work.record(name);
      failures.push({ name, diagnostics: record?.value.kind === "failed" ? record.value.diagnostics : [] });
    }
    return failures;
  }
}

const noWorker = ({ queue, work }: WatchOptions, waiting: number, refusal: string | undefined): Diagnostic => ({
  code: "no-worker",
  severity: "warning",
  message: `${waiting === 1 ? "One area waits" : `${waiting} areas wait`} in the queue "${queue}", and for ${unattendedFor / 1000} seconds no worker has been there that takes them.${refusal === undefined ? "" : ` One is there and does not: ${refusal}`}`,
  hint: `Start one: briefwright worker, with the same module, --out, --work and --queue ${queue}. What is enqueued stays.`,
  source: { file: work.location },
});
