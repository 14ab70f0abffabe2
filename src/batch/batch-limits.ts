/** How much one briefing of a batch may take. */
export interface BatchLimits {
  /** From when a worker begins it. */
  readonly seconds: number;
  /** Of the heap of the worker that makes it. */
  readonly megabytes: number;
}

/** Far above what briefings take: a document of a thousand pages has a heap of 250 megabytes. */
export const defaultLimits: BatchLimits = { seconds: 60, megabytes: 2048 };
