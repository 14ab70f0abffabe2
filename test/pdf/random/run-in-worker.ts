import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FuzzInput } from "./fuzz.ts";

export type Outcome =
  | { readonly kind: "pdf"; readonly bytes: Uint8Array }
  /** A `BriefingError`. */
  | { readonly kind: "error" }
  /** Any other error, no end, or a thread that ended. */
  | { readonly kind: "fault"; readonly reason: string };

/** Formats inputs in a thread, which is ended when it takes longer than `limit` ms. */
export function createFuzzRunner(limit: number) {
  const resourceLimits = { maxOldGenerationSizeMb: 1024 };
  let worker: Worker | undefined;

  async function started(): Promise<Worker> {
    if (worker) return worker;
    const fresh = new Worker(new URL("fuzz-worker.mjs", import.meta.url), { resourceLimits });
    await once(fresh, "message");
    worker = fresh;
    return fresh;
  }

  function late(): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ kind: "fault", reason: `no end after ${limit} ms` }), limit);
      timer.unref();
    });
  }

  async function run(input: FuzzInput): Promise<Outcome> {
    const current = await started();
    const answer = once(current, "message").then(
      ([found]) => found as Outcome,
      (error: Error): Outcome => ({ kind: "fault", reason: String(error.stack) }),
    );
    current.postMessage(input);
    const outcome = await Promise.race([answer, late()]);
    if (outcome.kind === "fault") await end();
    return outcome;
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  return { run, end };
}
