import { type BatchItem, emptyEntry, finishSet, type ManifestEntry, readEarlier, removeMark } from "../batch/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import type { Store } from "../store/index.ts";
import { areaJob, areaJobId, longestPause } from "./area-jobs.ts";
import type { BullQueue } from "./bullmq.ts";
import { inParallel } from "./in-parallel.ts";
import type { RunTools } from "./make-area.ts";
import type { AreaRecord, QueuePlan, RunResult } from "./queue-plan.ts";
import { jobStates, jobsDelayedPast, type RunState } from "./run-state.ts";
import type { QueueItem } from "./work-store.ts";

/** What the steward of a run has. */
export interface StewardTools extends Pick<RunTools, "plan" | "crew" | "work" | "out" | "isCurrent"> {
  readonly queue: BullQueue;
  readonly state: RunState;
  /** Areas of the plan; read once. */
  items(): Promise<readonly QueueItem[]>;
  /** What this process has seen of the run. */
  readonly seen: SeenRun;
}

export interface SeenRun {
  /** How often files that were lost were made again. */
  rounds: number;
  /** How many areas, from the first on, had been given to the queue. */
  given: number;
}

export type StewardOutcome =
  /** Areas are left: look again in a while. `forgotten`: so many of those given to Redis were not there any more, and were given again. */
  | { readonly kind: "underway"; readonly forgotten: number }
  | { readonly kind: "superseded" }
  /** `isOwn`: of several that found its end at once, this one. */
  | { readonly kind: "finished"; readonly result: RunResult; readonly isOwn: boolean };

/** So many areas wait in Redis at a time, whatever the size of the plan. */
const mostWaiting = 2000;
const added = 250;
/** Requests to the work store at a time. */
const parallel = 32;
/** So often files that somebody took away are made again. */
const mostRounds = 3;

/**
 * Looks after a run: gives its areas to the queue, some at a time; gives those again that Redis has forgotten; and when all are
 * done or failed, writes manifest and index. It can be interrupted anywhere and be two at once.
 */
export async function tendRun(tools: StewardTools): Promise<StewardOutcome> {
  const { plan, state, work, isCurrent } = tools;
  if (!(await isCurrent("now"))) {
    await state.forget();
    return { kind: "superseded" };
  }
  const { outstanding, next, missing } = await lookAtJobs(tools);
  if (outstanding === 0 && next >= plan.total) {
    return (await finishRun(tools)) ?? { kind: "underway", forgotten: 0 };
  }
  const isBegun = next > 0 || (await work.isBegun(plan.run));
  const isForgotten = next === 0 && isBegun && (await hasNone(tools));
  const given = await topUp(tools, { outstanding, next });
  const known = isForgotten ? Math.max(tools.seen.given, given) : tools.seen.given;
  tools.seen.given = given;
  // Nothing is written for what is known: a store that fails here would have the next look find all given, and nobody tell.
  if (!isBegun) await work.setBegun(plan.run);
  return { kind: "underway", forgotten: missing + Math.max(0, known - next) };
}

/** Redis knows of no area that it was given, by whomever. Whoever gives the first at this moment sets the run begun after Redis knows. */
const hasNone = async ({ state }: StewardTools): Promise<boolean> => (await state.next()) === 0;

/** Finds the areas that were given to the queue and are neither done nor failed, and mends what it knows of them. */
async function lookAtJobs(
  tools: StewardTools,
): Promise<{ readonly outstanding: number; readonly next: number; readonly missing: number }> {
  const { plan, queue, state } = tools;
  const [next, isDone, isFailed] = await Promise.all([state.next(), state.done.read(), state.failed.read()]);
  const open: number[] = [];
  for (let index = 0; index < next; index += 1) if (!isDone(index) && !isFailed(index)) open.push(index);
  const states = await jobStates(
    queue,
    open.map((index) => areaJobId(plan.run, index)),
  );
  const missing = open.filter((_, at) => states[at] === "missing");
  // Whoever was at it was killed too often to say so.
  const failed = open.filter((_, at) => states[at] === "failed");
  for (const index of failed) await state.failed.add(index);
  await hurryFar(tools);
  // Some may have been done since the bits were read.
  const isDoneNow = missing.length > 0 ? await state.done.read() : isDone;
  const lost = missing.filter((index) => !isDoneNow(index));
  await give(tools, lost);
  return { outstanding: open.length - failed.length, next, missing: lost.length };
}

/** A worker whose clock is ahead puts jobs back for a time that nobody else will see. */
async function hurryFar({ queue }: StewardTools): Promise<void> {
  for (const id of await jobsDelayedPast(queue, Date.now() + 2 * longestPause)) {
    const job = await queue.getJob(id);
    // One that is not delayed any more needs no hurry.
    await job?.promote().catch(() => undefined);
  }
}

