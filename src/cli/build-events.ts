import type { BatchItem } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { ExitCode } from "./command-context.ts";
import type { ProgressState } from "./progress.ts";
import type { OutputStream } from "./terminal.ts";

/** What `build --json` says, a line each. Programs should pass over events that they do not know. */
export type BuildEvent =
  | {
      readonly event: "planned";
      readonly total: number;
      /** Briefings that are there as they would come out. */
      readonly unchanged: number;
      /** About the data as a whole, and briefings without a figure. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | ({
      readonly event: "written" | "failed";
      readonly parameters: BatchItem["parameters"];
      /** Of a failed one: none. */
      readonly files: readonly string[];
      readonly diagnostics: readonly Diagnostic[];
    } & ProgressState)
  | {
      readonly event: "ended";
      readonly exitCode: ExitCode;
      readonly written: number;
      readonly failed: readonly string[];
      readonly unchanged: number;
      /** Briefings that the run did not come to. */
      readonly notMade: number;
      readonly removed: readonly string[];
      readonly lost: readonly string[];
    };

/** Tells events as JSON, or only the names of files, a line each. */
export const createEventWriter =
  ({ write }: OutputStream, isJson: boolean): ((event: BuildEvent) => void) =>
  (event) => {
    if (isJson) write(`${JSON.stringify(event)}\n`);
    else if (event.event === "written") for (const file of event.files) write(`${file}\n`);
  };
