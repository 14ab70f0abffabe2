import type { BullQueue, JobOptions, NewJob } from "./bullmq.ts";
import type { QueuePlan } from "./queue-plan.ts";
import type { QueueItem } from "./work-store.ts";

/** What a job of an area says: which it is. All else is found by the plan of the run. */
export interface AreaJob {
  readonly run: string;
  readonly index: number;
  /** For those who look at jobs; a worker takes it, and the parameters, from the plan. */
  readonly name: string;
}

export interface StewardJob {
  readonly run: string;
}

export const areaJobName = "area";
const stewardJobName = "steward";

export const areaJobId = (run: string, index: number): string => `${run}-${index}`;

/** The number is undefined of the job that looks after a run. */
export function areaOfJobId(id: string): { readonly run: string; readonly index: number | undefined } {
  const [run = "", number = ""] = id.split("-");
  return { run, index: /^\d+$/.test(number) ? Number(number) : undefined };
}

/** So many failed jobs are kept to be looked at; what became of every area stands in the manifest. */
const failedKept = 1000;

const firstPause = 1000;
/** In ms. */
export const longestPause = 60_000;

/** How long to wait after so many tries, in ms: twice as long each time up to a minute, somewhat at random, so that not all come back at once. */
export const pauseAfter = (attempts: number): number =>
  Math.round(Math.min(longestPause, firstPause * 2 ** (attempts - 1)) * (0.7 + 0.3 * Math.random()));

const optionsOf = (jobId: string, attempts: number): JobOptions => ({
  jobId,
  attempts,
  backoff: { type: "capped" },
  removeOnComplete: true,
  removeOnFail: { count: failedKept },
});

/** As BullMQ counts: a lower number goes first, and before all of them what has none. */
const priorities = { first: 1, other: 2 };

export function areaJob({ run, attempts, first }: QueuePlan, [name]: QueueItem, index: number): NewJob {
  const priority = priorities[first.includes(index) ? "first" : "other"];
  const data: AreaJob = { run, index, name };
  return { name: areaJobName, data, opts: { ...optionsOf(areaJobId(run, index), attempts), priority } };
}

/**
 * Has somebody look after a run: without a priority it goes before all jobs that have one. Where it waits already, adding it changes
 * nothing; one that fails is not kept, as the next one comes soon.
 */
export async function addSteward(queue: BullQueue, run: string): Promise<void> {
  const options = { ...optionsOf(`${run}-steward`, 1), removeOnFail: true } as const;
  await queue.add(stewardJobName, { run } satisfies StewardJob, options);
}
