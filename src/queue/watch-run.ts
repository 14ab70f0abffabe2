import { setTimeout } from "node:timers/promises";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import type { Store } from "../store/index.ts";
import { type BullQueue, keyPrefix, loadBullMq, patientConnection } from "./bullmq.ts";
import type { RunResult } from "./queue-plan.ts";
import { runState } from "./run-state.ts";
import { openWorkStore } from "./work-store.ts";

/** How far a run is, or what came of it. */
export type RunProgress =
  | { readonly kind: "underway"; readonly finished: number; readonly failed: number; readonly total: number }
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
const between = 500;

/**
 * Tells how far a run is, again and again until it has ended. Where Redis is away for a while it waits; where the work store is, too.
 */
export async function* watchRun(options: WatchOptions): AsyncGenerator<RunProgress> {
  const { redis, run, total, signal } = options;
  const work = openWorkStore(options.work);
  const { Queue } = await loadBullMq();
  const queue: BullQueue = new Queue(options.queue, { connection: patientConnection(redis), prefix: keyPrefix });
  queue.on("error", () => undefined);
  const state = runState(queue, run);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const end = await endOf(run);
      if (end) {
        yield end;
        return;
      }
      const counted = await Promise.race([countsOf(), setTimeout(10 * between, undefined)]);
      if (counted) yield { kind: "underway", ...counted, total };
      await setTimeout(between);
    }
  } finally {
    await queue.close();
  }

  async function countsOf() {
    const [done, failed] = await Promise.all([state.done.size(), state.failed.size()]);
    return { finished: done + failed, failed };
  }

  async function endOf(own: string): Promise<RunProgress | undefined> {
    try {
      const result = await work.result(own);
      if (result) return { kind: "finished", result, failures: await failuresOf(result) };
      const current = await work.current();
      return current && current.value.run !== own ? { kind: "superseded" } : undefined;
    } catch (error) {
      // A store that is away for a while says nothing of the run.
      if (error instanceof BriefingError) return undefined;
      throw error;
    }
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
