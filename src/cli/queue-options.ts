import type { BuildOptions } from "./build-options.ts";

/** What `enqueue` and `worker` are both told. */
export interface QueuePlaces {
  readonly out: string;
  readonly work: string;
  readonly redis?: string;
  readonly queue?: string;
  readonly json?: true;
}

export interface EnqueueCommandOptions
  extends QueuePlaces,
    Omit<
      Pick<
        BuildOptions,
        | "data"
        | "previous"
        | "corrects"
        | "param"
        | "each"
        | "format"
        | "name"
        | "date"
        | "strict"
        | "draft"
        | "force"
        | "verifiable"
        | "trail"
      >,
      "each"
    > {
  readonly each: string;
  readonly first?: readonly string[];
  readonly attempts?: number;
  readonly replace?: true;
  readonly wait?: true;
  /** In seconds. */
  readonly waitLimit?: number;
}

export interface WorkerCommandOptions extends QueuePlaces {
  readonly jobs?: number;
  readonly isolate?: true;
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
  readonly rate?: { readonly areas: number; readonly seconds: number };
  readonly metrics?: { readonly host: string; readonly port: number };
  readonly patience?: number;
  readonly drain?: true;
  readonly grace: number;
}
