import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { oldMegabytes, untouched } from "./old-generation.ts";

/** What may be left lying, in megabytes: more than any piece of work leaves that is not large. */
const leftMegabytes = 64;
/** V8 lets a heap grow to four times what was needed when it last collected. */
const mostGrowth = 3;
/** It takes 120 ms beside 200 MB that live, and more where the machine has other things to do. */
const mostMilliseconds = 3_000;

/**
 * Makes what is awaited in the midst of one large piece of work, where much was let go of: it has V8 collect that, once there may be as much of it as of what
 * is needed, and waits until it has. What began while V8 looks for what lives would be taken for alive, and then for what lives long: all
 * that is made for a moment would from then on stand where nothing is collected for seconds.
 */
export function createMidwayCollector(): () => Promise<void> {
  let least = oldMegabytes();
  return async () => {
    const used = oldMegabytes();
    least = Math.min(least, used);
    if (used - least < Math.max(leftMegabytes, least)) return;
    await collected(used);
    least = oldMegabytes();
  };
}

/** V8 counts arrays outside of its heap as if they stood there, and those that nothing is written to take no memory. */
async function collected(used: number): Promise<void> {
  const ballast = untouched(mostGrowth * used);
  const start = performance.now();
  let isOver = ballast.length === 0;
  // Less may be in use then, or as much, where all of it is needed.
  const observer = new PerformanceObserver((list) => {
    isOver ||= list.getEntries().some((entry) => isOfAll(entry));
  });
  observer.observe({ type: "gc" });
  while (!isOver && performance.now() - start < mostMilliseconds) {
    // It looks at its limit when it is asked for room.
    Array.from({ length: 20 }, () => new Array(1_000).fill(0));
    await setImmediate();
  }
  observer.disconnect();
}

/** What types of Node leave out of an entry. */
interface CollectionEntry extends PerformanceEntry {
  readonly detail?: { readonly kind?: number };
}

/** Not of what is young alone. */
const isOfAll = ({ detail }: CollectionEntry): boolean => detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
