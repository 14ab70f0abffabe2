import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/**
 * 0: done. 1: everything was read, and the claims, the briefing or `--strict` failed. 2: something given cannot be used.
 * 75 (EX_TEMPFAIL of sysexits.h): another run is at work in the folder, or Redis or a store does not answer. 130, 143: ended by a signal.
 */
export type ExitCode = 0 | 1 | 2 | 75 | 130 | 143;

export interface CommandContext {
  readonly terminal: Terminal;
  /** The words of the command line, the command first. */
  readonly argv: readonly string[];
  /** How the command ended; 0 if it does not say. */
  finish(code: ExitCode): void;
}

/** Declares a command. What does its work is imported when it runs: `--help` loads no formatter. */
export type CreateCommand = (context: CommandContext) => Command;
