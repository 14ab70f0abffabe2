import { readFileSync } from "node:fs";
import { flagsOfBatch } from "../../launch/index.ts";

/**
 * What is young is in two halves of a third of this each, and as much may be on its way to where what lives long is. V8 would let it grow to four times
 * that, with what 43 briefings take hardly quicker.
 */
export const youngMegabytes = 12;

/** The flags that a child process takes over from this one; with a port to be inspected at and a heap of its own. */
export function flagsOfChild(megabytes: number): readonly string[] {
  const own = [`--max-old-space-size=${megabytes}`, `--max-semi-space-size=${youngMegabytes / 3}`, ...flagsOfBatch];
  const names = new Set(own.map(nameOf));
  return [...process.execArgv.filter((flag) => !flag.startsWith("--inspect") && !names.has(nameOf(flag))), ...own];
}

const nameOf = (flag: string) => flag.split("=")[0];

/** V8 ends a process so where memory is at its limit. */
export const isOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === "SIGABRT" || code === 134;

/** What a process may take beside the heap that V8 limits: code, and arrays that stand outside of it. */
const outsideHeapMegabytes = 512;
const watchMilliseconds = 200;

/** Where the system tells it (Linux), a process is ended that takes more memory than its heap may be and the rest needs. */
export function watchMemory(
  pid: number | undefined,
  megabytes: number,
  exceeded: () => void,
): NodeJS.Timeout | undefined {
  if (process.platform !== "linux" || pid === undefined) return undefined;
  const most = (megabytes + outsideHeapMegabytes) * 1024;
  const watch = setInterval(() => {
    if (residentKilobytes(pid) > most) exceeded();
  }, watchMilliseconds);
  return watch.unref();
}

function residentKilobytes(pid: number): number {
  try {
    return Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // It ended meanwhile, which is told elsewhere.
    return 0;
  }
}
