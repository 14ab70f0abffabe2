import type { BatchLimits, ModuleLoader } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Store } from "../store/index.ts";
import type { RunResult } from "./queue-plan.ts";

/** What a worker takes areas from, what it makes them by, and within which bounds. */
export interface QueueWorkerOptions {
  readonly queue: string;
  readonly redis: string;
  readonly out: Store;
  readonly work: Store;
  /** The module that holds the briefing, on this machine: a job names no code. */
  readonly module: URL;
  readonly loader?: ModuleLoader | undefined;
  /** How many are made at a time. Default: 1. */
  readonly concurrency?: number | undefined;
  readonly isolate?: "thread" | "process" | undefined;
  readonly limits?: Partial<BatchLimits> | undefined;
  /** At most so many areas in so many seconds are begun, by all workers of the queue together. */
  readonly rate?: { readonly areas: number; readonly seconds: number } | undefined;
  /** How long, in seconds, a worker that says nothing is taken to be at work: then its areas go to others. Default: 30. */
  readonly patience?: number | undefined;
  /** Where numbers are served for Prometheus. */
  readonly metrics?: { readonly host: string; readonly port: number } | undefined;
  /** Ends when a run has, in place of waiting for the next. */
  readonly drain?: boolean | undefined;
  readonly onEvent?: (event: WorkerEvent) => void;
}

/** What a worker tells of what it does. */
export type WorkerEvent =
  | { readonly event: "ready"; readonly metrics: string | undefined }
  | {
      readonly event: "written" | "unchanged" | "failed" | "superseded";
      readonly run: string;
      readonly name: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly files: readonly string[];
      readonly diagnostics: readonly Diagnostic[];
    }
  /** An area, or the look at a whole run, is tried again: later, or by another worker. */
  | {
      readonly event: "again";
      readonly run: string;
      readonly name: string | undefined;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** The plan is of another program or another code: it is left to other workers. */
  | { readonly event: "refused"; readonly run: string; readonly diagnostics: readonly Diagnostic[] }
  | ({ readonly event: "finished" } & RunResult)
  /** Redis or a store does not answer, which is told once until they do again; or something is wrong with Redis or the clock. */
  | { readonly event: "trouble"; readonly diagnostics: readonly Diagnostic[] }
  /** Redis and the work store answer again. */
  | { readonly event: "recovered" };
