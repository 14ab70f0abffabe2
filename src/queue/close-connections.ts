import { setTimeout } from "node:timers/promises";
import type { BullConnection, BullQueue, BullWorker, RedisClient } from "./bullmq.ts";

/** A Redis that has not answered for so long is taken to be away, in ms. */
const patience = 2000;

export const answers = (queue: BullQueue): Promise<boolean> => inTime(queue.client.then((client) => client.ping()));

/** Closes a worker and its queue; at once where there is nobody to say it to. */
export async function closeWorker(worker: BullWorker, queue: BullQueue, isReachable: boolean): Promise<void> {
  // What a connection asks before it is ready would be cut off.
  const isReady = isReachable && (await inTime(worker.waitUntilReady()));
  await worker.close(!isReady);
  hearEnd(worker.connection, worker.blockingConnection);
  await closeQueue(queue, isReady);
}

/** Closes a queue; at once where there is nobody to say it to. */
export async function closeQueue(queue: BullQueue, isReachable: boolean): Promise<void> {
  const client = await soon(queue.client);
  if (client) {
    if (!isReachable || !(await inTime(queue.close()))) client.disconnect();
    return;
  }
  // One that was never reached has no client, and is closed without a word to anybody.
  await queue.close();
  hearEnd(queue.connection);
}

/**
 * BullMQ takes its own ears off a connection that it closes. One that was not ready fails after that, which nobody would hear, and what
 * nobody hears ends the process.
 */
function hearEnd(...connections: readonly (BullConnection | undefined)[]): void {
  for (const connection of connections) connection?.on("error", () => undefined);
}

const inTime = (asked: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    asked.then(
      () => true,
      () => false,
    ),
    setTimeout(patience, false, { ref: false }),
  ]);

const soon = (client: Promise<RedisClient>): Promise<RedisClient | undefined> =>
  Promise.race([client.catch(() => undefined), setTimeout(0, undefined)]);
