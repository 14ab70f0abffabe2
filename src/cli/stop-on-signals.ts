import { constants } from "node:os";

/**
 * Ends the process when it is interrupted, but not in the middle of a file: a handler runs between two synchronous
 * writes, where the default would end the process within one.
 */
export function stopOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
