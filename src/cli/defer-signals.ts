import { constants } from "node:os";
import { setImmediate } from "node:timers/promises";

/** What ends a program: Ctrl-C, and those who run it. */
export const signals = ["SIGINT", "SIGTERM"] as const;
const stop = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);

/**
 * From now on a signal ends the process between two files, and not within one: a handler runs only when the event loop turns. Before
 * the first file there is none, so that Ctrl-C ends a long computation at once.
 */
export function deferSignals(): void {
  for (const signal of signals) if (!process.listeners(signal).includes(stop)) process.on(signal, stop);
}

/** Lets signals end the process at once again: what follows computes for long. One that came in the meantime is heard first. */
export async function heedSignals(): Promise<void> {
  // The first turn may be one that has asked for signals already.
  await setImmediate();
  await setImmediate();
  for (const signal of signals) process.off(signal, stop);
}
