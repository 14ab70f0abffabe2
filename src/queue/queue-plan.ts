import * as z from "zod";
import packageJson from "../../package.json" with { type: "json" };
import type { RememberedBriefing } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

const text = z.string();

/** The program and its version, as plans and manifests name it. */
export const generator = (): string => `briefwright ${packageJson.version}`;

/** A plan as it waits in the work store: all that workers need to know, but for the data and the areas, which it names by their hash. */
export const planSchema = z.object({
  version: z.literal(1),
  /** Of this carrying out of the plan: drawn at random, so that it tells nothing. */
  run: text,
  /** Where its areas are given out: who takes them elsewhere would do all of it a second time. */
  queue: text,
  /** What tells whether another plan would make the same: a hash of protected cells among others, so that it stays in the work store. */
  same: text.optional(),
  /** The program that made the plan, with its version: bytes of another may differ. */
  generator: text,
  /** The file name of the module, and a hash of its code. */
  module: text,
  code: text,
  /** Files of data, seen from the module: they are no code. */
  dataFiles: z.array(text),
  title: text,
  lang: text,
  /** The content key of all: see `ContentKeys`. */
  all: text.optional(),
  data: text,
  items: text,
  total: z.int(),
  formats: z.array(z.enum(["pdf", "html"])),
  strict: z.boolean(),
  force: z.boolean(),
  /** Numbers of areas that go first. */
  first: z.array(z.int()),
  attempts: z.int(),
  /** As OpenTelemetry hands on which trace it belongs to. */
  trace: z.record(text, text),
});

export type QueuePlan = z.infer<typeof planSchema>;

/** Which run a work store is at. */
export const currentSchema = z.object({
  version: z.literal(1),
  run: text,
  /** Preparing: nothing was enqueued, and another producer may begin anew. */
  state: z.enum(["preparing", "running", "finished"]),
});

export type CurrentRun = z.infer<typeof currentSchema>;

/** What is remembered of an area, for the next run, and for the end of this one. */
export type AreaRecord = MadeRecord | FailedRecord;

export interface MadeRecord extends Omit<RememberedBriefing, "all"> {
  readonly kind: "made";
  /** In which it was made. */
  readonly run: string;
  readonly all: string | undefined;
  /** Of each file, as the output store tells versions apart. */
  readonly versions: Readonly<Record<string, string>>;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

interface FailedRecord {
  readonly kind: "failed";
  readonly run: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of a run. */
export const resultSchema = z.object({
  version: z.literal(1),
  run: text,
  total: z.int(),
  written: z.int(),
  unchanged: z.int(),
  /** Names of those that failed. */
  failed: z.array(text),
  /** Files of areas that are gone. */
  removed: z.array(text),
  /** Files that were written and are not there any more. */
  lost: z.array(text),
});

export type RunResult = z.infer<typeof resultSchema>;
