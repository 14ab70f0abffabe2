import { setTimeout } from "node:timers/promises";
import { type Diagnostic, formatDiagnostic } from "../diagnostics/index.ts";
import { type AreaJob, addSteward, areaJobName, areaOfJobId, pauseAfter, type StewardJob } from "./area-jobs.ts";
import { type BullJob, type BullQueue, type BullWorker, keyPrefix, loadBullMq, patientConnection } from "./bullmq.ts";
import { closeWorker } from "./close-connections.ts";
import { finishJobs } from "./end-worker.ts";
import { type AreaOutcome, makeArea } from "./make-area.ts";
import { measuredStore } from "./measured-store.ts";
import { createMetrics, type Gauge } from "./metrics.ts";
import { NotOurs, type OpenRun, openRun, type RunContext } from "./open-run.ts";
import { runState } from "./run-state.ts";
import { serveMetrics } from "./serve-metrics.ts";
import { tendRun } from "./steward.ts";
import { loadTracer } from "./tracing.ts";
import { openWorkStore, type WorkStore } from "./work-store.ts";
import type { QueueWorkerOptions } from "./worker-options.ts";
import {
  createTrouble,
  endsUntold,
  examineRedis,
  forgottenJobs,
  isLostJob,
  lostJob,
  lostJobOf,
  redisTrouble,
  silentWorker,
  troubleOf,
} from "./worker-trouble.ts";

/** A worker that takes areas of a queue. */
export interface QueueWorker {
  /** Settles when it has ended: by `stop`, or after `drain`. */
  readonly ended: Promise<WorkerEnd>;
  /**
   * Takes no more areas, finishes those it is at, and ends. Where Redis does not answer, and to tell it is all that is left to do, it ends
   * without: others find the areas done.
   */
  stop(): Promise<WorkerEnd>;
}

/** How a worker ended. */
export interface WorkerEnd {
  /** Whether Redis knows of all that this worker did. */
  readonly isTold: boolean;
}

/** Between two looks at what there is to do, in ms. */
const beat = 1000;
/** Until an area is offered again that this worker does not take now, in ms. */
const laterBy = 5000;
const aloneBeat = 20;
/** A store that takes long is named so often, in ms. */
const betweenSlow = 60_000;
/** In seconds. */
const defaultPatience = 30;
/** So often an area may be left by workers that ended before it counts as what ends them. */
const mostStalled = 3;