async function topUp(
  tools: StewardTools,
  { outstanding, next }: { readonly outstanding: number; readonly next: number },
): Promise<number> {
  const { plan, state } = tools;
  const isFirst = new Set(plan.first);
  // Wherever they stand in the plan.
  if (next === 0) await give(tools, plan.first);
  const end = Math.min(plan.total, next + Math.max(0, mostWaiting - outstanding));
  for (let from = next; from < end; from += added) {
    const to = Math.min(end, from + added);
    await give(
      tools,
      Array.from({ length: to - from }, (_, at) => from + at).filter((index) => !isFirst.has(index)),
    );
    // After: what Redis loses in between is given twice, and not at all forgotten.
    await state.setNext(to);
  }
  return end;
}

async function give({ plan, queue, items }: StewardTools, indices: readonly number[]): Promise<void> {
  if (indices.length === 0) return;
  const all = await items();
  await queue.addBulk(indices.flatMap((index) => (all[index] ? [areaJob(plan, all[index], index)] : [])));
}

/** Writes manifest and index. Undefined where files are gone that were written: they are made again. */
async function finishRun(tools: StewardTools): Promise<StewardOutcome | undefined> {
  const { plan, work, out, state, crew, seen, isCurrent } = tools;
  const items = await tools.items();
  const isFailed = await state.failed.read();
  const records = await inParallel(parallel, items, async ([name]) => (await work.record(name))?.value);
  const there = await filesIn(out);
  const isGone = (record: AreaRecord | undefined): boolean =>
    record?.kind !== "made" ||
    record.entry.files.some(({ file, bytes }) => {
      const found = there.get(file);
      const isSame = found?.version === undefined || found.version === record.versions[file];
      return found?.bytes !== bytes || !isSame;
    });
  const lost = items.flatMap((_, index) => (!isFailed(index) && isGone(records[index]) ? [index] : []));
  if (lost.length > 0 && seen.rounds < mostRounds) {
    seen.rounds += 1;
    for (const index of lost) await state.done.remove(index);
    await give(tools, lost);
    return undefined;
  }
  const earlier = await readEarlier(out, plan);
  const earlierOf = new Map(earlier.map((entry) => [entry.name, entry]));
  const isLost = new Set(lost);
  const failedNames: string[] = [];
  const entries = items.map(([name, parameters], index): ManifestEntry => {
    const record = records[index];
    // Where one gave it up and another had it made, it is made.
    const isMade = record?.kind === "made" && (record.run === plan.run || !isFailed(index));
    if (isMade && !isLost.has(index)) return record.entry;
    failedNames.push(name);
    const item: BatchItem = { name, parameters, index, total: items.length };
    const before = earlierOf.get(name);
    const files = before?.files.filter(({ file }) => there.has(file)) ?? [];
    return emptyEntry(item, "failed", diagnosticsOf(record, plan), before && { ...before, files });
  });
  const names = new Set(items.map(([name]) => name));
  const removed = await finishSet(out, plan, {
    entries,
    gone: earlier.filter(({ name }) => !names.has(name)),
    async indexPage(manifest) {
      const answer = await crew.indexPage(manifest);
      if (answer.kind === "failed") throw new BriefingError(answer.diagnostics);
      return answer.page;
    },
  });
  const written = records.filter((record) => record?.kind === "made" && record.run === plan.run).length;
  const result: RunResult = {
    version: 1,
    run: plan.run,
    total: items.length,
    written: Math.min(written, items.length - failedNames.length),
    unchanged: Math.max(0, items.length - failedNames.length - written),
    failed: failedNames,
    removed: [...removed],
    lost: lost.flatMap((index) => {
      const record = records[index];
      return record?.kind === "made" ? record.entry.files.map(({ file }) => out.describe(file)) : [];
    }),
  };
  if (!(await isCurrent("now"))) return undefined;
  const isOwn = await endRun(tools, result);
  await state.forget();
  return { kind: "finished", result, isOwn };
}

/** What came of it is there before it is finished. */
async function endRun({ work, out }: Pick<StewardTools, "work" | "out">, result: RunResult): Promise<boolean> {
  await work.putResult(result);
  await removeMark(out, result.run);
  const current = await work.current();
  if (current?.value.run !== result.run || current.value.state !== "running") return false;
  return (await work.setCurrent({ ...current.value, state: "finished" }, current)) === "own";
}

async function filesIn(
  out: Store,
): Promise<ReadonlyMap<string, { readonly bytes: number; readonly version: string | undefined }>> {
  const files = new Map<string, { readonly bytes: number; readonly version: string | undefined }>();
  for await (const { name, bytes, version } of out.list()) files.set(name, { bytes, version });
  return files;
}

const diagnosticsOf = (record: AreaRecord | undefined, { run }: QueuePlan): readonly Diagnostic[] =>
  record?.kind === "failed" && record.run === run
    ? record.diagnostics
    : [
        {
          code: "worker-ended",
          severity: "error",
          message: "No worker could say what became of it.",
          hint: "Look at the failed jobs of the queue, and at what its workers say.",
        },
      ];
