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
  readonly verifiable?: true;
  readonly trail?: true;
}
