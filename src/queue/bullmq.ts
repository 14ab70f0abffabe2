import { BriefingError } from "../diagnostics/index.ts";

/**
 * What is used of `bullmq`, which few install: whoever compiles a program against this package needs no declarations of it.
 */
export interface BullMq {
  readonly Queue: new (name: string, options: QueueOptions) => BullQueue;
  readonly Worker: new (
    name: string,
    process: (job: BullJob, token?: string) => Promise<unknown>,
    options: BullWorkerOptions,
  ) => BullWorker;
  /** Thrown by a job that moved itself to the waiting ones. */
  readonly WaitingError: new (
    message?: string,
  ) => Error;
  /** Thrown by a job that moved itself to those that wait for a time. */
  readonly DelayedError: new (
    message?: string,
  ) => Error;
  /** Thrown by a job that is not to be tried again. */
  readonly UnrecoverableError: new (
    message?: string,
  ) => Error;
}

interface QueueOptions {
  readonly connection: Connection;
  readonly prefix: string;
}

/** Options of ioredis. */
export interface Connection {
  readonly url: string;
  /** null: a request waits until Redis is back. */
  readonly maxRetriesPerRequest: number | null;
  /** How long to wait before another try, in ms; null: it is over. */
  readonly retryStrategy: (times: number) => number | null;
  readonly enableOfflineQueue?: boolean;
  readonly connectTimeout?: number;
}

export interface JobOptions {
  readonly jobId: string;
  readonly attempts: number;
  readonly backoff: { readonly type: "capped" };
  readonly priority?: number;
  readonly removeOnComplete: true;
  readonly removeOnFail: true | { readonly count: number };
}

export interface NewJob {
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobOptions;
}

export interface BullQueue {
  readonly client: Promise<RedisClient>;
  toKey(id: string): string;
  add(name: string, data: unknown, options: JobOptions): Promise<unknown>;
  addBulk(jobs: readonly NewJob[]): Promise<unknown>;
  getJob(id: string): Promise<BullJob | undefined>;
  getFailed(start: number, end: number): Promise<readonly BullJob[]>;
  getJobCounts(...states: readonly string[]): Promise<Readonly<Record<string, number>>>;
  on(event: "error", hear: (error: Error) => void): unknown;
  close(): Promise<void>;
  /** Protected in BullMQ, which has no other way to it. */
  readonly connection?: BullConnection;
}

export interface BullConnection {
  on(event: "error", hear: (error: Error) => void): unknown;
}

/** What is asked of Redis beside BullMQ's own. */
export interface RedisClient {
  setbit(key: string, index: number, value: 0 | 1): Promise<number>;
  bitcount(key: string): Promise<number>;
  getBuffer(key: string): Promise<Uint8Array | null>;
  get(key: string): Promise<string | null>;
  zrangebyscore(key: string, least: number, most: "+inf"): Promise<readonly string[]>;
  set(key: string, value: number, unit: "PX", milliseconds: number, when: "NX"): Promise<"OK" | null>;
  set(key: string, value: string, unit: "PX", milliseconds: number): Promise<unknown>;
  set(key: string, value: string | number): Promise<unknown>;
  del(...keys: readonly string[]): Promise<unknown>;
  ping(): Promise<unknown>;
  /** Ends the connection without a word; what waits for an answer is rejected. */
  disconnect(): void;
  /** Seconds since 1970 and microseconds of its clock. */
  time(): Promise<readonly [seconds: number | string, microseconds: number | string]>;
  info(section: "memory"): Promise<string>;
  pipeline(): RedisPipeline;
}

interface RedisPipeline {
  hmget(key: string, ...fields: readonly string[]): unknown;
  /** Of each request its error, and its answer. */
  exec(): Promise<readonly (readonly [Error | null, unknown])[] | null>;
}

export interface BullJob {
  readonly id?: string;
  readonly name: string;
  readonly data: unknown;
  readonly opts: { readonly attempts?: number };
  readonly attemptsMade: number;
  /** How often whoever was at it said nothing any more. */
  readonly stalledCounter: number;
  readonly failedReason?: string;
  moveToWait(token?: string): Promise<number>;
  moveToDelayed(time: number, token?: string): Promise<void>;
  promote(): Promise<void>;
  retry(state: "failed"): Promise<void>;
  remove(): Promise<void>;
}

interface BullWorkerOptions extends QueueOptions {
  readonly autorun: false;
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly settings: { readonly backoffStrategy: (attempts: number) => number };
  readonly limiter: { readonly max: number; readonly duration: number } | undefined;
}

export interface BullWorker {
  run(): Promise<void>;
  pause(withoutWaiting: true): Promise<void>;
  resume(): void;
  isPaused(): boolean;
  /** Settles once all its connections are ready. */
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
  /** Protected in BullMQ, as is the one on which it waits for jobs. */
  readonly connection?: BullConnection;
  readonly blockingConnection?: BullConnection;
  on(event: "failed", hear: (job: BullJob | undefined, error: Error) => void): unknown;
  on(event: "error", hear: (error: Error) => void): unknown;
  on(event: "stalled", hear: (id: string) => void): unknown;
}

/** Where a type checker does not look for it. */
const packageName: string = "bullmq";

/** @throws BriefingError where it is not installed. */
export async function loadBullMq(): Promise<BullMq> {
  try {
    return (await import(packageName)) as BullMq;
  } catch (error) {
    throw new BriefingError([
      {
        code: "missing-package",
        severity: "error",
        message: `Queues are kept by ${packageName}, which cannot be loaded: ${error instanceof Error ? error.message : String(error)}.`,
        hint: `npm install ${packageName}`,
      },
    ]);
  }
}

/** What jobs of briefings have beside those of other programs in the same Redis. */
export const keyPrefix = "briefwright";

/** At most so long between two tries to reach Redis again, in ms. */
const longestPause = 2000;

/** A connection that waits for Redis as long as it takes. */
export const patientConnection = (url: string): Connection => ({
  url,
  maxRetriesPerRequest: null,
  retryStrategy: (times) => Math.min(50 * times, longestPause),
});

const hastyTries = 5;

/** A connection for who wants to know now. */
export const hastyConnection = (url: string): Connection => ({
  url,
  maxRetriesPerRequest: 3,
  connectTimeout: 5000,
  retryStrategy: (times) => (times > hastyTries ? null : 200 * times),
});

/** @throws BriefingError where Redis does not answer. */
export async function asking<T>(url: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof BriefingError) throw error;
    throw new BriefingError(
      [
        {
          code: "queue-unavailable",
          severity: "error",
          message: `Redis does not do what it is asked for: ${(error instanceof Error ? error.message : String(error)).replace(/\.$/, "")}.`,
          hint: "Check its address, its password, and that it runs; then do it again: what is there already is not done twice.",
          source: { file: withoutPassword(url) },
        },
      ],
      { cause: error },
    );
  }
}

export function withoutPassword(url: string): string {
  try {
    const address = new URL(url);
    address.password = "";
    address.username = "";
    return address.href;
  } catch {
    return "redis";
  }
}
