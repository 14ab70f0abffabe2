import { oldMegabytes, untouched } from "./old-generation.ts";

/** What may be left lying in the heap of a thread, in megabytes, beside what it needs. */
const leftMegabytes = 16;
/** What the C library of Linux was given back once is no longer asked of the system, up to 32 MB: it would be written to, and kept. */
const leastBallast = 33;

/**
 * Makes what is called when a thread has finished a piece of work: it has V8 collect what nobody needs any more, once there is some amount of
 * that since it was collected last. V8 by itself lets a heap grow to a multiple of what is needed, so that in a batch over 10,000 areas each
 * thread would hold the garbage of dozens of briefings; and it can be told otherwise for a whole process alone, which is not ours.
 *
 * V8 counts arrays outside of its heap as if they stood there. One that nothing is written to takes no memory, and has it begin beside the
 * next piece of work, as it would have later by itself. To collect at once, by `gc()`, costs what it saves several times: between two
 * briefings no object of a briefing lives, so that V8 forgets what they look like, and throws away all code that was optimised for them.
 */
export function createCollector(): () => void {
  let least = oldMegabytes();
  let last = least;
  let ballast: ArrayBuffer[] = [];
  return () => {
    const used = oldMegabytes();
    // It has collected.
    if (used < last) {
      ballast = [];
      least = used;
    }
    last = used;
    // How far it lets a heap grow is not told, so that there is more of it each time until it collects.
    if (used - least >= leftMegabytes) ballast = [...ballast, ...untouched(Math.max(least, leastBallast))];
  };
}