/** Takes areas of the plans of a queue, until it is stopped. */
export async function startQueueWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { concurrency = 1, patience = defaultPatience, redis, onEvent = () => undefined } = options;
  const metrics = createMetrics();
  const [{ Queue, Worker, WaitingError, DelayedError, UnrecoverableError }, tracer] = await Promise.all([
    loadBullMq(),
    loadTracer(),
  ]);
  const server =
    options.metrics &&
    (await serveMetrics(options.metrics, async () =>
      metrics.format([...(await queueGauges(queue)), ...processGauges()]),
    ));
  const connection = patientConnection(redis);
  const queue: BullQueue = new Queue(options.queue, { connection, prefix: keyPrefix });
  const trouble = createTrouble({
    trouble: (diagnostics) => isClosed || onEvent({ event: "trouble", diagnostics }),
    recovered: () => onEvent({ event: "recovered" }),
  });
  const onSlow = seldom((diagnostic: Diagnostic) => onEvent({ event: "trouble", diagnostics: [diagnostic] }));
  const out = measuredStore(options.out, { which: "out", metrics, onSlow });
  const work = openWorkStore(measuredStore(options.work, { which: "work", metrics, onSlow }));
  queue.on("error", (error) => trouble.tell([redisTrouble(redis, error)]));

  const runs = new Map<string, Promise<RunContext>>();
  /** Abandoned: to tell what it did is given up. Closed: what its own end cuts off is no trouble. */
  let [isStopping, isAbandoned, isClosed] = [false, false, false];
  let drained: (() => void) | undefined;

  async function contextOf(run: string): Promise<RunContext> {
    const found = runs.get(run) ?? openRun(run, { options, work, queue });
    runs.set(run, found);
    try {
      return await found;
    } catch (error) {
      runs.delete(run);
      throw error;
    }
  }

  /** Lets go of what runs before this one needed. */
  async function dropOthers(run: string): Promise<void> {
    for (const [other, context] of runs) {
      if (other === run) continue;
      const old = await context.catch(() => undefined);
      if (old && old.working > 0) continue;
      runs.delete(other);
      if (old?.kind === "open") await old.crews.end();
    }
  }

  let [taken, working, making] = [0, 0, 0];
  let isAlone = false;
  /** It is no try. */
  async function later(job: BullJob, token: string | undefined): Promise<never> {
    await job.moveToDelayed(Date.now() + laterBy, token);
    throw new DelayedError();
  }

  /**
   * What was at it once and ended may have ended by it: it is made while nothing else is, so that no other area is taken for what
   * ends its workers.
   */
  async function alone(act: () => Promise<void>): Promise<void> {
    isAlone = true;
    try {
      await worker.pause(true);
      while (working > 0) await setTimeout(aloneBeat);
      await act();
    } finally {
      isAlone = false;
    }
  }

  const isMoved = (error: unknown): boolean =>
    [WaitingError, DelayedError, UnrecoverableError].some((kind) => error instanceof kind);

  async function take(job: BullJob, token?: string): Promise<void> {
    taken += 1;
    try {
      await takeIn(job, token);
    } finally {
      taken -= 1;
    }
  }

  async function takeIn(job: BullJob, token: string | undefined): Promise<void> {
    if (isAlone) return await later(job, token);
    if (job.stalledCounter > 0 && job.name === areaJobName) return await alone(() => handle(job, token));
    working += 1;
    try {
      await handle(job, token);
    } finally {
      working -= 1;
    }
  }

  async function handle(job: BullJob, token?: string): Promise<void> {
    const { run } = job.data as StewardJob;
    const name = job.name === areaJobName ? (job.data as AreaJob).name : undefined;
    const leaveToOthers = async (refusal: readonly Diagnostic[]): Promise<never> => {
      refuse(run, refusal);
      await worker.pause(true);
      await job.moveToWait(token);
      throw new WaitingError();
    };
    let context: OpenRun | undefined;
    try {
      const found = await contextOf(run);
      if (found.kind === "foreign" || found.refusal) return await leaveToOthers(found.refusal ?? []);
      context = found;
      await doJob(job, found);
    } catch (error) {
      if (isAbandoned || isMoved(error)) throw error;
      if (error instanceof NotOurs) {
        // Of another set of briefings, whose workers have to get it: it is no try.
        refuse(run, [otherWorkStore(options, run)]);
        return await later(job, token);
      }
      const diagnostics = troubleOf(error, redis);
      if (context && isRefusal(diagnostics)) {
        // Found when the module was loaded: other machines may have the right one.
        context.refusal = diagnostics;
        return await leaveToOthers(diagnostics);
      }
      onEvent({ event: "again", run, name, diagnostics });
      metrics.count("briefwright_tries_total");
      const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      if (isLast && context && name !== undefined)
        await rememberLast(job.data as AreaJob, { context, work, diagnostics });
      throw new Error(textOf(diagnostics), { cause: error });
    }
  }

  async function doJob(job: BullJob, context: OpenRun): Promise<void> {
    context.working += 1;
    try {
      if (job.name === areaJobName) await doArea(job.data as AreaJob, context);
      else await look(context);
    } finally {
      context.working -= 1;
      if (context.working === 0) await context.crews.sweep();
    }
  }

  async function doArea({ run, index, name: asked }: AreaJob, context: OpenRun): Promise<void> {
    const { plan, state, isCurrent } = context;
    // Who can write to Redis says which area, and nothing else: the rest is the plan's.
    const [name, parameters] = (await context.items())[index] ?? ["", {}];
    if (name !== asked) throw new UnrecoverableError(`The plan has no area ${index} of the name ${asked}.`);
    const job = { run, index, name, parameters };
    const began = performance.now();
    const attributes = { "briefwright.run": run, "briefwright.name": name, "messaging.system": "bullmq" };
    const outcome = await tracer.span(
      "briefwright make",
      { kind: "consumer", carrier: plan.trace, attributes },
      async (tell): Promise<AreaOutcome> => {
        if (!(await isCurrent("lately"))) return { kind: "superseded" };
        making += 1;
        const made = await makeArea(job, { plan, crew: await context.crews.get(), work, out, isCurrent }).finally(
          () => {
            making -= 1;
          },
        );
        tell({ "briefwright.outcome": made.kind });
        return made;
      },
    );
    metrics.count("briefwright_briefings_total", { result: outcome.kind });
    metrics.observe("briefwright_briefing_seconds", (performance.now() - began) / 1000, { result: outcome.kind });
    const diagnostics = "diagnostics" in outcome ? outcome.diagnostics : [];
    const files = "files" in outcome ? outcome.files : [];
    onEvent({ event: outcome.kind === "made" ? "written" : outcome.kind, run, name, parameters, files, diagnostics });
    if (outcome.kind === "superseded") return;
    if (outcome.kind === "failed") {
      await state.failed.add(index);
      throw new UnrecoverableError(textOf(outcome.diagnostics));
    }
    await state.done.add(index);
    if ((await state.done.size()) + (await state.failed.size()) >= plan.total) await addSteward(queue, run);
  }

  async function look(context: OpenRun): Promise<void> {
    const { plan, state, isCurrent, items, seen } = context;
    const crew = await context.crews.get();
    const outcome = await tendRun({ plan, state, isCurrent, items, seen, crew, work, out, queue });
    if (outcome.kind === "underway" && outcome.forgotten > 0)
      onEvent({ event: "trouble", diagnostics: [forgottenJobs(outcome.forgotten, redis)] });
    if (outcome.kind === "finished" && outcome.isOwn) onEvent({ event: "finished", ...outcome.result });
  }

  const refused = new Set<string>();
  function refuse(run: string, diagnostics: readonly Diagnostic[]): void {
    if (refused.has(run)) return;
    refused.add(run);
    onEvent({ event: "refused", run, diagnostics });
  }

  const worker: BullWorker = new Worker(options.queue, take, {
    connection,
    prefix: keyPrefix,
    autorun: false,
    // While files of one are written, the next is made; and one looks after the whole.
    concurrency: 2 * concurrency + 1,
    lockDuration: patience * 1000,
    stalledInterval: Math.ceil((patience * 1000) / 3),
    maxStalledCount: mostStalled,
    settings: { backoffStrategy: pauseAfter },
    limiter: options.rate && { max: options.rate.areas, duration: options.rate.seconds * 1000 },
  });
  const lost = new Set<string>();
  worker.on("error", (error) => {
    if (!isLostJob(error)) return trouble.tell([redisTrouble(redis, error)]);
    const id = lostJobOf(error);
    if (!lost.has(id)) void tellGivenOn(id, lostJob(patience));
    lost.add(id);
  });
  worker.on("stalled", (id) => {
    metrics.count("briefwright_tries_total");
    void tellGivenOn(id, silentWorker(patience));
  });
  worker.on("failed", () => undefined);

  async function tellGivenOn(id: string, diagnostic: Diagnostic): Promise<void> {
    const { run, index } = areaOfJobId(id);
    const context = await runs.get(run)?.catch(() => undefined);
    onEvent({ event: "again", run, name: await nameOf(context, index), diagnostics: [diagnostic] });
  }

  /** Looks what there is to do: no clock decides, and what Redis forgets comes back. */
  async function watch(): Promise<void> {
    while (!isStopping) {
      try {
        await lookAround();
        trouble.over();
      } catch (error) {
        trouble.tell(troubleOf(error, redis));
      }
      await setTimeout(beat);
    }
  }

  let isExamined = false;
  async function lookAround(): Promise<void> {
    const client = await queue.client;
    if (!isExamined) {
      const found = await examineRedis(client, redis);
      isExamined = true;
      if (found.length > 0) onEvent({ event: "trouble", diagnostics: found });
    } else await client.ping();
    const current = await work.current();
    const { run, state } = current?.value ?? { run: "", state: "preparing" };
    if (state !== "running") {
      // What is in the queue is another set's.
      if (!worker.isPaused()) await worker.pause(true);
      await dropOthers("");
      if (state === "finished" && options.drain) drained?.();
      return;
    }
    const { refusal } = await contextOf(run);
    await runState(queue, run).attend(refusal);
    await dropOthers(run);
    if (refusal) {
      refuse(run, refusal);
      if (!worker.isPaused()) await worker.pause(true);
      return;
    }
    if (worker.isPaused() && !isAlone && !isStopping) worker.resume();
    if (await runState(queue, run).isTurn(beat)) await addSteward(queue, run);
  }

  worker.run().catch((error: unknown) => trouble.tell(troubleOf(error, redis)));
  const watching = watch();
  onEvent({ event: "ready", metrics: server?.address });

  let ending: Promise<WorkerEnd> | undefined;
  const stop = (): Promise<WorkerEnd> => {
    ending ??= (async () => {
      isStopping = true;
      const untold = await finishJobs({ worker, queue, atHand: () => ({ taken, making }) });
      [isAbandoned, isClosed] = [untold !== undefined, true];
      if (untold !== undefined) onEvent({ event: "trouble", diagnostics: [endsUntold(untold, redis)] });
      await closeWorker(worker, queue, !isAbandoned);
      // What it asked of a Redis that is away is never answered.
      if (!isAbandoned) await watching;
      for (const opening of runs.values()) {
        const context = await opening.catch(() => undefined);
        if (context?.kind === "open") await context.crews.end();
      }
      server?.close();
      return { isTold: !isAbandoned };
    })();
    return ending;
  };
  const ended = new Promise<WorkerEnd>((resolve, reject) => {
    drained = () => stop().then(resolve, reject);
  });
  return {
    ended,
    async stop() {
      const end = await stop();
      drained?.();
      return end;
    },
  };
}

