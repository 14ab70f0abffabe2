import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { emptyEntry, readEarlier, readMark, setMark, type WritingPlan, writeManifest } from "../batch/index.ts";
import type { OutputFormat } from "../briefing/index.ts";
import { collectEdition, type Edition, editionName, formatEdition, isShownBy, parseEdition } from "../dataset/index.ts";
import { BriefingError, type Diagnostic, didYouMean } from "../diagnostics/index.ts";
import { sha256 } from "../record/index.ts";
import { checkConditions, type Store } from "../store/index.ts";
import { addSteward } from "./area-jobs.ts";
import { asking, type BullQueue, hastyConnection, keyPrefix, loadBullMq } from "./bullmq.ts";
import { closeQueue } from "./close-connections.ts";
import { type CurrentRun, generator, type QueuePlan } from "./queue-plan.ts";
import { loadTracer, type Tracer } from "./tracing.ts";
import { openWorkStore, type Seen, type WorkStore } from "./work-store.ts";

/** Where a plan goes, and how it is carried out. */
export interface EnqueueOptions {
  /** The name of the queue; its workers have the same. */
  readonly queue: string;
  /** The address of Redis. */
  readonly redis: string;
  /** Where the briefings go. */
  readonly out: Store;
  /** Where plans and protected data are for the workers; not for readers, and of one set of briefings. */
  readonly work: Store;
  /** The file name of the module. */
  readonly module: string;
  /** What the code of the briefing is; files of data among what it names, seen from the module. */
  readonly code: string;
  readonly dataFiles: readonly string[];
  readonly formats: readonly OutputFormat[];
  readonly strict?: boolean | undefined;
  /** The editions that the plan was protected against. */
  readonly previous?: readonly Edition[] | undefined;
  /** Makes all again, also those that would come out as they are. */
  readonly force?: boolean | undefined;
  /** Takes over from a run that has not ended. */
  readonly replace?: boolean | undefined;
  /** Names of areas that go before the others, in any order. Default: all in the order of the plan. */
  readonly first?: readonly string[] | undefined;
  /** How often an area is tried whose store or Redis does not answer. Default: 10. */
  readonly attempts?: number | undefined;
}

/** What is needed of a plan to give it to a queue. */
type QueuedPlan = Pick<WritingPlan, "items" | "contentKeys" | "toSend" | "edition" | "title" | "lang">;

/** What became of a plan that was given to a queue. */
export interface EnqueuedRun {
  /** As it is called in the queue and the work store. */
  readonly run: string;
  readonly total: number;
  /** enqueued; underway: the same was there already; unchanged: all is there as it would come out. */
  readonly status: "enqueued" | "underway" | "unchanged";
  /** Warnings about the store that is written into. */
  readonly diagnostics: readonly Diagnostic[];
}

const defaultAttempts = 10;
/** A Redis that has not answered for so long is taken to be away, in ms: so long four tries to connect may take. */
const patience = 20_000;

/**
 * Gives a plan to a queue: protected data and areas to the work store, and to Redis who looks after them. Doing it again changes nothing.
 * @throws BriefingError where a store or Redis does not answer; `folder-in-use` where another plan is under way.
 */
export async function enqueuePlan(plan: QueuedPlan, options: EnqueueOptions): Promise<EnqueuedRun> {
  const tracer = await loadTracer();
  const attributes = { "messaging.system": "bullmq", "messaging.destination.name": options.queue };
  return tracer.span("briefwright enqueue", { kind: "producer", attributes }, (tell) =>
    asking(options.redis, async () => {
      const { Queue } = await loadBullMq();
      const queue = new Queue(options.queue, { connection: hastyConnection(options.redis), prefix: keyPrefix });
      queue.on("error", () => undefined);
      let isReachable = false;
      try {
        await findAnswering(queue);
        isReachable = true;
        // Whoever writes into it by himself has to have ended; whoever begins later finds the mark.
        const lock = await options.out.lock?.();
        try {
          const run = await enqueue(plan, options, { queue, tracer });
          tell({ "briefwright.run": run.run, "briefwright.areas": run.total });
          return run;
        } finally {
          lock?.release();
        }
      } finally {
        await closeQueue(queue, isReachable);
      }
    }),
  );
}

