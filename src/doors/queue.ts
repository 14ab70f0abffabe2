/** The door `briefwright/queue`: a batch on several machines, by BullMQ and Redis; where its files go. */
export {
  type EnqueuedRun,
  enqueueBriefings,
  type QueueOptions,
  type QueueWorker,
  type QueueWorkerOptions,
  type RunProgress,
  startQueueWorker,
  type WatchOptions,
  type WorkerEnd,
  type WorkerEvent,
  watchRun,
} from "../queue/index.ts";
export { openStore, type Store, type StoredFile, type WriteCondition, type WriteOutcome } from "../store/index.ts";
