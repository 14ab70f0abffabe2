import { Worker } from "node:worker_threads";

export interface ThreadLimits {
  readonly megabytes: number;
  readonly ms: number;
}

/** What a thread of somebody else's code came to: its answer, or why there is none. */
export type ThreadResult<T> =
  | { readonly kind: "answer"; readonly answer: T }
  | { readonly kind: "out of memory" }
  | { readonly kind: "out of time" }
  | { readonly kind: "failed"; readonly message: string };

/**
 * Runs a program in a thread of its own, so that a damaged file which makes it ask for more memory than there is does not end this
 * process. It answers with one message. What it prints is not shown.
 */
export async function runInThread<T>(
  program: string,
  workerData: object,
  { megabytes, ms }: ThreadLimits,
): Promise<ThreadResult<T>> {
  const worker = new Worker(program, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ThreadResult<T>>((resolve) => {
      timer = setTimeout(() => resolve({ kind: "out of time" }), ms);
      worker.once("message", (answer: T) => resolve({ kind: "answer", answer }));
      worker.once("error", (error) => resolve(failureOf(error)));
      worker.once("exit", () => resolve({ kind: "failed", message: "its reader gave up" }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** It throws errors, and other things. */
function failureOf(error: unknown): ThreadResult<never> {
  const { code, message = String(error) } = error as { readonly code?: string; readonly message?: string };
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? { kind: "out of memory" } : { kind: "failed", message };
}
