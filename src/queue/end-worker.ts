import { setTimeout } from "node:timers/promises";
import type { BullQueue, BullWorker } from "./bullmq.ts";
import { answers } from "./close-connections.ts";

interface Ending {
  readonly worker: BullWorker;
  readonly queue: BullQueue;
  /** How many jobs it has begun and not said the end of; how many of them are areas that are made and written at this moment. */
  atHand(): { readonly taken: number; readonly making: number };
}

/** Between two looks whether it is done, in ms. */
const beat = 20;

/**
 * Has a worker take nothing more and finish what it is at. Where all that is left to do is to tell Redis, and that does not answer, it is
 * left untold: whoever gets the area next finds it done.
 * @returns how many jobs are untold; undefined where all are told.
 */
export async function finishJobs({ worker, queue, atHand }: Ending): Promise<number | undefined> {
  await worker.pause(true);
  while (atHand().taken > 0) {
    if (atHand().making === 0 && !(await answers(queue)) && atHand().making === 0) return atHand().taken;
    await setTimeout(beat);
  }
  return (await answers(queue)) ? undefined : 0;
}
