import { diagnosticsOf } from "../batch/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import type { RedisClient } from "./bullmq.ts";
import { withoutPassword } from "./bullmq.ts";

/** What a worker meets: an answer of Redis, or none, is told by its address. */
export function troubleOf(error: unknown, redis: string): readonly Diagnostic[] {
  return error instanceof Error && !(error instanceof BriefingError) && isOfRedis(error)
    ? [redisTrouble(redis, error)]
    : diagnosticsOf(error);
}

/** As ioredis names its errors, and as Node names those of a connection. */
const isOfRedis = ({ name, message, ...error }: Error & { readonly code?: unknown }): boolean =>
  ["ReplyError", "MaxRetriesPerRequestError", "AbortError", "ClusterAllFailedError"].includes(name) ||
  /^Connection is closed|^Redis |^Command timed out/i.test(message) ||
  (typeof error.code === "string" && /^E(?:CONN|PIPE|TIMEDOUT|HOST|NET|AI_)|^NR_CLOSED/.test(error.code));

export const redisTrouble = (redis: string, error: Error): Diagnostic => ({
  code: "queue-unavailable",
  severity: "error",
  message: `Redis does not do what it is asked for: ${(error.message || String(error)).replace(/\.$/, "")}.`,
  hint: "Check its address, its password, and that it runs; the worker goes on when it is back.",
  source: { file: withoutPassword(redis) },
});

/** Whether a job is not this worker's any more, as BullMQ says it. */
export const isLostJob = ({ message }: Error): boolean =>
  /^(?:could not renew lock for job|Missing (?:lock|key) for job|Lock mismatch for job)\b/.test(message);

/** Of such an error, its job. */
export const lostJobOf = ({ message }: Error): string => /\bfor job ([^\s.]+)/.exec(message)?.[1] ?? "";

/** Told by who finds that another worker is silent. */
export const silentWorker = (patience: number): Diagnostic => ({
  code: "area-given-on",
  severity: "warning",
  message: `The worker that was at it has said nothing for ${patience} seconds: it was killed, is frozen, or does not reach Redis. Another does it again.`,
  hint: "Nothing is lost. If it happens often, look at the memory of workers, or raise --patience.",
});

/** Told by that worker, if it is there again. */
export const lostJob = (patience: number): Diagnostic => ({
  code: "area-given-on",
  severity: "warning",
  message: `This worker has the area no longer: it said nothing for ${patience} seconds, or Redis forgot the job. Another does it again, and what is the same is not written twice.`,
  hint: "Nothing is lost. If it happens often, look at the load of this machine, or raise --patience.",
});

/** Told by who looks after a run. */
export const forgottenJobs = (number: number, redis: string): Diagnostic => ({
  code: "queue-forgot",
  severity: "warning",
  message: `Redis has forgotten ${number === 1 ? "an area" : `${number} areas`} that it had been given: what is done is found in the work store, the rest is given again.`,
  hint: "Nothing is lost. Have Redis write what it is told to its disk (appendonly yes, appendfsync always), and flush it for nobody.",
  source: { file: withoutPassword(redis) },
});

/** Told by a worker that is to end. */
export const endsUntold = (number: number, redis: string): Diagnostic => ({
  code: "queue-unavailable",
  severity: "error",
  message: `Redis does not answer, and this worker ends without it${number === 0 ? "" : `: it was not told what became of ${number === 1 ? "the job that was" : `the ${number} jobs that were`} at hand`}.`,
  hint: "Nothing is lost. When Redis is back, other workers get what was not told, and find done what is done.",
  source: { file: withoutPassword(redis) },
});

/** So far clocks may be apart, in ms: servers of S3 refuse what is a quarter of an hour old. */
const farApart = 60_000;

/** What is wrong with a Redis that answers, and with the clock of this machine beside its own. */
export async function examineRedis(client: RedisClient, redis: string): Promise<readonly Diagnostic[]> {
  const [[seconds], memory] = await Promise.all([client.time(), client.info("memory")]);
  const ahead = Date.now() - Number(seconds) * 1000;
  const field = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(memory)?.[1] ?? "";
  const policy = field("maxmemory_policy");
  return [
    ...(Math.abs(ahead) > farApart ? [clockDiffers(ahead, redis)] : []),
    ...(Number(field("maxmemory")) > 0 && policy !== "noeviction" ? [evicting(policy, redis)] : []),
  ];
}

const clockDiffers = (ahead: number, redis: string): Diagnostic => ({
  code: "clock-differs",
  severity: "warning",
  message: `The clock of this machine is ${durationOf(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} that of Redis.`,
  hint: "Briefings come out the same, but areas that are tried again wait shorter or longer, and servers of S3 may refuse its requests: set the clock by a time server.",
  source: { file: withoutPassword(redis) },
});

const evicting = (policy: string, redis: string): Diagnostic => ({
  code: "queue-evicts",
  severity: "warning",
  message: `Redis throws keys out when its memory is full: its maxmemory-policy is ${policy}.`,
  hint: "Set it to noeviction. What it throws out is given to the queue again, and a part of it may be looked at twice.",
  source: { file: withoutPassword(redis) },
});

function durationOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** What a worker tells of trouble that is none of one area. */
interface Told {
  trouble(diagnostics: readonly Diagnostic[]): void;
  recovered(): void;
}

/** Tells of each kind of trouble once, and again when there was none in between. */
export function createTrouble({ trouble, recovered }: Told) {
  const told = new Set<string>();
  return {
    tell(diagnostics: readonly Diagnostic[]): void {
      const fresh = diagnostics.filter(({ code }) => !told.has(code));
      if (fresh.length === 0) return;
      for (const { code } of fresh) told.add(code);
      trouble(fresh);
    },
    /** Redis and the stores answer. */
    over(): void {
      if (told.size === 0) return;
      told.clear();
      recovered();
    },
  };
}
