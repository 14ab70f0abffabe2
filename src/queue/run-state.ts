import type { Diagnostic } from "../diagnostics/index.ts";
import type { BullQueue, RedisClient } from "./bullmq.ts";

/** How far a run is, as Redis remembers it. What it forgets is found in the work store. */
export interface RunState {
  /** Areas that are done; those that failed. */
  readonly done: AreaSet;
  readonly failed: AreaSet;
  /** How many areas, from the first on, were given to the queue. */
  next(): Promise<number>;
  setNext(next: number): Promise<void>;
  /** True for one of all that ask within this time, in ms, by the clock of Redis alone. */
  isTurn(milliseconds: number): Promise<boolean>;
  /** Says that a worker is there which takes areas of the run, or why one does not. */
  attend(refusal: readonly Diagnostic[] | undefined): Promise<void>;
  attendance(): Promise<Attendance>;
  forget(): Promise<void>;
}

/** Who was there for a run in the last seconds. */
export interface Attendance {
  /** At least one worker that takes its areas. */
  readonly isAttended: boolean;
  /** Why one that is there does not; undefined where there is none such. */
  readonly refusal: string | undefined;
}

/** A worker says so each second, unless Redis is slow to hear it. In ms. */
const attendingFor = 3000;

/** A set of areas by their number in the plan: a bit each, so that a million are 125 kilobytes. */
export interface AreaSet {
  add(index: number): Promise<void>;
  remove(index: number): Promise<void>;
  size(): Promise<number>;
  /** All of them at once. */
  read(): Promise<(index: number) => boolean>;
}

export function runState(queue: BullQueue, run: string): RunState {
  const keyOf = (part: string): string => queue.toKey(`run:${run}:${part}`);
  const setOf = (part: string): AreaSet => ({
    async add(index) {
      await (await queue.client).setbit(keyOf(part), index, 1);
    },
    async remove(index) {
      await (await queue.client).setbit(keyOf(part), index, 0);
    },
    size: async () => (await queue.client).bitcount(keyOf(part)),
    async read() {
      const bytes = (await (await queue.client).getBuffer(keyOf(part))) ?? new Uint8Array();
      // The first bit of Redis is the highest of a byte.
      return (index) => (((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
    },
  });
  const withClient = async <T>(ask: (client: RedisClient) => Promise<T>): Promise<T> => ask(await queue.client);
  return {
    done: setOf("done"),
    failed: setOf("failed"),
    next: async () => Number((await withClient((client) => client.get(keyOf("next")))) ?? 0),
    async setNext(next) {
      await withClient((client) => client.set(keyOf("next"), next));
    },
    isTurn: async (milliseconds) =>
      (await withClient((client) => client.set(keyOf("turn"), 1, "PX", milliseconds, "NX"))) === "OK",
    async attend(refusal) {
      const [part, value] = refusal ? ["refused", refusal.map(({ message }) => message).join(" ")] : ["attended", "1"];
      await withClient((client) => client.set(keyOf(part), value, "PX", attendingFor));
    },
    async attendance() {
      const read = (part: string) => withClient((client) => client.get(keyOf(part)));
      const [attended, refused] = await Promise.all([read("attended"), read("refused")]);
      return { isAttended: attended !== null, refusal: refused === null ? undefined : shownOf(refused) };
    },
    async forget() {
      await withClient((client) => client.del(keyOf("done"), keyOf("failed"), keyOf("next")));
    },
  };
}

/** What stands in Redis may be anybody's, and this is shown. */
const shownOf = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ").slice(0, 500);

/** What is known of the job of an area. */
export type JobState = "missing" | "waiting" | "failed";

/** Looks at many jobs with one request. */
export async function jobStates(queue: BullQueue, ids: readonly string[]): Promise<readonly JobState[]> {
  if (ids.length === 0) return [];
  const pipeline = (await queue.client).pipeline();
  for (const id of ids) pipeline.hmget(queue.toKey(id), "timestamp", "finishedOn");
  const answers = (await pipeline.exec()) ?? [];
  return answers.map(([error, answer]) => {
    if (error) throw error;
    const [timestamp, finishedOn] = answer as readonly (string | null)[];
    return timestamp === null ? "missing" : finishedOn === null ? "waiting" : "failed";
  });
}

/** Of BullMQ: the score of a delayed job is the time that it waits for, in ms, times this. */
const delayedScale = 0x1000;

/** Jobs that wait for a time further off than any pause, as whoever put them back had another clock. */
export async function jobsDelayedPast(queue: BullQueue, time: number): Promise<readonly string[]> {
  return (await queue.client).zrangebyscore(queue.toKey("delayed"), time * delayedScale, "+inf");
}