/** Finds out now whether Redis does what it is asked for: it may take a connection, and say nothing on it. */
async function findAnswering(queue: BullQueue): Promise<void> {
  const asked = queue.client.then((client) => client.get(queue.toKey("none"))).then(() => true);
  if (!(await Promise.race([asked, setTimeout(patience, false, { ref: false })])))
    throw new Error("it does not answer");
}

async function enqueue(
  plan: QueuedPlan,
  options: EnqueueOptions,
  { queue, tracer }: { readonly queue: BullQueue; readonly tracer: Tracer },
): Promise<EnqueuedRun> {
  const { out, module, code, force, replace } = options;
  const work = openWorkStore(options.work);
  const about = { module, title: plan.title, lang: plan.lang };
  const total = plan.items.length;
  const all = plan.contentKeys(code)?.all;
  const items = plan.items.map(({ name, parameters }) => [name, parameters] as const);
  const { formats, strict = false, attempts = defaultAttempts } = options;
  const first = numbersOf(options.first ?? [], plan.items);
  const same = all === undefined ? undefined : sha256(JSON.stringify([all, items, [...formats].sort(), strict, about]));
  const earlier = await readEarlier(out, about);
  let current = await work.current();
  if (!current) for (const store of [options.work, out]) await checkConditions(store);
  const found = current && (await work.plan(current.value.run));
  const [before, foreign] = found && "kind" in found ? [undefined, found] : [found, undefined];
  const isSame = same !== undefined && before?.same === same && !force;
  if (current?.value.state === "running" && before) {
    if (isSame && before.queue === options.queue) {
      await addSteward(queue, before.run);
      return { run: before.run, total, status: "underway", diagnostics: [] };
    }
    if (!replace)
      throw inUse(
        options.work.location,
        `a run of ${before.total} briefings of ${before.module} is under way in the queue "${before.queue}"`,
      );
  }
  if (current?.value.state === "running" && foreign && !replace)
    throw inUse(options.work.location, `a run that ${foreign.generator} enqueued is under way`);
  if (before && current?.value.state === "finished" && isSame && (await isComplete(work, before.run, { out, earlier })))
    return { run: before.run, total, status: "unchanged", diagnostics: [] };

  const mark = await readMark(out);
  if (mark && mark.run !== current?.value.run && !replace)
    throw inUse(out.location, `workers of the queue "${mark.queue}" write into it from another work store`);
  const run = randomBytes(8).toString("hex");
  current = await take(work, { version: 1, run, state: "preparing" }, current);
  await setMark(out, { run, queue: options.queue });
  const diagnostics = await writeEdition(plan.edition, options);
  const [data, itemsHash] = [await work.putData(plan.toSend(code)), await work.putItems(items)];
  const queued: QueuePlan = {
    version: 1,
    run,
    queue: options.queue,
    ...(same === undefined ? {} : { same }),
    generator: generator(),
    module,
    code,
    dataFiles: [...options.dataFiles],
    title: plan.title,
    lang: plan.lang,
    ...(all === undefined ? {} : { all }),
    data,
    items: itemsHash,
    total,
    formats: [...formats],
    strict,
    force: force === true,
    first: [...first],
    attempts,
    trace: { ...tracer.carry() },
  };
  await work.putPlan(queued);
  await work.sweep(queued);
  const names = new Set(items.map(([name]) => name));
  const earlierOf = new Map(earlier.map((entry) => [entry.name, entry]));
  const planned = plan.items.map((item) => emptyEntry(item, "planned", [], earlierOf.get(item.name)));
  await writeManifest(out, about, [...planned, ...earlier.filter(({ name }) => !names.has(name))]);
  await take(work, { version: 1, run, state: "running" }, current);
  await addSteward(queue, run);
  return { run, total, status: "enqueued", diagnostics };
}

