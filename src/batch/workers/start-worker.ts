import { fork } from "node:child_process";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { traceOf } from "../../diagnostics/index.ts";
import { flagsOfChild, isOutOfMemory, watchMemory, youngMegabytes } from "./limited-process.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** A thread or a process that runs the program of `worker/`. */
export interface RunningWorker {
  post(message: ToWorker): void;
  /** Ends it at once, whatever it does. Settles when it is gone. */
  kill(): Promise<void>;
  /** Whether the process of the caller waits for it. */
  hold(isHeld: boolean): void;
}

/** Why a worker ended by itself. */
export type WorkerEnd =
  | { readonly kind: "memory" }
  /** A message for people: an error that nobody caught, an exit code, a signal. */
  | { readonly kind: "other"; readonly reason: string };

export interface StartOptions {
  readonly file: URL;
  readonly isolate: "thread" | "process";
  readonly megabytes: number;
  readonly onMessage: (message: FromWorker) => void;
  /** Called once. */
  readonly onEnd: (end: WorkerEnd) => void;
}

export const startWorker = (options: StartOptions): RunningWorker =>
  options.isolate === "process" ? startProcess(options) : startThread(options);

/** From here on V8 takes memory for plentiful, and lets a heap grow to four times what is needed in place of two. */
const plentyMegabytes = 2048;

function startThread({ file, megabytes, onMessage, onEnd }: StartOptions): RunningWorker {
  const maxOldGenerationSizeMb = megabytes === plentyMegabytes ? megabytes - 1 : megabytes;
  const resourceLimits = { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: youngMegabytes };
  const worker = new Worker(file, { name: "briefwright", resourceLimits });
  let end: WorkerEnd | undefined;
  const gone = new Promise<void>((resolve) => {
    worker.once("exit", (code) => {
      resolve();
      onEnd(end ?? { kind: "other", reason: `something called process.exit(${code})` });
    });
  });
  worker.on("message", onMessage);
  worker.on("error", (error: NodeJS.ErrnoException) => {
    end = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { kind: "memory" } : { kind: "other", reason: traceOf(error) };
  });
  return {
    post: (message) => worker.postMessage(message),
    async kill() {
      await worker.terminate();
      await gone;
    },
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
  };
}

function startProcess({ file, megabytes, onMessage, onEnd }: StartOptions): RunningWorker {
  const child = fork(fileURLToPath(file), [], {
    serialization: "advanced",
    execArgv: [...flagsOfChild(megabytes)],
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  passOn(child.stderr);
  let end: WorkerEnd | undefined;
  const kill = () => child.kill("SIGKILL");
  const watch = watchMemory(child.pid, megabytes, () => {
    end = { kind: "memory" };
    kill();
  });
  // A process that hangs does not notice that this one is gone.
  process.once("exit", kill);
  const gone = new Promise<void>((resolve) => {
    const ended = (last: WorkerEnd) => {
      clearInterval(watch);
      process.off("exit", kill);
      resolve();
      onEnd(end ?? last);
    };
    child.once("error", (error) => ended({ kind: "other", reason: traceOf(error) }));
    child.once("exit", (code, signal) => {
      if (isOutOfMemory(code, signal)) ended({ kind: "memory" });
      else ended({ kind: "other", reason: signal ? `it was ended by ${signal}` : `it ended with exit code ${code}` });
    });
  });
  child.on("message", (message) => onMessage(message as FromWorker));
  return {
    post: (message) => {
      // One that is gone says so itself.
      if (child.connected) child.send(message);
    },
    async kill() {
      // Nobody else may wait for anything by now, and this process would end before it.
      child.ref();
      kill();
      await gone;
    },
    hold(isHeld) {
      if (isHeld) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
        (child.stderr as Socket | null)?.unref();
      }
    },
  };
}

/** Passes on what a process says, but for V8's account of its own end, which is told as a diagnostic. */
function passOn(stream: Readable | null): void {
  let isAccount = false;
  stream?.on("data", (data: Buffer) => {
    isAccount ||= data.includes("<--- Last few GCs --->");
    if (!isAccount) process.stderr.write(data);
  });
}
