import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** One page to be made a PDF. */
export interface RenderJob {
  readonly html: string;
  /** Path of the page from the root of the checkout: what its links start from. */
  readonly path: string;
  /** CSS of the paper. */
  readonly css: string;
  /** Path of the PDF to write. */
  readonly out: string;
}

/** A formatter in a process of its own. */
export interface Renderer {
  /** Undefined: the PDF is there. Else what the formatter said, or that it took too long. */
  render(job: RenderJob): Promise<string | undefined>;
  close(): void;
}

export interface RendererOptions {
  readonly program: string;
  readonly args: readonly string[];
  /** Whoever takes longer is ended, ms. */
  readonly timeLimit: number;
}

/** Starts the program with the first job, and anew after one that took too long. A job is a line of JSON, and so is its answer. */
export function createRenderer({ program, args, timeLimit }: RendererOptions): Renderer {
  let child: ChildProcess | undefined;
  let answer: ((error: string | undefined) => void) | undefined;

  function finish(error: string | undefined): void {
    answer?.(error);
    answer = undefined;
  }

  function start(): ChildProcess {
    const started = spawn(program, [...args], { stdio: ["pipe", "pipe", "ignore"] });
    createInterface({ input: started.stdout }).on("line", (line) => {
      const { error } = JSON.parse(line) as { readonly error: string | null };
      if (started === child) finish(error ?? undefined);
    });
    const end = (reason: string) => {
      if (started !== child) return;
      child = undefined;
      finish(reason);
    };
    started.on("error", (error) => end(error.message));
    started.on("exit", () => end("ended"));
    return started;
  }

  return {
    render(job) {
      child ??= start();
      const own = child;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          child = undefined;
          own.kill("SIGKILL");
          finish(`over ${timeLimit / 1000} s`);
        }, timeLimit);
        answer = (error) => {
          clearTimeout(timer);
          resolve(error);
        };
        own.stdin?.write(`${JSON.stringify(job)}\n`);
      });
    },
    close() {
      const own = child;
      child = undefined;
      own?.kill();
    },
  };
}
