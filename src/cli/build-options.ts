import type { OutputFormat } from "../briefing/index.ts";

/** One of several parts that a set of briefings is divided into. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** Whether a briefing is of a shard: they take turns, so that all together are the set, and each of them alike. */
export const isInShard = ({ index }: { readonly index: number }, shard: Shard | undefined): boolean =>
  shard === undefined || index % shard.of === shard.number - 1;

export interface BuildOptions {
  readonly data?: Readonly<Record<string, string>>;
  /** Folders of earlier editions. */
  readonly previous?: readonly string[];
  /** A record of an earlier edition, or a folder of them. */
  readonly corrects?: string;
  readonly param?: Readonly<Record<string, string>> | undefined;
  readonly each?: string | undefined;
  readonly format: readonly OutputFormat[];
  readonly out: string;
  readonly name?: string;
  readonly date?: Date;
  readonly strict?: true;
  readonly draft?: true;
  readonly dryRun?: true;
  readonly force?: true;
  /** A file for what became of the run. */
  readonly report?: string;
  readonly verifiable?: true;
  readonly trail?: true;
  /** How many briefings are made at a time. */
  readonly jobs?: number;
  readonly isolate?: true;
  /** Seconds for reading, protecting and planning. */
  readonly planLimit?: number;
  /** Seconds for one briefing. */
  readonly timeLimit?: number;
  /** Megabytes for one briefing. */
  readonly memoryLimit?: number;
  readonly shard?: Shard;
  /** So many failures end the run. */
  readonly maxFailures?: number;
  /** Whether a briefing without any figure is one all the same: a first one, of data whose counts are all small, says that they are hidden. */
  readonly mayHaveNone?: true;
  readonly json?: true;
  readonly watch?: true;
}
