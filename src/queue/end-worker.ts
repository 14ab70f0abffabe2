import { setTimeout } from "node:timers/promises";
import type { BullQueue, BullWorker, RedisClient } from "./bullmq.ts";

interface Ending {
  readonly worker: BullWorker;
  readonly queue: BullQueue;
  /** How many jobs it has begun and not said the end of; how many of them are areas that are made and written at this moment. */
  atHand(): { readonly taken: number; readonly making: number };
}

/** Between two looks whether it is done, in ms. */
const beat = 20;
/** A Redis that has not answered for so long is taken to be away, in ms. */
const patience = 2000;

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

/** Closes a worker and its queue; at once where there is nobody to say it to. */
export async function closeConnections(
  { worker, queue }: Pick<Ending, "worker" | "queue">,
  isReachable: boolean,
): Promise<void> {
  await worker.close(!isReachable);
  // One that was never reached has no client, and is closed without a word to anybody.
  const client = isReachable ? undefined : await soon(queue.client);
  if (client) client.disconnect();
  else await queue.close();
}

const answers = async (queue: BullQueue): Promise<boolean> =>
  (await Promise.race([pinged(queue.client), setTimeout(patience, false, { ref: false })])) === true;

const pinged = async (client: Promise<RedisClient>): Promise<boolean> => {
  try {
    await (await client).ping();
    return true;
  } catch {
    return false;
  }
};

const soon = (client: Promise<RedisClient>): Promise<RedisClient | undefined> =>
  Promise.race([client.catch(() => undefined), setTimeout(0, undefined)]);
