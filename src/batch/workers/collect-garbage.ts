import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What may be left lying in the heap of a thread, in megabytes, beside what it needs. */
const leftMegabytes = 30;

/**
 * Makes what is called when a thread has finished a piece of work: it has V8 collect what nobody needs any more, once there is some amount of
 * that since it was collected last. V8 by itself lets a heap grow to a multiple of what is needed, so that in a batch over 10,000 areas each
 * thread would hold the garbage of dozens of briefings; and it can be told otherwise for a whole process alone, which is not ours.
 */
export function createCollector(): () => void {
  let held = usedMegabytes();
  return () => {
    if (usedMegabytes() - held < leftMegabytes) return;
    collect();
    held = usedMegabytes();
  };
}

const usedMegabytes = (): number => getHeapStatistics().used_heap_size / 2 ** 20;

/** A context that is made once the flag is set has the function; those that there are do not get it. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  const gc: () => void = runInNewContext("gc");
  gc();
}