/** @throws BriefingError for a name that no area has. */
function numbersOf(names: readonly string[], items: QueuedPlan["items"]): readonly number[] {
  const numbers = new Map(items.map(({ name, index }) => [name, index]));
  const unknown = names.filter((name) => !numbers.has(name));
  if (unknown.length > 0)
    throw new BriefingError(
      unknown.map((name) => ({
        code: "invalid-option",
        severity: "error",
        message: `No briefing of the plan is called "${name}", which is to go first. ${didYouMean(name, numbers.keys())}`,
        hint: "Briefings are called as their files, without extension: briefwright build --dry-run lists them.",
      })),
    );
  return names.map((name) => numbers.get(name) ?? 0);
}

async function take(work: WorkStore, next: CurrentRun, seen: Seen<CurrentRun> | undefined): Promise<Seen<CurrentRun>> {
  if ((await work.setCurrent(next, seen)) !== "other") {
    const now = await work.current();
    if (now?.value.run === next.run) return now;
  }
  throw inUse(work.location, "another producer was faster");
}

const inUse = (file: string, why: string): BriefingError =>
  new BriefingError([
    {
      code: "folder-in-use",
      severity: "error",
      message: `Another run is at work: ${why}.`,
      hint: "Wait for its end, or take over from it with --replace.",
      source: { file },
    },
  ]);

/** Whether a run came to a good end, and nothing that it wrote has been taken away since. */
async function isComplete(
  work: WorkStore,
  run: string,
  { out, earlier }: { readonly out: Store; readonly earlier: Awaited<ReturnType<typeof readEarlier>> },
): Promise<boolean> {
  const result = await work.result(run);
  if (!result || result.failed.length > 0 || result.lost.length > 0) return false;
  const sizes = new Map<string, number>();
  for await (const { name, bytes } of out.list()) sizes.set(name, bytes);
  return (
    sizes.has("index.html") &&
    earlier.length === result.total &&
    earlier.every(
      ({ status, files }) => status === "made" && files.every(({ file, bytes }) => sizes.get(file) === bytes),
    )
  );
}

/**
 * What this edition shows is written before any file of it, with what was shown in this place before.
 * @returns a warning where the plan was not protected against the readers of that.
 */
async function writeEdition(
  edition: Edition | undefined,
  { out, previous = [], strict }: EnqueueOptions,
): Promise<readonly Diagnostic[]> {
  if (!edition) return [];
  const file = out.describe(editionName);
  const found = await out.read(editionName);
  const before = found && parseEdition(new TextDecoder().decode(found.content), file);
  const isFollowed = !before || previous.some((own) => JSON.stringify(own) === JSON.stringify(before));
  const text = formatEdition((isFollowed ? undefined : collectEdition([], [before, edition])) ?? edition);
  const problems = isFollowed || isShownBy(before, edition) ? [] : [editionNotNamed(out)];
  if (strict && problems.length > 0)
    throw new BriefingError(problems.map((problem) => ({ ...problem, severity: "error" as const })));
  if (found && Buffer.from(text).equals(found.content)) return problems;
  const outcome = await out.write(editionName, text, found ? { version: found.version } : "absent");
  if (outcome.kind === "conflict") throw inUse(file, "it wrote its edition just now");
  return problems;
}

const editionNotNamed = ({ location }: Store): Diagnostic => ({
  code: "edition-not-named",
  severity: "warning",
  message: `The folder holds another edition, and this one is not protected against its readers: ${editionName} says that it showed other cells or figures.`,
  hint: `Name it, --previous ${location}; or, if nobody has seen it, remove it.`,
  source: { file: location },
});
