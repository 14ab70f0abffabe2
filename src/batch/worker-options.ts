import type { BatchLimits } from "./batch-limits.ts";

/** `import`: Node's own; `jiti`: as the command line loads modules, TypeScript too, their `import "briefwright"` being this package. */
export type ModuleLoader = "import" | "jiti";

/** How a batch is made: by whom, within which bounds, and in which order. */
export interface WorkerOptions {
  /**
   * The module that holds the briefing, as its default export or the one called `briefing`: workers load it, and give it the data
   * that was read and protected here. Absent: all is made in this process.
   */
  readonly module?: URL | undefined;
  /** How workers load it: by Node, or by jiti, as the command line does. Default: jiti for TypeScript, else Node. */
  readonly loader?: ModuleLoader | undefined;
  /**
   * How many briefings are made at a time. Default: with a `module`, as many as there are processors, each with 30 briefings
   * or more, below which starting a worker takes longer than it saves; else one.
   */
  readonly concurrency?: number | undefined;
  /**
   * What a worker is. `thread` (default) shares the data. `process` has a copy of it, and nothing that happens to it
   * harms this one: V8 ends the whole process when an array or a map in a thread outgrows its memory.
   */
  readonly isolate?: "thread" | "process" | undefined;
  /** How much one briefing may take, in a worker. Default: 60 seconds, 2048 megabytes. */
  readonly limits?: Partial<BatchLimits> | undefined;
  /** Results come in the order of the plan (default), or as they are finished. */
  readonly order?: "plan" | "finished" | undefined;
  /** Ends the batch: what is not finished is dropped, and the reason thrown. */
  readonly signal?: AbortSignal;
  /** Told each time that a briefing is finished, whether or not its result was taken. */
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** How far a batch is. */
export interface BatchProgress {
  /** Of the briefing that was finished last. */
  readonly name: string;
  readonly finished: number;
  readonly failed: number;
  readonly total: number;
}
