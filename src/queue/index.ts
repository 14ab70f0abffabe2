/**
 * queue/: a batch on several machines, by BullMQ and Redis.
 *
 *   plan ──▶ enqueue ──▶ work store (protected data, areas, what is remembered) ──▶ workers ──▶ output store
 *                  └──▶ Redis (which area is whose turn) ────────────────────────────┘
 *
 * In: a plan of batch/. Out: the files, manifest and index that a local batch writes, byte for byte.
 * Guarantees
 * - Data is read and protected once, before anything is enqueued; workers get protected cells only, by the hash of their bytes.
 * - A job says which area, and nothing of the data. It names no code: a worker makes briefings of the module that it was started with.
 * - The work store is the truth. What Redis loses is given again, what is done twice leaves one output, and what an area was made from
 *   tells whether it has to be made again.
 * - One area's error ends in the set of failed jobs, with its diagnostics; the others go on.
 * - Memory of producer, Redis and workers is bounded by what is under way, but for the names of the areas.
 * Not its job: reading modules and data, what a briefing is made of.
 */
export { enqueueBriefings, identify, planForQueue, type QueueOptions } from "./enqueue-briefings.ts";
export { type EnqueuedRun, type EnqueueOptions, enqueuePlan } from "./enqueue-plan.ts";
export { type QueueWorker, startQueueWorker, type WorkerEnd } from "./queue-worker.ts";
export { type RunProgress, type WatchOptions, watchRun } from "./watch-run.ts";
export type { QueueWorkerOptions, WorkerEvent } from "./worker-options.ts";
