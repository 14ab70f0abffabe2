/**
 * V8 lets a heap grow up to four-fold before it collects what nobody needs any more. In a batch that is what it takes: in each thread a small
 * heap that is needed, and the garbage of many briefings.
 */
export const heapFlag = "--heap-growing-percent=50";

/**
 * A function is optimised when it has run seven times as long as V8 would have it run: on a thread beside, which is a fifth of the processor
 * time of a first document, and is done when the document is. What takes long has its functions optimised all the same. V8 counts
 * what was run in bytes up to its version 11, that of Node 20, and in calls from then on.
 */
const laterFlags: readonly string[] =
  Number.parseInt(process.versions.v8, 10) < 12
    ? ["--interrupt-budget=1000000"]
    : ["--invocation-count-for-maglev=2800", "--invocation-count-for-turbofan=21000"];

/** Commands that make one thing and end. */
const single = new Set(["init", "inspect", "build", "check", "extract", "diff", "verify", "pdf", "chart"]);

/** Flags of V8 for what a command line asks for. They are set before anything is compiled: kept code is of a set of flags. */
export function flagsOfRun([command = "", ...others]: readonly string[]): readonly string[] {
  if (command === "worker" || others.some((word) => /^(?:--each(?:=|$)|-e)/.test(word))) return [heapFlag];
  return single.has(command) ? laterFlags : [];
}
