import type { OutputFormat } from "../briefing/index.ts";
export interface BuildOptions {
  readonly data?: Readonly<Record<string, string>>;
  readonly param?: Readonly<Record<string, string>>;
  readonly each?: string;
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
  /** Seconds for one briefing. */
  readonly timeLimit?: number;
  /** Megabytes for one briefing. */
  readonly memoryLimit?: number;
}