/** What this machine has is not what the plan was made from: there is no use in trying again here. */
const isRefusal = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => code === "worker-module");

const textOf = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(formatDiagnostic).join("\n");

/** Hears the first of what is told, and then none for a while. */
function seldom<T>(hear: (told: T) => void): (told: T) => void {
  let heard = Number.NEGATIVE_INFINITY;
  return (told) => {
    if (performance.now() - heard < betweenSlow) return;
    heard = performance.now();
    hear(told);
  };
}

interface Giving {
  readonly context: OpenRun;
  readonly work: WorkStore;
  readonly diagnostics: readonly Diagnostic[];
}

/** Why an area was given up is told in the manifest, if the store lets it be. */
async function rememberLast({ run, index, name }: AreaJob, { context, work, diagnostics }: Giving): Promise<void> {
  try {
    if ((await context.items())[index]?.[0] !== name) return;
    const seen = await work.record(name);
    // What was made is made, whatever Redis was not told.
    if (seen?.value.kind === "made" && seen.value.run === run) return;
    await work.putRecord(name, { kind: "failed", run, diagnostics }, seen);
  } catch {
    // The manifest says then that nobody could say.
  }
}

/** The name of an area of a run that was opened before. */
async function nameOf(context: RunContext | undefined, index: number | undefined): Promise<string | undefined> {
  if (context?.kind !== "open" || index === undefined) return undefined;
  const items = await context.items().catch(() => undefined);
  return items?.[index]?.[0];
}

const otherWorkStore = ({ queue, work }: QueueWorkerOptions, run: string): Diagnostic => ({
  code: "queue-shared",
  severity: "error",
  message: `The queue "${queue}" has areas whose plan is not in this worker's work store: run ${run}. They are left to other workers.`,
  hint: "Give each set of briefings a --queue of its own; or give this worker the --work that they were enqueued with.",
  source: { file: work.location },
});

const states = ["waiting", "prioritized", "active", "delayed", "failed"] as const;

async function queueGauges(queue: BullQueue): Promise<readonly Gauge[]> {
  const counts = await queue.getJobCounts(...states);
  return [
    {
      name: "briefwright_queue_jobs",
      help: "Jobs in Redis by their state; of a plan, some at a time.",
      values: states.map((state) => ({ labels: { state }, value: counts[state] ?? 0 })),
    },
  ];
}

const processGauges = (): readonly Gauge[] => [
  {
    name: "process_resident_memory_bytes",
    help: "Memory of this process that is in RAM.",
    values: [{ labels: {}, value: process.memoryUsage.rss() }],
  },
];
